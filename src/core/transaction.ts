import { z } from 'zod';
import { DomainError, assertNever } from './errors';
import { tableNames, type ReadonlyTables, type Records, type TableName, type Tables } from './tables';

const fields = z.record(z.string(), z.unknown());
const address = { table: z.enum(tableNames), id: z.string() };

/**
 * One change, addressed by record and field and carrying what was there before, so that it can be
 * turned round. Long texts change by a splice: its size is that of the edit, not of the text. Where `from` or `to` is
 * left out the record had no such field, or has none any more.
 */
export const Change = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('create'), ...address, record: fields }),
  z.strictObject({ op: z.literal('delete'), ...address, record: fields }),
  z.strictObject({ op: z.literal('set'), ...address, field: z.string(), from: z.unknown().optional(), to: z.unknown().optional() }),
  z.strictObject({ op: z.literal('splice'), ...address, field: z.string(), at: z.number(), removed: z.string(), inserted: z.string() }),
]);
export type Change = z.infer<typeof Change>;

/** Changes that hold together: all of them are made, or none. `label` is what undo says it takes back. */
export const Transaction = z.strictObject({
  seq: z.number().int().positive(),
  at: z.iso.datetime(),
  device: z.string(),
  label: z.string(),
  changes: z.array(Change),
  /** The transaction that this one takes back, or makes again. */
  undoes: z.number().optional(),
  redoes: z.number().optional(),
});
export type Transaction = z.infer<typeof Transaction>;

export function create<T extends TableName>(table: T, record: Records[T]): Change {
  return { op: 'create', table, id: record.id, record: { ...record } };
}

export function remove<T extends TableName>(table: T, record: Records[T]): Change {
  return { op: 'delete', table, id: record.id, record: { ...record } };
}

/** The changes that make `record` have these fields; fields that are so already make no change. */
export function edit<T extends TableName>(table: T, record: Records[T], to: Partial<Records[T]>): Change[] {
  const changes: Change[] = [];
  for (const field of Object.keys(to) as (keyof Records[T] & string)[]) {
    const before = record[field];
    const after = to[field];
    if (after === undefined || same(before, after)) continue;
    changes.push(fieldChange({ table, id: record.id, field }, before, after));
  }
  return changes;
}

/** The change that takes away a field that not every record has; none where it is not there. */
export function unset<T extends TableName>(table: T, record: Records[T], field: keyof Records[T] & string): Change[] {
  return Object.hasOwn(record, field) ? [{ op: 'set', table, id: record.id, field, from: record[field] }] : [];
}

function fieldChange(where: { table: TableName; id: string; field: string }, from: unknown, to: unknown): Change {
  if (typeof from === 'string' && typeof to === 'string' && from.length + to.length > 200) {
    return { op: 'splice', ...where, ...spliceBetween(from, to) };
  }
  return { op: 'set', ...where, from, to };
}

/** The one replacement that turns `from` into `to`: what lies between their common beginning and end. */
function spliceBetween(from: string, to: string): { at: number; removed: string; inserted: string } {
  const limit = Math.min(from.length, to.length);
  let at = 0;
  while (at < limit && from.charCodeAt(at) === to.charCodeAt(at)) at += 1;
  let tail = 0;
  while (tail < limit - at && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail)) tail += 1;
  return { at, removed: from.slice(at, from.length - tail), inserted: to.slice(at, to.length - tail) };
}

/** The change that takes this one back. */
export function inverse(change: Change): Change {
  switch (change.op) {
    case 'create': return { ...change, op: 'delete' };
    case 'delete': return { ...change, op: 'create' };
    case 'set': return { ...change, from: change.to, to: change.from };
    case 'splice': return { ...change, removed: change.inserted, inserted: change.removed };
    default: return assertNever(change);
  }
}

/**
 * Makes the changes in order. Throws `conflict` and leaves the tables as they were if one does not
 * fit what is there: a record that exists already or is gone, a text that reads differently.
 */
export function apply(tables: Tables, changes: readonly Change[]): void {
  const done: Change[] = [];
  try {
    for (const change of changes) {
      applyOne(tables, change);
      done.push(change);
    }
  } catch (error) {
    for (const change of done.toReversed()) applyOne(tables, inverse(change));
    throw error;
  }
}

type Fields = Record<string, unknown>;

function applyOne(tables: Tables, change: Change): void {
  // Records come from our own schemas (`create`, `edit`) or from a journal that was checked on reading.
  const table = tables[change.table] as unknown as Map<string, Fields>;
  const after = changed(table.get(change.id), change);
  if (after === undefined) table.delete(change.id);
  else table.set(change.id, after);
}

/** The record after a change; undefined is one that is not there. Throws `conflict` when the change does not fit. */
export function changed(record: Fields | undefined, change: Change): Fields | undefined {
  if (change.op === 'create') {
    if (record !== undefined) throw misfit(change, 'it exists already');
    return change.record;
  }
  if (record === undefined) throw misfit(change, 'it is gone');
  switch (change.op) {
    case 'delete': return undefined;
    case 'set': return change.to === undefined ? without(record, change.field) : { ...record, [change.field]: change.to };
    case 'splice': return { ...record, [change.field]: spliced(record[change.field], change) };
    default: return assertNever(change);
  }
}

function without(record: Fields, field: string): Fields {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
}

function spliced(text: unknown, change: Extract<Change, { op: 'splice' }>): string {
  const { at, removed, inserted } = change;
  if (typeof text !== 'string' || text.slice(at, at + removed.length) !== removed) throw misfit(change, 'its text reads differently');
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

function misfit(change: Change, why: string): DomainError {
  return new DomainError('conflict', `A change to ${change.table}/${change.id} does not fit: ${why}.`);
}

/** Whether two field values are equal; they are JSON values. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The papers whose rows, notes or annotations these changes touch. */
export function touchedPapers(changes: readonly Change[], tables: ReadonlyTables): Set<string> {
  const touched = new Set<string>();
  for (const change of changes) {
    if (change.table === 'papers') touched.add(change.id);
    else if (change.table !== 'collections') {
      const paperId = 'record' in change ? change.record['paperId'] : (tables[change.table] as ReadonlyMap<string, { paperId: string }>).get(change.id)?.paperId;
      if (typeof paperId === 'string') touched.add(paperId);
    }
  }
  return touched;
}
