import { fieldNamed } from './fields';
import type { Condition, Naming, Query, Wording } from './tree';

/** Writes a query as text that `parse` reads as the same query. One query has one text. */
export function print(query: Query): string {
  switch (query.kind) {
    case 'all': return query.parts.map((part) => (part.kind === 'any' ? `(${print(part)})` : print(part))).join(' ');
    case 'any': return query.parts.map(print).join(' OR ');
    case 'not': return query.part.kind === 'all' || query.part.kind === 'any' ? `-(${print(query.part)})` : `-${print(query.part)}`;
    default: return printCondition(query);
  }
}

export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'text': return condition.field === null ? word(condition.wording) : `${condition.field}:${word(condition.wording)}`;
    case 'name': return `${condition.field}:${name(condition.naming)}`;
    case 'choice': return `${condition.field}:${condition.value}`;
    case 'range': return `${condition.field}:${range(condition)}`;
  }
}

function range({ bounds }: Extract<Condition, { kind: 'range' }>): string {
  switch (bounds.kind) {
    case 'at': return bounds.at;
    case 'than': return `${bounds.than}${bounds.at}`;
    case 'span': return `${bounds.from ?? ''}..${bounds.to ?? ''}`;
  }
}

function word(wording: Wording): string {
  switch (wording.match) {
    case 'phrase': return quoted(wording.text);
    case 'fuzzy': return `${escaped(wording.text)}~`;
    case 'pattern': return wording.parts.map(escaped).join('*');
    case 'word': return escaped(wording.text);
  }
}

function name(naming: Naming): string {
  return naming.match === 'pattern' ? naming.parts.map(escaped).join('*') : printName(naming.text);
}

/** Writes a name as the value of a field: in quotes where some of its characters would not be taken as they are. */
export function printName(text: string): string {
  return /^[^\s()"\\*~]+$/.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** A text that stands for itself as a word, whatever it looks like. The colon of a link does. */
function escaped(text: string): string {
  const marked = text.replaceAll(/[\\"()*\s~]/g, String.raw`\$&`);
  if (/^(?:-|(?:AND|OR|NOT)$)/.test(marked)) return `\\${marked}`;
  const name = /^([a-z]+):/i.exec(marked)?.[1];
  const isText = name === undefined || (fieldNamed(name) === undefined && marked.startsWith('//', name.length + 1));
  return isText ? marked : `${name}\\${marked.slice(name.length)}`;
}
