import type { PaperId } from '../model';
import type { Numbering } from '../roster';

/**
 * The texts of a paper that words are looked for in. The order is that of the index files: new fields go to
 * the end, and the version of the files counts up.
 */
export const searchFields = ['title', 'author', 'abstract', 'note', 'annotation', 'tag', 'venue', 'key', 'identifier', 'attachment'] as const;
export type SearchField = (typeof searchFields)[number];

/** The searchable texts of one paper, each as it is stored: several authors, notes or tags are several texts. */
export interface SearchDocument {
  id: PaperId;
  texts: { readonly [F in SearchField]?: readonly string[] };
  /** The files of the paper, by the SHA-256 of each: the index takes the field `attachment` from the texts that are kept of them, a text for each page. */
  files?: readonly string[];
  /** How many texts of `attachment` each of the files has, where they are there. */
  pages?: readonly number[];
}

/**
 * What is looked for. Texts are as they were typed: case, accents, hyphens and scripts are the engine's business.
 * `fields` left out means all of them. No query is an error: a word without a letter or digit matches everything.
 */
export type TextQuery =
  /**
   * A word, also in its other forms (`model`, `models`), one or two letters off where nothing is spelt like it
   * (`fuzzy` left out), never off (0), or always also up to 1 or 2 letters off. With `prefix` it is the beginning
   * of a word. `low-rank`, `low rank` and `lowrank` find each other.
   */
  | { kind: 'word'; text: string; fields?: readonly SearchField[] | undefined; prefix?: boolean | undefined; fuzzy?: 0 | 1 | 2 | undefined }
  /** A word with `*` for any letters and `?` for one, in no other form. */
  | { kind: 'pattern'; text: string; fields?: readonly SearchField[] | undefined }
  /** Words next to each other, in one text, spelt as they are; one word alone is that word in no other form. */
  | { kind: 'phrase'; words: readonly string[]; fields?: readonly SearchField[] | undefined }
  | { kind: 'and'; parts: readonly TextQuery[] }
  | { kind: 'or'; parts: readonly TextQuery[] }
  | { kind: 'not'; part: TextQuery }
  | { kind: 'all' };

export interface SearchRequest {
  query: TextQuery;
  /** How many hits are put in order; 0 for none. */
  limit: number;
  /**
   * Where fewer than `limit` papers have all parts of an outermost `and`, those that have some of them follow
   * behind, as hits only: they are not in `matches`.
   */
  loosely?: boolean | undefined;
}

export interface Hit { id: PaperId; score: number }

/** The papers that a query holds for. */
export interface Matches {
  readonly size: number;
  has(id: PaperId): boolean;
  /** 0 for a paper that is not among them. Comparable within one answer only. */
  score(id: PaperId): number;
  ids(): Iterable<PaperId>;
  /** The papers by somebody's numbers for them, each with its score. */
  numbered(numbering: Numbering): { numbers: Uint32Array; scores: Float32Array };
}

export interface SearchAnswer {
  /** Best first, no more than the request's limit. */
  hits: Hit[];
  matches: Matches;
  /** How many of the hits have all that was asked for: less than `hits.length` only where it was asked loosely. */
  whole: number;
  /** False while the index is being built: more papers may match. */
  complete: boolean;
}

/** A paper that is like others, with the words that it shares with them, the most telling first. */
export interface RelatedHit extends Hit { terms: string[] }

/** How far the index is. */
export type SearchState =
  | { kind: 'building'; /** From 0 to 1. */ part: number }
  | { kind: 'ready'; /** Rather than found in the cache. */ wasBuilt: boolean };

/** Finds papers by their words, away from the thread that serves the windows. */
export interface SearchIndex {
  /** Whether an index is built where there is none: not for a process that ends after one question. */
  readonly stays: boolean;
  /** Begins, or begins again. Resolves when the index is whole; `absent` where there is none and none is built. */
  start(begin: SearchBegin): Promise<'ready' | 'absent'>;
  /**
   * Papers that were made or changed, and ids of those that are gone. Resolves when they are searchable. `seq` is the
   * transaction that the index stands for then; null where more of it is to come.
   */
  update(documents: readonly SearchDocument[], gone: readonly PaperId[], seq: number | null): Promise<void>;
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** The papers of the library that share most with some documents. */
  like(documents: readonly SearchDocument[], limit: number): Promise<RelatedHit[]>;
  /** Keeps what is known for the next time and ends. */
  close(): Promise<void>;
}

/**
 * A record that was made, changed or deleted, and the paper that it belongs to where the change tells. Of the table `files`
 * are files whose text has been read, by the SHA-256 of each.
 */
export interface ChangedRecord { table: string; id: string; paperId?: string }

/** Papers as they are now, and those that are gone. */
export interface Changed { documents: SearchDocument[]; gone: PaperId[] }

export interface SearchBegin {
  /** The last transaction; all later ones are told by `update`. */
  seq: number;
  /** How many papers there are, to tell how far the index is. */
  papers: number;
  /** Whether what is known may be kept in the library's folder for the next time. */
  keep: boolean;
  /** Hears how far the index is. It can be searched at once, and finds what is in it so far. */
  onState: (state: SearchState) => void;
  /** Brings papers up to date that changed since the cache was written: the papers of these records, as they are now. */
  changed: (records: readonly ChangedRecord[]) => Promise<Changed>;
}
