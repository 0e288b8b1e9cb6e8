import { z } from 'zod';
import { CollectionId, PaperId, TechniqueId } from './ids';

/** What kind of work a paper is, in the words of its readers; formats map these to their own types. */
export const PaperType = z.enum([
  'preprint', 'article', 'conference', 'chapter', 'book', 'thesis', 'report', 'dataset', 'software', 'webpage', 'other',
]);
export type PaperType = z.infer<typeof PaperType>;

/** A person with a family name and a given name (possibly empty), or a group whose name is taken literally. */
export const Author = z.union([
  z.strictObject({ family: z.string().min(1), given: z.string() }),
  z.strictObject({ literal: z.string().min(1) }),
]);
export type Author = z.infer<typeof Author>;

export const ReadingStatus = z.enum(['to-read', 'reading', 'done']);
export type ReadingStatus = z.infer<typeof ReadingStatus>;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty when unknown. */
export const Issued = z.string().regex(/^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/, 'write a date as 2025, 2025-03 or 2025-03-14')
  .refine(isInItsMonth, 'that month has no such day');

/** Whether the day of a date that has one is a day of its month. */
function isInItsMonth(issued: string): boolean {
  return issued.length < 10 || new Date(issued).getUTCDate() === Number(issued.slice(8));
}

/** The stars a reader gives; 0 means not rated. */
export const Rating = z.number().int().min(0).max(5);

/** What the reader has said about a technique that the classifier proposed, or that they added themselves. */
export const Decision = z.enum(['confirmed', 'rejected']);
export type Decision = z.infer<typeof Decision>;

/** The bibliographic description: what a format can bring in and give back. Every field is always present; '' and [] mean unknown. */
export const Description = z.strictObject({
  type: PaperType,
  title: z.string(),
  authors: z.array(Author),
  issued: Issued,
  venue: z.string(),
  doi: z.string(),
  arxivId: z.string(),
  url: z.string(),
  abstract: z.string(),
  /** Anything else the source knew, by its own name: `volume`, `pages`, `code`, … */
  extra: z.record(z.string(), z.string()),
});
export type Description = z.infer<typeof Description>;

export const Paper = Description.extend({
  id: PaperId,
  citationKey: z.string(),
  status: ReadingStatus,
  rating: Rating,
  tags: z.array(z.string()),
  collections: z.array(CollectionId),
  decisions: z.record(TechniqueId, Decision),
  addedAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
  /** When it was moved to the trash, or null. */
  trashedAt: z.iso.datetime().nullable(),
});
export type Paper = z.infer<typeof Paper>;

export const emptyDescription: Description = {
  type: 'other', title: '', authors: [], issued: '', venue: '', doi: '', arxivId: '', url: '', abstract: '', extra: {},
};

/** The year of publication, or null when it is not known. */
export function yearOf(paper: Pick<Paper, 'issued'>): number | null {
  return paper.issued === '' ? null : Number(paper.issued.slice(0, 4));
}

/** A name as running text: `Ada Lovelace`, or the group's own name. */
export function nameOf(author: Author): string {
  if ('literal' in author) return author.literal;
  return author.given === '' ? author.family : `${author.given} ${author.family}`;
}

/** Family names as a table shows them: `Lovelace`, `Lovelace & Babbage`, `Lovelace et al.`. */
export function shortAuthors(authors: readonly Author[]): string {
  const names = authors.map((author) => ('literal' in author ? author.literal : author.family));
  const [first = '', second = ''] = names;
  if (names.length <= 1) return first;
  return names.length === 2 ? `${first} & ${second}` : `${first} et al.`;
}
