import { notifications } from '@mantine/notifications';
import { useDialog, type ImportSource } from '../../app/dialogs';
import { importExtensions, MAX_INPUT } from '../../../core/formats/kinds';
import { readFiles } from '../../app/files';

/** What `Choose a file` offers to choose from; anything else can still be dropped. */
export const ACCEPTED = importExtensions.map((extension) => `.${extension}`).join(',');

/** Opens the import dialog with what files hold, and says which of them could not be taken. */
export async function offerFiles(files: readonly File[]): Promise<void> {
  const { sources, refused } = await readFiles(files);
  for (const { name, reason } of refused) complain(`${name} was not taken in`, reason);
  offer(sources);
}

/** Opens the import dialog with a text that was pasted, dropped or typed. */
export function offerText(text: string, fileName: string): void {
  // The host counts UTF-16 code units.
  if (text.length > MAX_INPUT) complain('This is too much text at once', 'Lectern takes in up to 64 MB. Paste it in parts.');
  else offer([{ text, fileName }]);
}

function offer(sources: ImportSource[]): void {
  if (sources.length > 0) useDialog.getState().open({ kind: 'import', sources });
}

function complain(title: string, message: string): void {
  notifications.show({ color: 'red', title, message, autoClose: 10_000 });
}
