import { z } from 'zod';
import type { Author, Description, PaperType } from '../model';
import { arxivDoi, arxivUrl, issuedFromArxivId, parseArxivId, parseArxivReference } from './arxiv';
import { isCslDateVariable } from './csl-types';
import { readCslDate } from './cslDates';
import { CslDateInput, CslItemInput, CslNameInput } from './cslInput';
import { isExactType, paperTypeOf, publishedBy } from './cslKinds';
import { authorFromCsl } from './cslNames';
import { writeNames } from './nameText';
import { squash, squashParagraphs } from './readText';
import type { ReadPaper } from './reading';

export type CslItemOutcome = { kind: 'paper'; paper: Omit<ReadPaper, 'line'> } | { kind: 'unusable'; reason: string };

/**
 * Reads one CSL item. What the description has no place for becomes an extra field. Only of an arXiv preprint more is told
 * than the item says: the date, DOI and address that follow from its id, where the item has none.
 */
export function readCslItem(value: unknown): CslItemOutcome {
  const parsed = CslItemInput.safeParse(value);
  if (!parsed.success) return { kind: 'unusable', reason: reasonFor(parsed.error.issues[0]) };
  const item = parsed.data;
  const description = describe(item);
  if (isNothing(description)) return { kind: 'unusable', reason: 'This item has no title.' };
  const paper: Omit<ReadPaper, 'line'> = { description };
  const tags = tagsOf(item);
  if (item.id !== '') paper.citationKey = item.id;
  if (tags.length > 0) paper.tags = tags;
  return { kind: 'paper', paper };
}

function reasonFor(issue: z.core.$ZodIssue | undefined): string {
  const field = issue?.path.map(String).join('.') ?? '';
  return field === '' ? 'This is not a CSL-JSON item.' : `The field ${field} of this item cannot be used.`;
}

/** A work without a title is one if anything else tells which it is. */
function isNothing({ title, authors, venue, doi, url, arxivId }: Description): boolean {
  return authors.length === 0 && [title, venue, doi, url, arxivId].every((text) => text === '');
}

function describe(item: CslItemInput): Description {
  const type = paperTypeOf(item.type);
  const arxivId = arxivIdOf(item);
  const isArxivPreprint = type === 'preprint' && arxivId !== '';
  const venue = venueOf(item, type);
  const doi = squash(item.DOI).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)/i, '');
  const issued = item.issued === null || item.issued === undefined ? { edtf: '', words: '' } : readCslDate(item.issued, customText(item, 'issued'));
  const extra = extraOf(item, { venue: venue.from, number: isArxivPreprint && parseArxivId(item.number) === arxivId });
  if (issued.words !== '') extra.set('issued', issued.words);
  return {
    type,
    title: squash(item.title),
    authors: authorsOf(item.author ?? []),
    issued: issued.edtf === '' && isArxivPreprint ? issuedFromArxivId(arxivId) : issued.edtf,
    venue: venue.text === '' && isArxivPreprint ? 'arXiv' : venue.text,
    doi: doi === '' && isArxivPreprint ? arxivDoi(arxivId) : doi,
    arxivId,
    url: squash(item.URL) === '' && isArxivPreprint ? arxivUrl(arxivId) : squash(item.URL),
    abstract: plainAbstract(item.abstract),
    extra: Object.fromEntries(extra),
  };
}

/** The venue and the variable that it is from; a container that stands for a publisher is kept under its own name as well. */
function venueOf(item: CslItemInput, type: PaperType): { text: string; from: string } {
  const container = squash(item['container-title']);
  if (!publishedBy.has(type)) return { text: container, from: 'container-title' };
  const publisher = squash(item.publisher);
  return publisher === '' ? { text: container, from: '' } : { text: publisher, from: 'publisher' };
}

function customText(item: CslItemInput, name: string): string {
  const value = item.custom !== null && item.custom !== undefined && Object.hasOwn(item.custom, name) ? item.custom[name] : undefined;
  return typeof value === 'string' ? value : '';
}

function arxivIdOf(item: CslItemInput): string {
  const own = squash(customText(item, 'arxivId'));
  if (own !== '') return parseArxivReference(own) ?? own;
  const saysArxiv = [item.publisher, item.archive, item['container-title']].some((text) => /\barxiv\b/i.test(text));
  const candidates = [
    saysArxiv ? parseArxivId(item.number) : parseArxivReference(item.number),
    parseArxivReference(item.DOI),
    parseArxivReference(item.URL),
  ];
  return candidates.find((candidate) => candidate !== null) ?? '';
}

function authorsOf(names: readonly z.infer<typeof CslNameInput>[]): Author[] {
  return names.map(authorFromCsl).filter((author) => author !== null);
}

/** Keywords with semicolons between them where there are any, else with commas. */
function tagsOf({ keyword }: CslItemInput): string[] {
  const words = typeof keyword === 'string' ? keyword.split(keyword.includes(';') ? ';' : ',') : (keyword ?? []);
  return [...new Set(words.map(squash).filter((tag) => tag !== ''))];
}

/** Crossref's abstracts are marked up in JATS: its paragraphs are kept, its tags are not. */
function plainAbstract(abstract: string): string {
  if (!abstract.includes('<jats:')) return squashParagraphs(abstract);
  return squashParagraphs(abstract.replace(/<\/jats:(?:p|title|sec|list-item)>/g, '\n\n').replace(/<\/?jats:[^<>]{0,200}>/g, ''));
}

const described = new Set(['id', 'type', 'title', 'author', 'issued', 'DOI', 'URL', 'abstract', 'keyword', 'custom']);

function extraOf(item: CslItemInput, taken: { venue: string; number: boolean }): Map<string, string> {
  const extra = new Map<string, string>();
  const put = (name: string, value: unknown): void => {
    const text = name === '__proto__' ? '' : isCslDateVariable(name) ? dateText(value, customText(item, name)) : plainValue(value);
    if (text !== '') extra.set(name, text);
  };
  if (item.type !== '' && !isExactType(item.type)) extra.set('csl-type', item.type);
  for (const [name, value] of Object.entries(item.custom ?? {})) if (name !== 'arxivId' && !isExactIssued(name, item)) put(name, value);
  for (const [name, value] of Object.entries(item)) {
    if (!described.has(name) && name !== taken.venue && !(name === 'number' && taken.number)) put(name, value);
  }
  return extra;
}

/** Whether `custom` says of the date of publication what CSL cannot. */
function isExactIssued(name: string, { issued, custom }: CslItemInput): boolean {
  return name === 'issued' && issued !== null && issued !== undefined && readCslDate(issued, custom?.[name]).edtf === custom?.[name];
}

function dateText(value: unknown, exact: string): string {
  const date = CslDateInput.safeParse(value);
  if (!date.success) return plainValue(value);
  const { edtf, words } = readCslDate(date.data, exact);
  return words === '' ? edtf : words;
}

/** Any value as one text: what CSL nests is written out, so that it is not lost. */
function plainValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return squashParagraphs(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const names = z.array(CslNameInput).safeParse(value);
  return (names.success && writeNames(authorsOf(names.data))) || JSON.stringify(value);
}
