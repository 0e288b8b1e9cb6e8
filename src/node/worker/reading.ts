import { readPapers, type ReadOptions } from '../../core/formats/read';
import type { ReadPaper, Reading } from '../../core/formats/reading';
import type { Watch } from './watch';

/** How many papers are handed over at once, so that taking them does not hold up the other thread. */
const PORTION = 250;

/** The papers that were read and not yet fetched, by the key of their reading. */
const waiting = new Map<number, ReadPaper[]>();
let last = 0;

/** The first papers of an input; `key` is for fetching the others, null when there are none. */
export type FirstPortion = Reading & { key: number | null };

export function readFirst({ text, ...options }: { text: string } & ReadOptions, watch: Watch): FirstPortion {
  const reading = readPapers(text, options, (part) => watch.report(part));
  const others = reading.papers.splice(PORTION);
  if (others.length === 0) return { ...reading, key: null };
  last += 1;
  waiting.set(last, others);
  return { ...reading, key: last };
}

/** The next papers of an input; none when all have been fetched. */
export function readOn({ key }: { key: number }): ReadPaper[] {
  const others = waiting.get(key) ?? [];
  const next = others.splice(0, PORTION);
  if (others.length === 0) waiting.delete(key);
  return next;
}
