import type { Author, Paper } from '../../model';
import { toCsl } from '../csl';
import type { CslItem, CslTextVariable } from '../csl-types';
import { extraField } from '../extraField';
import { toLatexTitle } from '../latex';
import { readNames } from '../nameText';
import { putDate } from './dates';
import { BibFields } from './fields';
import { entryKindOf, type BibDialect, type EntryKind } from './kinds';
import { languageField } from './language';
import { bibNames, prefixesOf } from './names';
import { dateVariables, listVariables, nameVariables, putOwnFields, textVariables } from './ownFields';
import { braced, keywords, list, pages, paragraphs, verbatim } from './values';

/** A paper to print; `entryType` is the type of the entry that it was in a file, where it is to be printed anew without its source. */
export type BibPaper = Paper & { entryType?: string };

/** An entry before it is written: its type and its fields, each once, values with their delimiters. */
export interface BibEntry {
  entry: string;
  fields: ReadonlyMap<string, string>;
}

/** What all parts of an entry are made of. */
interface Work {
  paper: Paper;
  item: CslItem;
  kind: EntryKind;
  dialect: BibDialect;
}

/** The entry of a paper, one field a line. Any text makes one that BibTeX and biber can read. */
export function printBibEntry(paper: BibPaper, key: string, dialect: BibDialect): string {
  const { entry, fields } = bibEntryOf(paper, key, { dialect });
  let printed = `@${entry}{${key},\n`;
  for (const [name, value] of fields) printed += `  ${name} = ${value},\n`;
  return `${printed}}\n`;
}

/** `datedAs` is the dialect in which the date of publication is written. */
export function bibEntryOf(paper: BibPaper, key: string, { dialect, datedAs = dialect }: { dialect: BibDialect; datedAs?: BibDialect }): BibEntry {
  const item = toCsl(paper);
  const kind = entryKindOf(item, dialect, { isArxiv: paper.arxivId !== '', was: paper.entryType ?? typeIn(paper.source?.text) });
  const work = { paper, item, kind, dialect };
  const fields = new BibFields();
  putTitles(fields, work);
  putPeople(fields, work, key);
  fields.put('entrysubtype', braced(kind.subtype));
  putDate(fields, paper.issued, extraField(paper, 'issued'), datedAs);
  putPublishing(fields, work);
  for (const [variable, field] of textVariables) fields.putText(field, text(item, variable));
  for (const [variable, field] of listVariables) fields.put(field, braced(list(text(item, variable), dialect === 'biblatex')));
  fields.put(...languageField(text(item, 'language'), dialect));
  for (const [variable, field] of dateVariables) fields.putText(field, extraField(paper, variable));
  putIdentifiers(fields, work);
  putRemarks(fields, work);
  putOwnFields(fields, paper, item);
  return { entry: kind.entry, fields: fields.values };
}

/** The type of a raw entry, in lower case. */
export function typeIn(raw = ''): string {
  return /^@\s*([^\s{(]+)/.exec(raw)?.[1]?.toLowerCase() ?? '';
}

/**
 * A volume with a title of its own is a volume of the work, or of the book, that the title or the container names. An issue
 * of a periodical goes by the title of the periodical.
 */
function putTitles(fields: BibFields, { item, kind: { container, entry } }: Work): void {
  const [title, volume, whole] = [text(item, 'title'), text(item, 'volume-title'), text(item, 'container-title')].map((words) => braced(toLatexTitle(words)));
  if (volume === undefined || volume === '') return fields.put(entry === 'periodical' && whole !== '' ? 'issuetitle' : 'title', title ?? '');
  if (container !== 'booktitle') {
    fields.put('title', volume);
    return fields.put('maintitle', title ?? '');
  }
  fields.put('title', title ?? '');
  fields.put('booktitle', volume);
  fields.put('maintitle', whole ?? '');
}

function putPeople(fields: BibFields, { paper, dialect }: Work, key: string): void {
  const lists: [string, Author[]][] = [['author', paper.authors], ...nameVariables.map(([variable, field]): [string, Author[]] => [field, readNames(extraField(paper, variable))])];
  const { usesPrefix, isMixed } = prefixesOf(lists.flatMap(([, names]) => names));
  const asked = { usesPrefix: usesPrefix && !(isMixed && dialect === 'biblatex'), byParts: dialect === 'biblatex' };
  for (const [field, names] of lists) fields.put(field, braced(bibNames(names, asked)));
  if (asked.usesPrefix) fields.put('options', '{useprefix=true}');
  const isHeadless = !fields.values.has('author') && !fields.values.has('editor');
  if (isHeadless && dialect === 'bibtex') fields.put('key', braced(key.replace(/_/g, '-')));
}

function putPublishing(fields: BibFields, { paper: { type, arxivId, venue }, item, kind, dialect }: Work): void {
  const isNamedByEprint = type === 'preprint' && arxivId !== '' && (venue === 'arXiv' || venue === '');
  const isBiblatex = dialect === 'biblatex';
  const place = item.type === 'patent' && item.jurisdiction !== undefined ? item.jurisdiction : text(item, 'publisher-place');
  fields.putText(kind.container, text(item, 'container-title'));
  if (!isNamedByEprint) fields.put(kind.publisher, braced(list(text(item, 'publisher'), isBiblatex)));
  fields.put(isBiblatex ? 'location' : 'address', braced(list(place, isBiblatex)));
  putVolume(fields, text(item, 'volume'), isBiblatex);
  putNumbers(fields, item, kind, arxivId);
  fields.put('pages', braced(pages(text(item, 'page') === '' ? (item.custom?.['pages'] ?? '') : text(item, 'page'))));
}

/** Part 2 of volume 7 is volume 7.2 to CSL; a volume is a whole number to biblatex. */
function putVolume(fields: BibFields, volume: string, isBiblatex: boolean): void {
  const [whole, part] = isBiblatex && /^\d+\.\w+$/.test(volume) ? volume.split('.') : [volume];
  fields.putText('volume', whole ?? '');
  fields.putText('part', part ?? '');
}

/** The `number` of an entry is one of three things by its type; the others go by other names. */
function putNumbers(fields: BibFields, item: CslItem, { counts }: EntryKind, arxivId: string): void {
  const own = isArxivNumber(item, arxivId) ? '' : text(item, 'number');
  const [issue, inSeries] = [text(item, 'issue'), text(item, 'collection-number')];
  fields.putText('number', counts === 'series' ? inSeries : counts === 'issues' ? issue : own);
  if (counts !== 'works') fields.putText('eid', own);
  if (counts !== 'issues') fields.putText('issue', issue);
  if (counts !== 'series') fields.putText('collection-number', inSeries);
}

/** An arXiv id stands as `eprint`, and not as the number that CSL has for it. */
function isArxivNumber(item: CslItem, arxivId: string): boolean {
  return item.type === 'article' && arxivId !== '' && item.number === `arXiv:${arxivId}`;
}

function putIdentifiers(fields: BibFields, { paper: { arxivId, doi, url }, item: { PMID = '', PMCID = '' }, dialect }: Work): void {
  fields.put('doi', braced(verbatim(doi)));
  fields.put('eprint', braced(verbatim(arxivId)));
  if (arxivId !== '') fields.put(dialect === 'bibtex' ? 'archiveprefix' : 'eprinttype', dialect === 'bibtex' ? '{arXiv}' : '{arxiv}');
  fields.put('pmid', braced(verbatim(PMID)));
  fields.put('pmcid', braced(verbatim(PMCID)));
  fields.put('url', braced(verbatim(url)));
}

function putRemarks(fields: BibFields, { paper: { tags }, item: { abstract = '', note = '', annote = '' }, dialect }: Work): void {
  fields.put('note', braced(paragraphs(note)));
  fields.put(dialect === 'bibtex' ? 'annote' : 'annotation', braced(paragraphs(annote)));
  fields.put('abstract', braced(paragraphs(abstract)));
  fields.put('keywords', braced(keywords(tags)));
}

function text(item: CslItem, variable: CslTextVariable): string {
  return item[variable] ?? '';
}
