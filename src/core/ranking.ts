import type { Clock } from './ports';
import { inSlices } from './slices';

const BITS = 8;
const BUCKETS = 2 ** BITS;

/**
 * The places 0 to `count` - 1 by the ranks of what stands there (whole numbers below 2^32), the lowest first; what has the
 * same rank stays as it is. A radix sort from the last digit on (LSD: Knuth, TAOCP 3, 5.2.5): no function compares.
 */
export function orderOfRanks(count: number, rankAt: (place: number) => number): Uint32Array {
  const ranks = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) ranks[place] = rankAt(place);
  let order = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) order[place] = place;
  let other = new Uint32Array(count);
  for (let shift = 0; shift < 32; shift += BITS) {
    const begins = beginsOf(ranks, shift);
    if (begins === null) continue;
    for (let at = 0; at < count; at += 1) {
      const place = order[at] as number;
      const bucket = ((ranks[place] as number) >>> shift) & (BUCKETS - 1);
      const to = begins[bucket] as number;
      begins[bucket] = to + 1;
      other[to] = place;
    }
    [order, other] = [other, order];
  }
  return order;
}

/** Where each value of a digit begins when they stand in order; null where all have the same. */
function beginsOf(ranks: Uint32Array, shift: number): Uint32Array | null {
  const counts = new Uint32Array(BUCKETS);
  for (let at = 0; at < ranks.length; at += 1) {
    const bucket = ((ranks[at] as number) >>> shift) & (BUCKETS - 1);
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  const begins = new Uint32Array(BUCKETS);
  for (let bucket = 1; bucket < BUCKETS; bucket += 1) begins[bucket] = (begins[bucket - 1] as number) + (counts[bucket - 1] as number);
  return counts.includes(ranks.length) ? null : begins;
}

/** How many code units of a text make one digit, and how many values each has, the end of the text among them: of Latin letters, and of all. */
const LATIN = { units: 4, values: 256 };
const ANY = { units: 1, values: 65_537 };
/** So few are compared one by one. */
const FEW = 24;

/**
 * The places of texts in the order of their code units; equal texts stay as they stand. A radix sort from the front, by
 * a few code units at a time (MSD: McIlroy, Bostic, McIlroy, “Engineering radix sort”, 1993).
 */
export async function orderOfTexts(texts: readonly string[], clock: Pick<Clock, 'elapsed' | 'breathe'>): Promise<Uint32Array> {
  const order = Uint32Array.from(texts.keys());
  const groups: Group[] = [{ from: 0, to: order.length, depth: 0 }];
  await inSlices(taken(groups), clock, (group) => { groups.push(...sortGroup(texts, order, group)); });
  return order;
}

/** A stretch of texts that begin with the same `depth` code units. */
interface Group { from: number; to: number; depth: number }

function* taken<T>(stack: T[]): Generator<T, void> {
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) yield next;
}

/** Sorts a stretch by its next digit, and answers the stretches that this does not tell apart. */
function sortGroup(texts: readonly string[], order: Uint32Array, { from, to, depth }: Group): Group[] {
  const group = order.subarray(from, to);
  if (group.length <= FEW) {
    group.sort((a, b) => compareTexts(texts[a] ?? '', texts[b] ?? '') || a - b);
    return [];
  }
  const [digits, { units, values }] = digitsOf(group, texts, depth);
  const sorted = orderOfRanks(group.length, (place) => digits[place] ?? 0);
  group.set(sorted.map((place) => group[place] ?? 0));
  const digitAt = (place: number): number | undefined => digits[sorted[place] ?? 0];
  const same: Group[] = [];
  let begin = 0;
  for (let place = 1; place <= group.length; place += 1) {
    if (place < group.length && digitAt(place) === digitAt(begin)) continue;
    const isOver = (digitAt(begin) ?? 0) % values === 0;
    if (place - begin > 1 && !isOver) same.push({ from: from + begin, to: from + place, depth: depth + units });
    begin = place;
  }
  return same;
}

/** The digits of texts that follow behind the first `depth` code units. */
function digitsOf(group: Uint32Array, texts: readonly string[], depth: number): [Uint32Array, typeof ANY] {
  const digits = new Uint32Array(group.length);
  for (const kind of [LATIN, ANY]) {
    const most = readDigits(digits, group, texts, depth, kind);
    if (most < kind.values) return [digits, kind];
  }
  return [digits, ANY];
}

/** Answers the largest value that was met; digits hold where each is below the number of values. */
function readDigits(digits: Uint32Array, group: Uint32Array, texts: readonly string[], depth: number, { units, values }: typeof ANY): number {
  let most = 0;
  for (let place = 0; place < group.length && most < values; place += 1) {
    const text = texts[group[place] ?? 0] ?? '';
    let digit = 0;
    for (let at = depth; at < depth + units; at += 1) {
      const value = at < text.length ? text.charCodeAt(at) + 1 : 0;
      if (value > most) most = value;
      digit = digit * values + value;
    }
    digits[place] = digit;
  }
  return most;
}

export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
