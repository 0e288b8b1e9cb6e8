import { isCslDateVariable, isCslNameVariable, isCslTextVariable, type CslDate, type CslItem, type CslName, type CslTextVariable } from './csl-types';
import { plainGuarded, valueGuarded } from './citeprocMarkup';
import { toPlain } from './latexPlain';

const verbatim: ReadonlySet<CslTextVariable> = new Set(['DOI', 'URL']);

/** An item without what no style prints. */
export function printedPart({ custom: _custom, ...printed }: CslItem): CslItem {
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
    else if (isCslTextVariable(name)) prepared[name] = verbatim.has(name) ? plainGuarded(clean(item[name] ?? '')) : citeprocText(item[name] ?? '');
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
  return valueGuarded(clean(toPlain(text)));
}

function clean(text: string): string {
  return text.replace(/\p{Noncharacter_Code_Point}|\p{Cs}/gu, '\uFFFD').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
