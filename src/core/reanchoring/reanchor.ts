import { align, contextLikeness, type Alignment } from './alignment';
import type { TextIndex } from './textIndex';
import { wordsOf } from './words';

/** A passage by its words and the words around it, and how far into its text it stood (0 to 1). */
export interface Passage { exact: string; prefix: string; suffix: string; depth: number }

/** Where a passage stands in another text: page, and UTF-16 code units there. */
export interface PagePlace { page: number; start: number; end: number }

/** What became of a passage. A place that is not certain is for a person to judge. `confidence` is from 0 to 1. */
export type Reanchored =
  | { state: 'certain' | 'uncertain'; confidence: number; place: PagePlace }
  | { state: 'lost'; confidence: number };

/** How sure one has to be to place a passage, and how much more (divided by the number of its words) the fewer words it has. */
export interface Bar { certain: number; few: number }
/** Where nothing is known but the quote with some words around it. */
const BY_QUOTE: Bar = { certain: 0.86, few: 0.08 };
/** Below this a place is not worth a person's look. */
const POSSIBLE = 0.42;
/** A second place that is so nearly as good makes the first uncertain. */
const RIVAL = 0.12;

/** What it costs to be found in quite another part of the text: passages are seldom moved, and like ones are everywhere. */
const FAR = 0.3;
/** How much the side that is more alike counts of the surroundings. */
const BETTER = 0.65;
/** What surroundings that are not known are worth. */
const UNKNOWN = 0.6;

/** So many places are looked at closely. */
const CANDIDATES = 12;
/** A place whose words are so much less alike than the best (as a part of all words) is not looked at further. */
const HOPELESS = 0.4;
/** So many places may vote, of the rarest words first: common ones say too little about where a passage is. */
const VOTES = 1500;

interface Candidate { start: number; end: number; score: number; likeness: number }

/**
 * Finds a passage in another version of its text. Its words, the rarest first, vote for where it begins; the places with most votes
 * are aligned with it word by word, which finds the same words first of all. How sure that is follows from how alike the words are and those around
 * them, which count the more the fewer the passage has itself, and from whether another place is nearly as good.
 */
export function reanchor(passage: Passage, index: TextIndex, bar: Bar = BY_QUOTE): Reanchored {
  const { words, before, after } = wholeWords(passage);
  if (words.length === 0 || index.words.length === 0) return { state: 'lost', confidence: 0 };
  const aligned = begins(words, before, after, index).map((near) => align(words, index.words, near));
  const cheapest = Math.min(...aligned.map(({ cost }) => cost));
  const candidates = aligned.filter(({ cost }) => cost <= cheapest + HOPELESS * words.length).map((each) => candidateOf(each, words.length, before, after, index));
  const [best, ...others] = candidates.toSorted((a, b) => b.score - a.score || distance(a, passage, index) - distance(b, passage, index));
  if (best === undefined) return { state: 'lost', confidence: 0 };
  const rival = others.find(({ start, end }) => start >= best.end || end <= best.start)?.score ?? 0;
  const margin = best.score - rival;
  const strayed = FAR * Math.max(0, distance(best, passage, index) - 0.1);
  const confidence = round((margin >= RIVAL ? best.score : Math.min(best.score, 0.5 + (margin / RIVAL) * (bar.certain - 0.5))) - strayed);
  if (confidence < POSSIBLE || best.likeness < 0.3) return { state: 'lost', confidence };
  return { state: confidence >= bar.certain + bar.few / words.length && best.likeness >= 0.6 ? 'certain' : 'uncertain', confidence, place: placeOf(best, index) };
}

/** The words of a passage, and those around it, the nearest first. What a passage cuts through belongs to it; what its surroundings were cut through is left out. */
function wholeWords({ exact, prefix, suffix }: Passage): { words: string[]; before: string[]; after: string[] } {
  const whole = `${prefix}${exact}${suffix}`;
  const cut = wordsOf([whole]).filter(({ start, end }) => (start < prefix.length && end > prefix.length) || (start < whole.length - suffix.length && end > whole.length - suffix.length));
  const from = Math.min(prefix.length, ...cut.map(({ start }) => start));
  const to = Math.max(whole.length - suffix.length, ...cut.map(({ end }) => end));
  const before = plain(whole.slice(0, from)).toReversed();
  const after = plain(whole.slice(to));
  return { words: plain(whole.slice(from, to)), before: before.slice(0, Math.max(1, before.length - 1)), after: after.slice(0, Math.max(1, after.length - 1)) };
}

function plain(text: string): string[] {
  return wordsOf([text]).map((word) => word.text);
}

function round(confidence: number): number {
  return Math.round(Math.max(0, Math.min(1, confidence)) * 1000) / 1000;
}

/** Where the passage may begin, by the words that it shares with the text. */
function begins(words: readonly string[], before: readonly string[], after: readonly string[], index: TextIndex): number[] {
  const offsets = [
    ...words.map((word, offset) => ({ word, offset })), ...before.map((word, offset) => ({ word, offset: -1 - offset })),
    ...after.map((word, offset) => ({ word, offset: words.length + offset })),
  ];
  const votes = new Map<number, number>();
  let left = VOTES;
  for (const { places, offset } of offsets.map(({ word, offset }) => ({ places: index.placesOf(word), offset })).toSorted((a, b) => a.places.length - b.places.length)) {
    const weight = 1 / Math.sqrt(places.length);
    for (const place of places) {
      const begin = Math.max(0, Math.min(index.words.length - 1, place - offset));
      votes.set(begin, (votes.get(begin) ?? 0) + weight);
    }
    left -= places.length;
    if (left < 0) break;
  }
  return strongest(votes);
}

/** The beginnings with the most votes, those of their near neighbours with them: a word put in moves all that follow. */
function strongest(votes: ReadonlyMap<number, number>): number[] {
  const near = (begin: number): number => (votes.get(begin) ?? 0) + 0.7 * ((votes.get(begin - 1) ?? 0) + (votes.get(begin + 1) ?? 0)) + 0.4 * ((votes.get(begin - 2) ?? 0) + (votes.get(begin + 2) ?? 0));
  const chosen: number[] = [];
  for (const { begin } of [...votes.keys()].map((begin) => ({ begin, sum: near(begin) })).toSorted((a, b) => b.sum - a.sum)) {
    if (chosen.some((other) => Math.abs(other - begin) <= 2)) continue;
    chosen.push(begin);
    if (chosen.length === CANDIDATES) break;
  }
  return chosen;
}

function candidateOf({ start, end, cost }: Alignment, length: number, before: readonly string[], after: readonly string[], index: TextIndex): Candidate {
  const likeness = end > start ? Math.max(0, 1 - cost / length) : 0;
  const worth = (word: string): number => Math.log((index.words.length + 1) / (index.placesOf(word).length + 0.5));
  const sides = [
    ...(before.length === 0 ? [] : [contextLikeness(before, index.words, { at: start - 1, step: -1 }, worth)]),
    ...(after.length === 0 ? [] : [contextLikeness(after, index.words, { at: end, step: 1 }, worth)]),
  ];
  // The neighbour on one side may have been rewritten.
  const context = sides.length === 0 ? UNKNOWN : BETTER * Math.max(...sides) + (1 - BETTER) * Math.min(...sides);
  const weight = 1 / (1 + length / 4);
  return { start, end, likeness, score: (1 - weight) * likeness + weight * context * Math.min(1, likeness + 0.2) };
}

/** How far a place is from where the passage stood, as a part of the text. */
function distance({ start }: Candidate, { depth }: Passage, { words }: TextIndex): number {
  return Math.abs(start / words.length - depth);
}

/** From the first to the last word; of a passage that crosses into another page, the longer part. */
function placeOf({ start, end }: Candidate, { words }: TextIndex): PagePlace {
  const covered = words.slice(start, end);
  const onFirst = covered.filter(({ page }) => page === covered[0]?.page);
  const onLast = covered.filter(({ page }) => page === covered.at(-1)?.page);
  const part = onFirst.length >= onLast.length ? onFirst : onLast;
  return { page: part[0]?.page ?? 0, start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 };
}
