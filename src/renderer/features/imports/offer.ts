import { notifications } from '@mantine/notifications';
import { useDialog, type ImportSource } from '../../app/dialogs';
import { importExtensions, MAX_INPUT } from '../../../core/formats/kinds';
import type { PaperId } from '../../../core/model';
import { readFiles } from '../../app/files';
import { addToPaper, isForPaper, isPdfFile } from '../../app/uploads';

/** What `Choose a file` offers to choose from; anything else can still be dropped. */
export const ACCEPTED = ['pdf', ...importExtensions].map((extension) => `.${extension}`).join(',');

/**
 * Opens the dialog that takes in what files hold, PDFs first, and says which of them could not be taken. What can be a
 * file of a paper goes to `paper`, where it was dropped on one.
 */
export async function offerFiles(files: readonly File[], paper: PaperId | null = null): Promise<void> {
  const own = files.filter((file) => paper !== null && isForPaper(file));
  if (paper !== null && own.length > 0) void addToPaper(paper, own);
  const others = files.filter((file) => !own.includes(file));
  const pdfs = others.filter(isPdfFile);
  const { sources, refused } = await readFiles(others.filter((file) => !pdfs.includes(file)));
  for (const { name, reason } of refused) complain(`${name} was not taken in`, reason);
  if (pdfs.length > 0) useDialog.getState().open({ kind: 'add-files', files: pdfs, sources });
  else offer(sources);
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
