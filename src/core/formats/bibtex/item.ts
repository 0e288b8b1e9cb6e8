import { cslDate, isExactInCsl } from '../cslDates';
import type { CslDate, CslDateVariable, CslItem, CslTextVariable } from '../csl-types';
import { squash } from '../readText';
import { bibstring, languageTag } from './bibstrings';
import { readBiblatexDate, readYearMonthDay } from './dates';
import { Fields, type TexFields } from './fields';
import { identifiersOf } from './identifiers';
import { peopleOf } from './people';
import { publicationOf } from './publication';
import { splitTex } from './texLists';
import { texToText } from './texText';
import { joined, titlesOf } from './titles';
import { cslTypeOf, genreOf, isKnownType } from './types';

type Texts = Partial<Record<CslTextVariable, string>>;

/** A work as CSL describes it, and the words that it is filed under. */
export interface BibtexItem {
  item: CslItem;
  tags: string[];
}

/**
 * The CSL item of an entry. Follows biblatex's data model; where CSL has no variable, the field goes to `custom` under its
 * own name, so that all of the entry is in the item.
 */
export function cslItemOf(key: string, type: string, texFields: TexFields, isBiblatex: boolean): BibtexItem {
  const fields = new Fields(texFields);
  const cslType = cslTypeOf(type, fields);
  const { arxivId, ...identifiers } = identifiersOf(fields);
  const item: CslItem = { id: key, type: cslType, ...peopleOf(fields) };
  for (const texts of [titlesOf(type, fields), publicationOf(type, fields, { isBiblatex, isPatent: cslType === 'patent' }), identifiers, wordsOf(type, fields)]) addTexts(item, texts);
  const custom = addDates(item, fields);
  const tags = tagsOf(fields);
  if (cslType === 'article' && arxivId !== '') {
    item.number ??= `arXiv:${arxivId}`;
    item.publisher ??= 'arXiv';
  }
  fields.tex('key'); // what BibTeX sorts by where nobody is named: nothing about the work
  if (arxivId !== '') custom.set('arxivId', arxivId);
  if (!isKnownType(type)) custom.set('entrytype', type);
  for (const [name, text] of fields.rest()) if (!custom.has(name)) custom.set(name, text);
  if (custom.size > 0) item.custom = Object.fromEntries(custom);
  return { item, tags };
}

function wordsOf(type: string, fields: Fields): Texts {
  return {
    genre: genreOf(type, fields),
    language: languageOf(fields),
    note: joined([fields.paragraphs('note'), fields.paragraphs('addendum')], '.'),
    abstract: fields.paragraphs('abstract'),
    annote: fields.paragraphs('annotation'),
  };
}

function addTexts(target: CslItem, texts: Texts): void {
  const item: Texts = target;
  let name: CslTextVariable;
  for (name in texts) if (texts[name] !== '' && texts[name] !== undefined) item[name] = texts[name];
}

/** The idiom of btxdoc and xampl.bib for a year that sorts otherwise than it is printed. */
const switched = /\\switchargs\s*\{([^{}]*)\}\s*\{([^{}]*)\}/;

/** Puts the dates into the item; gives back what CSL cannot say of them. */
function addDates(target: CslItem, fields: Fields): Map<string, string> {
  const item: Partial<Record<'issued' | CslDateVariable, CslDate>> = target;
  const inexact = new Map<string, string>();
  const add = (variable: 'issued' | CslDateVariable, date: string): void => {
    if (date === '') return;
    item[variable] = cslDate(date);
    if (!/^\d{4}(?:-\d\d)?$/.test(date) && !isExactInCsl(date)) inexact.set(variable, date);
  };
  const year = squash(texToText(fields.tex('year').replace(switched, '$2$1'), 'plain'));
  const [month, day] = [fields.plain('month'), fields.plain('day')];
  add('issued', readBiblatexDate(bibstring(fields.date('date'))) || readYearMonthDay(year, month, day));
  add('event-date', readBiblatexDate(fields.date('eventdate')));
  add('original-date', readBiblatexDate(fields.date('origdate')));
  add('accessed', readBiblatexDate(['urldate', 'accessed', 'lastaccessed', 'lastchecked'].map((name) => fields.date(name)).find((date) => date !== '') ?? ''));
  return inexact;
}

/** The language as a BCP 47 tag, where Babel's name or another is known. */
function languageOf(fields: Fields): string {
  const [babel, language] = [fields.plain('langid'), fields.plain('language')];
  const variant = /variant\s{0,9}=\s{0,9}\{?([a-z]{1,20})/i.exec(fields.tex('langidopts', false))?.[1] ?? '';
  if (babel !== '') return languageTag(variant) ?? languageTag(babel) ?? babel;
  return languageTag(language) ?? language;
}

/** Keywords stand between commas or semicolons; Mendeley has a field of its own for those that its user gave. */
function tagsOf(fields: Fields): string[] {
  const written = ['keywords', 'keyword', 'mendeley-tags'].flatMap((name) => {
    const tex = fields.tex(name);
    return splitTex(tex, tex.includes(';') ? /;/ : /,/);
  });
  const tags = written.map((tex) => squash(texToText(tex))).filter((tag) => tag !== '');
  return [...new Set(tags)];
}
