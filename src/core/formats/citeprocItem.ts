import { isCslDateVariable, isCslNameVariable, isCslTextVariable, type CslDate, type CslItem, type CslName, type CslTextVariable } from './csl-types';
import { toPlain } from './latexPlain';

/**
 * citeproc reads `<i>`, `<sup>`, `<span style=…>` and more in values as markup, and uses names as keys of plain
 * objects, so that an author called `constructor` makes it throw. Values are only text here: their angles travel as
 * noncharacters of Unicode, which no text may hold, and a third one stands behind each word that every object inherits.
 */
const lessThan = '\uFDD0';
const greaterThan = '\uFDD1';
const guard = '\uFDD2';
const inherited = new RegExp(`\\b(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})\\b`, 'gi');

const verbatim: ReadonlySet<CslTextVariable> = new Set(['DOI', 'URL']);

/**
 * An item without what no bibliography prints and would be carried to the citation processor for nothing; a note could
 * even override other variables, for citeproc obeys `type: …` in it.
 */
export function printedPart({ custom: _custom, abstract: _abstract, annote: _annote, keyword: _keyword, note: _note, references: _references, ...printed }: CslItem): CslItem {
  return printed;
}

/** The item as citeproc is to read it. */
export function citeprocItem(item: CslItem, id: string): CslItem {
  const { author, issued, ...rest } = printedPart(item);
  const prepared: CslItem = { ...rest, id };
  if (author !== undefined) prepared.author = author.map(citeprocName);
  if (issued !== undefined) prepared.issued = citeprocDate(issued);
  for (const name of Object.keys(rest)) {
    if (isCslDateVariable(name)) prepared[name] = citeprocDate(item[name] ?? {});
    else if (isCslNameVariable(name)) prepared[name] = item[name]?.map(citeprocName) ?? [];
    else if (isCslTextVariable(name)) prepared[name] = verbatim.has(name) ? citeprocValue(item[name] ?? '') : citeprocText(item[name] ?? '');
  }
  return prepared;
}

function citeprocName(name: CslName): CslName {
  return Object.fromEntries(Object.entries(name).map(([part, text]: [string, string]) => [part, citeprocText(text)]));
}

/** citeproc prints the words of a date and its numbers after them, and counts seasons that stand for a month from 13. */
function citeprocDate({ literal, 'date-parts': parts, ...rest }: CslDate): CslDate {
  if (literal !== undefined) return { literal: citeprocText(literal) };
  const [from = [], until] = (parts ?? []).map(([year = 0, month, ...days]) => (month === undefined ? [year] : [year, month > 20 ? month - 8 : month, ...days]));
  return { ...rest, 'date-parts': until === undefined ? [from] : [from, until] };
}

function citeprocText(text: string): string {
  return citeprocValue(toPlain(text));
}

function citeprocValue(text: string): string {
  const clean = text.replace(/\p{Noncharacter_Code_Point}|\p{Cs}/gu, '\uFFFD').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return markupGuarded(clean).replace(inherited, `$&${guard}`);
}

/** Text whose angles citeproc takes for no markup; they come back as themselves in what is formatted. */
export function markupGuarded(text: string): string {
  return text.replaceAll('<', lessThan).replaceAll('>', greaterThan);
}

/** Takes back out of a formatted text what guarded its values. */
export function unguarded(entry: string, output: 'text' | 'html'): string {
  if (output === 'html') return entry.replaceAll(lessThan, '&lt;').replaceAll(greaterThan, '&gt;').replaceAll(guard, '').trim();
  return entry.replaceAll(lessThan, '<').replaceAll(greaterThan, '>').replaceAll(guard, '').replace(/\s+/g, ' ').trim();
}
