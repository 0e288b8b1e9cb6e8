import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../core/errors';
import { LIBRARY_VERSION } from '../../core/migrations';
import { tableNames, type Tables } from '../../core/tables';
import { copyDurably, syncFolder } from './durable';
import { segmentsIn } from './journal';
import { LibraryFolder, type Contents } from './libraryFolder';
import type { Compact } from './renewal';
import { readVersion1 } from './version1';

/**
 * Brings a library folder of version 1 to today's; does nothing to any other. The folder as it was is kept
 * first, compared byte for byte; the one change is the snapshot, which is replaced as a whole. Of a damaged one
 * nothing is changed: what is sound of it comes into `tables`, and is the answer.
 */
export async function migrateVersion1(folder: string, tables: Tables): Promise<Contents | null> {
  const found = await readVersion1(folder);
  if (found === null) return null;
  const { losses, ...held } = found;
  const contents: Contents = { ...held, history: { undo: [], redo: [] }, condition: { kind: 'sound' }, end: null };
  if (losses.length > 0) {
    for (const name of tableNames) for (const [id, row] of found.tables[name]) (tables[name] as Map<string, unknown>).set(id, row);
    return { ...contents, tables, condition: { kind: 'damaged', losses } };
  }
  await keepCopy(folder);
  await new LibraryFolder(folder).write(contents);
  return null;
}

/**
 * Brings a sound library folder of a later version to today's before anything is written to it, so that an older
 * Lectern knows that it does not understand it. The records are copied as they are.
 */
export async function migrateLater(folder: string, { head, seq }: Pick<Contents, 'head' | 'seq'>, compact: Compact): Promise<void> {
  if (!head || head.version >= LIBRARY_VERSION) return;
  await keepCopy(folder);
  await compact(folder, seq);
}

async function keepCopy(folder: string): Promise<void> {
  const copy = join(folder, 'backups', `before-version-${LIBRARY_VERSION}`);
  const beside = `${copy}.tmp`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(join(beside, 'journal'), { recursive: true, mode: 0o700 });
  for (const name of await partsOf(folder)) await copyDurably(join(folder, name), join(beside, name));
  if ((await digestOf(beside)) !== (await digestOf(folder))) throw new DomainError('disk', 'The library could not be copied before it is brought to this version. Check the disk; nothing has been changed.');
  await syncFolder(join(beside, 'journal'));
  await syncFolder(beside);
  await rm(copy, { recursive: true, force: true });
  await rename(beside, copy);
  await syncFolder(join(folder, 'backups'));
}

/** The files that make a library. */
async function partsOf(folder: string): Promise<string[]> {
  const journal = await readdir(join(folder, 'journal'));
  const segments = (await segmentsIn(join(folder, 'journal'))).map((name) => join('journal', name));
  return ['library.json', ...segments, ...(journal.includes('sealed') ? [join('journal', 'sealed')] : [])];
}

/** The SHA-256 over the files that make a library. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await partsOf(folder)) {
    hash.update(name);
    for await (const portion of createReadStream(join(folder, name))) hash.update(portion as Buffer);
  }
  return hash.digest('hex');
}
