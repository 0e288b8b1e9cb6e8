import { titleOf } from './recordTitle';
import { tableNames, type TableName } from './tables';
import type { Past } from './timeline';
import type { Change, Transaction } from './transaction';

/** How many records of each table a transaction made, edited and deleted. */
export type Counts = { [T in TableName]?: { made: number; edited: number; deleted: number } };

/** A record that a transaction touched; `name` is null where the transaction does not say it. */
export interface DeedRecord {
  table: TableName;
  id: string;
  done: 'made' | 'edited' | 'deleted';
  name: string | null;
}

/** A transaction without its contents: what it was called, what it did and to what. */
export interface Deed {
  seq: number;
  at: string;
  label: string;
  action: 'done' | 'undone' | 'redone';
  counts: Counts;
  /** The first of the records touched. */
  records: DeedRecord[];
}

/** The last things done to a library, newest first. */
export interface Deeds extends Omit<Past, 'transactions'> {
  deeds: Deed[];
}

/** How many records of a transaction are named. */
const NAMED = 20;

export function deedsOf({ transactions, ...rest }: Past): Deeds {
  return { ...rest, deeds: transactions.map(deedOf) };
}

function deedOf({ seq, at, label, undoes, redoes, changes }: Transaction): Deed {
  const records = new Map<string, DeedRecord>();
  for (const change of changes) {
    const key = `${change.table}/${change.id}`;
    records.set(key, joined(records.get(key), change));
  }
  const touched = [...records.values()];
  const counts: Counts = {};
  for (const table of tableNames) {
    const own = touched.filter((each) => each.table === table);
    const count = (done: DeedRecord['done']): number => own.filter((each) => each.done === done).length;
    if (own.length > 0) counts[table] = { made: count('made'), edited: count('edited'), deleted: count('deleted') };
  }
  return { seq, at, label, action: undoes !== undefined ? 'undone' : redoes !== undefined ? 'redone' : 'done', counts, records: touched.slice(0, NAMED) };
}

function joined(before: DeedRecord | undefined, change: Change): DeedRecord {
  const { table, id, op } = change;
  const done = op === 'create' ? 'made' : op === 'delete' ? 'deleted' : (before?.done ?? 'edited');
  return { table, id, done, name: 'record' in change ? titleOf(change.record) : (before?.name ?? null) };
}
