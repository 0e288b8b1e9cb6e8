import type { Library } from './library';
import { shortAuthors, yearOf, type Paper, type PaperId, type ReadingStatus } from './model';
import type { Clock } from './ports';
import { inSlices, mergeSorted, sortInSlices } from './slices';
import { fold } from './text';

/** What papers can be ordered by that their records tell. */
export type OwnColumn = 'title' | 'authors' | 'year' | 'venue' | 'status' | 'rating' | 'added';
type Direction = 'ascending' | 'descending';
export interface OwnSort { column: OwnColumn; direction: Direction }

export type Key = string | number;

/** A paper with what it is ordered by; `head` is the beginning of a key that is text, or the key. */
export interface Keyed { paper: Paper; key: Key; head: number; title: string; arrival: number }

/** `title` decides between equal keys, and then `arrival`. */
export function keyedBy(paper: Paper, key: Key, title: string, arrival: number): Keyed {
  return { paper, key, head: typeof key === 'number' ? key : headOf(key), title, arrival };
}

/** The first three code units of a text as one number, which is compared several times as fast. What is empty comes last. */
function headOf(text: string): number {
  if (text === '') return Infinity;
  return ((text.charCodeAt(0) * 0x1_0000) + (text.charCodeAt(1) || 0)) * 0x1_0000 + (text.charCodeAt(2) || 0);
}

/** All papers of the library in an order, so that those that a view shows need not be sorted each time. */
export interface Orders {
  of(sort: OwnSort): Promise<readonly Paper[]>;
}

interface Order { made: Promise<void>; keyed: Keyed[]; papers: Paper[]; changed: Set<PaperId> }

/** How many orders are kept: each takes some megabytes for 100,000 papers. */
const KEPT = 4;

/** An order is made when it is first asked for, and brought up to date after a change. */
export function createOrders(library: Library, clock: Clock): Orders {
  const kept = new Map<string, Order>();
  const arrivals = new Map<PaperId, number>();
  let isWhole = false; // the papers that are being read come without a commit
  library.ready.then(() => { isWhole = true; }, () => undefined);
  library.onCommit(({ changes }) => {
    for (const { table, id } of changes) if (table === 'papers') for (const { changed } of kept.values()) changed.add(id as PaperId);
  });

  /** Counts papers as they come. One that is deleted and comes back stands where it stood. */
  function arrivalOf(id: PaperId): number {
    const known = arrivals.get(id) ?? arrivals.size;
    arrivals.set(id, known);
    return known;
  }

  const keyed = (paper: Paper, { column }: OwnSort): Keyed =>
    keyedBy(paper, keyOf(paper, column), column === 'added' || column === 'title' ? '' : fold(paper.title), arrivalOf(paper.id));

  function make(sort: OwnSort): Order {
    const order: Order = { made: Promise.resolve(), keyed: [], papers: [], changed: new Set() };
    order.made = (async () => {
      const all: Keyed[] = [];
      await inSlices([...library.tables.papers.values()], clock, (paper) => { all.push(keyed(paper, sort)); });
      await clock.breathe();
      order.keyed = await sortInSlices(all, comparison(sort.direction), clock);
      await clock.breathe();
      order.papers = order.keyed.map(({ paper }) => paper);
    })();
    return order;
  }

  function orderFor(sort: OwnSort): Order {
    const name = `${sort.column} ${sort.direction}`;
    const order = kept.get(name) ?? make(sort);
    if (!isWhole) return order;
    kept.delete(name);
    kept.set(name, order);
    const [oldest = name] = kept.keys();
    if (kept.size > KEPT) kept.delete(oldest);
    return order;
  }

  function bringUp(order: Order, sort: OwnSort): void {
    const fresh = [...order.changed].flatMap((id) => library.tables.papers.get(id) ?? []).map((paper) => keyed(paper, sort));
    const rest = order.keyed.filter(({ paper }) => !order.changed.has(paper.id));
    order.keyed = mergeSorted(rest, fresh.toSorted(comparison(sort.direction)), comparison(sort.direction));
    order.papers = order.keyed.map(({ paper }) => paper);
    order.changed.clear();
  }

  return {
    async of(sort) {
      const order = orderFor(sort);
      await order.made;
      if (order.changed.size > 0) bringUp(order, sort);
      return order.papers;
    },
  };
}

/** What a paper does not have comes last in either direction; equal papers are ordered by their titles, then as they came. */
export function comparison(direction: Direction): (a: Keyed, b: Keyed) => number {
  const sign = direction === 'ascending' ? 1 : -1;
  return (a, b) => {
    if (a.head === b.head) {
      if (a.key !== b.key) return a.key < b.key ? -sign : sign;
      return a.title < b.title ? -1 : a.title > b.title ? 1 : a.arrival - b.arrival;
    }
    if (a.head === Infinity) return 1;
    if (b.head === Infinity) return -1;
    return a.head < b.head ? -sign : sign;
  };
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
