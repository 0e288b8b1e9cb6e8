import { assertNever } from '../errors';
import type { PaperId } from '../model';
import type { Clock } from '../ports';
import { inSlices } from '../slices';
import { rarity, saturated } from './fields';
import { frequenciesOf, leavesOf, wordsIn, type Leaf } from './scanLeaves';
import type { Matches, SearchAnswer, SearchDocument, SearchRequest, TextQuery } from './types';

/**
 * Answers a request from the texts themselves, one paper after the other: for a few papers, and for a process that ends
 * after one question. Finds what the index finds, save words that are spelt together there and apart in the text, and
 * ranks by the same rules, the lengths of texts aside.
 */
export async function scan(documents: Iterable<SearchDocument>, { query, limit, loosely = false }: SearchRequest, clock: Pick<Clock, 'elapsed' | 'breathe'>): Promise<SearchAnswer> {
  const leaves = leavesOf(query, true);
  const seen: { id: PaperId; frequencies: Float32Array[] }[] = [];
  await inSlices(documents, clock, (document) => {
    const words = wordsIn(document);
    seen.push({ id: document.id, frequencies: leaves.map((leaf) => frequenciesOf(leaf, words)) });
  });
  const levels = leaves.map((leaf, at) => levelOf(leaf, seen.map(({ frequencies }) => frequencies[at])));
  const rare = leaves.map((_, at) => rarity(seen.filter(({ frequencies }) => upTo(frequencies[at], levels[at] ?? 0) > 0).length, seen.length));
  const scores = new Map<PaperId, number>();
  const partly = new Map<PaperId, number>();
  for (const { id, frequencies } of seen) {
    const value = (leaf: Leaf): number | null => {
      const at = leaves.indexOf(leaf);
      const frequency = upTo(frequencies[at], levels[at] ?? 0);
      return frequency > 0 ? (rare[at] ?? 0) * saturated(frequency) : null;
    };
    const score = scoreOf(query, leaves, value);
    if (score !== null) scores.set(id, score);
    else if (loosely && query.kind === 'and') {
      const some = scoreOf({ kind: 'and', parts: [{ kind: 'or', parts: query.parts.filter(({ kind }) => kind !== 'not') }, ...query.parts.filter(({ kind }) => kind === 'not')] }, leaves, value);
      if (some !== null) partly.set(id, some);
    }
  }
  const whole = best(scores, limit);
  return { hits: [...whole, ...best(partly, limit - whole.length)], whole: whole.length, matches: matchesIn(scores), complete: true };
}

/** How many letters a word may be off: those that it always may, or as few as find something. */
function levelOf({ always, most }: Leaf, frequencies: readonly (Float32Array | undefined)[]): number {
  for (let level = always; level < most; level += 1) if (frequencies.some((each) => upTo(each, level) > 0)) return level;
  return most;
}

function upTo(frequencies: Float32Array | undefined, level: number): number {
  let sum = 0;
  for (let at = 0; at <= level; at += 1) sum += frequencies?.[at] ?? 0;
  return sum;
}

/** The score of a paper; null where the query does not hold. `leaves` are those of the query, in the order in which they stand in it. */
function scoreOf(query: TextQuery, leaves: readonly Leaf[], value: (leaf: Leaf) => number | null): number | null {
  switch (query.kind) {
    case 'word':
    case 'pattern':
    case 'phrase': {
      const leaf = leaves.find((each) => each.query === query);
      return leaf === undefined ? 0 : value(leaf);
    }
    case 'and': {
      let sum = 0;
      for (const part of query.parts) {
        const score = scoreOf(part, leaves, value);
        if (score === null) return null;
        sum += score;
      }
      return sum;
    }
    case 'or': {
      const scores = query.parts.map((part) => scoreOf(part, leaves, value)).filter((score) => score !== null);
      return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0);
    }
    case 'not': return scoreOf(query.part, leaves, value) === null ? 0 : null;
    case 'all': return 0;
    default: return assertNever(query);
  }
}

function best(scores: ReadonlyMap<PaperId, number>, limit: number): { id: PaperId; score: number }[] {
  return [...scores].map(([id, score]) => ({ id, score })).toSorted((a, b) => b.score - a.score).slice(0, Math.max(0, limit));
}

export function matchesIn(scores: ReadonlyMap<PaperId, number>): Matches {
  return {
    size: scores.size, has: (id) => scores.has(id), score: (id) => scores.get(id) ?? 0, ids: () => scores.keys(),
    numbered: (numbering) => ({ numbers: Uint32Array.from(scores.keys(), (id) => numbering.of(id)), scores: Float32Array.from(scores.values()) }),
  };
}
