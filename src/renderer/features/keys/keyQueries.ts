import { useQuery } from '@tanstack/react-query';
import type { KeySuffix } from '../../../core/formats/citationKey';
import type { PaperId } from '../../../core/model';
import { keys } from '../../app/queries';
import { client } from '../../client';

// These lie under the overview's key, and so are asked again after every change of the library.

/** How citation keys are made in this library. */
export const useKeyForm = () => useQuery({ queryKey: [...keys.overview, 'key form'], queryFn: () => client.keys.form.query() });

/** What a pattern makes of the newest papers. While a new one is tried the keys of the one before stay. */
export const useKeyPreview = (pattern: string, suffix: KeySuffix) => useQuery({
  queryKey: [...keys.overview, 'key preview', pattern, suffix],
  queryFn: () => client.keys.preview.query({ pattern, suffix }),
  placeholderData: (previous) => previous,
  gcTime: 60_000,
});

/** What making the keys of papers anew would do. */
export const useRegeneration = (ids: PaperId[], pinnedToo: boolean) => useQuery({
  queryKey: [...keys.overview, 'key regeneration', ids, pinnedToo],
  queryFn: () => client.keys.previewRegeneration.mutate({ ids, pinnedToo }),
  placeholderData: (previous) => previous,
  gcTime: 0,
});
