import CSL from 'citeproc';
import { DomainError } from '../errors';
import { isCslDateVariable, isCslNameVariable, isCslTextVariable, type CslDate, type CslItem, type CslName, type CslTextVariable } from './csl-types';
import { toPlain } from './latexPlain';

/** An element of a CSL style or locale, in the shape that citeproc reads. */
export interface CslElement {
  name: string;
  attrs: Record<string, string>;
  children: (CslElement | string)[];
}

/** Where styles and locales come from. Both reject with a DomainError: `not-found` for what is unknown. */
export interface CitationStyles {
  style(id: string): Promise<CslElement>;
  /** The locale of a language, or American English where there is none. */
  locale(lang: string): Promise<CslElement>;
}

export interface BibliographyOptions {
  style: CslElement;
  locale: CslElement;
  output: 'text' | 'html';
}

/**
 * References formatted in a citation style by citeproc, one string an entry, in the order that the style asks for
 * (that of `items` where it numbers them). As `text` an entry is one plain line; as `html` it is a `div.csl-entry` in
 * which everything but citeproc's own markup is escaped. Takes 1 to 8 ms an entry: run it off the windows' thread.
 */
export function formatBibliography(items: readonly CslItem[], { style, locale, output }: BibliographyOptions): string[] {
  const byId = new Map(items.map((item, index) => [`item-${index}`, citeprocItem(item, `item-${index}`)]));
  const retrieveItem = (id: string): CslItem => {
    const item = byId.get(id);
    if (item === undefined) throw new DomainError('internal', `The citation processor asked for an unknown reference: ${id}.`);
    return item;
  };
  const engine = new CSL.Engine({ retrieveItem, retrieveLocale: () => locale }, style, locale.attrs['xml:lang'] ?? 'en-US', true);
  engine.setOutputFormat(output);
  engine.updateItems([...byId.keys()]);
  const bibliography = engine.makeBibliography();
  if (bibliography === false) throw new DomainError('invalid-input', 'This citation style has no bibliography. Choose another style.');
  return bibliography[1].map(output === 'html' ? htmlEntry : textEntry);
}

/**
 * citeproc reads `<i>`, `<sup>`, `<span style=…>` and more in values as markup, and uses names as keys of plain
 * objects, so that an author called `constructor` makes it throw. Values are only text here: their angles travel as
 * noncharacters of Unicode, which no text may hold, and a third one stands behind each word that every object inherits.
 */
const lessThan = '\uFDD0';
const greaterThan = '\uFDD1';
const guard = '\uFDD2';
const inherited = new RegExp(`\\b(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})\\b`, 'gi');

/** What no bibliography prints; a note could even override other variables, for citeproc obeys `type: …` in it. */
const unprinted: ReadonlySet<CslTextVariable> = new Set(['abstract', 'annote', 'keyword', 'note', 'references']);
const verbatim: ReadonlySet<CslTextVariable> = new Set(['DOI', 'URL']);

function citeprocItem(item: CslItem, id: string): CslItem {
  const { custom: _, author, issued, ...rest } = item;
  const prepared: CslItem = { ...rest, id };
  if (author !== undefined) prepared.author = author.map(citeprocName);
  if (issued !== undefined) prepared.issued = citeprocDate(issued);
  for (const name of Object.keys(rest)) {
    if (isCslDateVariable(name)) prepared[name] = citeprocDate(item[name] ?? {});
    else if (isCslNameVariable(name)) prepared[name] = item[name]?.map(citeprocName) ?? [];
    else if (isCslTextVariable(name) && unprinted.has(name)) delete prepared[name];
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
  return clean.replaceAll('<', lessThan).replaceAll('>', greaterThan).replace(inherited, `$&${guard}`);
}

function htmlEntry(entry: string): string {
  return entry.replaceAll(lessThan, '&lt;').replaceAll(greaterThan, '&gt;').replaceAll(guard, '').trim();
}

function textEntry(entry: string): string {
  return entry.replaceAll(lessThan, '<').replaceAll(greaterThan, '>').replaceAll(guard, '').replace(/\s+/g, ' ').trim();
}
