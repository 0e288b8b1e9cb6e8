import type { CslItem } from './formats/csl';
import type { ImportFormat, Reading } from './formats/reading';
import type { Transaction } from './transaction';
import type { Tables } from './tables';

/** What a store holds when it is opened. */
export interface Stored {
  tables: Tables;
  /** The number of the last transaction that is in `tables`; 0 for a new library. */
  seq: number;
  /** This copy of the library, so that its transactions can be told from another copy's. */
  device: string;
  /** The transactions that can still be undone or redone, oldest first. */
  transactions: Transaction[];
}

/** Keeps the library. `append` resolves only when the transaction is on the disk and otherwise leaves nothing of it behind. */
export interface Store {
  load(): Promise<Stored>;
  append(transaction: Transaction): Promise<void>;
  close(): Promise<void>;
}

export interface Clock {
  /** The present as an ISO date with time, in UTC. */
  now(): string;
  /** Milliseconds for measuring how long a slice of work has taken. */
  elapsed(): number;
  /** Lets waiting requests run before a long piece of work goes on. */
  breathe(): Promise<void>;
}

export interface Ids {
  /** A new id, never given before. */
  next(): string;
}

/** Reads papers out of a text, away from the thread that serves the windows. */
export interface PaperReader {
  read(text: string, options: { format: ImportFormat | 'auto'; fileName: string }): Promise<Reading>;
}

export type CitationStyleId = 'apa' | 'ieee' | 'chicago-author-date' | 'vancouver';

/** Formats references in a citation style, away from the thread that serves the windows. One string per item, in the order of the style. */
export interface BibliographyFormatter {
  format(items: CslItem[], style: CitationStyleId, output: 'text' | 'html'): Promise<string[]>;
}

export interface Ports {
  store: Store;
  clock: Clock;
  ids: Ids;
  reader: PaperReader;
  formatter: BibliographyFormatter;
}
