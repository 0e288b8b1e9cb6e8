import type { Loss } from '../../core/condition';
import { DomainError } from '../../core/errors';
import type { TableName } from '../../core/tables';
import { changed, type Change, type Transaction } from '../../core/transaction';

type Fields = Record<string, unknown>;

/**
 * The transactions behind a snapshot, sorted by the record they change. A change addresses one record
 * and nothing else, so each record can be brought up to date by itself, as it is read.
 */
export interface Tail {
  /** The newest transaction; that of the snapshot when there is none behind it. */
  seq: number;
  /** The records of a table that are not in the snapshot, newest first. */
  created(table: TableName): Fields[];
  /** A record of the snapshot as it is now; undefined when it was deleted since. */
  brought(table: TableName, id: string, record: () => Fields): Fields | undefined;
  touches(table: TableName, id: string): boolean;
  /** What did not fit, and the changes whose record never came. To be asked for at the end. */
  losses(): Loss[];
}

export function tailOf(transactions: readonly Transaction[], after: number, upTo = Infinity): Tail {
  const byRecord = new Map<string, { change: Change; seq: number }[]>();
  const losses: Loss[] = [];
  let seq = after;
  for (const transaction of transactions) {
    if (transaction.seq <= after || transaction.seq > upTo) continue;
    for (const change of transaction.changes) {
      const key = `${change.table}/${change.id}`;
      const changes = byRecord.get(key);
      if (changes) changes.push({ change, seq: transaction.seq });
      else byRecord.set(key, [{ change, seq: transaction.seq }]);
    }
    seq = transaction.seq;
  }

  function folded(key: string, start: Fields | undefined): Fields | undefined {
    let record = start;
    for (const { change, seq: number } of byRecord.get(key) ?? []) {
      try {
        record = changed(record, change);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        losses.push({ file: 'journal', line: 0, what: `a change to ${key} in transaction ${number}: ${error.message}` });
      }
    }
    byRecord.delete(key);
    return record;
  }

  return {
    seq,
    created(table) {
      const keys = [...byRecord].filter(([key, [first]]) => key.startsWith(`${table}/`) && first?.change.op === 'create').map(([key]) => key);
      const records = keys.map((key) => folded(key, undefined)).filter((record) => record !== undefined);
      return newestFirst(records);
    },
    brought: (table, id, record) => folded(`${table}/${id}`, record()),
    touches: (table, id) => byRecord.has(`${table}/${id}`),
    losses() {
      const orphans = [...byRecord].map(([key]): Loss => ({ file: 'journal', line: 0, what: `the changes to ${key}, which is not in library.json` }));
      return [...losses, ...orphans];
    },
  };
}

/** Records that came together keep their order. */
function newestFirst(records: Fields[]): Fields[] {
  const age = ({ addedAt }: Fields): string => (typeof addedAt === 'string' ? addedAt : '');
  return records.toSorted((a, b) => (age(a) > age(b) ? -1 : age(a) < age(b) ? 1 : 0));
}
