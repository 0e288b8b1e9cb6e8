import { entryOf, withPrefix, type TermEntry } from './dictionary';
import { ALL_FIELDS, rarity, saturated, type Averages } from './fields';
import { gatherHeavy, gatherIn, take, type Gathered, type Part } from './gathering';
import { gatherPhrase, type PhraseWord } from './phrases';
import { readTyped, type Typed, type TypedWord } from './spelling';
import { formsOf } from './stems';
import { guesses, typosIn, type Guess } from './typos';

/** All that is searched: the parts of the index, and what all of their papers have in common. */
export interface Searched {
  parts: readonly Part[];
  averages: Averages;
  /** The number of living papers. */
  total: number;
}

/** How much another spelling counts against the word itself. */
export const FORM = 0.8;
export const COMPLETION = 0.6;
/** By how many letters it is off. */
export const TYPO: readonly number[] = [1, 0.5, 0.25];

export interface WantedWord {
  text: string;
  mask: number;
  prefix: boolean;
  /** Undefined: only where nothing else is found. */
  fuzzy: 0 | 1 | 2 | undefined;
  /** The word with the one before it or behind it, where those may be written together. */
  joined: readonly Joined[];
}

export interface Joined { term: string; prefix: boolean }

interface How { mask: number; prefix: boolean; averages: Averages }

/** Gathers the papers that have a word, by part, with their scores. Undefined where the text has no word in it. */
export function gatherWord(searched: Searched, wanted: WantedWord): Gathered[] | undefined {
  const { mask, prefix, fuzzy } = wanted;
  const typed = readTyped([wanted.text]);
  const [first] = typed.words;
  if (first === undefined) return undefined;
  const how: How = { mask, prefix: prefix || first.begins, averages: searched.averages };
  const gathered = searched.parts.map(take);
  const alone = typed.words.length === 1;
  const halves = alone && !first.begins ? halvesOf(searched.parts, first.term) : [];
  for (const [index, part] of searched.parts.entries()) {
    const into = gathered[index];
    if (into === undefined) continue;
    if (alone) gatherSpellings(part, first.term, how, into);
    else gatherParts(part, typed, prefix, how, into);
    for (const together of wanted.joined) gatherBeginning(part, together.term, { ...how, prefix: together.prefix }, COMPLETION, into);
    for (const words of halves) gatherPhrase(part, words.map((term, at) => ({ at, terms: exactly(part, term) })), how, into);
  }
  const limit = fuzzy ?? (gathered.every(({ count }) => count === 0) ? typosIn(typed.compound ?? first.term) : 0);
  if (limit > 0 && (alone || typed.compound !== undefined)) gatherGuesses(searched.parts, typed.compound ?? first.term, limit, { how, nearest: fuzzy === undefined }, gathered);
  return scored(searched, gathered);
}

/** Gathers the papers in which words stand next to each other. Undefined where there are none in the texts. */
export function gatherWords(searched: Searched, texts: readonly string[], mask: number): Gathered[] | undefined {
  const { words } = readTyped(texts);
  if (words.length === 0) return undefined;
  const gathered = searched.parts.map((part) => {
    const into = take(part);
    const [first] = words;
    if (words.length === 1 && first !== undefined) for (const entry of spelt(part, first, false)) gatherIn(part, entry, { weight: 1, mask, averages: searched.averages }, into);
    else gatherPhrase(part, phraseOf(part, words, false), { mask, averages: searched.averages }, into);
    return into;
  });
  return scored(searched, gathered);
}

/** Turns weighed frequencies into scores, by how rare all of it is. */
export function scored({ total }: Searched, gathered: Gathered[]): Gathered[] {
  const rare = rarity(gathered.reduce((sum, { count }) => sum + count, 0), total);
  for (const { papers, values, count } of gathered) {
    for (let at = 0; at < count; at += 1) {
      const paper = papers[at] ?? 0;
      values[paper] = rare * saturated(values[paper] ?? 0);
    }
  }
  return gathered;
}

/** The word as it is, in its other forms, and as a beginning of others. */
function gatherSpellings(part: Part, term: string, how: How, into: Gathered): void {
  const forms = formsOf(term, part.segment.stems, part.segment.dictionary);
  for (const entry of forms) gatherIn(part, entry, { ...how, weight: FORM }, into);
  gatherBeginning(part, term, how, COMPLETION, into, new Set(forms.map((form) => form.term)));
}

/** A term, and where a beginning is looked for the terms that go on, `weight` times as much; those that are `known` are in already. */
function gatherBeginning(part: Part, term: string, how: How, weight: number, into: Gathered, known?: ReadonlySet<string>): void {
  for (const entry of exactly(part, term)) gatherIn(part, entry, { ...how, weight: 1 }, into);
  if (!how.prefix) return;
  const heavy = how.mask === ALL_FIELDS ? part.segment.heavy.prefixes.indexOf(term) : -1;
  if (heavy >= 0) {
    gatherHeavy(part, heavy, weight, into);
    return;
  }
  for (const entry of withPrefix(part.segment.dictionary, term)) {
    if (entry.term !== term && known?.has(entry.term) !== true) gatherIn(part, entry, { ...how, weight }, into);
  }
}

/** Several words that were typed as one: next to each other, or written together. */
function gatherParts(part: Part, { words, compound }: Typed, prefix: boolean, how: How, into: Gathered): void {
  gatherPhrase(part, phraseOf(part, words, prefix), how, into);
  if (compound !== undefined) gatherBeginning(part, compound, { ...how, prefix }, COMPLETION, into);
}

function phraseOf(part: Part, words: readonly TypedWord[], prefix: boolean): PhraseWord[] {
  return words.map((word, index) => ({ at: word.at, terms: spelt(part, word, prefix && index === words.length - 1) }));
}

function spelt({ segment: { dictionary } }: Part, { term, begins }: TypedWord, prefix: boolean): TermEntry[] {
  if (begins || prefix) return [...withPrefix(dictionary, term)];
  const entry = entryOf(dictionary, term);
  return entry === undefined ? [] : [entry];
}

function exactly(part: Part, term: string): TermEntry[] {
  return spelt(part, { term, at: 0, begins: false }, false);
}

/** The shortest half of a word that is two written together. */
const SHORTEST_HALF = 3;

/** The two words that a word may be made of: both of them more common than it (`low` and `rank`, but not `net` and `work`). */
function halvesOf(parts: readonly Part[], term: string): [string, string][] {
  if (term.length < 2 * SHORTEST_HALF || !/^\p{L}+$/u.test(term)) return [];
  const papers = (word: string): number => parts.reduce((sum, { segment }) => sum + (entryOf(segment.dictionary, word)?.count ?? 0), 0);
  const own = papers(term);
  const halves: [string, string][] = [];
  for (let at = SHORTEST_HALF; at <= term.length - SHORTEST_HALF; at += 1) {
    const [first, second] = [term.slice(0, at), term.slice(at)];
    if (papers(first) > own && papers(second) > own) halves.push([first, second]);
  }
  return halves;
}

/** The terms that may have been meant; only the nearest that find anything where nothing is spelt as it was typed. */
function gatherGuesses(parts: readonly Part[], term: string, limit: number, { how, nearest }: { how: How; nearest: boolean }, gathered: readonly Gathered[]): void {
  const found: Guess[][] = parts.map(({ segment }) => guesses(segment.dictionary, term, limit, how.prefix));
  for (let off = 1; off <= limit; off += 1) {
    for (const [index, part] of parts.entries()) {
      const into = gathered[index];
      for (const { entry, distance } of found[index] ?? []) {
        if (into !== undefined && distance === off) gatherIn(part, entry, { ...how, weight: TYPO[off] ?? 0 }, into);
      }
    }
    if (nearest && gathered.some(({ count }) => count > 0)) return;
  }
}
