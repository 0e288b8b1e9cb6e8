import { DomainError } from '../errors';
import { readKeyPattern, type KeyChoice, type KeyPart, type KeyPattern } from './citationKeyPattern';
import type { KeyedWork } from './citationKeyPieces';
import { foldToAscii } from './citationKeyText';

/** What BibTeX, biber, pandoc and LaTeX's \cite all take as a key. */
const keyPattern = /^[A-Za-z0-9][A-Za-z0-9:_\-./+]*$/;

/**
 * Keys of the form authorYEARword, such as `vaswani2017attention`; without an author two words of the title lead, and
 * what has neither is untitled.
 */
export const defaultKeyPattern = '[auth:lower][>0][year][veryshorttitle:lower]|[shorttitle2:lower][>0][year]|untitled[year]';

/** What stands behind a key that is taken: `a`, `b`, … or `-2`, `-3`, …. */
export type KeySuffix = 'letters' | 'numbers';

const LONGEST_KEY = 200;

export function isCitationKey(text: string): boolean {
  return keyPattern.test(text);
}

/** A pattern that is known to be right. Throws `invalid-input` for any other. */
export function keyPatternFrom(text: string): KeyPattern {
  const read = readKeyPattern(text);
  if (read.kind === 'problem') throw new DomainError('invalid-input', `The pattern for citation keys is wrong in column ${read.problem.column}. ${read.problem.reason}`);
  return read.pattern;
}

/** What the keys of a library look like. */
export interface KeyForm { pattern: KeyPattern; suffix: KeySuffix }

const defaultForm: KeyForm = { pattern: keyPatternFrom(defaultKeyPattern), suffix: 'letters' };

/**
 * The key that a pattern makes for a work, whether it is taken or not. What cannot be written in ASCII or stand in a key
 * is left out; when nothing is left the key is `untitled`.
 */
export function keyOf(work: KeyedWork, pattern: KeyPattern): string {
  for (const way of pattern) {
    const key = made(work, way).replace(/^[^A-Za-z0-9]+/, '');
    if (key !== '') return key.slice(0, LONGEST_KEY);
  }
  return 'untitled';
}

/** The key of a work, with a suffix where it is taken. `taken` is asked for lower-case keys and must not mind case, as BibTeX does not. */
export function makeCitationKey(work: KeyedWork, taken: Taken, { pattern, suffix }: KeyForm = defaultForm): string {
  return distinctKey(keyOf(work, pattern), taken, suffix);
}

/** Tells whether a key is in use. `tried`: how many suffixes of a key are known to be, where many keys are made and none is given up. */
export type Taken = ((key: string) => boolean) & { tried?: Map<string, number> };

/** The key itself, or the first of `a`, `b`, … `z`, `aa`, … (or of `-2`, `-3`, …) behind it that is not taken. */
export function distinctKey(key: string, taken: Taken, suffix: KeySuffix = 'letters'): string {
  if (!taken(key)) return key;
  const behind = suffix === 'letters' ? letters : (count: number) => `-${count + 1}`;
  const name = key.toLowerCase();
  let count = taken.tried?.get(name) ?? 1;
  while (taken(key + behind(count))) count += 1;
  taken.tried?.set(name, count);
  return key + behind(count);
}

/** Counts 1, 2, … 26, 27 as a, b, … z, aa. */
function letters(count: number): string {
  let text = '';
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

/** What one way makes; nothing where its key is not as long as it wants. */
function made(work: KeyedWork, way: readonly KeyPart[]): string {
  let key = '';
  for (const part of way) {
    if (part.kind === 'longer') {
      if (key.length <= part.than) return '';
    } else key += part.kind === 'text' ? part.text : fitting(firstOf(work, part.choices));
  }
  return key;
}

function firstOf(work: KeyedWork, choices: readonly KeyChoice[]): string {
  for (const { of, modifiers } of choices) {
    const text = modifiers.reduce((value, change) => change(value), of(work));
    if (text !== '') return text;
  }
  return '';
}

function fitting(text: string): string {
  return foldToAscii(text).replace(/[^A-Za-z0-9:_\-./+]+/g, '');
}
