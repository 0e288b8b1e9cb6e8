import { together } from './evaluate';
import { fieldMask, occurrenceWeight } from './fields';
import { fits, readPattern } from './patterns';
import { readTyped, type TypedWord } from './spelling';
import { stemOf } from './stem';
import { tokenize } from './tokens';
import { searchFields, type SearchDocument, type TextQuery } from './types';
import { distanceOf, typosIn } from './typos';
import { COMPLETION, FORM, TYPO, type Joined } from './words';

/** A word of a paper: what it is found by, where it stands among the words of its field, and where in which of its texts. */
export interface ScannedWord { term: string; field: number; place: number; text: number; start: number; end: number }

export function wordsIn({ texts }: SearchDocument): ScannedWord[] {
  const words: ScannedWord[] = [];
  for (const [field, name] of searchFields.entries()) {
    let next = 0;
    for (const [text, each] of (texts[name] ?? []).entries()) next = tokenize(each, (term, place, start, end) => { words.push({ term, field, place, text, start, end }); }, next) + 1;
  }
  return words;
}

type LeafQuery = Extract<TextQuery, { kind: 'word' | 'pattern' | 'phrase' }>;

/** How a word fits: how many letters off, and how much it counts. */
type Fit = { off: 0 | 1 | 2; weight: number } | null;

/** A word, pattern or phrase of a query, as papers are looked through for it. */
export interface Leaf {
  query: LeafQuery;
  /** How many letters words may always be off, and how many at the most where nothing is found. */
  always: number;
  most: number;
  fit(term: string): Fit;
  /** Words that must stand next to each other, the last of them as a beginning with `prefix`. */
  phrase: { words: readonly TypedWord[]; prefix: boolean } | null;
}

const nothing = (): Fit => null;

/** The leaves of a query in the order in which they stand in it; texts without a word have none. `not` goes into what must not be as well. */
export function leavesOf(query: TextQuery, not: boolean, joined: readonly Joined[] = []): Leaf[] {
  switch (query.kind) {
    case 'word': return wordLeaf(query, joined);
    case 'pattern': {
      const pattern = readPattern(query.text);
      return pattern === undefined ? [] : [{ query, always: 0, most: 0, fit: remembered((term) => (fits(term, pattern) ? { off: 0, weight: 1 } : null)), phrase: null }];
    }
    case 'phrase': {
      const { words } = readTyped(query.words);
      return words.length === 0 ? [] : [{ query, always: 0, most: 0, fit: nothing, phrase: { words, prefix: false } }];
    }
    case 'and': return query.parts.flatMap((part, at, parts) => leavesOf(part, not, [...together(parts[at - 1], part), ...together(part, parts[at + 1])]));
    case 'or': return query.parts.flatMap((part) => leavesOf(part, not));
    case 'not': return not ? leavesOf(query.part, not) : [];
    case 'all': return [];
  }
}

function wordLeaf(query: Extract<TextQuery, { kind: 'word' }>, joined: readonly Joined[]): Leaf[] {
  const { words, compound } = readTyped([query.text]);
  const [first] = words;
  if (first === undefined) return [];
  const prefix = query.prefix ?? false;
  const isAlone = words.length === 1;
  const isOne = isAlone || compound !== undefined;
  const term = compound ?? first.term;
  const begins = prefix || (isAlone && first.begins);
  const most = isOne ? (query.fuzzy ?? typosIn(term)) : 0;
  const stem = stemOf(term);
  const fit = (other: string): Fit => {
    if (joined.some((whole) => other === whole.term || (whole.prefix && other.startsWith(whole.term)))) return { off: 0, weight: 1 };
    if (!isOne) return null;
    if (other === term) return { off: 0, weight: 1 };
    if (isAlone && stemOf(other) === stem) return { off: 0, weight: FORM };
    if (begins && other.startsWith(term)) return { off: 0, weight: COMPLETION };
    const off = most > 0 ? distanceOf(other, term, most, begins) : 0;
    return off === 0 ? null : { off, weight: TYPO[off] ?? 0 };
  };
  return [{ query, always: isOne ? (query.fuzzy ?? 0) : 0, most, fit: remembered(fit), phrase: isAlone ? null : { words, prefix } }];
}

function remembered(fit: (term: string) => Fit): (term: string) => Fit {
  const known = new Map<string, Fit>();
  return (term) => {
    let fitting = known.get(term);
    if (fitting === undefined) known.set(term, (fitting = fit(term)));
    return fitting;
  };
}

/** How often a paper has a leaf, weighed: as it is, and one and two letters off. Texts count as of average length. */
export function frequenciesOf(leaf: Leaf, words: readonly ScannedWord[]): Float32Array {
  const sums = new Float32Array(3);
  const own = inFields(words, leaf.query);
  for (const { term, field } of own) {
    const fit = leaf.fit(term);
    if (fit !== null) sums[fit.off] = (sums[fit.off] ?? 0) + fit.weight * weightOf(field);
  }
  for (const [first] of passages(leaf, own)) sums[0] = (sums[0] ?? 0) + weightOf(first?.field ?? 0);
  return sums;
}

/** The words that a leaf means, no more letters off than `off`; those of a phrase together. */
export function meant(leaf: Leaf, words: readonly ScannedWord[], off: number): ScannedWord[][] {
  const own = inFields(words, leaf.query);
  const single = own.filter(({ term }) => (leaf.fit(term)?.off ?? 3) <= off).map((word) => [word]);
  return [...single, ...passages(leaf, own)];
}

function inFields(words: readonly ScannedWord[], { fields }: LeafQuery): readonly ScannedWord[] {
  if (fields === undefined) return words;
  const mask = fieldMask(fields);
  return words.filter(({ field }) => ((mask >> field) & 1) === 1);
}

/** Where the words of a phrase stand at their places, one behind the other. */
function passages({ phrase }: Leaf, own: readonly ScannedWord[]): ScannedWord[][] {
  let begun: Map<string, ScannedWord[]> | undefined;
  for (const [index, { term, at, begins }] of phrase?.words.entries() ?? []) {
    const isBeginning = begins || (phrase?.prefix === true && index === phrase.words.length - 1);
    const going = new Map<string, ScannedWord[]>();
    for (const word of own) {
      if (word.term !== term && !(isBeginning && word.term.startsWith(term))) continue;
      const start = `${word.field} ${word.place - at}`;
      const before = begun === undefined ? [] : begun.get(start);
      if (before !== undefined) going.set(start, [...before, word]);
    }
    begun = going;
  }
  return [...(begun?.values() ?? [])];
}

function weightOf(field: number): number {
  return occurrenceWeight(field, 0, new Float64Array());
}
