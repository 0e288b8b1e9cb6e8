import { z } from 'zod';
import { emptyDescription, nameOf, type Author, type Description, type PaperType } from '../model';
import { arxivDoi, arxivUrl, issuedFromArxivId, parseArxivId, parseArxivReference } from './arxiv';
import { issuedFromParts, parseIssued } from './readDates';
import { squash, squashParagraphs } from './readText';
import type { ReadPaper } from './reading';

export type CslItemOutcome = { kind: 'paper'; paper: Omit<ReadPaper, 'line'> } | { kind: 'unusable'; reason: string };

const Scalar = z.union([z.string(), z.number()]).nullish().transform((value) => (value === null || value === undefined ? '' : String(value)));

const Name = z.looseObject({
  family: Scalar,
  given: Scalar,
  'non-dropping-particle': Scalar,
  'dropping-particle': Scalar,
  suffix: Scalar,
  literal: Scalar,
});

const DateValue = z.union([
  z.looseObject({
    'date-parts': z.array(z.array(z.union([z.number(), z.string(), z.null()]))).optional(),
    raw: Scalar,
    literal: Scalar,
  }),
  z.string(),
  z.number(),
]);
type DateValue = z.infer<typeof DateValue>;

const Item = z.looseObject({
  id: Scalar,
  type: Scalar,
  title: Scalar,
  author: z.array(Name).nullish(),
  issued: DateValue.nullish(),
  'container-title': Scalar,
  publisher: Scalar,
  archive: Scalar,
  number: Scalar,
  DOI: Scalar,
  URL: Scalar,
  abstract: Scalar,
  keyword: z.union([z.string(), z.array(z.string())]).nullish(),
  custom: z.record(z.string(), z.unknown()).nullish(),
});
type Item = z.infer<typeof Item>;

const types: ReadonlyMap<string, PaperType> = new Map<string, PaperType>([
  // CSL 1.0.2 means by `article` a work made available outside a journal, such as a preprint.
  ['article', 'preprint'],
  ['article-journal', 'article'],
  ['paper-conference', 'conference'],
  ['chapter', 'chapter'],
  ['book', 'book'],
  ['thesis', 'thesis'],
  ['report', 'report'],
  ['dataset', 'dataset'],
  ['software', 'software'],
  ['webpage', 'webpage'],
  ['document', 'other'],
]);
/** Types that are near enough to one of ours; their own name is kept among the extra fields. */
const nearTypes: ReadonlyMap<string, PaperType> = new Map<string, PaperType>([
  ['article-magazine', 'article'],
  ['article-newspaper', 'article'],
  ['post-weblog', 'webpage'],
  ['post', 'webpage'],
]);
const publishedBy: ReadonlySet<PaperType> = new Set<PaperType>(['preprint', 'book', 'thesis', 'report', 'dataset', 'software']);
const described = new Set(['id', 'type', 'title', 'author', 'issued', 'container-title', 'DOI', 'URL', 'abstract', 'keyword', 'custom']);

/** Reads one CSL item (schema: csl-data.json 1.0.2). Fields that the description has no place for become extra fields. */
export function readCslItem(value: unknown): CslItemOutcome {
  const parsed = Item.safeParse(value);
  if (!parsed.success) return { kind: 'unusable', reason: reasonFor(parsed.error.issues[0]) };
  const item = parsed.data;
  if (squash(item.title) === '') return { kind: 'unusable', reason: 'This item has no title.' };
  const paper: Omit<ReadPaper, 'line'> = { description: describe(item) };
  const tags = (typeof item.keyword === 'string' ? item.keyword.split(/[,;]/) : (item.keyword ?? [])).map(squash).filter((tag) => tag !== '');
  if (item.id !== '') paper.citationKey = item.id;
  if (tags.length > 0) paper.tags = [...new Set(tags)];
  return { kind: 'paper', paper };
}

function reasonFor(issue: z.core.$ZodIssue | undefined): string {
  const field = issue?.path.map(String).join('.') ?? '';
  return field === '' ? 'This is not a CSL-JSON item.' : `The field ${field} of this item cannot be used.`;
}

function describe(item: Item): Description {
  const type = types.get(item.type) ?? nearTypes.get(item.type) ?? 'other';
  const arxivId = arxivIdOf(item);
  const isArxivPreprint = type === 'preprint' && arxivId !== '';
  const container = squash(item['container-title']);
  const takesPublisher = container === '' && publishedBy.has(type);
  const venue = takesPublisher ? squash(item.publisher) : container;
  const doi = squash(item.DOI).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)/i, '');
  const issued = issuedOf(item.issued);
  return {
    ...emptyDescription,
    type,
    title: squash(item.title),
    authors: (item.author ?? []).map(authorOf).filter((author) => author !== null),
    issued: issued === '' && isArxivPreprint ? issuedFromArxivId(arxivId) : issued,
    venue: venue === '' && isArxivPreprint ? 'arXiv' : venue,
    doi: doi === '' && isArxivPreprint ? arxivDoi(arxivId) : doi,
    arxivId,
    url: squash(item.URL) === '' && isArxivPreprint ? arxivUrl(arxivId) : squash(item.URL),
    abstract: plainAbstract(item.abstract),
    extra: extraOf(item, { takesPublisher, takesNumber: isArxivPreprint && parseArxivId(item.number) === arxivId }),
  };
}

function arxivIdOf(item: Item): string {
  const custom = item.custom?.['arxivId'];
  const saysArxiv = [item.publisher, item.archive, item['container-title']].some((text) => /\barxiv\b/i.test(text));
  const candidates = [
    parseArxivReference(item.DOI),
    parseArxivReference(item.URL),
    saysArxiv ? parseArxivId(item.number) : parseArxivReference(item.number),
    typeof custom === 'string' ? parseArxivId(custom) : null,
  ];
  return candidates.find((candidate) => candidate !== null) ?? '';
}

function authorOf(name: z.infer<typeof Name>): Author | null {
  const family = squash(`${name['non-dropping-particle']} ${name.family}`);
  const given = squash(`${name.given} ${name['dropping-particle']} ${name.suffix}`);
  const literal = squash(name.literal);
  if (squash(name.family) !== '') return { family, given };
  const only = literal === '' ? squash(`${given} ${family}`) : literal;
  return only === '' ? null : { literal: only };
}

/** The first date of a range; a season or a date in words gives as much as can be read from it. */
function issuedOf(date: DateValue | null | undefined): string {
  if (date === null || date === undefined) return '';
  if (typeof date !== 'object') return parseIssued(String(date));
  const parts = date['date-parts']?.[0]?.map((part) => (part === null || part === '' ? undefined : Number(part)));
  const issued = parts === undefined ? '' : issuedFromParts(parts);
  return issued === '' ? parseIssued(date.raw === '' ? date.literal : date.raw) : issued;
}

/** Crossref's abstracts are marked up in JATS: its paragraphs are kept, its tags are not. */
function plainAbstract(abstract: string): string {
  if (!abstract.includes('<jats:')) return squashParagraphs(abstract);
  return squashParagraphs(abstract.replace(/<\/jats:(?:p|title|sec|list-item)>/g, '\n\n').replace(/<\/?jats:[^<>]{0,200}>/g, ''));
}

function extraOf(item: Item, taken: { takesPublisher: boolean; takesNumber: boolean }): Record<string, string> {
  const extra = new Map<string, string>();
  if (item.type !== '' && !types.has(item.type)) extra.set('csl-type', item.type);
  for (const [name, value] of [...Object.entries(item.custom ?? {}), ...Object.entries(item)]) {
    const isTaken = (name === 'publisher' && taken.takesPublisher) || (name === 'number' && taken.takesNumber);
    if (isTaken || described.has(name) || name === 'arxivId' || name === '__proto__') continue;
    const text = plainValue(value);
    if (text !== '') extra.set(name, text);
  }
  return Object.fromEntries(extra);
}

/** Any value as one text: names and dates, which CSL nests, are written out so that they are not lost. */
function plainValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return squash(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const names = z.array(Name).safeParse(value);
  const written = names.success ? names.data.map(authorOf).filter((author) => author !== null).map(nameOf).join('; ') : '';
  const date = DateValue.safeParse(value);
  return written || (date.success && issuedOf(date.data)) || JSON.stringify(value);
}
