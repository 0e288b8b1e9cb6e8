import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Loss } from '../../core/condition';
import { DomainError } from '../../core/errors';
import { tableNames, type TableName } from '../../core/tables';
import { syncFolder } from './durable';
import { readJournal } from './journal';
import type { Compact } from './renewal';
import { encodeRecord, readHead, readSnapshot, SnapshotEncoder, withSnapshot, type SnapshotSource } from './snapshot';
import { tailOf, type Tail } from './tail';

/**
 * Renews the snapshot from the files alone; the journal may grow meanwhile, behind `seq`. Records that
 * the journal does not touch are copied as they are, so that it takes little memory and little time.
 * Works without yielding: it is for a thread of its own. Throws `library-damaged` and leaves the old
 * snapshot when anything does not read back as it was written.
 */
export const compactFiles: Compact = async (folder, seq) => {
  const path = join(folder, 'library.json');
  const beside = `${path}.compact.tmp`;
  const file = openSync(beside, 'w', 0o600);
  try {
    const made = await encodeFiles(folder, seq, (portion) => writeFileSync(file, portion), { journal: true });
    if (Number.isFinite(seq) && made.seq < seq) throw damaged([{ file: 'journal', line: 0, what: `the transactions ${made.seq + 1} to ${seq}` }]);
    fsyncSync(file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  await rename(beside, path);
  await syncFolder(dirname(path));
};

/** What a snapshot was made of. */
export interface Encoded { device: string; seq: number; counts: ReadonlyMap<string, number> }

/**
 * Makes the bytes of a snapshot up to transaction `seq` from the files of a folder, and says in it that it
 * has a `journal` beside it. Throws `library-damaged`.
 */
export async function encodeFiles(folder: string, seq: number, write: (portion: Buffer) => void, beside: { journal?: true } = {}): Promise<Encoded> {
  return withSnapshot(join(folder, 'library.json'), (source) => encodeFrom(source, folder, seq, write, beside));
}

async function encodeFrom(source: SnapshotSource, folder: string, seq: number, write: (portion: Buffer) => void, beside: { journal?: true }): Promise<Encoded> {
  const found = await readHead(source);
  if (found.kind !== 'read') throw damaged([{ file: 'library.json', line: 1, what: 'the head of the snapshot' }]);
  const { head } = found;
  const { segments, losses } = await readJournal(join(folder, 'journal'), head.seq);
  const tail = tailOf(segments.flatMap(({ transactions }) => transactions), head.seq, seq);
  const encoder = new SnapshotEncoder({ device: head.device, seq: tail.seq, ...beside }, write);
  losses.push(...(await copy(source, encoder, tail)), ...tail.losses());
  if (losses.length > 0) throw damaged(losses);
  return { device: head.device, seq: tail.seq, counts: encoder.counts };
}

async function copy(source: SnapshotSource, encoder: SnapshotEncoder, tail: Tail): Promise<Loss[]> {
  let next = 0;
  const beginThrough = (table: TableName): void => {
    for (; next <= tableNames.indexOf(table); next += 1) {
      const begun = tableNames[next];
      if (begun === undefined) continue;
      encoder.table(begun);
      for (const row of tail.created(begun)) encoder.record(encodeRecord(row));
    }
  };
  const losses = await readSnapshot(source, ({ table, id, json, raw }) => {
    beginThrough(table);
    if (!tail.touches(table, id)) encoder.record(raw);
    else {
      const row = tail.brought(table, id, () => JSON.parse(json()) as Record<string, unknown>);
      if (row !== undefined) encoder.record(encodeRecord(row));
    }
  });
  const last = tableNames.at(-1);
  if (last !== undefined) beginThrough(last);
  encoder.end();
  return losses;
}

function damaged(losses: Loss[]): DomainError {
  return new DomainError('library-damaged', `The snapshot cannot be renewed: ${losses.map(({ file, line, what }) => `${file}${line === 0 ? '' : `, line ${line}`}: ${what}`).join('; ')}.`);
}
