import { Issued, type Author, type Paper, type PaperType } from '../model';
import {
  isCslDateVariable, isCslNameVariable, isCslTextVariable, isCslType, type CslItem, type CslName,
  type CslTextVariable, type CslType,
} from './csl-types';
import { cslDate } from './cslDates';
import { parseName } from './names';

export type { CslItem } from './csl-types';

const types: Record<PaperType, CslType> = {
  preprint: 'article',
  article: 'article-journal',
  conference: 'paper-conference',
  chapter: 'chapter',
  book: 'book',
  thesis: 'thesis',
  report: 'report',
  dataset: 'dataset',
  software: 'software',
  webpage: 'webpage',
  other: 'document',
};

/** What a venue is to each type: where most works appear *in* something, these are brought out *by* somebody. */
const publishedBy: ReadonlySet<PaperType> = new Set(['preprint', 'book', 'thesis', 'report', 'dataset', 'software']);

/**
 * The CSL item of a paper: the pivot from which references are formatted. Text stays as the library has it, TeX
 * included, so that reading it back loses nothing. An arXiv preprint is described as Zotero does (`number`
 * arXiv:ID, `publisher` arXiv); of any other work the arXiv id is kept in `custom`. Extra fields that are CSL
 * variables are given back as such, all others go to `custom`; none replaces a field of the description.
 */
export function toCsl(paper: Paper): CslItem {
  const { 'csl-type': ownType = '', ...extra } = paper.extra;
  const item: CslItem = { id: paper.citationKey === '' ? paper.id : paper.citationKey, type: isCslType(ownType) ? ownType : types[paper.type] };
  if (paper.authors.length > 0) item.author = paper.authors.map(cslName);
  if (paper.issued !== '') item.issued = cslDate(paper.issued);
  for (const [variable, value] of describedVariables(paper)) if (value !== '') item[variable] = value;

  const custom = Object.entries(extra).filter(([name, value]) => !takeVariable(item, name, value));
  if (paper.arxivId !== '' && paper.type !== 'preprint') custom.push(['arxivId', paper.arxivId]);
  if (custom.length > 0) item.custom = Object.fromEntries(custom);
  return item;
}

/** Gives an extra field its place in the item, if it is a variable that the item does not have yet and the value fits. */
function takeVariable(target: CslItem, name: string, value: string): boolean {
  const item = target;
  if (value === '' || Object.hasOwn(item, name)) return false;
  if (isCslTextVariable(name)) item[name] = value;
  else if (isCslDateVariable(name) && Issued.safeParse(value).success) item[name] = cslDate(value);
  else if (isCslNameVariable(name)) item[name] = readNames(value).map(cslName);
  else return false;
  return true;
}

/** People as an extra field holds them: full names with semicolons between. */
export function readNames(value: string): Author[] {
  return value.split(';').map(parseName).filter((name) => name !== null);
}

/** Papers as a CSL-JSON file. Halves of surrogate pairs, which strict readers of JSON refuse, become U+FFFD. */
export function printCslJson(papers: readonly Paper[]): string {
  return papers.length === 0 ? '[]\n' : `[\n${[...cslItems(papers)].join(',\n')}\n]\n`;
}

/** The items of `printCslJson` one by one, indented as in the list; a comma and a line feed stand between them. */
export function* cslItems(papers: readonly Paper[]): Generator<string, void> {
  for (const paper of papers) yield wellFormed(JSON.stringify(toCsl(paper), null, 2)).replace(/^/gm, '  ');
}

/** A lone surrogate, which other programs refuse in JSON, becomes a replacement character. */
function wellFormed(json: string): string {
  return json.replace(/\\(?:u[dD][89a-fA-F][\da-fA-F]{2}|[^])/g, (escape) => (escape.length === 6 ? '\uFFFD' : escape));
}

function describedVariables(paper: Paper): [CslTextVariable, string][] {
  const isArxivPreprint = paper.type === 'preprint' && paper.arxivId !== '';
  const venue: CslTextVariable = publishedBy.has(paper.type) ? 'publisher' : 'container-title';
  return [
    ['title', paper.title],
    [venue, isArxivPreprint && paper.venue === '' ? 'arXiv' : paper.venue],
    ['number', isArxivPreprint ? `arXiv:${paper.arxivId}` : ''],
    ['DOI', paper.doi],
    ['URL', paper.url],
    ['abstract', paper.abstract],
    ['keyword', paper.tags.join(', ')],
  ];
}

function cslName(author: Author): CslName {
  if ('literal' in author) return { literal: author.literal };
  const { family, given, particle, droppingParticle, suffix } = author;
  return {
    family,
    ...(given !== '' && { given }),
    ...(particle !== undefined && { 'non-dropping-particle': particle }),
    ...(droppingParticle !== undefined && { 'dropping-particle': droppingParticle }),
    ...(suffix !== undefined && { suffix }),
  };
}
