import type { Overview } from '../../../core/overview';
import { choices, fields, fieldWords, isChoiceField, printName, type Completing, type Field } from '../../../core/query';
import { fold } from '../../../core/text';
import { collectionLines } from '../../app/collections';
import { statusNames } from '../StatusGlyph';

/** Something that can be put in the place of what is being typed. */
export interface Suggestion {
  /** As it is written into the query; a field with its colon. */
  written: string;
  label: string;
  /** What it is, or how many papers have it. */
  detail: string;
}

/** What the fields are completed from. */
export interface Vocabulary extends Pick<Overview, 'tags' | 'collections'> {
  techniques: readonly Pick<Overview['techniques'][number], 'id' | 'name' | 'count'>[];
}

/** A value with the words it is found by. */
interface Value extends Suggestion { words: string }

/** What can be put at the place that is being typed at. `year` is the present one. */
export function suggestionsFor(completing: Completing, vocabulary: Vocabulary, year: number): Suggestion[] {
  const typed = fold(completing.typed.trim());
  if (completing.kind === 'field') {
    return fields.filter((field) => field.startsWith(typed)).map((field) => ({ written: `${field}:`, label: `${field}:`, detail: fieldWords[field].what }));
  }
  const found = valuesOf(completing.field, vocabulary, year).filter(({ words }) => hasWordLike(words, typed));
  const [only] = found;
  if (found.length === 1 && only?.written === completing.typed) return [];
  return found.map(({ written, label, detail }) => ({ written, label, detail }));
}

/** Suggestions out of names and how many papers have each, the most frequent first. */
export function countedNames(names: readonly { value: string; count: number }[]): Suggestion[] {
  return names.map(({ value, count }) => ({ written: printName(value), label: value, detail: countOf(count) }));
}

function valuesOf(field: Field, { techniques, tags, collections }: Vocabulary, year: number): Value[] {
  if (isChoiceField(field)) {
    return choices[field].filter((choice) => choice !== 'pdf').map((choice) => value(choice, field === 'status' ? statusNames[choice as keyof typeof statusNames] : choice, ''));
  }
  switch (field) {
    case 'technique': return techniques.toSorted((a, b) => b.count - a.count).map(({ id, name, count }) => ({ ...value(printName(id), name, countOf(count)), words: fold(`${id} ${name}`) }));
    case 'tag': return tags.toSorted((a, b) => b.count - a.count).map(({ tag, count }) => value(printName(tag), tag, countOf(count)));
    case 'collection': return collectionLines(collections).map(({ name, path, count, query }) => ({ ...value(printName(name), path, query === undefined ? countOf(count) : 'smart collection'), words: fold(path) }));
    case 'year': return [
      value(String(year), String(year), 'this year'), value(`${year - 2}..${year}`, `${year - 2}..${year}`, 'the last three years'),
      value(`>=${year - 5}`, `>=${year - 5}`, 'since then'), value(`..${year - 6}`, `..${year - 6}`, 'up to then'),
    ];
    case 'rating': return [value('>=4', '>=4', '4 or 5 stars'), value('>=3', '>=3', '3 stars or more'), value('5', '5', '5 stars'), value('0', '0', 'not rated')];
    case 'added': return [
      value('<1d', '<1d', 'within a day'), value('<7d', '<7d', 'within a week'), value('<1m', '<1m', 'within a month'), value('<1y', '<1y', 'within a year'),
      value('>1y', '>1y', 'longer ago'), value(`${year}..`, `${year}..`, 'this year'),
    ];
    default: return [];
  }
}

function value(written: string, label: string, detail: string): Value {
  return { written, label, detail, words: fold(`${label} ${written}`) };
}

function hasWordLike(words: string, typed: string): boolean {
  return words.startsWith(typed) || words.includes(` ${typed}`) || words.includes(`-${typed}`);
}

function countOf(count: number): string {
  return count === 0 ? '' : count.toLocaleString('en');
}
