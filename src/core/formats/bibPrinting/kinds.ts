import { countedBy, type Counted } from '../bibtex/publication';
import { cslTypeOfEntry } from '../bibtex/types';
import type { CslItem, CslType } from '../csl-types';

/** BibTeX as its own styles read it, or what biblatex and biber made of it. */
export type BibDialect = 'bibtex' | 'biblatex';

interface Kind {
  bibtex: string;
  biblatex: string;
  /** The field of a work in which it appears, and the one of who brought it out, in biblatex' words. */
  container?: string;
  publisher?: string;
  /** What `entrysubtype` says where the entry type alone does not tell which kind it is: the same in both dialects, or in BibTeX. */
  subtype?: string;
  subtypeInBibtex?: string;
}

const inBook = { container: 'booktitle' };
const inJournal = { bibtex: 'article', biblatex: 'article', container: 'journaltitle' };

/** Kinds that have an entry type in at least one dialect; every other is `@misc` with its CSL type as `entrysubtype`. */
const kinds: Partial<Record<CslType, Kind>> = {
  article: { bibtex: 'misc', biblatex: 'misc', subtype: 'preprint', publisher: 'howpublished' },
  'article-journal': inJournal,
  'article-magazine': { ...inJournal, subtype: 'magazine' },
  'article-newspaper': { ...inJournal, subtype: 'newspaper' },
  book: { bibtex: 'book', biblatex: 'book' },
  chapter: { bibtex: 'incollection', biblatex: 'incollection', ...inBook },
  dataset: { bibtex: 'misc', biblatex: 'dataset', subtypeInBibtex: 'dataset' },
  document: { bibtex: 'misc', biblatex: 'misc', publisher: 'organization' },
  entry: { bibtex: 'incollection', biblatex: 'inreference', ...inBook, subtype: 'entry' },
  'entry-dictionary': { bibtex: 'incollection', biblatex: 'inreference', ...inBook, subtype: 'entry-dictionary' },
  'entry-encyclopedia': { bibtex: 'incollection', biblatex: 'inreference', ...inBook, subtype: 'entry-encyclopedia' },
  legal_case: { bibtex: 'misc', biblatex: 'jurisdiction', subtype: 'legal_case' },
  legislation: { bibtex: 'misc', biblatex: 'legislation', subtype: 'legislation' },
  manuscript: { bibtex: 'unpublished', biblatex: 'unpublished', subtype: 'manuscript', publisher: 'howpublished' },
  motion_picture: { bibtex: 'misc', biblatex: 'movie', subtype: 'motion_picture' },
  pamphlet: { bibtex: 'booklet', biblatex: 'booklet', subtype: 'pamphlet', publisher: 'howpublished' },
  'paper-conference': { bibtex: 'inproceedings', biblatex: 'inproceedings', ...inBook },
  patent: { bibtex: 'misc', biblatex: 'patent', subtypeInBibtex: 'patent' },
  report: { bibtex: 'techreport', biblatex: 'report', publisher: 'institution' },
  review: { ...inJournal, subtype: 'review' },
  'review-book': { ...inJournal, subtype: 'review-book' },
  software: { bibtex: 'misc', biblatex: 'software', subtypeInBibtex: 'software', publisher: 'organization' },
  song: { bibtex: 'misc', biblatex: 'audio', subtype: 'song' },
  standard: { bibtex: 'techreport', biblatex: 'standard', subtype: 'standard', publisher: 'institution' },
  thesis: { bibtex: 'phdthesis', biblatex: 'thesis', publisher: 'institution' },
  webpage: { bibtex: 'misc', biblatex: 'online', subtypeInBibtex: 'webpage', publisher: 'organization' },
};

/** The entry that a CSL item becomes, and the fields in which that entry type keeps container and publisher. */
export interface EntryKind {
  entry: string;
  subtype: string;
  container: string;
  publisher: string;
  counts: Counted;
}

/**
 * `isArxiv`: whether an arXiv id tells already that it is a preprint. `was`: the type of the entry that the work was read
 * from, '' where it comes from elsewhere; it stays as long as the work is of its kind.
 */
export function entryKindOf(item: CslItem, dialect: BibDialect, { isArxiv, was }: { isArxiv: boolean; was: string }): EntryKind {
  const { type } = item;
  const kind = kinds[type] ?? { bibtex: 'misc', biblatex: 'misc', subtype: type };
  const isKept = cslTypeOfEntry(was) === type && !(type === 'thesis' && dialect === 'bibtex');
  const entry = isKept ? was : dialect === 'biblatex' ? biblatexType(item, kind) : bibtexType(item, kind);
  const told = kind.subtype ?? (dialect === 'bibtex' ? kind.subtypeInBibtex : undefined) ?? '';
  return {
    entry,
    counts: countedBy(entry),
    subtype: isKept || (type === 'article' && isArxiv) ? '' : told,
    container: entry === 'periodical' ? 'title' : inDialect(kind.container ?? 'journaltitle', dialect),
    publisher: dialect === 'bibtex' ? bibtexPublisher(entry, kind) : (kind.publisher ?? 'publisher'),
  };
}

/** A book that has editors alone is a collection; part of one that has an author, or no editor, is no part of a collection. */
function biblatexType({ type, author, editor, 'container-author': bookAuthor }: CslItem, { biblatex }: Kind): string {
  if (type === 'book') return author === undefined && editor !== undefined ? 'collection' : biblatex;
  if (type === 'chapter') return bookAuthor !== undefined || editor === undefined ? 'inbook' : biblatex;
  return biblatex;
}

function bibtexType({ type, genre = '' }: CslItem, { bibtex }: Kind): string {
  return type === 'thesis' && /master/i.test(genre) ? 'mastersthesis' : bibtex;
}

function bibtexPublisher(entry: string, { publisher = 'publisher', bibtex }: Kind): string {
  if (entry === 'misc') return 'howpublished';
  if (entry === 'manual') return 'organization';
  return publisher === 'institution' && bibtex === 'phdthesis' ? 'school' : publisher;
}

function inDialect(field: string, dialect: BibDialect): string {
  return dialect === 'bibtex' && field === 'journaltitle' ? 'journal' : field;
}
