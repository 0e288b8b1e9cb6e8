import type { PaperId } from '../model';
import { entryOf } from './dictionary';
import { occurrenceWeight, rarity } from './fields';
import { gather, giveBack, include, take, type Gathered } from './gathering';
import { bestFirst, collect } from './ranking';
import { wordsOf } from './tokens';
import { searchFields, type SearchDocument, type SearchField } from './types';
import type { Searched } from './words';

/** A paper that is like others: 1 for one with the same words as often, and the words that tell most of it. */
export interface Like { slot: number; score: number; terms: string[] }

/** So many words stand for a text; more of them change the order of the nearest papers hardly. */
const TELLING_WORDS = 160;
const SHOWN_WORDS = 6;
/** What tells what a paper is about; its authors and tags are compared as wholes. */
const prose: ReadonlySet<SearchField> = new Set(['title', 'abstract', 'note', 'annotation', 'attachment']);

/** A word of the texts, with its rarity and its part of their vector. */
interface Telling { term: string; frequency: number; rare: number; weight: number }

/**
 * The papers whose words are most like those of some texts: the cosine of the angle between vectors that have for each word
 * the logarithm of its weighed frequency times its rarity (SMART's `ltc`). Words count as they are written: whole texts share
 * enough of them. The papers that are their `own` are left out.
 */
export function mostLike(searched: Searched, documents: readonly SearchDocument[], limit: number, own: ReadonlySet<PaperId>): Like[] {
  const telling = tellingWords(searched, documents, own);
  const norm = Math.hypot(...telling.map(({ weight }) => weight));
  if (norm === 0) return [];
  const sums = searched.parts.map(take);
  for (const word of telling) eachScore(searched, word, (part, paper, score) => { addTo(sums[part], paper, score); });
  const found = collect(searched.parts, sums.map((sum, index) => without(sum, searched, index, own)));
  const ranked = bestFirst(found, limit);
  searched.parts.forEach((part, index) => { const sum = sums[index]; if (sum !== undefined) giveBack(part, sum); });
  const words = sharedWords(searched, telling, new Set(found.slots.subarray(0, ranked)));
  return Array.from(found.slots.subarray(0, ranked), (slot, at) => ({ slot, score: Math.min(1, (found.scores[at] ?? 0) / norm), terms: words.get(slot) ?? [] }));
}

function addTo(sum: Gathered | undefined, paper: number, score: number): void {
  if (sum !== undefined) include(sum, paper, score);
}

function without(sum: Gathered, { parts }: Searched, index: number, own: ReadonlySet<PaperId>): Gathered {
  const ids = parts[index]?.segment.ids ?? [];
  const kept = sum.papers.slice(0, sum.count).filter((paper) => !own.has(ids[paper] ?? ('' as PaperId)));
  return { ...sum, papers: kept, count: kept.length };
}

/** The words that tell most of what texts are about: frequent in them, rare otherwise, and in other papers at all. */
function tellingWords({ parts, averages, total }: Searched, documents: readonly SearchDocument[], own: ReadonlySet<PaperId>): Telling[] {
  const words = new Map<string, Telling & { papers: Set<PaperId> }>();
  for (const { id, texts } of documents) {
    for (const [field, name] of searchFields.entries()) {
      if (!prose.has(name)) continue;
      const weight = occurrenceWeight(field, averages[field] ?? 0, averages) / documents.length;
      for (const text of texts[name] ?? []) {
        for (const term of wordsOf(text)) {
          const word = words.get(term) ?? { term, frequency: 0, rare: 0, weight: 0, papers: new Set() };
          words.set(term, word);
          word.frequency += weight;
          if (own.has(id)) word.papers.add(id);
        }
      }
    }
  }
  for (const word of words.values()) {
    const papers = parts.reduce((sum, { segment }) => sum + (entryOf(segment.dictionary, word.term)?.count ?? 0), 0);
    if (papers <= word.papers.size) continue;
    word.rare = rarity(Math.min(papers, total), total);
    word.weight = word.rare * Math.log1p(word.frequency);
  }
  return [...words.values()].filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight).slice(0, TELLING_WORDS);
}

/** Calls `onScore` with each paper that has a word. */
function eachScore({ parts }: Searched, { term, rare, weight }: Telling, onScore: (part: number, paper: number, score: number) => void): void {
  for (const [index, part] of parts.entries()) {
    const entry = entryOf(part.segment.dictionary, term);
    if (entry === undefined) continue;
    const found = take(part);
    gather(part, entry, 1, found);
    for (let at = 0; at < found.count; at += 1) {
      const paper = found.papers[at] ?? 0;
      onScore(index, paper, (weight * rare * Math.log1p(found.values[paper] ?? 0)) / (part.segment.norms[paper] ?? 1));
    }
    giveBack(part, found);
  }
}

/** For each of some papers the words that count most towards its likeness, first the one that counts most. */
function sharedWords(searched: Searched, telling: readonly Telling[], slots: ReadonlySet<number>): Map<number, string[]> {
  const shared = new Map<number, { term: string; score: number }[]>();
  for (const word of telling) {
    eachScore(searched, word, (part, paper, score) => {
      const slot = searched.parts[part]?.slots[paper] ?? -1;
      if (!slots.has(slot)) return;
      const terms = shared.get(slot) ?? [];
      shared.set(slot, terms);
      terms.push({ term: word.term, score });
    });
  }
  return new Map([...shared].map(([slot, terms]) => [slot, terms.toSorted((a, b) => b.score - a.score).slice(0, SHOWN_WORDS).map(({ term }) => term)]));
}
