import type { Description, Source } from '../model';
import type { importFormats } from './kinds';

/** The formats Lectern can read. */
export type ImportFormat = (typeof importFormats)[number];

/** Something in the input that could not be taken in. Nothing stops at a finding; the good records are kept. */
export interface Finding {
  /** Line of the input, counted from 1. */
  line: number;
  /** The place in that line, counted from 1, where it is known. */
  column?: number;
  /** Why, in words for the person who chose the file. */
  reason: string;
  /** The passage itself, so that nothing is lost (shortened to 500 characters). */
  text: string;
}

/** One paper as a format brought it, with the line where it begins. */
export interface ReadPaper {
  line: number;
  description: Description;
  /** The source's own key and keywords, where it has them. */
  citationKey?: string;
  tags?: string[];
  /** The entry as it stands in the file, for formats that are given back byte for byte; `file` is '' until it is imported. */
  source?: Source;
}

/** What a reader makes of a whole input. Readers are total: they return this for any string and never throw. */
export interface Reading {
  format: ImportFormat;
  papers: ReadPaper[];
  findings: Finding[];
  /** Places to look at, where all was taken in, but perhaps not as it was meant. */
  notices?: Finding[];
}
