import { notifications } from '@mantine/notifications';
import type { AttachmentId } from '../../../core/model';
import { act } from '../../app/act';
import { queryClient } from '../../app/queries';
import { upload } from '../../app/uploads';
import { client } from '../../client';

/** Puts a file that the person has chosen where one is missing, if it holds the same. */
export async function findAgain(id: AttachmentId, file: File): Promise<void> {
  const outcome = await act(async () => client.attachments.relink.mutate({ id, arrival: (await upload(file)).id }));
  if (outcome === undefined) return;
  if (outcome.kind === 'found') notifications.show({ message: `${file.name} is the missing file, and is back.`, autoClose: 6000 });
  else notifications.show({ color: 'yellow', title: 'This is another file', message: `${file.name} does not hold what was added to the paper. Add it as a file of its own if it is a newer version.`, autoClose: 10_000 });
  await queryClient.invalidateQueries({ queryKey: ['paper'] });
}
