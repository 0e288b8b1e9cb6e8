import { assertNever } from '../errors';
import { fieldMask } from './fields';
import { giveBack, include, keepOnly, take, takeOut, type Gathered, type Part } from './gathering';
import { gatherPattern, readPattern } from './patterns';
import { readTyped } from './spelling';
import type { TextQuery } from './types';
import { gatherWord, gatherWords, type Joined, type Searched } from './words';

/** The papers that a query holds for, by part, with their scores. They are to be given back. */
export function evaluate(searched: Searched, query: TextQuery, joined: readonly Joined[] = []): Gathered[] {
  switch (query.kind) {
    case 'word': return gatherWord(searched, { text: query.text, mask: fieldMask(query.fields), prefix: query.prefix ?? false, fuzzy: query.fuzzy, joined }) ?? everything(searched);
    case 'pattern': {
      const pattern = readPattern(query.text);
      return pattern === undefined ? everything(searched) : gatherPattern(searched, pattern, fieldMask(query.fields));
    }
    case 'phrase': return gatherWords(searched, query.words, fieldMask(query.fields)) ?? everything(searched);
    case 'and': return allOf(searched, evaluateParts(searched, query.parts));
    case 'or': return anyOf(searched, query.parts.map((part) => evaluate(searched, part)));
    case 'not': return without(searched, everything(searched), [evaluate(searched, query.part)]);
    case 'all': return everything(searched);
    default: return assertNever(query);
  }
}

/** What the parts of an `and` were evaluated to: what must be there, and what must not. */
export interface Conjunction { wanted: Gathered[][]; unwanted: Gathered[][] }

export function evaluateParts(searched: Searched, parts: readonly TextQuery[]): Conjunction {
  const conjunction: Conjunction = { wanted: [], unwanted: [] };
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'not') conjunction.unwanted.push(evaluate(searched, part.part));
    else conjunction.wanted.push(evaluate(searched, part, [...together(parts[index - 1], part), ...together(part, parts[index + 1])]));
  }
  return conjunction;
}

/** Two words that stand behind each other as one, as they may be written (`low rank`, `lowrank`); none where they are no such words. */
export function together(first: TextQuery | undefined, second: TextQuery | undefined): Joined[] {
  if (first?.kind !== 'word' || second?.kind !== 'word' || first.prefix === true || fieldMask(first.fields) !== fieldMask(second.fields)) return [];
  const words = [...readTyped([first.text]).words, ...readTyped([second.text]).words];
  if (words.length !== 2 || !words.every(({ term }) => /^\p{L}+$/u.test(term))) return [];
  return [{ term: words.map(({ term }) => term).join(''), prefix: second.prefix ?? false }];
}

/** The papers that have all that is wanted. */
function allOf(searched: Searched, { wanted, unwanted }: Conjunction): Gathered[] {
  const found = wanted.length === 0 ? everything(searched) : searched.parts.map((part, index) => inAll(part, wanted.flatMap((each) => each[index] ?? [])));
  return without(searched, found, unwanted);
}

/** Leaves what is wanted as it is, for it to be asked for some of it as well. */
export function allOfKept(searched: Searched, { wanted, unwanted }: Conjunction): Gathered[] {
  return allOf(searched, { wanted: wanted.map((each) => copies(searched, each)), unwanted: unwanted.map((each) => copies(searched, each)) });
}

/** The papers that have some of what is wanted, and nothing unwanted. */
export function someOf(searched: Searched, { wanted, unwanted }: Conjunction): Gathered[] {
  return without(searched, anyOf(searched, wanted), unwanted);
}

function copies({ parts }: Searched, gathered: readonly Gathered[]): Gathered[] {
  return parts.map((part, index) => {
    const copy = take(part);
    const from = gathered[index];
    if (from !== undefined) addAll(copy, from);
    return copy;
  });
}

function addAll(into: Gathered, { papers, values, count }: Gathered): void {
  for (let at = 0; at < count; at += 1) {
    const paper = papers[at] ?? 0;
    include(into, paper, values[paper] ?? 0);
  }
}

function inAll(part: Part, all: Gathered[]): Gathered {
  const [fewest = take(part), ...others] = all.toSorted((a, b) => a.count - b.count);
  for (const other of others) keepOnly(fewest, other);
  for (const other of others) {
    for (let at = 0; at < fewest.count; at += 1) {
      const paper = fewest.papers[at] ?? 0;
      fewest.values[paper] = (fewest.values[paper] ?? 0) + (other.values[paper] ?? 0);
    }
    giveBack(part, other);
  }
  return fewest;
}

function anyOf({ parts }: Searched, any: Gathered[][]): Gathered[] {
  return parts.map((part, index) => {
    const [most = take(part), ...others] = any.flatMap((each) => each[index] ?? []).toSorted((a, b) => b.count - a.count);
    for (const other of others) {
      addAll(most, other);
      giveBack(part, other);
    }
    return most;
  });
}

function without({ parts }: Searched, found: Gathered[], unwanted: Gathered[][]): Gathered[] {
  for (const [index, part] of parts.entries()) {
    const from = found[index];
    for (const each of unwanted) {
      const these = each[index];
      if (from === undefined || these === undefined) continue;
      takeOut(from, these);
      giveBack(part, these);
    }
  }
  return found;
}

function everything({ parts }: Searched): Gathered[] {
  return parts.map((part) => {
    const all = take(part);
    part.alive.forEach((alive, paper) => { if (alive === 1) include(all, paper, 0); });
    return all;
  });
}
