import { notifications } from '@mantine/notifications';
import type { AttachmentId, PaperId } from '../../../core/model';
import { act, announce } from '../../app/act';
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

/** Looks for a missing file, by what it held, in a folder that the person chooses. */
export async function lookFor(id: AttachmentId): Promise<void> {
  const outcome = await act(() => client.attachments.lookFor.mutate(id));
  if (outcome === undefined || outcome === null) return;
  if (outcome.kind === 'found') notifications.show({ message: 'The missing file is back.', autoClose: 6000 });
  else notifications.show({ color: 'yellow', title: 'It is not in this folder', message: outcome.looked === 0 ? 'No file there has its length.' : `${outcome.looked} of the same length hold something else.`, autoClose: 10_000 });
  await queryClient.invalidateQueries({ queryKey: ['paper'] });
}

/** Links files that the person chooses, which stay where they are. */
export async function link(paperId: PaperId): Promise<void> {
  const added = await act(() => client.attachments.link.mutate(paperId));
  if (added !== undefined && added > 0) announce(added === 1 ? 'Linked a file to the paper' : `Linked ${added} files to the paper`);
}
