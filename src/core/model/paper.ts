import { z } from 'zod';
import { Issued } from './edtf';
import { CollectionId, PaperId, TechniqueId } from './ids';

/** What kind of work a paper is, in the words of its readers; formats map these to their own types. */
export const PaperType = z.enum([
  'preprint', 'article', 'conference', 'chapter', 'book', 'thesis', 'report', 'dataset', 'software', 'webpage', 'other',
]);
export type PaperType = z.infer<typeof PaperType>;

const namePart = z.string().min(1).exactOptional();

/**
 * A person with a family name and a given name (possibly empty), or a group whose name is taken literally. `particle`
 * belongs to the family name (`van` Gogh), `droppingParticle` goes where the given name goes (Alexander `von` Humboldt).
 */
export const Author = z.union([
  z.strictObject({ family: z.string().min(1), given: z.string(), particle: namePart, droppingParticle: namePart, suffix: namePart }),
  z.strictObject({ literal: z.string().min(1) }),
]);
export type Author = z.infer<typeof Author>;

export const ReadingStatus = z.enum(['to-read', 'reading', 'done']);
export type ReadingStatus = z.infer<typeof ReadingStatus>;

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
  /**
   * Anything else the source knew: variables of CSL by their CSL names (people as `readNames` reads them, dates as EDTF),
   * all others by the name that their format has for them.
   */
  extra: z.record(z.string(), z.string()),
});
export type Description = z.infer<typeof Description>;

/** A paper as a file brought it, so that what was not changed is given back byte for byte. Edits leave it alone. */
export const Source = z.strictObject({
  format: z.literal('bibtex'),
  /** The import that the file came with: the papers of one file share it. */
  file: z.string(),
  /** The place in the file, from 0. */
  at: z.number().int().nonnegative(),
  /** What stood between the entry before and this one: comments, blank lines, `@string`, `@preamble`. */
  before: z.string(),
  /** The entry from its @ to its closing brace. */
  text: z.string(),
  /** What followed the last entry of the file. */
  after: z.string().exactOptional(),
  /** The definitions of the strings that the entry uses, by name, as they stand in the file. */
  strings: z.record(z.string(), z.string()).exactOptional(),
});
export type Source = z.infer<typeof Source>;

export const Paper = Description.extend({
  id: PaperId,
  citationKey: z.string(),
  /** The key was chosen by a person or came with the paper, and is made anew only where that is asked for. */
  keyPinned: z.literal(true).exactOptional(),
  status: ReadingStatus,
  rating: Rating,
  tags: z.array(z.string()),
  collections: z.array(CollectionId),
  decisions: z.record(TechniqueId, Decision),
  addedAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
  /** When it was moved to the trash, or null. */
  trashedAt: z.iso.datetime().nullable(),
  source: Source.exactOptional(),
  /** Its place in the reading queue, by the order of these keys (fractional indexing); absent for one that is not queued. */
  queued: z.string().min(1).max(200).exactOptional(),
});
export type Paper = z.infer<typeof Paper>;

export const emptyDescription: Description = {
  type: 'other', title: '', authors: [], issued: '', venue: '', doi: '', arxivId: '', url: '', abstract: '', extra: {},
};

/** What a paper is called wherever it is shown, which is never nothing. What is stored and exported stays as it is. */
export function shownTitle({ title }: { title: string }): string {
  return title.trim() === '' ? 'Untitled paper' : title;
}

/** A family name with the particle that is kept with it (`van Gogh`, `d'Alembert`), or the group's own name. */
export function familyNameOf(author: Author): string {
  if ('literal' in author) return author.literal;
  const { particle, family } = author;
  return particle === undefined ? family : `${particle}${/['’-]$/.test(particle) ? '' : ' '}${family}`;
}

/** A name as running text: `Ada Lovelace`, `Ludwig van Beethoven`, `Sammy Davis Jr.`, or the group's own name. */
export function nameOf(author: Author): string {
  if ('literal' in author) return author.literal;
  const { given, droppingParticle = '', suffix = '' } = author;
  return [given, droppingParticle, familyNameOf(author), suffix].filter((part) => part !== '').join(' ');
}

/** Family names as a table shows them: `Lovelace`, `Lovelace & Babbage`, `Lovelace et al.`. */
export function shortAuthors(authors: readonly Author[]): string {
  const [first = '', second = ''] = authors.slice(0, 2).map(familyNameOf);
  if (authors.length <= 1) return first;
  return authors.length === 2 ? `${first} & ${second}` : `${first} et al.`;
}
