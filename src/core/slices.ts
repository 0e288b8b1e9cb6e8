import type { Clock } from './ports';

/** What is done at a stretch before waiting requests get their turn, in milliseconds. */
const SLICE_MS = 12;

/** Does something with each item and lets others have their turn between, whatever the number of items. */
export async function inSlices<T>(items: Iterable<T>, clock: Pick<Clock, 'elapsed' | 'breathe'>, work: (item: T) => void): Promise<void> {
  let began = clock.elapsed();
  for (const item of items) {
    work(item);
    if (clock.elapsed() - began < SLICE_MS) continue;
    await clock.breathe();
    began = clock.elapsed();
  }
}
