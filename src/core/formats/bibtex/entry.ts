import { endOfGroup } from './braces';

/** A piece of a value; several are joined with `#`. Offsets are those of the raw entry, delimiters included. */
export interface ValuePart {
  kind: 'braced' | 'quoted' | 'number' | 'macro';
  start: number;
  end: number;
}

/** One `name = value` of an entry. Offsets are those of the raw entry. */
export interface EntryField {
  /** The name as it is written. */
  name: string;
  /** The value with its delimiters: `{…}`, `"…" # jan`, `2024`. */
  valueStart: number;
  valueEnd: number;
  /**
   * What goes when the field goes: from the beginning of its line to the beginning of the next where it has its lines to
   * itself, otherwise from its name to behind its comma.
   */
  lineStart: number;
  lineEnd: number;
  parts: ValuePart[];
}

/** An entry taken apart. `@string{name = value}` and `@preamble{value}` are read alike, with an empty key. */
export interface ParsedEntry {
  kind: 'entry';
  /** In lower case. */
  type: string;
  /** '' where the entry has none. */
  key: string;
  fields: EntryField[];
}

/** Why an entry cannot be taken apart, and where in it. */
export interface BrokenEntry {
  kind: 'broken';
  at: number;
  reason: string;
}

/** Behind the brace that closes the one at `start`; -1 when none does. */
type GroupEnd = (start: number) => number;

const head = /@\s*([\p{L}_][\p{L}\p{N}_:+-]*)\s*([{(])/uy;
const blank = /\s*(?:%[^\n\r]*\s*)*/y;
const bareWord = /[^\s#,{}"=()%]+/y;
const fieldName = /[^\s#,{}"=()%@]+/y;
const inQuotes = /["{}]/g;

/**
 * Takes a raw entry apart, from its `@` to its closing brace or parenthesis. Follows BibTeX (btxdoc; a backslash does
 * not hide a brace) and forgives what other programs write: no key, no comma between fields, `%` comments, bare words
 * of any kind. Linear in the length of the entry; `groupEnd` lets one who has paired the braces already say where a group
 * ends (-1 for nowhere).
 */
export function parseEntry(raw: string, groupEnd: GroupEnd = (start) => endOfGroup(raw, start)): ParsedEntry | BrokenEntry {
  const [opening, type = '', open] = matchAt(head, raw, 0) ?? [];
  if (opening === undefined) return broken(0, 'This does not begin like an entry.');
  const entry: ParsedEntry = { kind: 'entry', type: type.toLowerCase(), key: '', fields: [] };
  const close = open === '{' ? '}' : ')';
  if (entry.type === 'preamble') return entry;
  const key = entry.type === 'string' ? { key: '', end: opening.length } : keyAt(raw, opening.length, close);
  entry.key = key.key;
  let at = key.end;
  for (;;) {
    at = skipCommas(raw, at);
    if (raw[at] === close) return entry;
    if (at >= raw.length || raw[at] === '@') return broken(at, `This entry has no closing ${open === '{' ? 'brace' : 'parenthesis'}.`);
    const field = fieldAt(raw, at, groupEnd);
    if ('kind' in field) return field;
    entry.fields.push(field);
    at = field.valueEnd;
  }
}

/** What a raw `@preamble` says outright, without the strings that it uses. */
export function preambleText(raw: string): string {
  const [opened = ''] = matchAt(head, raw, 0) ?? [];
  const parts: string[] = [];
  for (let at = skipBlank(raw, opened.length); ;) {
    const part = partAt(raw, at, (start) => endOfGroup(raw, start));
    if (part !== null && part.kind !== 'macro') parts.push(raw.slice(part.start + 1, part.end - 1));
    const next = part === null ? -1 : skipBlank(raw, part.end);
    if (raw[next] !== '#') return parts.join('');
    at = skipBlank(raw, next + 1);
  }
}

function broken(at: number, reason: string): BrokenEntry {
  return { kind: 'broken', at, reason };
}

/** The key runs to the first comma. Where an equals sign comes first, the comma is forgotten or there is no key at all. */
function keyAt(raw: string, from: number, close: string): { key: string; end: number } {
  let end = from;
  while (end < raw.length && !',={"'.includes(raw.charAt(end)) && raw[end] !== close) end += 1;
  if (raw[end] === ',' || raw[end] === close) return { key: raw.slice(from, end).trim(), end };
  const [written, key = ''] = /^\s*(\S+)\s+(?=\S)/.exec(raw.slice(from, end)) ?? [];
  return written === undefined ? { key: '', end: from } : { key, end: from + written.length };
}

function fieldAt(raw: string, at: number, groupEnd: GroupEnd): EntryField | BrokenEntry {
  const [name] = matchAt(fieldName, raw, at) ?? [];
  if (name === undefined) return broken(at, `A field or the end of the entry was expected here, not “${raw.slice(at, at + 1)}”.`);
  const equals = skipBlank(raw, at + name.length);
  if (raw[equals] !== '=') return broken(equals, `The field “${name.slice(0, 40)}” has no equals sign.`);
  const parts: ValuePart[] = [];
  for (let next = equals; ;) {
    const start = skipBlank(raw, next + 1);
    const part = partAt(raw, start, groupEnd);
    if (part === null) return broken(start, `The value of “${name.slice(0, 40)}” is missing or does not end.`);
    parts.push(part);
    next = skipBlank(raw, part.end);
    if (raw[next] !== '#') return { name, parts, ...extent(raw, at, parts) };
  }
}

function partAt(raw: string, start: number, groupEnd: GroupEnd): ValuePart | null {
  if (raw[start] === '{') return delimited('braced', start, groupEnd(start));
  if (raw[start] === '"') return delimited('quoted', start, quoteEnd(raw, start, groupEnd));
  const [word] = matchAt(bareWord, raw, start) ?? [];
  if (word === undefined) return null;
  return { kind: /^\d+$/.test(word) ? 'number' : 'macro', start, end: start + word.length };
}

function delimited(kind: 'braced' | 'quoted', start: number, end: number): ValuePart | null {
  return end === -1 ? null : { kind, start, end };
}

/** A quote ends at the next quotation mark outside of braces. */
function quoteEnd(raw: string, start: number, groupEnd: GroupEnd): number {
  inQuotes.lastIndex = start + 1;
  for (let found = inQuotes.exec(raw); found !== null; found = inQuotes.exec(raw)) {
    if (found[0] === '"') return found.index + 1;
    const end = found[0] === '{' ? groupEnd(found.index) : -1;
    if (end === -1) return -1;
    inQuotes.lastIndex = end;
  }
  return -1;
}

function extent(raw: string, nameStart: number, parts: readonly ValuePart[]): Omit<EntryField, 'name' | 'parts'> {
  const valueStart = parts[0]?.start ?? nameStart;
  const valueEnd = parts.at(-1)?.end ?? valueStart;
  const [upToComma = ''] = matchAt(/\s*,/y, raw, valueEnd) ?? [];
  const afterComma = valueEnd + upToComma.length;
  const [restOfLine] = matchAt(/[^\S\n\r]*(?:\r\n?|\n)/y, raw, afterComma) ?? [];
  let lineStart = nameStart;
  while (lineStart > 0 && ' \t'.includes(raw.charAt(lineStart - 1))) lineStart -= 1;
  const isFirstOnLine = lineStart === 0 || /[\n\r]/.test(raw.charAt(lineStart - 1));
  if (isFirstOnLine && restOfLine !== undefined) return { valueStart, valueEnd, lineStart, lineEnd: afterComma + restOfLine.length };
  return { valueStart, valueEnd, lineStart: nameStart, lineEnd: afterComma };
}

function skipBlank(raw: string, at: number): number {
  blank.lastIndex = at;
  return blank.test(raw) ? blank.lastIndex : at;
}

function skipCommas(raw: string, from: number): number {
  let at = skipBlank(raw, from);
  while (raw[at] === ',') at = skipBlank(raw, at + 1);
  return at;
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  const pattern = sticky;
  pattern.lastIndex = at;
  return pattern.exec(text);
}
