import { refuseCancelled, type Wish } from './cancelling';
import type { Clock } from './ports';

/** What is done at a stretch before waiting requests get their turn, in milliseconds. */
const SLICE_MS = 8;

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

/** How many items are sorted at a stretch: some milliseconds' worth. */
const RUN = 4096;

/** Sorts as `toSorted` does, stably, and lets others have their turn between. */
export async function sortInSlices<T>(items: readonly T[], compare: (a: T, b: T) => number, clock: Pick<Clock, 'elapsed' | 'breathe'>): Promise<T[]> {
  let runs: T[][] = [];
  const starts = Array.from({ length: Math.ceil(items.length / RUN) }, (_, index) => index * RUN);
  await inSlices(starts, clock, (start) => { runs.push(items.slice(start, start + RUN).toSorted(compare)); });
  while (runs.length > 1) {
    const pairs = Array.from({ length: Math.ceil(runs.length / 2) }, (_, index) => runs.slice(2 * index, 2 * index + 2));
    runs = [];
    for (const [left = [], right = []] of pairs) runs.push(await mergeInSlices(left, right, compare, clock));
  }
  return runs[0] ?? [];
}

/** Joins two sorted lists into one; of equal items those of `left` come first. */
export function mergeSorted<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): T[] {
  return [...pieces(left, right, compare)].flat();
}

async function mergeInSlices<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number, clock: Pick<Clock, 'elapsed' | 'breathe'>): Promise<T[]> {
  const merged: T[] = [];
  await inSlices(pieces(left, right, compare), clock, (piece) => { for (const item of piece) merged.push(item); });
  return merged;
}

/** Two sorted lists as one, in pieces. */
function* pieces<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Generator<T[], void> {
  let piece: T[] = [];
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const isLeft = r === right.length || (l < left.length && compare(left[l] as T, right[r] as T) <= 0);
    piece.push((isLeft ? left[l++] : right[r++]) as T);
    if (piece.length < RUN) continue;
    yield piece;
    piece = [];
  }
  yield piece;
}
