import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '../../app/queries';
import { client } from '../../client';

const listKey = ['backups'] as const;

/** The backups of the library, newest first. Lectern makes some by itself and tells nobody, so they are asked for again whenever they come on view. */
export const useBackups = (enabled = true) => useQuery({ queryKey: listKey, queryFn: () => client.backups.list.query(), refetchOnMount: 'always', enabled });

export function useRefreshBackups(): () => void {
  const queries = useQueryClient();
  return () => { void queries.invalidateQueries({ queryKey: listKey }); };
}

/** What restoring a backup would do to the library as it is now. */
export const useRestorePreview = (name: string) => useQuery({
  queryKey: ['backups', 'preview', name],
  queryFn: () => client.backups.previewRestore.mutate({ kind: 'name', name }),
  gcTime: 0,
});

/** The settings of the library. They lie under the overview's key, and so are asked again after every change of the library. */
export const useSettings = () => useQuery({ queryKey: [...keys.overview, 'settings'], queryFn: () => client.library.settings.query() });
