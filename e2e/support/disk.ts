import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** A place in one of the library's files. */
export interface Place {
  /** Its path within the library. */
  file: string;
  /** Counted from 1. */
  line: number;
}

/** Changes one byte of the library's journal, in the first line that has `words`. */
export async function damageJournal(library: string, words: string): Promise<Place> {
  for (const name of (await readdir(join(library, 'journal'))).toSorted()) {
    const bytes = await readFile(join(library, 'journal', name));
    const at = bytes.indexOf(words);
    if (at === -1) continue;
    bytes[at] = bytes.readUInt8(at) ^ 1;
    await writeFile(join(library, 'journal', name), bytes);
    return { file: `journal/${name}`, line: bytes.subarray(0, at).toString('latin1').split('\n').length };
  }
  throw new Error(`No line of the journal has “${words}”.`);
}

/** Makes a library say that a later version of the format wrote it, with a right checksum. */
export async function makeNewer(library: string, version: number): Promise<void> {
  const path = join(library, 'library.json');
  const [head = '', ...rest] = (await readFile(path, 'utf8')).split('\n');
  const text = head.replace(/"version":\d+/, `"version":${version}`).replace(/,"crc":.*/, '');
  await writeFile(path, [`${text},"crc":"${crc32(text).toString(16).padStart(8, '0')}",`, ...rest].join('\n'));
}

/** The contents of all files of a library by their paths, but for the lock of whoever has it open. */
export async function filesOf(library: string): Promise<Record<string, string>> {
  const entries = await readdir(library, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('lock')).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(await Promise.all(files.toSorted().map(async (path) => [path.slice(library.length + 1), await readFile(path, 'base64')] as const)));
}
