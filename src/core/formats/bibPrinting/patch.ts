import type { EntryField, ParsedEntry } from '../bibtex/entry';

/** One change of an entry: a field with another value, a new one, or (null) one that goes. Values have their delimiters. */
export interface FieldChange {
  /** The names under which the entry may have the field; the first is that of a new one. */
  names: readonly string[];
  value: string | null;
}

interface Splice { start: number; end: number; text: string }

/** The raw entry with these changes and nothing else: each field keeps its place and the way in which values are written. */
export function patchEntry(raw: string, parsed: ParsedEntry, { type, key, changes }: { type: string | null; key: string | null; changes: readonly FieldChange[] }): string {
  const splices: Splice[] = [];
  const added: [name: string, value: string][] = [];
  const gone = new Set<EntryField>();
  for (const { names, value } of changes) {
    const field = names.map((name) => parsed.fields.find((candidate) => candidate.name.toLowerCase() === name && !gone.has(candidate))).find((found) => found !== undefined);
    if (field === undefined && value !== null) added.push([names[0] ?? '', value]);
    if (field === undefined) continue;
    if (value === null) gone.add(field);
    splices.push(value === null ? { start: withBlanksBefore(raw, field), end: field.lineEnd, text: '' } : { start: field.valueStart, end: field.valueEnd, text: asWritten(value, raw.charAt(field.valueStart)) });
  }
  const [opening = '', at = '', word = ''] = /^(@\s*)([^\s{(]+)\s*[{(]\s*/.exec(raw) ?? [];
  if (type !== null) splices.push({ start: at.length, end: at.length + word.length, text: type });
  if (key !== null && parsed.key !== '') splices.push({ start: opening.length, end: opening.length + parsed.key.length, text: key });
  if (added.length > 0) splices.push(additionTo(raw, parsed, added, gone));
  return splices.toSorted((a, b) => b.start - a.start || b.end - a.end).reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), raw);
}

/** Where the last field on a line goes, the blanks before it go too. */
function withBlanksBefore(raw: string, { lineStart, lineEnd }: EntryField): number {
  let start = lineStart;
  if (/[\n\r})]/.test(raw.charAt(lineEnd))) while (' \t'.includes(raw.charAt(start - 1))) start -= 1;
  return start;
}

/** New fields stand behind the last one that stays, each on a line of its own where that one has one, aligned as it is. */
function additionTo(raw: string, parsed: ParsedEntry, added: readonly (readonly [string, string])[], gone: ReadonlySet<EntryField>): Splice {
  const model = parsed.fields.findLast((field) => !gone.has(field));
  if (model === undefined) {
    const keyEnd = /^@\s*[^\s{(]+\s*[{(]\s*[^\s,})]*/.exec(raw)?.[0].length ?? 0;
    return { start: keyEnd, end: keyEnd, text: added.map(([name, value]) => `,\n  ${name} = ${value}`).join('') };
  }
  const nameStart = raw.slice(model.lineStart).search(/\S/) + model.lineStart;
  const lead = /[\r\n][ \t]*$/.exec(raw.slice(0, nameStart))?.[0];
  const before = lead === undefined ? ' ' : (raw.includes('\r\n') ? '\r\n' : '\n') + lead.slice(1);
  const equals = raw.slice(nameStart + model.name.length, model.valueStart);
  const width = isAligned(raw, parsed) ? model.name.length + equals.search(/=/) : 0;
  const isUpper = model.name === model.name.toUpperCase();
  const text = added.map(([name, value]) => {
    const written = isUpper ? name.toUpperCase() : name;
    const aligned = equals.startsWith('=') ? written : written.padEnd(Math.max(width, written.length + 1));
    return `,${before}${aligned}${equals.trimStart()}${asWritten(value, raw.charAt(model.valueStart))}`;
  }).join('');
  return { start: model.valueEnd, end: model.valueEnd, text };
}

/** Whether the equals signs stand below one another. */
function isAligned(raw: string, { fields }: ParsedEntry): boolean {
  return fields.some(({ valueStart }) => /\S\s{2,}=\s*$/.test(raw.slice(Math.max(0, valueStart - 40), valueStart)));
}

/** A value in braces as its place has values: in quotes where it may, a bare number where one stood. */
function asWritten(value: string, delimiter: string): string {
  const inner = value.slice(1, -1);
  if (!value.startsWith('{')) return value;
  if (delimiter === '"' && !inner.includes('"')) return `"${inner}"`;
  return /\d/.test(delimiter) && /^\d+$/.test(inner) ? inner : value;
}
