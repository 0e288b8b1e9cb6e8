import type { Author, Paper } from '../../model';
import { toCsl } from '../csl';
import { isCslDateVariable, isCslNameVariable, type CslItem, type CslTextVariable } from '../csl-types';
import { toLatex, toLatexTitle } from '../latex';
import { readNames } from '../nameText';
import { dateFields } from './dates';
import { entryKindOf, type BibDialect, type EntryKind } from './kinds';
import { bibNames, prefixesOf } from './names';
import { braced, keywords, pages, paragraphs, verbatim } from './values';

type Field = readonly [name: string, value: string];

/** The fields of variables that every entry type names alike, in the order in which they are printed. */
const textFields: readonly (readonly [variable: CslTextVariable, field: string])[] = [
  ['title-short', 'shorttitle'], ['shortTitle', 'shorttitle'], ['container-title-short', 'shortjournal'], ['journalAbbreviation', 'shortjournal'],
  ['collection-title', 'series'], ['number-of-volumes', 'volumes'], ['edition', 'edition'], ['chapter-number', 'chapter'],
  ['part', 'part'], ['number-of-pages', 'pagetotal'], ['event-title', 'eventtitle'], ['event', 'eventtitle'], ['event-place', 'venue'], ['genre', 'type'],
  ['version', 'version'], ['status', 'pubstate'], ['ISBN', 'isbn'], ['ISSN', 'issn'], ['language', 'language'], ['call-number', 'library'],
  ['original-title', 'origtitle'], ['original-publisher', 'origpublisher'], ['original-publisher-place', 'origlocation'],
];
/** Of these the first that an item has is its `number`. */
const numbers: readonly CslTextVariable[] = ['issue', 'number', 'collection-number'];
const people: readonly (readonly [variable: string, field: string])[] = [['editor', 'editor'], ['translator', 'translator'], ['container-author', 'bookauthor']];
const dates: readonly (readonly [variable: string, field: string])[] = [['accessed', 'urldate'], ['event-date', 'eventdate'], ['original-date', 'origdate']];
/** What is printed from the description, or inherited for good when it was read. */
const spokenFor: ReadonlySet<string> = new Set(['crossref', 'xdata', 'xref', 'arxivId', 'issued', 'key']);
const ownVerbatim: ReadonlySet<string> = new Set(['file', 'groups', 'timestamp', 'ids', 'related', 'options', 'owner', 'pmid', 'pmcid']);

/** The entry of a paper, one field a line. Any text makes one that BibTeX and biber can read. */
export function printBibEntry(paper: Paper, key: string, dialect: BibDialect): string {
  const item = toCsl(paper);
  const isArxiv = paper.arxivId !== '';
  const kind = entryKindOf(item, dialect, isArxiv);
  const fields = distinctFields([
    ...leadingFields(paper, item, { key, dialect, kind }),
    ...dateFields(paper.issued, paper.extra['issued'] ?? '', dialect),
    ...containerFields(paper, item, kind, dialect),
    ...textFields.map(([variable, field]): Field => [field, braced(toLatex(text(item, variable)))]),
    ...dates.map(([variable, field]): Field => [field, braced(toLatex(extraOf(paper, variable)))]),
    ...identifyingFields(paper, item, dialect),
    ...remarks(paper, item, dialect),
    ...ownFields(paper, item),
  ]);
  return `@${kind.entry}{${key},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`;
}

function leadingFields(paper: Paper, { title = '' }: CslItem, { key, dialect, kind }: { key: string; dialect: BibDialect; kind: EntryKind }): Field[] {
  const lists: [string, Author[]][] = [['author', paper.authors], ...people.map(([variable, field]): [string, Author[]] => [field, readNames(extraOf(paper, variable))])];
  const { usesPrefix, isMixed } = prefixesOf(lists.flatMap(([, names]) => names));
  const asked = { usesPrefix: usesPrefix && !(isMixed && dialect === 'biblatex'), byParts: dialect === 'biblatex' };
  const named = lists.map(([field, names]): Field => [field, braced(bibNames(names, asked))]);
  const isHeadless = dialect === 'bibtex' && named.slice(0, 2).every(([, value]) => value === '');
  return [
    ['title', braced(toLatexTitle(title))],
    ...named,
    ['options', asked.usesPrefix ? '{useprefix=true}' : ''],
    ['key', isHeadless ? braced(key.replace(/_/g, '-')) : ''],
    ['entrysubtype', braced(kind.subtype)],
  ];
}

function containerFields({ type, arxivId, venue }: Paper, item: CslItem, kind: EntryKind, dialect: BibDialect): Field[] {
  const isNamedByEprint = type === 'preprint' && arxivId !== '' && venue === 'arXiv';
  const place = dialect === 'bibtex' ? 'address' : 'location';
  const [number = '', ...others] = numbers.filter((variable) => text(item, variable) !== '' && !isArxivNumber(item, variable, arxivId));
  return [
    [kind.container, braced(toLatex(text(item, 'container-title')))],
    [kind.publisher, braced(isNamedByEprint || (venue === '' && isArxivNumber(item, 'number', arxivId)) ? '' : toLatex(text(item, 'publisher')))],
    [place, braced(toLatex(text(item, 'publisher-place')))],
    ['volume', braced(toLatex(text(item, 'volume')))],
    ['number', braced(toLatex(text(item, number as CslTextVariable)))],
    ...others.map((variable): Field => [variable === 'number' ? 'eid' : variable, braced(toLatex(text(item, variable)))]),
    ['pages', braced(pages(text(item, 'page') === '' ? (item.custom?.['pages'] ?? '') : text(item, 'page')))],
  ];
}

/** An arXiv id stands as `eprint`, and not as the number that CSL has for it. */
function isArxivNumber(item: CslItem, variable: CslTextVariable, arxivId: string): boolean {
  return variable === 'number' && item.type === 'article' && arxivId !== '' && item.number === `arXiv:${arxivId}`;
}

function identifyingFields({ arxivId, doi, url }: Paper, { PMID = '', PMCID = '' }: CslItem, dialect: BibDialect): Field[] {
  const kindOfEprint = dialect === 'bibtex' ? 'archiveprefix' : 'eprinttype';
  const arxiv = dialect === 'bibtex' ? '{arXiv}' : '{arxiv}';
  return [
    ['doi', braced(verbatim(doi))],
    ['eprint', braced(verbatim(arxivId))],
    [kindOfEprint, arxivId === '' ? '' : arxiv],
    ['pmid', braced(verbatim(PMID))],
    ['pmcid', braced(verbatim(PMCID))],
    ['url', braced(verbatim(url))],
  ];
}

function remarks({ tags }: Paper, { abstract = '', note = '', annote = '' }: CslItem, dialect: BibDialect): Field[] {
  return [
    ['note', braced(paragraphs(note))],
    [dialect === 'bibtex' ? 'annote' : 'annotation', braced(paragraphs(annote))],
    ['abstract', braced(paragraphs(abstract))],
    ['keywords', braced(keywords(tags))],
  ];
}

const placed: ReadonlySet<string> = new Set([
  ...textFields.map(([variable]) => variable), ...numbers, ...people.map(([variable]) => variable), ...dates.map(([variable]) => variable),
  ...spokenFor, 'container-title', 'publisher', 'publisher-place', 'volume', 'page', 'pages', 'note', 'annote', 'abstract', 'keyword', 'title', 'DOI', 'URL', 'PMID', 'PMCID', 'csl-type',
]);

/** Everything else by its own name, which goes without the signs that no name of a field may have. */
function ownFields({ extra }: Paper, item: CslItem): Field[] {
  return Object.entries(extra).filter(([name]) => !placed.has(name) || isHomeless(item, name)).map(([name, value]) => {
    const field = name.toLowerCase().replace(/[^\p{L}\p{N}_.:+-]+/gu, '-').replace(/^[^\p{L}]+/u, '');
    const raw = ownVerbatim.has(field) && hasMatchingBraces(value) ? value.trim() : paragraphs(value);
    return [field, braced(raw)];
  });
}

/** Whether an extra field that CSL has a place for lost it to the description, as a second publisher does. */
function isHomeless(item: CslItem, name: string): boolean {
  return !isCslNameVariable(name) && !isCslDateVariable(name) && name !== 'issued' && !spokenFor.has(name) && item.custom !== undefined && Object.hasOwn(item.custom, name);
}

function hasMatchingBraces(value: string): boolean {
  let depth = 0;
  for (const character of value) {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0 && !/[\r\n]/.test(value);
}

function text(item: CslItem, variable: CslTextVariable): string {
  return item[variable] ?? '';
}

function extraOf({ extra }: Paper, name: string): string {
  return Object.hasOwn(extra, name) ? (extra[name] ?? '') : '';
}

/** The first value of each field; what is empty is not printed. */
function distinctFields(fields: readonly Field[]): Field[] {
  const seen = new Set(['']);
  return fields.filter(([name, value]) => value !== '' && !seen.has(name) && seen.add(name));
}
