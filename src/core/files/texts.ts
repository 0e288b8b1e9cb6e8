import type { Cancellation } from '../cancelling';
import type { MediaType } from '../model';
import type { PdfGlance } from './pageModel';

/** A file whose text is asked for. */
export interface TextFile { sha256: string; path: string; type: MediaType }

/** What came of reading a file: so many pages, or why not, in words. */
export type TextOutcome = { kind: 'read'; pages: number } | { kind: 'unreadable'; reason: string };

/**
 * Reads files, away from the thread that serves the windows. Texts are kept by the SHA-256 of their files in `cache/text/`,
 * and so is that a file cannot be read.
 */
export interface FileTexts {
  /** What tells which paper a PDF is. Throws `unreadable` with words for the person, also where reading does not end. */
  glance(path: string): Promise<PdfGlance>;
  /** Reads a file into the cache, unless it is there. Rejects with `cancelled` as soon as it is. */
  read(file: TextFile, watched: { onPart: (part: number) => void; cancellation: Cancellation }): Promise<TextOutcome>;
  /** The outcome for a file that was read; null for one that was not yet. */
  known(sha256: string): Promise<TextOutcome | null>;
  /** The text of each page; null where it is not in the cache. */
  pages(sha256: string): Promise<string[] | null>;
}
