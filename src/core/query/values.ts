import { choices, isChoiceField, isNameField, isTextField, synonyms, type ChoiceField, type Field, type NameField } from './fields';
import type { Token } from './lexer';
import { boundsOf } from './ranges';
import type { Choice, Condition, Naming, Wording } from './tree';

export type Value = Extract<Token, { kind: 'word' | 'quoted' }>;

/** What a piece of text means: a condition, and words about it where there is something to say; no condition where it has none. */
export interface Meaning {
  condition: Condition | null;
  finding?: { kind: 'error' | 'hint'; reason: string };
}

/** The meaning of a word or of text in quotes, behind the name of a field or (null) by itself. */
export function meaningOf(field: Field | null, value: Value): Meaning {
  if (field === null || isTextField(field)) return textMeaning(field, value);
  if (value.kind === 'quoted' ? value.text.trim() === '' : value.parts.every((part) => part === '')) return error('There is no value.');
  if (isNameField(field)) return nameMeaning(field, value);
  const written = value.kind === 'quoted' ? value.text.trim() : `${value.parts.join('*')}${value.fuzzy ? '~' : ''}`;
  if (isChoiceField(field)) return choiceMeaning(field, written);
  const bounds = boundsOf(field, written);
  return 'reason' in bounds ? error(bounds.reason) : { condition: { kind: 'range', field, bounds } };
}

function error(reason: string): Meaning {
  return { condition: null, finding: { kind: 'error', reason } };
}

function textMeaning(field: Extract<Condition, { kind: 'text' }>['field'], value: Value): Meaning {
  const texts = value.kind === 'quoted' ? [value.text] : value.parts;
  if (!texts.some(hasLetters)) return unsearchable(field, value);
  if (value.kind === 'quoted') return { condition: { kind: 'text', field, wording: { match: 'phrase', text: value.text } } };
  const wording = wordingOf(value);
  const condition: Condition = { kind: 'text', field, wording };
  return wording.match === 'pattern' && value.fuzzy ? { condition, finding: { kind: 'error', reason: 'A word has * or ~, not both: the ~ is left out.' } } : { condition };
}

function unsearchable(field: Field | null, value: Value): Meaning {
  if (field !== null) return error('The value is a word with a letter or digit.');
  if (value.kind === 'quoted' && value.text === '') return error('There is nothing between the quotes.');
  if (value.kind === 'word' && value.parts.length > 1) return error('A * stands for letters of a word: it wants some beside it.');
  return { condition: null, finding: { kind: 'hint', reason: 'This has no letter or digit, and is not searched for.' } };
}

function wordingOf({ parts, fuzzy }: Extract<Value, { kind: 'word' }>): Wording {
  if (parts.length > 1) return { match: 'pattern', parts };
  return { match: fuzzy ? 'fuzzy' : 'word', text: parts[0] ?? '' };
}

const names: Readonly<Record<NameField, string>> = { tag: ' tag', technique: ' technique', collection: ' collection', key: ' citation key', doi: ' DOI', arxiv: 'n arXiv id', id: 'n id' };

function nameMeaning(field: Extract<Condition, { kind: 'name' }>['field'], value: Value): Meaning {
  const named = (naming: Naming): Condition => ({ kind: 'name', field, naming });
  if (value.kind === 'quoted') return { condition: named({ match: 'name', text: value.text }) };
  const condition = named(value.parts.length > 1 ? { match: 'pattern', parts: value.parts } : { match: 'name', text: value.parts[0] ?? '' });
  return value.fuzzy ? { condition, finding: { kind: 'error', reason: `A${names[field]} is compared as a whole: the ~ is left out. A * may stand for some of its letters.` } } : { condition };
}

function choiceMeaning(field: ChoiceField, written: string): Meaning {
  const lower = written.toLowerCase();
  const known = synonyms[field].get(lower) ?? choices[field].find((choice) => choice === lower);
  if (known === undefined) return error(`It is one of ${choices[field].join(', ')}.`);
  const condition = { kind: 'choice', field, value: known } as Choice;
  return { condition };
}

/** Whether there is something in a text that a search can find. */
export function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
