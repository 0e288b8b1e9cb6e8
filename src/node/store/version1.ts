import { open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Loss } from '../../core/condition';
import { migrate, type StoredTables } from '../../core/migrations';
import { emptyTables, recordSchemas, tableNames, type TableName, type Tables } from '../../core/tables';
import { readJournal } from './journal';
import { lostRecord } from './snapshot';
import { tailOf } from './tail';

/**
 * A library of version 1: a snapshot whose lines vouch for nothing, and a journal as today's but without heads.
 * Its records are told by their shape, so that one line that is damaged costs what stands on it alone.
 */
export interface Version1 {
  device: string;
  seq: number;
  /** As today's version has them. */
  tables: Tables;
  losses: Loss[];
}

type Row = Record<string, unknown> & { id: string };
interface Snapshot { device: string | undefined; seq: number | undefined; rows: { table: TableName; row: Row }[]; losses: Loss[] }

/** What a library folder of version 1 holds, as far as it is sound; null for any other folder. */
export async function readVersion1(folder: string): Promise<Version1 | null> {
  const path = join(folder, 'library.json');
  const beginning = await beginningOf(path);
  // Snapshots of later versions have checksums, also where their head is damaged.
  if (/"crc":"[0-9a-f]{8}"/.test(beginning) || !/"version":1,|"papers":\[/.test(beginning)) return null;
  return joined(readSnapshot(await readFile(path, 'utf8')), join(folder, 'journal'));
}

/** How much of a snapshot tells its version, in bytes: more than its first line. */
const BEGINNING = 4096;

/** The beginning of a file; empty where there is none. */
async function beginningOf(path: string): Promise<string> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function readSnapshot(text: string): Snapshot {
  const snapshot: Snapshot = { device: undefined, seq: undefined, rows: [], losses: [] };
  const lose = (line: number, what: string): void => { snapshot.losses.push({ file: 'library.json', line, what }); };
  const [first = '', ...lines] = text.trimEnd().split('\n');
  const head = /^\{"format":"lectern-library","version":1,"device":"([\w-]+)","seq":(\d+),$/.exec(first);
  if (head === null) lose(1, 'the head of the snapshot, which says which changes are in it');
  else [snapshot.device, snapshot.seq] = [head[1], Number(head[2])];
  for (const [index, line] of lines.entries()) {
    if (STRUCTURE.test(line)) continue;
    const found = recordOf(line);
    if (found === null) lose(index + 2, line.startsWith('{') ? lostRecord(Buffer.from(line), undefined) : 'a line between the records');
    else snapshot.rows.push(found);
  }
  if (lines.at(-1) !== ']}') lose(0, 'the end of the snapshot');
  return snapshot;
}

/** The lines between the records. */
const STRUCTURE = /^(?:"(?:papers|notes|annotations|collections)":\[|\],|\]\})$/;

function recordOf(line: string): { table: TableName; row: Row } | null {
  let row: unknown;
  try {
    row = JSON.parse(line.replace(/,$/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const table = tableNames.find((name) => recordSchemas[name].safeParse(row).success);
  return table === undefined ? null : { table, row: row as Row };
}

/** Joins the snapshot with the journal behind it; where it does not say how far it goes, whatever it lacks comes from the journal. */
async function joined({ device, seq, rows, losses }: Snapshot, journal: string): Promise<Version1> {
  const after = seq ?? 0;
  const { segments, losses: lostChanges } = await readJournal(journal, after);
  const transactions = segments.flatMap((segment) => segment.transactions);
  const tail = tailOf(transactions, after);
  const stored = emptyTables() as unknown as StoredTables;
  for (const table of tableNames) {
    for (const row of tail.created(table)) stored[table]?.set(String(row['id']), row);
  }
  for (const { table, row } of rows) {
    const now = tail.brought(table, row.id, () => row);
    if (now !== undefined && stored[table]?.has(row.id) !== true) stored[table]?.set(row.id, now);
  }
  return {
    device: device ?? transactions[0]?.device ?? '',
    seq: tail.seq,
    tables: migrate(stored, 1) as unknown as Tables,
    losses: [...losses, ...lostChanges, ...tail.losses()],
  };
}
