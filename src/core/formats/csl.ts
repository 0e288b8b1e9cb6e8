import type { Paper } from '../model';
import { parseArxivId } from './arxiv';
import {
  isCslDateVariable, isCslNameVariable, isCslTextVariable, isCslType, type CslDate, type CslItem, type CslTextVariable,
} from './csl-types';
import { cslDate, isExactInCsl } from './cslDates';
import { cslTypeOf, paperTypeOf, publishedBy } from './cslKinds';
import { cslName } from './cslNames';
import { readNames } from './nameText';

export type { CslItem } from './csl-types';

/**
 * The CSL item of a paper: the pivot from which references are formatted and files are printed. Text stays as the library
 * has it, TeX included. An arXiv preprint is described as Zotero does (`number` arXiv:ID, `publisher` arXiv); of any other
 * work the arXiv id is kept in `custom`. Extra fields that are CSL variables are given back as such, all others go to
 * `custom`, and so do dates of which CSL cannot say everything; none replaces a field of the description. `readCslItem`
 * makes the same description of it.
 */
export function toCsl(paper: Paper): CslItem {
  const { 'csl-type': ownType = '', issued: issuedInWords = '', ...extra } = paper.extra;
  const hasOwnType = isCslType(ownType) && paperTypeOf(ownType) === paper.type;
  const item: CslItem = { id: paper.citationKey === '' ? paper.id : paper.citationKey, type: hasOwnType ? ownType : cslTypeOf[paper.type] };
  if (paper.authors.length > 0) item.author = paper.authors.map(cslName);
  if (paper.issued !== '' || issuedInWords !== '') item.issued = issuedDate(paper.issued, issuedInWords);
  const isArxivPreprint = paper.type === 'preprint' && paper.arxivId !== '' && parseArxivId(paper.arxivId) === paper.arxivId;
  for (const [variable, value] of describedVariables(paper, isArxivPreprint)) if (value !== '') item[variable] = value;

  if (appearsInContainer(paper)) delete extra['container-title'];
  const custom = Object.entries(extra).filter(([name, value]) => !takeVariable(item, name, value) || !isExact(name, value));
  if (!isExactInCsl(paper.issued)) custom.push(['issued', paper.issued]);
  if (ownType !== '' && !hasOwnType) custom.push(['csl-type', ownType]);
  if (paper.arxivId !== '' && !isArxivPreprint) custom.push(['arxivId', paper.arxivId]);
  if (custom.length > 0) item.custom = Object.fromEntries(custom);
  return item;
}

function issuedDate(issued: string, words: string): CslDate {
  return { ...(issued !== '' && cslDate(issued)), ...(words !== '' && { literal: words }) };
}

/** Gives an extra field its place in the item, if it is a variable that the item does not have yet and the value fits. */
function takeVariable(target: CslItem, name: string, value: string): boolean {
  const item = target;
  if (value === '' || Object.hasOwn(item, name)) return false;
  if (isCslTextVariable(name)) item[name] = value;
  else if (isCslDateVariable(name)) item[name] = cslDate(value);
  else if (isCslNameVariable(name)) {
    const names = readNames(value).map(cslName);
    if (names.length === 0) return false;
    item[name] = names;
  } else return false;
  return true;
}

function isExact(name: string, value: string): boolean {
  return !isCslDateVariable(name) || isExactInCsl(value);
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

/** The venue of some kinds is who brought them out, save where the source named a container and nobody else. */
function appearsInContainer({ type, venue, extra }: Paper): boolean {
  return publishedBy.has(type) && Object.hasOwn(extra, 'container-title') && extra['container-title'] === venue;
}

function describedVariables(paper: Paper, isArxivPreprint: boolean): [CslTextVariable, string][] {
  const venue: CslTextVariable = publishedBy.has(paper.type) && !appearsInContainer(paper) ? 'publisher' : 'container-title';
  return [
    ['title', paper.title],
    [venue, isArxivPreprint && paper.venue === '' ? 'arXiv' : paper.venue],
    ['number', isArxivPreprint ? `arXiv:${paper.arxivId}` : ''],
    ['DOI', paper.doi],
    ['URL', paper.url],
    ['abstract', paper.abstract],
    ['keyword', keywords(paper.tags)],
  ];
}

/** Tags with commas between them; with semicolons where a tag has a comma of its own. */
function keywords(tags: readonly string[]): string {
  if (!tags.some((tag) => tag.includes(','))) return tags.join(', ');
  return tags.length === 1 ? `${tags[0] ?? ''};` : tags.join('; ');
}
