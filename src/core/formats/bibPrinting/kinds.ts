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
  /** Whether `number` counts the works of its series; of articles it is the issue, of all others their own number. */
  isInSeries: boolean;
}

const inSeries: ReadonlySet<string> = new Set(['book', 'incollection', 'inproceedings', 'inreference', 'booklet']);

/** `isArxiv`: whether an arXiv id tells already that it is a preprint. */
export function entryKindOf({ type, genre = '' }: CslItem, dialect: BibDialect, isArxiv: boolean): EntryKind {
  const kind = kinds[type] ?? { bibtex: 'misc', biblatex: 'misc', subtype: type };
  const isMastersThesis = type === 'thesis' && dialect === 'bibtex' && /master/i.test(genre);
  const told = kind.subtype ?? (dialect === 'bibtex' ? kind.subtypeInBibtex : undefined) ?? '';
  return {
    entry: isMastersThesis ? 'mastersthesis' : kind[dialect],
    isInSeries: inSeries.has(kind[dialect]),
    subtype: type === 'article' && isArxiv ? '' : told,
    container: inDialect(kind.container ?? 'journaltitle', dialect),
    publisher: kind[dialect] === 'misc' && dialect === 'bibtex' ? 'howpublished' : inDialect(kind.publisher ?? 'publisher', dialect, kind.bibtex),
  };
}

function inDialect(field: string, dialect: BibDialect, entry = ''): string {
  if (dialect === 'biblatex') return field;
  if (field === 'journaltitle') return 'journal';
  return field === 'institution' && entry === 'phdthesis' ? 'school' : field;
}
