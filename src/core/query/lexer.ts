import { fieldNamed, type Field } from './fields';

/** A piece of a query, by its place in the text (UTF-16 code units). */
export type Token = { start: number; end: number } & (
  | { kind: 'open' | 'close' | 'not' | 'and' | 'or' }
  /** A field's name and colon. Its value, if it has one, is the next token; `valued` says that one stands right behind it. */
  | { kind: 'field'; field: Field; valued: boolean }
  | { kind: 'quoted'; text: string; closed: boolean }
  /** A word between its wildcards: one part where it has none. */
  | { kind: 'word'; parts: string[]; fuzzy: boolean }
);

const space = /\s/;
const keywords: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([['AND', 'and'], ['OR', 'or'], ['NOT', 'not']]);

/** Takes a query apart. Any text has tokens. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let isValue = false;
  while (at < text.length) {
    if (space.test(text.charAt(at))) {
      at += 1;
      isValue = false;
      continue;
    }
    const token = tokenAt(text, at, isValue);
    tokens.push(token);
    at = token.end;
    isValue = token.kind === 'field' && token.valued;
  }
  return tokens;
}

function tokenAt(text: string, start: number, isValue: boolean): Token {
  const first = text.charAt(start);
  const second = text.charAt(start + 1);
  if (first === '(') return { kind: 'open', start, end: start + 1 };
  if (first === ')') return { kind: 'close', start, end: start + 1 };
  if (first === '"') return quotedAt(text, start);
  if (isValue) return wordAt(text, start);
  if (first === '-' && second !== '' && second !== '-' && second !== ')' && !space.test(second)) return { kind: 'not', start, end: start + 1 };
  return fieldAt(text, start) ?? keywordAt(text, start) ?? wordAt(text, start);
}

/** The name of a field may be cut off by its colon alone, so that only the letters before one are looked at. */
function fieldAt(text: string, start: number): Token | null {
  const colon = lettersFrom(text, start);
  if (colon === start || text.charAt(colon) !== ':') return null;
  const field = fieldNamed(text.slice(start, colon));
  if (field === undefined) return null;
  const next = text.charAt(colon + 1);
  return { kind: 'field', field, valued: next !== '' && next !== ')' && !space.test(next), start, end: colon + 1 };
}

function keywordAt(text: string, start: number): Token | null {
  const end = lettersFrom(text, start);
  const kind = keywords.get(text.slice(start, end));
  return kind !== undefined && isBoundary(text.charAt(end)) ? { kind, start, end } : null;
}

/** Where the Latin letters that begin at `start` end. No name of the language is longer than some letters. */
function lettersFrom(text: string, start: number): number {
  return start + (/^[a-z]{0,20}/i.exec(text.slice(start, start + 20))?.[0].length ?? 0);
}

function quotedAt(text: string, start: number): Token {
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') return { kind: 'quoted', text: value, closed: true, start, end: at + 1 };
    if (char === '\\' && at + 1 < text.length) at += 1;
    value += text.charAt(at);
  }
  return { kind: 'quoted', text: value, closed: false, start, end: text.length };
}

function wordAt(text: string, start: number): Token {
  const parts = [''];
  let escaped = false;
  let at = start;
  for (; at < text.length && (at === start || !isBoundary(text.charAt(at))); at += 1) {
    const char = text.charAt(at);
    escaped = char === '\\' && at + 1 < text.length;
    if (char === '*') parts.push('');
    else {
      if (escaped) at += 1;
      parts[parts.length - 1] += text.charAt(at);
    }
  }
  const last = parts.at(-1) ?? '';
  const fuzzy = !escaped && last.endsWith('~') && at - start > 1;
  if (fuzzy) parts[parts.length - 1] = last.slice(0, -1);
  return { kind: 'word', parts, fuzzy, start, end: at };
}

/** Whether a word ends before a character: space, quotes and parentheses. */
function isBoundary(char: string): boolean {
  return char === '' || char === '(' || char === ')' || char === '"' || space.test(char);
}
