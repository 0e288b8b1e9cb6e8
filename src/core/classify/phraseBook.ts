import type { Technique } from '../model';
import type { Clock } from '../ports';
import { inSlices } from '../slices';
import { compilePhrases, growingIndex, type Match, type PhraseIndex } from './phrases';
import type { FieldReading } from './reading';

/** What of a technique the classifier goes by. */
export type Described = Pick<Technique, 'id' | 'name' | 'synonyms' | 'phrases'>;

/** A phrase that points to a technique, both by their position. */
export interface Rule {
  technique: number;
  text: string;
  weight: number;
  field: 'title' | 'abstract' | null;
}

/** The phrases of techniques, compiled. */
export interface PhraseBook {
  techniques: readonly Described[];
  rules: readonly Rule[];
  index: PhraseIndex;
}

export function bindBook(techniques: readonly Described[]): PhraseBook {
  const rules = rulesOf(techniques);
  return { techniques, rules, index: compilePhrases(rules.map(({ text }) => text)) };
}

/** The same in slices: a cold start would otherwise spend a tenth of a second on it. */
export async function prepareBook(techniques: readonly Described[], clock: Pick<Clock, 'elapsed' | 'breathe'>): Promise<PhraseBook> {
  const rules = rulesOf(techniques);
  const index = growingIndex();
  await inSlices(rules, clock, ({ text }) => index.add(text));
  return { techniques, rules, index };
}

/** Every name and synonym is a phrase of weight 1, unless the technique's phrases weigh it themselves. */
function rulesOf(techniques: readonly Described[]): Rule[] {
  return techniques.flatMap(({ name, synonyms, phrases }, technique) => {
    const listed = new Set(phrases.map((phrase) => phrase.text.toLowerCase()));
    const names = [...new Set([name, ...synonyms])].filter((text) => !listed.has(text.toLowerCase()));
    return [
      ...names.map((text) => ({ technique, text, weight: 1, field: null })),
      ...phrases.map(({ text, weight, field }) => ({ technique, text, weight, field: field ?? null })),
    ];
  });
}

/** The phrases in a field; for each technique the leftmost and then the longest of overlapping ones. */
export function phrasesIn({ field, tokens }: FieldReading, { rules, index }: PhraseBook): Match[] {
  const held = new Map<number, Match>();
  const kept: Match[] = [];
  for (const match of index.find(tokens)) {
    const rule = rules[match.phrase];
    if (rule === undefined || (rule.field !== null && rule.field !== field)) continue;
    const before = held.get(rule.technique);
    if (before !== undefined) {
      if (match.first > before.last) kept.push(before);
      else if (match.first > before.first || (match.last === before.last && rule.field === null)) continue;
    }
    held.set(rule.technique, match);
  }
  return [...kept, ...held.values()];
}
