import type { Author, Paper } from '../../model';
import { toCsl } from '../csl';
import { isCslDateVariable, isCslNameVariable, type CslItem, type CslTextVariable } from '../csl-types';
import { extraField } from '../extraField';
import { toLatex, toLatexTitle } from '../latex';
import { readNames } from '../nameText';
import { dateFields } from './dates';
import { entryKindOf, type BibDialect, type EntryKind } from './kinds';
import { bibNames, prefixesOf } from './names';
import { braced, keywords, list, pages, paragraphs, verbatim } from './values';

type Field = readonly [name: string, value: string];

/** The fields of variables that every entry type names alike, in the order in which they are printed. */
const textFields: readonly (readonly [variable: CslTextVariable, field: string])[] = [
  ['title-short', 'shorttitle'], ['shortTitle', 'shorttitle'], ['container-title-short', 'shortjournal'], ['journalAbbreviation', 'shortjournal'],
  ['collection-title', 'series'], ['number-of-volumes', 'volumes'], ['edition', 'edition'], ['chapter-number', 'chapter'],
  ['part', 'part'], ['number-of-pages', 'pagetotal'], ['event-title', 'eventtitle'], ['event', 'eventtitle'], ['event-place', 'venue'], ['genre', 'type'],
  ['version', 'version'], ['status', 'pubstate'], ['ISBN', 'isbn'], ['ISSN', 'issn'], ['language', 'language'], ['call-number', 'library'],
  ['original-title', 'origtitle'],
];
const listFields: readonly (readonly [variable: CslTextVariable, field: string])[] = [['original-publisher', 'origpublisher'], ['original-publisher-place', 'origlocation']];
const people: readonly (readonly [variable: string, field: string])[] = [['editor', 'editor'], ['translator', 'translator'], ['container-author', 'bookauthor']];
const dates: readonly (readonly [variable: string, field: string])[] = [['accessed', 'urldate'], ['event-date', 'eventdate'], ['original-date', 'origdate']];
/** What is printed from the description, or inherited for good when it was read. */
const spokenFor: ReadonlySet<string> = new Set(['crossref', 'xdata', 'xref', 'arxivId', 'issued', 'key']);
const ownVerbatim: ReadonlySet<string> = new Set(['file', 'groups', 'timestamp', 'ids', 'related', 'options', 'owner', 'pmid', 'pmcid']);

/** An entry before it is written: its type and its fields, each once, values with their delimiters. */
export interface BibEntry {
  entry: string;
  fields: Field[];
}

/** The entry of a paper, one field a line. Any text makes one that BibTeX and biber can read. */
export function printBibEntry(paper: Paper, key: string, dialect: BibDialect): string {
  const { entry, fields } = bibEntryOf(paper, key, { dialect });
  return `@${entry}{${key},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`;
}

/** `datedAs` is the dialect in which the date of publication is written. */
export function bibEntryOf(paper: Paper, key: string, { dialect, datedAs = dialect }: { dialect: BibDialect; datedAs?: BibDialect }): BibEntry {
  const item = toCsl(paper);
  const kind = entryKindOf(item, dialect, paper.arxivId !== '');
  const fields = distinctFields([
    ...leadingFields(paper, item, { key, dialect, kind }),
    ...dateFields(paper.issued, extraField(paper, 'issued'), datedAs),
    ...publishingFields(paper, item, kind, dialect),
    ...textFields.map(([variable, field]): Field => [field, braced(toLatex(text(item, variable)))]),
    ...listFields.map(([variable, field]): Field => [field, braced(list(text(item, variable), dialect === 'biblatex'))]),
    ...dates.map(([variable, field]): Field => [field, braced(toLatex(extraField(paper, variable)))]),
    ...identifyingFields(paper, item, dialect),
    ...remarks(paper, item, dialect),
    ...ownFields(paper, item),
  ]);
  return { entry: kind.entry, fields };
}

function leadingFields(paper: Paper, item: CslItem, { key, dialect, kind }: { key: string; dialect: BibDialect; kind: EntryKind }): Field[] {
  const lists: [string, Author[]][] = [['author', paper.authors], ...people.map(([variable, field]): [string, Author[]] => [field, readNames(extraField(paper, variable))])];
  const { usesPrefix, isMixed } = prefixesOf(lists.flatMap(([, names]) => names));
  const asked = { usesPrefix: usesPrefix && !(isMixed && dialect === 'biblatex'), byParts: dialect === 'biblatex' };
  const named = lists.map(([field, names]): Field => [field, braced(bibNames(names, asked))]);
  const isHeadless = dialect === 'bibtex' && named.slice(0, 2).every(([, value]) => value === '');
  return [
    ...titles(item, kind),
    ...named,
    ['options', asked.usesPrefix ? '{useprefix=true}' : ''],
    ['key', isHeadless ? braced(key.replace(/_/g, '-')) : ''],
    ['entrysubtype', braced(kind.subtype)],
  ];
}

/** A volume with a title of its own is a volume of the work, or of the book, that the title or the container names. */
function titles(item: CslItem, { container }: EntryKind): Field[] {
  const [title, volume, whole] = [text(item, 'title'), text(item, 'volume-title'), text(item, 'container-title')].map((words) => braced(toLatexTitle(words)));
  if (volume === undefined || volume === '') return [['title', title ?? '']];
  return container === 'booktitle' ? [['title', title ?? ''], ['booktitle', volume], ['maintitle', whole ?? '']] : [['title', volume], ['maintitle', title ?? '']];
}

function publishingFields({ type, arxivId, venue }: Paper, item: CslItem, kind: EntryKind, dialect: BibDialect): Field[] {
  const isNamedByEprint = type === 'preprint' && arxivId !== '' && (venue === 'arXiv' || venue === '');
  const isBiblatex = dialect === 'biblatex';
  return [
    [kind.container, braced(toLatex(text(item, 'container-title')))],
    [kind.publisher, braced(isNamedByEprint ? '' : list(text(item, 'publisher'), isBiblatex))],
    [isBiblatex ? 'location' : 'address', braced(list(text(item, 'publisher-place'), isBiblatex))],
    ['volume', braced(toLatex(text(item, 'volume')))],
    ...numberFields(item, kind, arxivId),
    ['pages', braced(pages(text(item, 'page') === '' ? (item.custom?.['pages'] ?? '') : text(item, 'page')))],
  ];
}

/** The `number` of an entry is one of three things by its type; the others go by other names. */
function numberFields(item: CslItem, { entry, isInSeries }: EntryKind, arxivId: string): Field[] {
  const own = isArxivNumber(item, arxivId) ? '' : text(item, 'number');
  const [number, named] = isInSeries ? [text(item, 'collection-number'), ['eid', 'issue']] : entry === 'article' ? [text(item, 'issue'), ['eid', 'collection-number']] : [own, ['issue', 'collection-number']];
  const values: Record<string, string> = { eid: own, issue: text(item, 'issue'), 'collection-number': text(item, 'collection-number') };
  return [['number', number], ...named.map((name): Field => [name, values[name] ?? ''])].map(([name = '', value = '']): Field => [name, braced(toLatex(value))]);
}

/** An arXiv id stands as `eprint`, and not as the number that CSL has for it. */
function isArxivNumber(item: CslItem, arxivId: string): boolean {
  return item.type === 'article' && arxivId !== '' && item.number === `arXiv:${arxivId}`;
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
  ...textFields.map(([variable]) => variable), ...listFields.map(([variable]) => variable), ...people.map(([variable]) => variable), ...dates.map(([variable]) => variable),
  ...spokenFor, 'container-title', 'publisher', 'publisher-place', 'volume', 'page', 'pages', 'note', 'annote', 'abstract', 'keyword', 'title', 'volume-title', 'issue', 'number', 'collection-number', 'DOI', 'URL', 'PMID', 'PMCID', 'csl-type',
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

/** The first value of each field; what is empty is not printed. */
function distinctFields(fields: readonly Field[]): Field[] {
  const seen = new Set(['']);
  return fields.filter(([name, value]) => value !== '' && !seen.has(name) && seen.add(name));
}
