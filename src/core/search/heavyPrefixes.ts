import { ByteReader } from './bytes';
import { DictionaryWalk, type Dictionary } from './dictionary';
import { frequencies } from './fields';

/**
 * The beginnings of words that so many words share that gathering their papers would take longer than typing: which papers
 * have them, as a bit each, and the papers that have most of them, so that the first letters typed are answered at once.
 */
export interface HeavyPrefixes {
  readonly prefixes: readonly string[];
  /** For each prefix, as many bytes as the papers need as bits. */
  readonly papers: Uint8Array;
  /** For each prefix `BEST` papers. */
  readonly best: Uint32Array;
  /** The weighed frequency of each of those. */
  readonly weights: Float32Array;
}

export const BEST = 128;
const LONGEST = 3;
/** Smaller segments are gathered from in no time. */
const FEWEST_PAPERS = 8192;

export function noHeavyPrefixes(): HeavyPrefixes {
  return { prefixes: [], papers: new Uint8Array(0), best: new Uint32Array(0), weights: new Float32Array(0) };
}

/** Gathers the prefixes whose words have more postings than there are papers. */
export function* heavyPrefixesOf(dictionary: Dictionary, postings: Uint8Array, papers: number): Generator<void, HeavyPrefixes> {
  if (papers < FEWEST_PAPERS) return noHeavyPrefixes();
  const found = spansOf(dictionary, papers);
  const width = (papers + 7) >> 3;
  const bits = new Uint8Array(found.length * width);
  const best = new Uint32Array(found.length * BEST);
  const weights = new Float32Array(found.length * BEST);
  const sums = new Float32Array(papers);
  for (const [index, { start, end }] of found.entries()) {
    sums.fill(0);
    addUp(dictionary, postings, { start, end }, sums);
    for (let paper = 0; paper < papers; paper += 1) {
      if ((sums[paper] ?? 0) > 0) bits[index * width + (paper >> 3)] = (bits[index * width + (paper >> 3)] ?? 0) | (1 << (paper & 7));
    }
    bestOf(sums).forEach((paper, rank) => {
      best[index * BEST + rank] = paper;
      weights[index * BEST + rank] = sums[paper] ?? 0;
    });
    yield;
  }
  return { prefixes: found.map(({ prefix }) => prefix), papers: bits, best, weights };
}

interface Span { prefix: string; start: number; end: number }

/** The heavy prefixes with the numbers of their first term and of the one behind their last. */
function spansOf(dictionary: Dictionary, papers: number): Span[] {
  const open: (Span & { sum: number })[] = [];
  const heavy: Span[] = [];
  const walk = new DictionaryWalk(dictionary);
  const close = (length: number, end: number): void => {
    while (open.length > length) {
      const { sum, ...span } = open.pop() ?? { prefix: '', start: 0, end: 0, sum: 0 };
      if (sum > papers) heavy.push({ ...span, end });
    }
  };
  while (walk.next()) {
    const prefix = String.fromCharCode(...walk.letters.slice(0, LONGEST));
    let shared = 0;
    while (shared < open.length && open[shared]?.prefix === prefix.slice(0, shared + 1)) shared += 1;
    close(shared, walk.number);
    for (let length = open.length + 1; length <= prefix.length; length += 1) open.push({ prefix: prefix.slice(0, length), start: walk.number, end: 0, sum: 0 });
    for (const span of open) span.sum += walk.entry.count;
  }
  close(0, dictionary.size);
  return heavy;
}

function addUp(dictionary: Dictionary, postings: Uint8Array, { start, end }: { start: number; end: number }, sums: Float32Array): void {
  const walk = new DictionaryWalk(dictionary, start);
  const reader = new ByteReader(postings);
  while (walk.next() && walk.number < end) {
    if (walk.number < start) continue;
    reader.at = walk.entry.postings;
    let paper = -1;
    while (reader.at < walk.entry.postingsEnd) {
      paper += reader.number() + 1;
      sums[paper] = (sums[paper] ?? 0) + (frequencies[reader.byte()] ?? 0);
    }
  }
}

/** The papers with the greatest sums, greatest first. */
function bestOf(sums: Float32Array): number[] {
  const best: number[] = [];
  let least = 0;
  for (let paper = 0; paper < sums.length; paper += 1) {
    if ((sums[paper] ?? 0) <= least) continue;
    best.push(paper);
    if (best.length < 4 * BEST) continue;
    best.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0));
    best.length = BEST;
    least = sums[best[BEST - 1] ?? 0] ?? 0;
  }
  return best.toSorted((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, BEST);
}
