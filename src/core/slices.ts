import { refuseCancelled, type Wish } from './cancelling';
import type { Clock } from './ports';

/** What is done at a stretch before waiting requests get their turn, in milliseconds. */
const SLICE_MS = 8;
/** The same for work that nobody waits for: an answer that somebody waits for takes a dozen turns. */
const SHORT_SLICE_MS = 2;

/** Does something with each item and lets others have their turn between, whatever the number of items. Throws `cancelled` where it is no longer wanted. */
export function inSlices<T>(items: Iterable<T>, clock: Pick<Clock, 'elapsed' | 'breathe'>, work: (item: T) => void, wish?: Wish): Promise<void> {
  return sliced(SLICE_MS, items, clock, work, wish);
}

/** The same behind what others wait for. */
export function inShortSlices<T>(items: Iterable<T>, clock: Pick<Clock, 'elapsed' | 'breathe'>, work: (item: T) => void): Promise<void> {
  return sliced(SHORT_SLICE_MS, items, clock, work);
}

async function sliced<T>(milliseconds: number, items: Iterable<T>, clock: Pick<Clock, 'elapsed' | 'breathe'>, work: (item: T) => void, wish?: Wish): Promise<void> {
  let began = clock.elapsed();
  for (const item of items) {
    work(item);
    if (clock.elapsed() - began < milliseconds) continue;
    await clock.breathe();
    if (wish !== undefined) refuseCancelled(wish);
    began = clock.elapsed();
  }
}

/** So many short pieces of work are done before it is looked at the clock, which takes longer than some of them. */
const PIECE = 256;

/** A list in pieces, for `inSlices` to go through when there is little to do with each item. */
export function* piecesOf<T>(items: readonly T[]): Generator<{ piece: readonly T[]; from: number }, void> {
  for (let from = 0; from < items.length; from += PIECE) yield { piece: items.slice(from, from + PIECE), from };
}
