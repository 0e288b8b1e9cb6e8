import { difference, isNumber, type Word } from './words';

/** Words `[start, end)` of a text that a passage is likest to, and how many of its words' worth they differ by. */
export interface Alignment { start: number; end: number; cost: number }

/** How far a passage may be longer or shorter than it was, beyond a third of its words. */
const SLACK = 4;

/**
 * Aligns a passage with a stretch of the text around `near`, where its first word is expected: as many words of the text as it takes,
 * beginning and ending where it costs least (Sellers 1980), within a band around the straight line, so that time grows
 * with the length of the passage times the width of the band.
 */
export function align(passage: readonly string[], words: readonly Word[], near: number): Alignment {
  const band = SLACK + Math.ceil(passage.length / 3);
  const from = Math.max(0, near - band);
  const to = Math.min(words.length, near + passage.length + band);
  const width = to - from + 1;
  let costs = new Float64Array(width);
  /** The word at which the best way to each place began. */
  let starts = Int32Array.from({ length: width }, (_, column) => from + column);
  for (const [row, word] of passage.entries()) {
    const nextCosts = new Float64Array(width).fill(Infinity);
    const nextStarts = new Int32Array(width);
    const center = near - from + row;
    const [first, last] = [Math.max(0, center - band), Math.min(width - 1, center + band + 1)];
    const dropped = gapCost(word);
    for (let column = first; column <= last; column += 1) {
      let cost = (costs[column] ?? Infinity) + dropped;
      let start = starts[column] ?? 0;
      const here = column > 0 ? words[from + column - 1] : undefined;
      if (here !== undefined) {
        const matched = (costs[column - 1] ?? Infinity) + difference(word, here.text);
        // Of two ways at the same cost that which matches is better: it leaves no word over at the ends.
        if (matched <= cost) [cost, start] = [matched, starts[column - 1] ?? 0];
        const inserted = (nextCosts[column - 1] ?? Infinity) + gapCost(here.text);
        if (inserted < cost) [cost, start] = [inserted, nextStarts[column - 1] ?? 0];
      }
      nextCosts[column] = cost;
      nextStarts[column] = start;
    }
    costs = nextCosts;
    starts = nextStarts;
  }
  let best = 0;
  for (let column = 1; column < width; column += 1) if ((costs[column] ?? Infinity) < (costs[best] ?? Infinity)) best = column;
  return { start: starts[best] ?? from, end: from + best, cost: costs[best] ?? Infinity };
}

function gapCost(word: string): number {
  return isNumber(word) ? 0.4 : 0.8;
}

/** How much less each further word beside a passage counts. */
const FADING = 0.94;

/**
 * How much of the words beside a passage is still beside a place, from 0 to 1: the most that they have in common in the same order (a longest
 * common subsequence), where near words and rare ones count most. `step` is 1 behind the place and -1 before it; `worth` is what a word tells.
 */
export function contextLikeness(context: readonly string[], words: readonly Word[], { at, step }: { at: number; step: 1 | -1 }, worth: (word: string) => number): number {
  const width = context.length + SLACK;
  let common = new Float64Array(width + 1);
  let [all, fade] = [0, 1];
  for (const word of context) {
    const weight = fade * worth(word);
    all += weight;
    fade *= FADING;
    const next = new Float64Array(width + 1);
    for (let column = 1; column <= width; column += 1) {
      const there = words[at + (column - 1) * step];
      const matched = there === undefined ? 0 : (common[column - 1] ?? 0) + weight * (1 - difference(word, there.text));
      next[column] = Math.max(next[column - 1] ?? 0, common[column] ?? 0, matched);
    }
    common = next;
  }
  return (common[width] ?? 0) / all;
}
