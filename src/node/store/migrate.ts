import { createHash } from 'node:crypto';
import { cp, mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../../core/errors';
import { migrate, type StoredTables } from '../../core/migrations';
import { emptyTables, tableNames, type Tables } from '../../core/tables';
import { apply } from '../../core/transaction';
import { syncFolder } from './durable';
import { readJournal } from './journal';
import { LibraryFolder } from './libraryFolder';

const Version1 = z.object({
  format: z.literal('lectern-library'), version: z.literal(1), device: z.string(), seq: z.number().int(),
  papers: z.array(z.looseObject({ id: z.string() })), notes: z.array(z.looseObject({ id: z.string() })),
  annotations: z.array(z.looseObject({ id: z.string() })), collections: z.array(z.looseObject({ id: z.string() })),
});

/**
 * Brings a library folder of an older version to today's. The folder as it was is kept in
 * `backups/before-version-2`, compared byte for byte, before anything is changed; the one change is the
 * snapshot, which is replaced as a whole. Does nothing to a folder of today's version.
 */
export async function migrateFolder(folder: string): Promise<void> {
  const older = await readOlder(folder);
  if (older === null) return;
  const { seq, device, tables } = older;
  await keepCopy(folder);
  await new LibraryFolder(folder).write({ device, seq, tables, history: { undo: [], redo: [] }, condition: { kind: 'sound' }, end: null });
}

/** What a library folder of an older version holds, as today's version has it; null for any other folder. Throws `library-damaged`. */
export async function readOlder(folder: string): Promise<{ device: string; seq: number; tables: Tables } | null> {
  const path = join(folder, 'library.json');
  // A head of today's version whose number is damaged has a checksum all the same.
  if (!/^\{"format":"lectern-library","version":1,(?!.*"crc")/.test(await headOf(path))) return null;
  return readVersion1(folder, await readFile(path, 'utf8'));
}

/** More than the first line of any snapshot of ours, in bytes. */
const HEAD = 4096;

/** The first line of a snapshot, as far as it is looked at; empty where there is no file. */
async function headOf(path: string): Promise<string> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const [line = ''] = buffer.toString('utf8', 0, bytesRead).split('\n', 1);
    return line;
  } finally {
    await file.close();
  }
}

async function readVersion1(folder: string, text: string): Promise<{ device: string; seq: number; tables: Tables }> {
  const snapshot = parsed(text);
  const { segments, losses } = await readJournal(join(folder, 'journal'), snapshot.seq);
  if (losses.length > 0) throw damaged(losses.map(({ file, line, what }) => `${file}, line ${line}: ${what}`).join('; '));
  const byId = (rows: { id: string }[]): StoredTables[string] => new Map(rows.map((row) => [row.id, row]));
  const stored: StoredTables = { papers: byId(snapshot.papers), notes: byId(snapshot.notes), annotations: byId(snapshot.annotations), collections: byId(snapshot.collections) };
  const tables: Tables = { ...emptyTables(), ...(stored as Partial<Tables>) };
  let { seq } = snapshot;
  for (const transaction of segments.flatMap(({ transactions }) => transactions)) {
    if (transaction.seq <= seq) continue;
    apply(tables, transaction.changes);
    ({ seq } = transaction);
  }
  const migrated = migrate(Object.fromEntries(tableNames.map((name) => [name, tables[name] as unknown as StoredTables[string]])), 1);
  return { device: snapshot.device, seq, tables: migrated as unknown as Tables };
}

function parsed(text: string): z.infer<typeof Version1> {
  try {
    return Version1.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged('library.json', cause);
  }
}

function damaged(where: string, cause?: unknown): DomainError {
  return new DomainError('library-damaged', `The library is of an older version and damaged (${where}). Nothing has been changed. Keep a copy of the folder before you try to mend it.`, { cause });
}

async function keepCopy(folder: string): Promise<void> {
  const copy = join(folder, 'backups', 'before-version-2');
  const beside = `${copy}.tmp`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true, mode: 0o700 });
  for (const name of ['library.json', 'journal']) await cp(join(folder, name), join(beside, name), { recursive: true });
  if ((await digestOf(beside)) !== (await digestOf(folder))) throw new DomainError('disk', 'The library could not be copied before it is brought to this version. Check the disk; nothing has been changed.');
  await rm(copy, { recursive: true, force: true });
  await rename(beside, copy);
  await syncFolder(join(folder, 'backups'));
}

/** The SHA-256 over what makes a library of version 1. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(folder, 'library.json')));
  const journal = join(folder, 'journal');
  for (const name of (await readdir(journal)).toSorted()) hash.update(name).update(await readFile(join(journal, name)));
  return hash.digest('hex');
}
