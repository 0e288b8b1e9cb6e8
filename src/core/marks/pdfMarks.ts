import type { AnnotationId, Quad } from '../model';
import type { FoundMark, PdfMark, Quote } from './pdfMark';

export interface MarksRead {
  marks: FoundMark[];
  /** Annotations of kinds that Lectern leaves alone, such as stamps. */
  others: number;
  pages: number;
  sha256: string;
  bytes: number;
}

export interface ToWrite {
  /** Whole paths; the same where marks are written into the file itself. */
  from: string;
  to: string;
  /** What the file was: bytes may have come behind it since. */
  known: { sha256: string; bytes: number };
  marks: PdfMark[];
  /** The library that the marks are of, and who made them. */
  library: string;
  author: string;
}

export interface Wrote {
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  /** Names of marks whose pages the file does not have. */
  unplaced: string[];
  sha256: string;
  bytes: number;
}

/** A passage to be found in another file; `depth` is how far into its text it stood, from 0 to 1. */
export interface PassageToMove { id: AnnotationId; page: number; quote: Omit<Quote, 'start' | 'end'>; depth: number }
export type PlacedPassage = Quote & { page: number; quads: Quad[] };
export type MovedPassage =
  | { id: AnnotationId; state: 'certain' | 'uncertain'; confidence: number; place: PlacedPassage }
  | { id: AnnotationId; state: 'lost'; confidence: number };

/** Reads and writes the marks of PDFs, away from the thread that serves the windows. Paths are whole. Throws `unreadable`, `disk`, `conflict`. */
export interface PdfMarks {
  read(path: string): Promise<MarksRead>;
  write(job: ToWrite): Promise<Wrote>;
  /** Finds passages of the file `before` (null where there is none any more) in the file `after`. */
  move(job: { before: string | null; after: string; passages: PassageToMove[] }): Promise<MovedPassage[]>;
}
