import type { Paper } from '../../model';
import { isCslDateVariable, isCslNameVariable, type CslItem, type CslTextVariable } from '../csl-types';
import type { BibFields } from './fields';
import { braced, paragraphs } from './values';

/** The fields of variables that every entry type names alike, in the order in which they are printed. */
export const textVariables: readonly (readonly [variable: CslTextVariable, field: string])[] = [
  ['title-short', 'shorttitle'], ['shortTitle', 'shorttitle'], ['container-title-short', 'shortjournal'], ['journalAbbreviation', 'shortjournal'],
  ['collection-title', 'series'], ['number-of-volumes', 'volumes'], ['edition', 'edition'], ['chapter-number', 'chapter'],
  ['part', 'part'], ['number-of-pages', 'pagetotal'], ['event-title', 'eventtitle'], ['event', 'eventtitle'], ['event-place', 'venue'], ['genre', 'type'],
  ['version', 'version'], ['status', 'pubstate'], ['ISBN', 'isbn'], ['ISSN', 'issn'], ['call-number', 'library'],
  ['original-title', 'origtitle'],
];
export const listVariables: readonly (readonly [variable: CslTextVariable, field: string])[] = [['original-publisher', 'origpublisher'], ['original-publisher-place', 'origlocation']];
export const nameVariables: readonly (readonly [variable: string, field: string])[] = [['editor', 'editor'], ['translator', 'translator'], ['container-author', 'bookauthor']];
export const dateVariables: readonly (readonly [variable: string, field: string])[] = [['accessed', 'urldate'], ['event-date', 'eventdate'], ['original-date', 'origdate']];

/** What is printed from the description, or inherited for good when it was read. */
const spokenFor: ReadonlySet<string> = new Set(['crossref', 'xdata', 'xref', 'arxivId', 'issued', 'key']);
const placed: ReadonlySet<string> = new Set([
  ...[textVariables, listVariables, nameVariables, dateVariables].flatMap((variables) => variables.map(([variable]) => variable)), ...spokenFor,
  'container-title', 'publisher', 'publisher-place', 'volume', 'page', 'pages', 'note', 'annote', 'abstract', 'keyword', 'title', 'volume-title', 'issue', 'number',
  'collection-number', 'DOI', 'URL', 'PMID', 'PMCID', 'csl-type', 'language',
]);
const ownVerbatim: ReadonlySet<string> = new Set(['file', 'groups', 'timestamp', 'ids', 'related', 'options', 'owner', 'pmid', 'pmcid']);

/** Everything that has no place in an entry by its own name, which goes without the signs that no name of a field may have. */
export function putOwnFields(fields: BibFields, { extra }: Paper, item: CslItem): void {
  for (const [name, value] of Object.entries(extra)) {
    if (isPlaced(name, item) && !isHomeless(item, name)) continue;
    const field = name.toLowerCase().replace(/[^\p{L}\p{N}_.:+-]+/gu, '-').replace(/^[^\p{L}]+/u, '');
    if (field === '') continue;
    fields.put(field, braced(ownVerbatim.has(field) && hasMatchingBraces(value) ? value.trim() : paragraphs(value)));
  }
}

/** Who grants a patent stands where others have the place of their publisher. */
function isPlaced(name: string, { type, jurisdiction }: CslItem): boolean {
  const isPatent = type === 'patent' && jurisdiction !== undefined;
  return isPatent && (name === 'jurisdiction' || name === 'publisher-place') ? name === 'jurisdiction' : placed.has(name);
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
  return depth === 0;
}
