import { refuseCancelled, type Wish } from './cancelling';
import type { Clock } from './ports';

/** What is done at a stretch before waiting requests get their turn, in milliseconds. */
const SLICE_MS = 12;

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
    const merged: T[][] = [];
    await inSlices(pairs, clock, ([left = [], right = []]) => { merged.push(mergeSorted(left, right, compare)); });
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Joins two sorted lists into one; of equal items those of `left` come first. */
export function mergeSorted<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): T[] {
  const merged: T[] = [];
  let at = 0;
  for (const item of right) {
    for (let next = left[at]; next !== undefined && compare(next, item) <= 0; next = left[at]) {
      merged.push(next);
      at += 1;
    }
    merged.push(item);
  }
  for (; at < left.length; at += 1) merged.push(left[at] as T);
  return merged;
}
