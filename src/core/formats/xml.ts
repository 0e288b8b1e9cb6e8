/** An element of an XML document. Comments and processing instructions are left out; prefixes of names are kept. */
export interface XmlElement {
  name: string;
  attrs: Record<string, string>;
  children: (XmlElement | string)[];
}

/** What was read, or why it could not be: `line` and `column` count from 1. */
export type XmlReading =
  | { kind: 'document'; root: XmlElement }
  | { kind: 'malformed'; reason: string; line: number; column: number };

/** Elements inside elements deeper than this are no document that people exchange. */
const MAX_DEPTH = 200;

const nameStart = String.raw`A-Za-z_:\u00C0-\u{EFFFF}`;
const name = new RegExp(String.raw`[${nameStart}][${nameStart}\-.0-9\u00B7]*`, 'uy');
const gap = /\s*/y;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Where reading cannot go on. It never leaves this file. */
class Malformed extends Error {
  constructor(message: string, readonly at: number) {
    super(message);
  }
}

/**
 * Reads an XML 1.0 document in time linear in its length. Only the five entities that XML itself knows are resolved:
 * a document type that declares its own is refused, so that nothing expands and nothing is fetched.
 */
export function readXml(text: string): XmlReading {
  try {
    return { kind: 'document', root: documentOf(text) };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const before = text.slice(0, error.at);
    return { kind: 'malformed', reason: error.message, line: before.split('\n').length, column: error.at - before.lastIndexOf('\n') };
  }
}

function documentOf(text: string): XmlElement {
  const top: XmlElement = { name: '', attrs: {}, children: [] };
  const open: XmlElement[] = [top];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const current = open.at(-1) ?? top;
    const tag = text.indexOf('<', at);
    const end = tag === -1 ? text.length : tag;
    if (end > at) addText(current, text, at, end);
    at = tag === -1 ? end : readMarkup(text, tag, open);
  }
  const last = open.at(-1) ?? top;
  if (last !== top) throw new Malformed(`The element “${last.name}” is not closed.`, text.length);
  const root = top.children.find((child): child is XmlElement => typeof child !== 'string');
  if (root === undefined) throw new Malformed('There is no element in it.', text.length);
  return root;
}

/** Reads what begins with `<`; answers where it ends. */
function readMarkup(text: string, at: number, open: XmlElement[]): number {
  if (text.startsWith('<!--', at)) return past(text, '-->', at + 4, 'This comment does not end.');
  if (text.startsWith('<?', at)) return past(text, '?>', at + 2, 'This instruction does not end.');
  if (text.startsWith('<![CDATA[', at)) {
    const end = past(text, ']]>', at + 9, 'This CDATA section does not end.');
    if (open.length === 1) throw new Malformed('There is text outside of the root element.', at);
    add(open.at(-1), text.slice(at + 9, end - 3));
    return end;
  }
  if (text.startsWith('<!DOCTYPE', at)) return pastDoctype(text, at, open);
  if (text.startsWith('</', at)) return closeElement(text, at, open);
  return openElement(text, at, open);
}

function pastDoctype(text: string, at: number, open: XmlElement[]): number {
  const end = past(text, '>', at, 'This document type does not end.');
  if (open.length > 1 || open[0]?.children.length !== 0) throw new Malformed('A document type stands before the root element only.', at);
  if (text.slice(at, end).includes('[')) throw new Malformed('It declares entities or elements of its own, which are not read.', at);
  return end;
}

function closeElement(text: string, at: number, open: XmlElement[]): number {
  const [closed, afterName] = nameAt(text, at + 2);
  const end = afterGap(text, afterName);
  const current = open.at(-1);
  if (open.length === 1 || current?.name !== closed) throw new Malformed(`“</${closed}>” closes nothing that is open here.`, at);
  if (text[end] !== '>') throw new Malformed(`“</${closed}” does not end with “>”.`, at);
  open.pop();
  return end + 1;
}

function openElement(text: string, at: number, open: XmlElement[]): number {
  const [name, afterName] = nameAt(text, at + 1);
  const [attrs, afterAttrs] = attributesAt(text, afterName);
  const empty = text[afterAttrs] === '/';
  const end = empty ? afterAttrs + 1 : afterAttrs;
  if (text[end] !== '>') throw new Malformed(`The tag “<${name}” is not well-formed.`, at);
  if (open.length === 1 && open[0]?.children.length !== 0) throw new Malformed('There is a second root element.', at);
  if (open.length > MAX_DEPTH) throw new Malformed(`Its elements lie more than ${MAX_DEPTH} deep.`, at);
  const element: XmlElement = { name, attrs, children: [] };
  open.at(-1)?.children.push(element);
  if (!empty) open.push(element);
  return end + 1;
}

function attributesAt(text: string, from: number): [attrs: Record<string, string>, end: number] {
  const attrs = new Map<string, string>();
  let at = from;
  for (;;) {
    const start = afterGap(text, at);
    const sign = text[start];
    if (sign === '>' || sign === '/' || sign === undefined) return [Object.fromEntries(attrs), start];
    if (start === at) throw new Malformed('There is no space before this attribute.', start);
    const [name, afterName] = nameAt(text, start);
    const equals = afterGap(text, afterName);
    const quote = afterGap(text, equals + 1);
    const mark = text[quote];
    if (text[equals] !== '=' || (mark !== '"' && mark !== "'")) throw new Malformed(`The attribute “${name}” has no value in quotation marks.`, start);
    if (attrs.has(name)) throw new Malformed(`The attribute “${name}” stands there twice.`, start);
    const end = past(text, mark, quote + 1, `The value of the attribute “${name}” does not end.`);
    const raw = text.slice(quote + 1, end - 1);
    if (raw.includes('<')) throw new Malformed(`The value of the attribute “${name}” has a “<” in it.`, quote);
    attrs.set(name, resolved(raw.replace(/[\t\r\n]/g, ' '), quote + 1));
    at = end;
  }
}

function addText(current: XmlElement, text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  if (current.name === '') {
    if (raw.trim() !== '') throw new Malformed('There is text outside of the root element.', from);
    return;
  }
  add(current, resolved(raw, from));
}

/** Text on both sides of a comment or a CDATA section is one text. */
function add(current: XmlElement | undefined, text: string): void {
  const last = current?.children.at(-1);
  if (typeof last === 'string') current?.children.splice(-1, 1, last + text);
  else current?.children.push(text);
}

function resolved(raw: string, from: number): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});|&/g, (whole, reference: string | undefined, offset: number) => {
    const character = reference === undefined ? undefined : characterOf(reference);
    if (character === undefined) throw new Malformed(whole === '&' ? 'This “&” begins no entity that XML knows.' : `XML knows no entity “${whole}”.`, from + offset);
    return character;
  });
}

function characterOf(reference: string): string | undefined {
  if (!reference.startsWith('#')) return Object.hasOwn(named, reference) ? named[reference] : undefined;
  const code = reference.startsWith('#x') ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xD7FF) || (code >= 0xE000 && code <= 0x10FFFF);
  return allowed ? String.fromCodePoint(code) : undefined;
}

function nameAt(text: string, at: number): [name: string, end: number] {
  name.lastIndex = at;
  const found = name.exec(text)?.[0];
  if (found === undefined) throw new Malformed('A name is missing here.', at);
  return [found, at + found.length];
}

function afterGap(text: string, at: number): number {
  gap.lastIndex = at;
  return at + (gap.exec(text)?.[0].length ?? 0);
}

function past(text: string, end: string, from: number, otherwise: string): number {
  const at = text.indexOf(end, from);
  if (at === -1) throw new Malformed(otherwise, from);
  return at + end.length;
}
