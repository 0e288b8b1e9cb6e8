import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DomainError } from '../../core/errors';
import { emptyTables, tableNames, type Tables } from '../../core/tables';
import { replaceFile } from './durable';

/** What a snapshot holds: the library as it was after transaction `seq`. */
export interface Snapshot {
  device: string;
  seq: number;
  tables: Tables;
}

export const SNAPSHOT_VERSION = 1;

const Head = z.object({ format: z.literal('lectern-library'), version: z.number().int(), device: z.string(), seq: z.number().int() });
const Rows = z.array(z.object({ id: z.string() }).loose());

/** Reads a snapshot; null when there is none. Throws `library-damaged` or `library-too-new`. */
export async function readSnapshot(path: string): Promise<Snapshot | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return decode(text);
}

function decode(text: string): Snapshot {
  try {
    const data: unknown = JSON.parse(text);
    const { version, device, seq } = Head.parse(data);
    if (version > SNAPSHOT_VERSION) {
      throw new DomainError('library-too-new', 'This library was made by a newer Lectern. Update Lectern to open it; nothing has been changed.');
    }
    const tables = emptyTables();
    for (const name of tableNames) {
      const table = tables[name] as unknown as Map<string, unknown>;
      for (const row of Rows.parse((data as Record<string, unknown>)[name])) table.set(row.id, row);
    }
    return { device, seq, tables };
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    throw new DomainError('library-damaged', 'The library is damaged: library.json cannot be read. Nothing has been changed. Keep a copy of the folder before you try to mend it.', { cause });
  }
}

/** Writes a snapshot in place of the old one, one record a line. */
export async function writeSnapshot(path: string, snapshot: Snapshot): Promise<void> {
  await replaceFile(path, encode(snapshot));
}

/** How many characters are handed to the disk at once. */
const CHUNK = 1 << 20;

function* encode({ device, seq, tables }: Snapshot): Generator<string> {
  let chunk = JSON.stringify({ format: 'lectern-library', version: SNAPSHOT_VERSION, device, seq }).slice(0, -1);
  for (const name of tableNames) {
    chunk += `,\n"${name}":[`;
    let separator = '\n';
    for (const record of tables[name].values()) {
      chunk += separator + JSON.stringify(record);
      separator = ',\n';
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
    chunk += '\n]';
  }
  yield `${chunk}}\n`;
}
