import { refuseCancelled, type Wish } from './cancelling';
import type { Clock } from './ports';

/** What is done at a stretch before waiting requests get their turn, in milliseconds. */
const SLICE_MS = 4;

/** Does something with each item and lets others have their turn between, whatever the number of items. Throws `cancelled` where it is no longer wanted. */
export async function inSlices<T>(items: Iterable<T>, clock: Pick<Clock, 'elapsed' | 'breathe'>, work: (item: T) => void, wish?: Wish): Promise<void> {
  let began = clock.elapsed();
  for (const item of items) {
    work(item);
    if (clock.elapsed() - began < SLICE_MS) continue;
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
