import type { TermEntry } from './dictionary';
import { FIELDS, occurrenceWeight, type Averages } from './fields';
import { eachPosting, gather, giveBack, include, keepOnly, take, type Gathered, type Part } from './gathering';

/** The terms of which one stands at a place of a phrase, `at` words behind its first. */
export interface PhraseWord { at: number; terms: TermEntry[] }

/** A place in a paper as one number: places of different fields are far from each other. */
const FIELD_SPAN = 2 ** 28;

/** Adds the living papers in which the words stand at their places, with how often they do. */
export function gatherPhrase(part: Part, words: readonly PhraseWord[], { mask, averages }: { mask: number; averages: Averages }, into: Gathered): void {
  if (words.length === 0 || words.some(({ terms }) => terms.length === 0)) return;
  const candidates = havingAll(part, words);
  let begun: Map<number, Set<number>> | undefined;
  for (const word of rarestFirst(words)) {
    const before = begun;
    const now = new Map<number, Set<number>>();
    for (const entry of word.terms) {
      eachPosting(part, entry, mask, (paper, field, count, places) => {
        if (candidates.found[paper] === 0) return;
        const wanted = before?.get(paper);
        if (before !== undefined && wanted === undefined) return;
        let place = field * FIELD_SPAN - word.at;
        let kept = now.get(paper);
        for (let left = count; left > 0; left -= 1) {
          place += places.number();
          if (wanted !== undefined && !wanted.has(place)) continue;
          if (kept === undefined) now.set(paper, (kept = new Set()));
          kept.add(place);
        }
      });
    }
    begun = now;
  }
  giveBack(part, candidates);
  const { lengths } = part.segment;
  for (const [paper, starts] of begun ?? []) {
    for (const start of starts) {
      const field = Math.floor(start / FIELD_SPAN);
      include(into, paper, occurrenceWeight(field, lengths[paper * FIELDS + field] ?? 0, averages));
    }
  }
}

function rarestFirst(words: readonly PhraseWord[]): PhraseWord[] {
  const common = ({ terms }: PhraseWord): number => terms.reduce((sum, { count }) => sum + count, 0);
  return words.toSorted((a, b) => common(a) - common(b));
}

/** The papers that have all words, wherever they stand. */
function havingAll(part: Part, words: readonly PhraseWord[]): Gathered {
  const all = take(part);
  for (const [index, { terms }] of words.entries()) {
    const these = take(part);
    for (const entry of terms) gather(part, entry, 1, these);
    if (index === 0) for (let at = 0; at < these.count; at += 1) include(all, these.papers[at] ?? 0, 1);
    else keepOnly(all, these);
    giveBack(part, these);
  }
  return all;
}
