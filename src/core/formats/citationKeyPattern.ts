import { keyModifiers } from './citationKeyModifiers';
import { keyPieces, type KeyedWork } from './citationKeyPieces';

/** Text as it stands; a piece of the work, of which the first choice that is not empty counts; the wish for a key that is longer by then. */
export type KeyPart =
  | { kind: 'text'; text: string }
  | { kind: 'piece'; choices: KeyChoice[] }
  | { kind: 'longer'; than: number };

export interface KeyChoice {
  of: (work: KeyedWork) => string;
  modifiers: ((text: string) => string)[];
}

/** The ways to make a key, of which the first that makes one counts. */
export type KeyPattern = readonly (readonly KeyPart[])[];

/** What is wrong with a pattern, and in which column, from 1. */
export interface KeyPatternProblem { column: number; reason: string }

type Problem = { kind: 'problem'; problem: KeyPatternProblem };
export type ReadPattern = { kind: 'pattern'; pattern: KeyPattern } | Problem;

export const LONGEST_PATTERN = 500;

const pieces = new Map(keyPieces.map((piece) => [piece.name.toLowerCase(), piece]));
const modifiers = new Map(keyModifiers.map((modifier) => [modifier.name, modifier]));

/** Part of a pattern with its place in it, from 0. */
interface Span { text: string; at: number }

/**
 * Reads a pattern for citation keys in the language of JabRef and Better BibTeX: text, and pieces in brackets with
 * modifiers, `[auth:lower][year]`. `[auth|edtr]` is the first of both that the work has, `[auth:(anon)]` has text for
 * works without. `|` between whole patterns leads to another way where the one before makes no key; `[>0]` ends a way
 * that has made nothing by then.
 */
export function readKeyPattern(text: string): ReadPattern {
  if (text.length > LONGEST_PATTERN) return wrong(LONGEST_PATTERN, `A pattern has ${LONGEST_PATTERN} characters at most.`);
  const pattern: KeyPart[][] = [];
  for (const way of waysOf(text)) {
    const parts = way.tokens.map(partOf);
    const problem = parts.find((part) => part.kind === 'problem');
    if (problem !== undefined) return problem;
    if (parts.length === 0) return wrong(way.at, 'Nothing stands here: expected text, or a piece such as [auth].');
    pattern.push(parts.filter((part) => part.kind !== 'problem'));
  }
  return { kind: 'pattern', pattern };
}

/** The pattern cut at each `|` outside of brackets, and each way cut into brackets and texts. Blanks at the ends of a way do not count. */
function waysOf(text: string): { at: number; tokens: Span[] }[] {
  const ways: { at: number; tokens: Span[] }[] = [{ at: 0, tokens: [] }];
  for (const { 0: token, index } of text.matchAll(/\[[^[\]]*\]?|[^[|]+|\|/g)) {
    if (token === '|') ways.push({ at: index + 1, tokens: [] });
    else ways.at(-1)?.tokens.push({ text: token, at: index });
  }
  for (const { tokens } of ways) {
    const [first] = tokens;
    if (first !== undefined) tokens[0] = { text: first.text.trimStart(), at: first.at + first.text.length - first.text.trimStart().length };
    const last = tokens.at(-1);
    if (last !== undefined) tokens[tokens.length - 1] = { ...last, text: last.text.trimEnd() };
  }
  return ways.map(({ at, tokens }) => ({ at, tokens: tokens.filter((token) => token.text !== '') }));
}

function partOf(token: Span): KeyPart | Problem {
  if (token.text.startsWith('[')) return bracketOf(token);
  const foreign = token.text.search(/[^A-Za-z0-9:_\-./+]/);
  if (foreign === -1) return { kind: 'text', text: token.text };
  const character = token.text.charAt(foreign);
  if (character === ']') return wrong(token.at + foreign, 'This ] has no [ before it.');
  return wrong(token.at + foreign, `“${character}” cannot stand in a key: expected letters without accents, digits and - _ : . / +, or a piece in [ ].`);
}

function bracketOf({ text, at }: Span): KeyPart | Problem {
  if (!text.endsWith(']')) return wrong(at + text.length, 'Expected ] to close the [ before.');
  const inside = { text: text.slice(1, -1), at: at + 1 };
  const longer = /^>(\d{1,3})$/.exec(inside.text)?.[1];
  if (longer !== undefined) return { kind: 'longer', than: Number(longer) };
  const choices: KeyChoice[] = [];
  for (const choice of cut(inside, '|').map(choiceOf)) {
    if ('problem' in choice) return choice;
    choices.push(choice);
  }
  return { kind: 'piece', choices };
}

function choiceOf(span: Span): KeyChoice | Problem {
  const [head = span, ...rest] = cut(span, ':');
  const [, name = '', digits = ''] = /^\s*([A-Za-z.]*?)(\d*)\s*$/.exec(head.text) ?? [];
  const piece = pieces.get(name.toLowerCase());
  if (piece === undefined) return wrong(head.at, `${head.text.trim() === '' ? 'Nothing stands here' : `There is no piece “${head.text.trim()}”`}: expected a name such as auth, year or title.`);
  if (digits !== '' && piece.size === undefined) return wrong(head.at + head.text.search(/\d/), `${piece.name} takes no number: expected : or ].`);
  const size = digits === '' ? undefined : Number(digits);
  if (size !== undefined && (size < 1 || size > 99)) return wrong(head.at + head.text.search(/\d/), 'Expected a number from 1 to 99.');
  const found = rest.map(modifierOf);
  const problem = found.find((modifier) => typeof modifier !== 'function');
  return problem ?? { of: (work) => piece.of(work, size), modifiers: found.filter((modifier) => typeof modifier === 'function') };
}

function modifierOf({ text, at }: Span): ((text: string) => string) | Problem {
  const standIn = /^\(([^()]*)\)$/.exec(text)?.[1];
  if (standIn !== undefined) return (value) => (value === '' ? standIn : value);
  const [, name = '', sign = '', value = ''] = /^([A-Za-z]*)(=?)(.*)$/.exec(text) ?? [];
  const modifier = modifiers.get(name.toLowerCase());
  if (modifier === undefined) return wrong(at, `There is no modifier “${text}”: expected one such as lower, abbr or truncate=8, or text in ( ).`);
  const change = modifier.value === undefined && sign !== '' ? null : modifier.with(value);
  if (change !== null) return change;
  return wrong(at + name.length, modifier.value === undefined ? `${modifier.name} takes no value: expected : or ].` : `Expected a value as in ${modifier.name}=${modifier.value}.`);
}

function cut({ text, at }: Span, separator: string): Span[] {
  let begin = at;
  return text.split(separator).map((part) => {
    const span = { text: part, at: begin };
    begin += part.length + separator.length;
    return span;
  });
}

function wrong(at: number, reason: string): Problem {
  return { kind: 'problem', problem: { column: at + 1, reason } };
}
