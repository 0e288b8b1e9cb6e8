import { momentOf } from '../../app/moments';
import { notifications } from '@mantine/notifications';
import type { BackupInfo } from '../../../core/ports';
import { act } from '../../app/act';
import { client } from '../../client';

/** Goes on with what is sound of a damaged library, and says where the rest is kept. Answers whether that worked. */
export async function mend(): Promise<boolean> {
  const aside = await act(() => client.library.mend.mutate());
  if (aside === undefined) return false;
  notifications.show({
    title: 'The library goes on with what is sound',
    message: `What was there before is kept in the folder “${aside}” within the library. Nothing in it is changed.`,
    autoClose: false,
  });
  return true;
}

/** Makes the library what a backup holds; a damaged one is mended first. Answers whether all of that worked. */
export async function restore(backup: BackupInfo, damaged: boolean): Promise<boolean> {
  if (damaged && !(await mend())) return false;
  const restored = await act(() => client.backups.restore.mutate({ kind: 'name', name: backup.name }), `Restored the backup of ${momentOf(backup.at)}`);
  return restored !== undefined;
}
