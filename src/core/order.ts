import type { Library } from './library';
import { shortAuthors, yearOf, type Paper, type PaperId, type ReadingStatus } from './model';
import type { Clock } from './ports';
import { compareTexts, orderOfRanks, orderOfTexts } from './ranking';
import type { Roster } from './roster';
import { inSlices, piecesOf } from './slices';
import { fold } from './text';

/** What papers can be ordered by that their records tell. */
const ownColumns = ['title', 'authors', 'year', 'venue', 'status', 'rating', 'added'] as const;
export type OwnColumn = (typeof ownColumns)[number];
export type Direction = 'ascending' | 'descending';
export interface OwnSort { column: OwnColumn; direction: Direction }

/** What a paper is ordered by; an empty text where it does not have that. All of a column are of one type otherwise. */
export type Key = string | number;

/** All papers of the library in an order, as numbers of the roster, so that those that a view shows need not be sorted each time. */
export interface Orders {
  of(sort: OwnSort): Promise<Uint32Array>;
  /** Makes the orders of all columns, once the library is read. */
  prepare(): Promise<void>;
}

/** The order of one column. `keys` and `places` are by number. */
interface Column { made: Promise<void>; keys: Key[]; ascending: Uint32Array; descending: Uint32Array | null; changed: Set<number> }

/**
 * A column is ordered when it is first asked for, and after a change only the papers that changed find their new places. What a
 * paper does not have comes last in either direction; equal papers are ordered by their titles, then as they came.
 */
export function createOrders(library: Library, roster: Roster, clock: Clock): Orders {
  const columns = new Map<OwnColumn, Column>();
  let isWhole = false; // the papers that are being read come without a commit
  library.ready.then(() => { isWhole = true; }, () => undefined);
  library.onCommit(({ changes }) => {
    if (columns.size === 0) return;
    for (const { table, id } of changes) if (table === 'papers') for (const { changed } of columns.values()) changed.add(roster.of(id as PaperId));
  });

  function columnOf(name: OwnColumn): Column {
    const column = columns.get(name) ?? make(name);
    if (isWhole) columns.set(name, column);
    return column;
  }

  function make(name: OwnColumn): Column {
    const column: Column = { made: Promise.resolve(), keys: [], ascending: new Uint32Array(), descending: null, changed: new Set() };
    column.made = (async () => {
      const papers = await roster.papers();
      const before = await standing(name, papers);
      const keys: Key[] = [];
      await inSlices(piecesOf(papers), clock, ({ piece }) => { for (const paper of piece) keys.push(paper === undefined ? '' : keyOf(paper, name)); });
      column.keys = keys;
      column.ascending = await sortedByKeys(before, picked(keys, before), 'ascending', clock);
    })();
    return column;
  }

  /** The papers as they stand among equals: by their titles, or as they came. */
  async function standing(name: OwnColumn, papers: readonly (Paper | undefined)[]): Promise<Uint32Array> {
    if (!isOrderedByTitle(name)) return Uint32Array.from([...papers.keys()].filter((number) => papers[number] !== undefined));
    return (await broughtUp('title')).ascending;
  }

  async function broughtUp(name: OwnColumn): Promise<Column> {
    const column = columnOf(name);
    await column.made;
    const papers = await roster.papers();
    const title = isOrderedByTitle(name) ? await broughtUp('title') : undefined;
    if (column.changed.size > 0) bringUp(column, name, papers, title);
    return column;
  }

  function bringUp(column: Column, name: OwnColumn, papers: readonly (Paper | undefined)[], title: Column | undefined): void {
    const { keys, changed } = column;
    const there = [...changed].filter((number) => {
      const paper = papers[number];
      keys[number] = paper === undefined ? '' : keyOf(paper, name);
      return paper !== undefined;
    });
    const compare = (a: number, b: number): number => compareKeys(keys[a] ?? '', keys[b] ?? '')
      || (title === undefined ? 0 : compareKeys(title.keys[a] ?? '', title.keys[b] ?? '')) || a - b;
    column.ascending = withPlaced(column.ascending.filter((number) => !changed.has(number)), there.toSorted(compare), compare);
    column.descending = null;
    changed.clear();
  }

  return {
    async of({ column: name, direction }) {
      const column = await broughtUp(name);
      if (direction === 'ascending') return column.ascending;
      if (column.descending === null) await clock.breathe();
      return (column.descending ??= turned(column.ascending, column.keys));
    },
    async prepare() {
      if (!isWhole) return;
      for (const name of ownColumns) await columnOf(name).made;
    },
  };
}

/** What belongs to some numbers of a list by number. */
export function picked<T>(list: readonly T[], numbers: Uint32Array): T[] {
  const found: T[] = [];
  for (let at = 0; at < numbers.length; at += 1) found.push(list[numbers[at] as number] as T);
  return found;
}

const isOrderedByTitle = (name: OwnColumn): boolean => name !== 'title' && name !== 'added';

/** Items in the order of their keys. Those with the same key stay as they stand, and those without one come last in either direction. */
export async function sortedByKeys(items: Uint32Array, keys: readonly Key[], direction: Direction, clock: Clock): Promise<Uint32Array> {
  const areTexts = keys.some((key) => typeof key === 'string' && key !== '');
  const order = areTexts ? await orderOfTexts(keys as readonly string[], clock) : orderOfNumbers(keys);
  await clock.breathe();
  const ascending = areTexts ? lastly(keys, order) : order;
  return (direction === 'ascending' ? ascending : turned(ascending, keys)).map((place) => items[place] ?? 0);
}

/** An order of texts with the empty ones behind the others. */
function lastly(keys: readonly Key[], order: Uint32Array): Uint32Array {
  let empty = 0;
  while (empty < order.length && keys[order[empty] ?? 0] === '') empty += 1;
  const moved = new Uint32Array(order.length);
  moved.set(order.subarray(empty));
  moved.set(order.subarray(0, empty), order.length - empty);
  return moved;
}

/** The places of numbers by what they are, the different ones being ranked first; behind them those of no number. */
function orderOfNumbers(keys: readonly Key[]): Uint32Array {
  const different = Float64Array.from(new Set(keys.filter((key) => typeof key === 'number'))).toSorted();
  const ranks = new Map<Key, number>();
  for (const [rank, value] of different.entries()) ranks.set(value, rank);
  return orderOfRanks(keys.length, (place) => ranks.get(keys[place] ?? '') ?? different.length);
}

function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  return typeof a === 'string' && typeof b === 'string' ? compareTexts(a, b) : Number(a) - Number(b);
}

/** An ascending order the other way round: equal papers stay as they stand, and those without a key stay last. */
function turned(ascending: Uint32Array, keys: readonly Key[]): Uint32Array {
  const order = new Uint32Array(ascending.length);
  const keyAt = (place: number): Key => keys[ascending[place] ?? 0] ?? '';
  let filled = ascending.length;
  while (filled > 0 && keyAt(filled - 1) === '') filled -= 1;
  order.set(ascending.subarray(filled), filled);
  let begin = 0;
  for (let place = 1; place <= filled; place += 1) {
    if (place < filled && keyAt(place) === keyAt(begin)) continue;
    order.set(ascending.subarray(begin, place), filled - place);
    begin = place;
  }
  return order;
}

/** An order with some more at their places; both are in order. */
function withPlaced(order: Uint32Array, placed: readonly number[], compare: (a: number, b: number) => number): Uint32Array {
  const joined = new Uint32Array(order.length + placed.length);
  let from = 0;
  for (const [at, number] of placed.entries()) {
    const to = placeFor(number, order, from, compare);
    joined.set(order.subarray(from, to), from + at);
    joined[to + at] = number;
    from = to;
  }
  joined.set(order.subarray(from), from + placed.length);
  return joined;
}

/** The place in front of the first in an order that comes behind a paper, looked for from a place on (binary search). */
function placeFor(number: number, order: Uint32Array, from: number, compare: (a: number, b: number) => number): number {
  let [low, high] = [from, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(order[middle] ?? 0, number) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const statusOrder: Record<ReadingStatus, number> = { 'to-read': 0, reading: 1, done: 2 };

function keyOf(paper: Paper, column: OwnColumn): Key {
  switch (column) {
    case 'title': return fold(paper.title).replace(/^[^\p{L}\p{N}]+/u, '');
    case 'authors': return fold(shortAuthors(paper.authors));
    case 'year': return yearOf(paper) ?? '';
    case 'venue': return fold(paper.venue);
    case 'status': return statusOrder[paper.status];
    case 'rating': return paper.rating === 0 ? '' : paper.rating;
    case 'added': return paper.addedAt;
  }
}
