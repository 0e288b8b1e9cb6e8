import { closeSync, openSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { LIBRARY_VERSION } from '../../core/migrations';
import type { BackupInfo, BackupSource } from '../../core/ports';
import { recordSchemas, type TableName } from '../../core/tables';
import { withWords } from '../store/diskWords';
import { readHead, readSnapshot } from '../store/snapshot';
import { backupsOf, infoOf, pathOf } from './manifest';
import { openBackup, unreadable } from './openBackup';
import { clearUnfinished, workFile } from './workFiles';

/** Where a batch of records stands in the file of batches, as one JSON array. */
export interface BatchPlace { table: TableName; offset: number; length: number }

/** A backup whose records were read, checked and written into a file of batches. */
export interface Prepared { info: BackupInfo; file: string; places: BatchPlace[] }

/** A batch ends with so many records or so many bytes, so that it is parsed within milliseconds. */
const BATCH_RECORDS = 500;
const BATCH_BYTES = 1 << 19;

/** Reads a backup completely. Throws `unreadable` when anything in it is not as it should be. */
export function prepareRestore({ folder, source }: { folder: string; source: BackupSource }): Promise<Prepared> {
  return withWords(folder, () => prepare(folder, source));
}

async function prepare(folder: string, source: BackupSource): Promise<Prepared> {
  const path = source.kind === 'name' ? pathOf(folder, source.name) : source.path;
  const backup = await openBackup(path);
  const backups = backupsOf(folder);
  await mkdir(backups, { recursive: true, mode: 0o700 });
  await clearUnfinished(backups);
  const unpacked = workFile(backups);
  const file = workFile(backups);
  try {
    await backup.unpack('attachments.json', null);
    await backup.unpack('library.json', unpacked);
    await refuseOtherVersions(unpacked, path);
    const { places, counts, problem } = await writeBatches(unpacked, file);
    if (problem !== null) throw unreadable(path, problem);
    if (Object.entries(backup.manifest.counts).some(([table, count]) => count !== (counts.get(table) ?? 0))) throw unreadable(path, 'it has not as many records as it says');
    return { info: infoOf(backup.manifest, source.kind === 'name' ? source.name : path, backup.bytes), file, places };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    backup.close();
    await rm(unpacked, { force: true });
  }
}

async function refuseOtherVersions(unpacked: string, path: string): Promise<void> {
  const found = await readHead(unpacked);
  if (found.kind !== 'read') throw unreadable(path, 'its library is damaged');
  if (found.head.version > LIBRARY_VERSION) throw unreadable(path, 'it was made by a newer Lectern. Update Lectern to restore it');
}

interface Written { places: BatchPlace[]; counts: Map<string, number>; problem: string | null }

/** Writes the records of a snapshot as batches. The first that is lost, or not of today's shape, is the problem. */
async function writeBatches(snapshot: string, target: string): Promise<Written> {
  const written: Written = { places: [], counts: new Map(), problem: null };
  const seen = new Set<string>();
  const file = openSync(target, 'wx', 0o600);
  try {
    const batches = batchWriter(file, written.places);
    const losses = await readSnapshot(snapshot, ({ table, json }) => {
      const text = json();
      const parsed = recordSchemas[table].safeParse(JSON.parse(text));
      const key = parsed.success ? `${table}/${parsed.data.id}` : '';
      if (!parsed.success || seen.has(key)) written.problem ??= `a record of ${table} is not one of Lectern's`;
      seen.add(key);
      written.counts.set(table, (written.counts.get(table) ?? 0) + 1);
      batches.add(table, text);
    });
    batches.flush();
    const [loss] = losses;
    if (loss !== undefined) written.problem ??= `${loss.what} is lost`;
    return written;
  } finally {
    closeSync(file);
  }
}

function batchWriter(file: number, places: BatchPlace[]) {
  let table: TableName = 'settings';
  let records: string[] = [];
  let size = 0;
  let offset = 0;
  function flush(): void {
    if (records.length === 0) return;
    const bytes = Buffer.from(`[${records.join(',')}]`);
    writeFileSync(file, bytes);
    places.push({ table, offset, length: bytes.length });
    offset += bytes.length;
    records = [];
    size = 0;
  }
  return {
    add(to: TableName, text: string): void {
      if (to !== table || records.length === BATCH_RECORDS || size > BATCH_BYTES) flush();
      table = to;
      records.push(text);
      size += text.length;
    },
    flush,
  };
}
