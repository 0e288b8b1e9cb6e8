import { DomainError } from './errors';
import { changesBetween, sameContent, sameValue, type FieldChange, type Fields } from './fieldChanges';
import { titleOf } from './recordTitle';
import type { TableName } from './tables';
import { changed, inverse, type Change, type Transaction } from './transaction';

/** A record by its table and id. */
export interface Address {
  table: TableName;
  id: string;
}

/** What a journal still tells of some records. */
export interface Past {
  /** Newest first, each with the changes alone that touch those records. */
  transactions: Transaction[];
  /** There are older ones, which were not asked for. */
  more: boolean;
  /** When the oldest transaction that is kept was made; null where there is none. */
  since: string | null;
  /** Older transactions have been removed. */
  thinned: boolean;
  /** It ends at damage: what is before cannot be known. */
  broken: boolean;
}

/** What a transaction was: how it came about, or else what it did to the record. */
export type Action = 'made' | 'edited' | 'deleted' | 'undone' | 'redone';

/** What a transaction did to a note or highlight of the paper. */
export interface Part {
  table: TableName;
  id: string;
  /** The note's title or first words, or the words that are highlighted. */
  name: string;
  done: 'made' | 'edited' | 'deleted';
  changes: FieldChange[];
}

/** A record as a transaction left it, told by what that changed. */
export interface Version {
  seq: number;
  at: string;
  label: string;
  action: Action;
  /** What was done to the record itself; null where only its notes and highlights were touched. */
  done: 'made' | 'edited' | 'deleted' | null;
  changes: FieldChange[];
  parts: Part[];
  /** Whether the record was there after it and looks different now. */
  restorable: boolean;
}

export interface Timeline {
  /** Newest first. */
  versions: Version[];
  /** The notes of a paper that were met on the way, with those that are gone. */
  notes: { id: string; name: string; exists: boolean }[];
  /** The title as it is, or as it last was. */
  name: string;
  exists: boolean;
  more: boolean;
  since: string | null;
  /** The record is older than what is still known of it. */
  thinned: boolean;
  /** What is known ends at damage: a change that is in the history cannot have led to what came after it. */
  broken: boolean;
}

/** The records of now, by `keyOf`. */
export type Present = ReadonlyMap<string, Fields>;

export function keyOf({ table, id }: Address): string {
  return `${table}/${id}`;
}

/** A record before and after a transaction; undefined where it was not there. */
interface Touched { address: Address; before: Fields | undefined; after: Fields | undefined }

/**
 * Goes back from the present, one transaction at a time, by making each change the other way round. Ends
 * early where one does not fit what is there, because something between is missing: what lies behind
 * cannot be known.
 */
function* back(present: Present, transactions: readonly Transaction[]): Generator<{ transaction: Transaction; touched: Map<string, Touched>; state: ReadonlyMap<string, Fields> }> {
  const state = new Map(present);
  for (const transaction of transactions) {
    const touched = new Map<string, Touched>();
    const later = new Map(state);
    for (const change of transaction.changes.toReversed()) {
      const key = keyOf(change);
      const before = without(state.get(key), change);
      if (before === 'misfit') return;
      if (before === undefined) state.delete(key);
      else state.set(key, before);
      touched.set(key, { address: { table: change.table, id: change.id }, before, after: later.get(key) });
    }
    yield { transaction, touched, state: later };
  }
}

/** The record before a change, or that the change cannot have led to it. */
function without(record: Fields | undefined, change: Change): Fields | undefined | 'misfit' {
  if (change.op === 'set' && !sameValue(record?.[change.field], change.to)) return 'misfit';
  try {
    return changed(record, inverse(change));
  } catch (error) {
    if (error instanceof DomainError) return 'misfit';
    throw error;
  }
}

/** The timeline of a paper or note, rebuilt from the present and from its past. */
export function timelineOf(about: Address, present: Present, past: Past): Timeline {
  const own = keyOf(about);
  const now = present.get(own);
  const versions: Version[] = [];
  const names = new Map<string, Timeline['notes'][number]>();
  let last: Fields | undefined;
  let begins = false;
  for (const { transaction, touched, state } of back(present, past.transactions)) {
    const touch = touched.get(own);
    last ??= now ?? touch?.after ?? touch?.before;
    begins = touch !== undefined && touch.before === undefined;
    for (const each of touched.values()) {
      const { table, id } = each.address;
      if (table === 'notes' && id !== about.id && !names.has(id)) names.set(id, { id, name: nameOf(each), exists: present.has(keyOf(each.address)) });
    }
    versions.push(versionOf(transaction, touch, [...touched.values()].filter((each) => each !== touch), now, state.get(own)));
  }
  const whole = versions.length === past.transactions.length;
  return {
    versions, name: titleOf(now ?? last), exists: now !== undefined,
    notes: [...names.values()],
    more: whole && past.more,
    since: whole ? past.since : (versions.at(-1)?.at ?? null),
    thinned: !begins && !(whole && past.more),
    broken: past.broken || !whole,
  };
}

function versionOf({ seq, at, label, undoes, redoes }: Transaction, touch: Touched | undefined, others: Touched[], now: Fields | undefined, then: Fields | undefined): Version {
  const done = touch === undefined ? null : doneTo(touch);
  return {
    seq, at, label, done,
    action: undoes !== undefined ? 'undone' : redoes !== undefined ? 'redone' : (done ?? 'edited'),
    changes: touch === undefined ? [] : changesBetween(touch.before, touch.after),
    parts: others.map((each) => ({ ...each.address, name: nameOf(each), done: doneTo(each), changes: changesBetween(each.before, each.after) })),
    restorable: touch !== undefined && then !== undefined && (now === undefined || !sameContent(now, then)),
  };
}

function doneTo({ before, after }: Touched): 'made' | 'edited' | 'deleted' {
  return before === undefined ? 'made' : after === undefined ? 'deleted' : 'edited';
}

/** A record as it was after a transaction that touched it, and when that was. */
export interface Then {
  at: string;
  record: Fields;
  /** As it was when it was last there. */
  last: Fields;
  /** What was deleted together with it, when it is not there now. */
  lost: { address: Address; record: Fields }[];
}

/** The state of a record after transaction `seq`; null where it was not there, or cannot be known any more. */
export function stateAfter(about: Address, seq: number, present: Present, past: Past): Then | null {
  const own = keyOf(about);
  let last = present.get(own);
  let lost: Then['lost'] = [];
  for (const { transaction, touched, state } of back(present, past.transactions)) {
    if (last === undefined) {
      last = touched.get(own)?.before;
      lost = [...touched.values()].flatMap(({ address, before, after }) => (before === undefined || after !== undefined || keyOf(address) === own ? [] : [{ address, record: before }]));
    }
    if (transaction.seq !== seq) continue;
    const record = state.get(own);
    return record === undefined || last === undefined || !touched.has(own) ? null : { at: transaction.at, record, last, lost };
  }
  return null;
}

function nameOf({ before, after }: Touched): string {
  return titleOf(after ?? before);
}
