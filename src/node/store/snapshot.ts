import { open, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import type { Loss } from '../../core/condition';
import { LIBRARY_VERSION, tablesOf } from '../../core/migrations';
import { tableNames, type TableName } from '../../core/tables';
import { checksum } from './checksum';
import { readLines, type Read } from './lines';

/**
 * A snapshot is one JSON object with each record on a line of its own. `crc` vouches for the rest of its
 * line: on the first line, on each record and on the last line, which counts the records; every other
 * line reads in one way only. The newest papers come first, so that the first screen of the list can be
 * shown before all is read.
 */

const Head = z.object({
  format: z.literal('lectern-library'), version: z.number().int(), device: z.string(), seq: z.number().int(),
  /** There was a journal when this was written, so that one that is gone is missed. */
  journal: z.literal(true).optional(),
});
export type Head = z.infer<typeof Head>;
type NewHead = Pick<Head, 'device' | 'seq' | 'journal'>;

/** A record's line: its table, its id, its JSON, and its bytes, fit to be copied. */
export interface RecordLine {
  table: TableName;
  id: string;
  json: () => string;
  raw: Buffer;
}

const RECORD = Buffer.from('{"crc":"');
/** The length of `{"crc":"01234567",` */
const PREFIX = RECORD.length + 10;
/** Where the id begins, behind `"id":"`. */
const ID = PREFIX + 6;

export type FoundHead = { kind: 'absent' } | { kind: 'damaged' } | { kind: 'read'; head: Head };

/** A snapshot by its path, or one that is open. */
export type SnapshotSource = string | FileHandle;

/**
 * Keeps a snapshot open while it is worked with, so that all that is read is of the same one even if it is
 * renewed meanwhile. Where there is none, the path stands for it.
 */
export async function withSnapshot<T>(path: string, work: (source: SnapshotSource) => Promise<T>): Promise<T> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  try {
    return await work(file ?? path);
  } finally {
    await file?.close();
  }
}

/** Reads the head of a snapshot alone. */
export async function readHead(source: SnapshotSource): Promise<FoundHead> {
  let found: FoundHead = { kind: 'damaged' };
  try {
    await readLines(source, (line) => {
      const head = headOf(line.toString('utf8'));
      if (head !== null) found = { kind: 'read', head };
      return false;
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'absent' };
    throw error;
  }
  return found;
}

/** Reads the records of a snapshot. A line that is not as it was written is a loss; the others are read on. No file is no loss. */
export async function readSnapshot(source: SnapshotSource, onRecord: (record: RecordLine) => void): Promise<Loss[]> {
  const losses: Loss[] = [];
  const lose = (line: number, what: string): void => { losses.push({ file: 'library.json', line, what }); };
  let tables = tableNames;
  let structure = structureOf(tables);
  const counts = new Map<string, number>();
  let at = 0;
  let table: TableName | undefined;
  const read = await readLinesIfThere(source, (line, number) => {
    if (line.subarray(0, RECORD.length).equals(RECORD)) {
      const record = table === undefined ? null : recordOf(line, table);
      if (record === null) lose(number, lostRecord(line, table));
      else {
        counts.set(record.table, (counts.get(record.table) ?? 0) + 1);
        onRecord(record);
      }
      return;
    }
    const text = line.toString('utf8');
    const begun = tableNames.find((name) => text === `"${name}":[`);
    if (begun !== undefined) {
      if (text !== structure[at]) lose(number, 'a line between the records');
      table = begun;
      at = structure.indexOf(text) + 1;
    } else if (text === structure[at]) at += 1;
    else if (structure[at] === 'head') {
      const head = headOf(text);
      if (head === null) lose(number, 'the head of the snapshot');
      else structure = structureOf((tables = tablesOf(head.version)));
      at += 1;
    } else if (structure[at] === 'end') {
      if (text !== endLine(tables, counts) && losses.length === 0) lose(number, 'the count of the records');
      at += 1;
    } else {
      lose(number, 'a line between the records');
      if (structure[at]?.startsWith('"') !== true) return; // what was a record, or part of one
      table = tables[(at - 1) / 2];
      at += 1;
    }
  });
  if (read !== null && (at !== structure.length || read.wholeLines < read.total)) lose(0, 'the end of the snapshot');
  return losses;
}

/** The lines of a snapshot besides its records. */
function structureOf(tables: readonly TableName[]): string[] {
  return ['head', ...tables.flatMap((name) => [`"${name}":[`, '],']), 'end'];
}

async function readLinesIfThere(source: SnapshotSource, onLine: Parameters<typeof readLines>[1]): Promise<Read | null> {
  try {
    return await readLines(source, onLine);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function headOf(text: string): Head | null {
  const parts = /^(.*),"crc":"([0-9a-f]{8})",$/s.exec(text);
  if (parts?.[1] === undefined || checksum(parts[1]) !== parts[2]) return null;
  return Head.parse(JSON.parse(`${parts[1]}}`));
}

function headLine({ device, seq, journal }: NewHead): string {
  const text = JSON.stringify({ format: 'lectern-library', version: LIBRARY_VERSION, device, seq, journal }).slice(0, -1);
  return `${text},"crc":"${checksum(text)}",`;
}

function endLine(tables: readonly TableName[], counts: ReadonlyMap<string, number>): string {
  const text = `"records":${JSON.stringify(Object.fromEntries(tables.map((name) => [name, counts.get(name) ?? 0])))}`;
  return `${text},"crc":"${checksum(text)}"}`;
}

/** The record of a line whose checksum is right; null otherwise. */
function recordOf(line: Buffer, table: TableName): RecordLine | null {
  const end = line.at(-1) === 0x2c ? line.length - 1 : line.length; // without the comma between records
  if (line[end - 1] !== 0x7d || checksum(line.subarray(PREFIX, end - 1)) !== line.toString('latin1', RECORD.length, RECORD.length + 8)) return null;
  return {
    table,
    id: line.toString('latin1', ID, line.indexOf('"', ID)),
    json: () => `{${line.toString('utf8', PREFIX, end)}`,
    raw: line.subarray(0, end),
  };
}

/** What can be told of a record that is lost: its title or name, where that is still readable. */
export function lostRecord(line: Buffer, table: TableName | undefined): string {
  const text = line.toString('utf8', 0, 2000);
  const id = /"id":"([^"]{1,64})"/.exec(text)?.[1];
  const title = /"(?:title|name)":"((?:[^"\\]|\\.){1,120})/.exec(text)?.[1];
  return `a record${table === undefined ? '' : ` of ${table}`}${title === undefined ? '' : ` called “${title}”`}${id === undefined ? '' : ` (${id})`}`;
}

/** A record as the text of its line. `id` comes first, so that it can be told without parsing. */
export function encodeRecord({ id, ...rest }: Record<string, unknown>): string {
  const body = JSON.stringify({ id, ...rest }).slice(1, -1);
  return `{"crc":"${checksum(body)}",${body}}`;
}

/** How much is handed to the disk at once, in bytes. */
const PORTION = 1 << 20;

/** Makes the bytes of a snapshot: tables in their order, each with its records. */
export class SnapshotEncoder {
  /** How many records each table has so far. */
  readonly counts = new Map<string, number>();
  private readonly portion: Buffer;
  private size = 0;
  private open = -1;

  constructor(head: NewHead, private readonly write: (portion: Buffer) => void) {
    this.portion = Buffer.allocUnsafe(PORTION);
    this.add(`${headLine(head)}\n`);
  }

  /** Begins a table, after those before it that had no records. */
  table(name: TableName): void {
    for (const next of tableNames.slice(this.open + 1, tableNames.indexOf(name) + 1)) {
      this.endTable();
      this.add(`"${next}":[`);
      this.open += 1;
    }
  }

  /** Adds a record to the table that was begun last: as it was in another snapshot, or encoded anew. */
  record(line: string | Buffer): void {
    const table = tableNames[this.open] ?? '';
    const count = this.counts.get(table) ?? 0;
    this.add(count === 0 ? '\n' : ',\n');
    this.add(line);
    this.counts.set(table, count + 1);
  }

  end(): void {
    for (const table of tableNames) this.table(table);
    this.endTable();
    this.add(`${endLine(tableNames, this.counts)}\n`);
    this.flush();
  }

  private endTable(): void {
    if (this.open >= 0) this.add('\n],\n');
  }

  private add(data: string | Buffer): void {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    if (this.size + bytes.length > this.portion.length) this.flush();
    if (bytes.length > this.portion.length) this.write(Buffer.from(bytes));
    else this.size += bytes.copy(this.portion, this.size);
  }

  private flush(): void {
    if (this.size > 0) this.write(Buffer.from(this.portion.subarray(0, this.size)));
    this.size = 0;
  }
}
