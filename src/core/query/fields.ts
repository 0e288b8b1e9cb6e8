import { PaperType, ReadingStatus } from '../model';

/** The fields whose text is searched for words. */
export const textFields = ['title', 'author', 'abstract', 'note', 'annotation', 'attachment', 'venue'] as const;
export type TextField = (typeof textFields)[number];

/** The fields that are compared as a whole with a name. */
export const nameFields = ['tag', 'technique', 'collection', 'key', 'doi', 'arxiv', 'id'] as const;
export type NameField = (typeof nameFields)[number];

/** The fields that lie in a range. */
export const rangeFields = ['year', 'rating', 'added'] as const;
export type RangeField = (typeof rangeFields)[number];

/** The fields that have one of a few values. */
export const choiceFields = ['status', 'type', 'has', 'is'] as const;
export type ChoiceField = (typeof choiceFields)[number];

export type Field = TextField | NameField | RangeField | ChoiceField;
export const fields: readonly Field[] = [...textFields, ...nameFields, ...rangeFields, ...choiceFields];

/** What a paper may have. */
export const havings = ['abstract', 'annotation', 'arxiv', 'author', 'collection', 'doi', 'note', 'pdf', 'rating', 'tag', 'technique', 'url', 'venue', 'year'] as const;
export type Having = (typeof havings)[number];

export const states = ['unread', 'reading', 'done', 'starred', 'duplicate', 'trashed'] as const;
export type State = (typeof states)[number];

export interface ChoiceValues { status: ReadingStatus; type: PaperType; has: Having; is: State }

export const choices: { readonly [F in ChoiceField]: readonly ChoiceValues[F][] } = {
  status: ReadingStatus.options,
  type: PaperType.options,
  has: havings,
  is: states,
};

/** Other words for a value. */
export const synonyms: { readonly [F in ChoiceField]: ReadonlyMap<string, ChoiceValues[F]> } = {
  status: new Map([['unread', 'to-read'], ['read', 'done']]),
  type: new Map(),
  has: new Map([['annotations', 'annotation'], ['highlight', 'annotation'], ['notes', 'note'], ['link', 'url'], ['tags', 'tag']]),
  is: new Map([['to-read', 'unread'], ['read', 'done'], ['duplicated', 'duplicate']]),
};

/** What each field is, in a few words, with a value that shows how it is written. */
export const fieldWords: Readonly<Record<Field, { what: string; example: string }>> = {
  title: { what: 'words of the title', example: 'title:adapters' },
  author: { what: 'a name among the authors', example: 'author:"van Gogh"' },
  abstract: { what: 'words of the abstract', example: 'abstract:"low rank"' },
  note: { what: 'words of your notes', example: 'note:compare' },
  annotation: { what: 'words of what you highlighted, and of comments', example: 'annotation:memory' },
  attachment: { what: 'words of its files', example: 'attachment:ablation' },
  venue: { what: 'words of the journal, conference or publisher', example: 'venue:neurips' },
  tag: { what: 'a tag', example: 'tag:slow' },
  technique: { what: 'a technique, by its name or id', example: 'technique:quantization' },
  collection: { what: 'a collection, also a smart one', example: 'collection:"To cite"' },
  key: { what: 'the citation key', example: 'key:lovelace1843*' },
  doi: { what: 'the DOI', example: 'doi:10.1145/*' },
  arxiv: { what: 'the arXiv id', example: 'arxiv:2106.09685' },
  id: { what: 'the id that Lectern gave it', example: 'id:2mzq7w5x' },
  year: { what: 'the year of the work', example: 'year:2023..2025' },
  rating: { what: 'your stars, 0 for none', example: 'rating:>=4' },
  added: { what: 'when it came into the library', example: 'added:<7d' },
  status: { what: 'how far you have read', example: 'status:reading' },
  type: { what: 'the kind of work', example: 'type:preprint' },
  has: { what: 'what there is of it', example: 'has:note' },
  is: { what: 'how it stands in the library', example: 'is:starred' },
};

export const isTextField = (field: Field): field is TextField => (textFields as readonly string[]).includes(field);
export const isNameField = (field: Field): field is NameField => (nameFields as readonly string[]).includes(field);
export const isRangeField = (field: Field): field is RangeField => (rangeFields as readonly string[]).includes(field);
export const isChoiceField = (field: Field): field is ChoiceField => (choiceFields as readonly string[]).includes(field);

export function fieldNamed(name: string): Field | undefined {
  const lower = name.toLowerCase();
  return fields.find((field) => field === lower);
}
