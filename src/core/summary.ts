import type { Library } from './library';
import { nameOf, yearOf, type Assignment, type Paper, type PaperId, type ReadingStatus } from './model';
import type { TechniqueIndex } from './techniques';

/** A paper as a program lists it: names in full, and every technique with its evidence. */
export interface PaperSummary {
  id: PaperId;
  title: string;
  authors: string[];
  year: number | null;
  status: ReadingStatus;
  rating: number;
  tags: string[];
  /** The names of its collections. */
  collections: string[];
  citationKey: string;
  techniques: Assignment[];
}

export function summaryOf(paper: Paper, { library, techniques }: { library: Library; techniques: TechniqueIndex }): PaperSummary {
  const { id, title, authors, status, rating, tags, citationKey } = paper;
  return {
    id, title, authors: authors.map(nameOf), year: yearOf(paper), status, rating, tags,
    collections: paper.collections.flatMap((collection) => library.tables.collections.get(collection)?.name ?? []),
    citationKey, techniques: techniques.explained(paper),
  };
}
