import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readWholeJournal } from '../../src/node/store/journal';
import { LibraryFolder } from '../../src/node/store/libraryFolder';
import { contentOf } from '../faults/scenario';

/** The files of a folder by their paths in it. */
export type Files = Map<string, Buffer>;

export async function filesOf(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.toSorted().map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const)));
}

/** A folder in memory, where the machine has such a thing: thousands of damaged copies pass through it. */
export async function folderInMemory(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'lectern-damage-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

/** A way to damage one file of a library. */
export interface Damage { file: string; what: string; bytes: Buffer }

export function flipped(files: Files, file: string, position: number, bit: number): Damage {
  const bytes = Buffer.from(files.get(file) ?? []);
  bytes[position] = (bytes[position] ?? 0) ^ (1 << bit);
  return { file, what: `bit ${bit} of byte ${position} of ${file} flipped`, bytes };
}

export function cutOff(files: Files, file: string, length: number): Damage {
  return { file, what: `${file} cut off at ${length}`, bytes: (files.get(file) ?? Buffer.alloc(0)).subarray(0, length) };
}

interface Sound { content: Record<string, unknown>; transactions: number }

/**
 * Tries damages on a library one by one, each on a copy that is otherwise sound. Answers what was lost in
 * silence, crashed, or was changed on the disk; nothing of it may happen.
 */
export async function tryDamages(files: Files, damages: Iterable<Damage>): Promise<{ count: number; problems: string[] }> {
  await using folder = await folderInMemory();
  for (const [file, bytes] of files) await put(folder.path, file, bytes);
  const sound = await soundContent(folder.path);
  const problems: string[] = [];
  let count = 0;
  for (const { file, what, bytes } of damages) {
    await put(folder.path, file, bytes);
    try {
      problems.push(...(await look(folder.path, sound)).map((problem) => `${what}: ${problem}`));
      if (!(await readFile(join(folder.path, file))).equals(bytes)) problems.push(`${what}: the file was changed`);
    } catch (error) {
      problems.push(`${what}: ${String(error)}`);
    }
    await put(folder.path, file, files.get(file) ?? Buffer.alloc(0));
    count += 1;
  }
  const after = await filesOf(folder.path);
  if (!isDeepStrictEqual([...after.keys()], [...files.keys()])) problems.push(`There are other files than before: ${[...after.keys()].join(', ')}`);
  return { count, problems };
}

async function put(folder: string, file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), bytes);
}

async function soundContent(folder: string): Promise<Sound> {
  const contents = await new LibraryFolder(folder).read();
  if (contents?.condition.kind !== 'sound') throw new Error('The library was not sound before it was damaged.');
  const { transactions } = await readWholeJournal(join(folder, 'journal'));
  return { content: contentOf(contents.tables), transactions };
}

/** Reads as opening and as a check do: whatever is missing must be reported. */
async function look(folder: string, sound: Sound): Promise<string[]> {
  const contents = await new LibraryFolder(folder).read();
  if (contents === null) return ['it was taken for no library at all'];
  const reported = contents.condition.kind === 'damaged';
  const problems: string[] = [];
  if (contents.condition.kind === 'newer') problems.push('it was taken for a newer version');
  if (!reported && !isDeepStrictEqual(contentOf(contents.tables), sound.content)) problems.push('records are lost or changed in silence');
  const journal = await readWholeJournal(join(folder, 'journal'));
  if (!reported && journal.losses.length === 0 && journal.transactions !== sound.transactions) problems.push('history is lost in silence');
  return problems;
}
