import { mkdir, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { DomainError } from '../core/errors';
import { withWords } from './store/diskWords';

/** What makes a folder a library, also one that has lost the rest. */
const LIBRARY = new Set(['library.json', 'backups']);
const SEGMENT = /^\d{12}\.jsonl$/;
/** What may lie in a folder that becomes one: the first steps of a library, and what systems leave everywhere. */
const HARMLESS = /^(?:lock[-.].*|socket-\d+|\..*|desktop\.ini|Thumbs\.db|lost\+found|System Volume Information|.*\.tmp)$/;

/**
 * Checks that a folder is a library or can become one: it is not there yet, or is empty. Otherwise files
 * of another kind would get a library among them. Throws `invalid-input`.
 */
export async function checkPlace(folder: string): Promise<void> {
  const names = await withWords(folder, () => namesIn(folder));
  if (names.some((name) => LIBRARY.has(name)) || names.every((name) => HARMLESS.test(name) || name === 'journal')) return;
  if ((await withWords(folder, () => namesIn(join(folder, 'journal')))).some((name) => SEGMENT.test(name))) return;
  throw new DomainError('invalid-input', `There is no library in ${folder}, but there are other files. Choose the folder of a library, an empty folder or a new one.`);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The one name of a folder, however it is reached; the folder is made if it is not there. */
export async function placeOf(folder: string): Promise<string> {
  if (!isAbsolute(folder)) throw new DomainError('invalid-input', `“${folder}” is not the whole path of a folder.`);
  return withWords(folder, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return realpath(folder);
  });
}
