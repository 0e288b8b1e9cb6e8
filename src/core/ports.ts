import type { BoundFiles } from './boundFiles';
import type { Cancellation } from './cancelling';
import type { Condition } from './condition';
import type { Deeds } from './deeds';
import type { Files } from './files/files';
import type { FileTexts } from './files/texts';
import type { ReadOptions } from './formats/read';
import type { Reading } from './formats/reading';
import type { OnPart } from './formats/told';
import type { BibliographyFormatter } from './formatting';
import type { History } from './history';
import type { PdfMarks } from './marks/pdfMarks';
import type { SearchIndex } from './search/types';
import type { StyleSource } from './styles/styles';
import type { Records, TableName, Tables } from './tables';
import type { Address, Then, Timeline } from './timeline';
import type { Transaction } from './transaction';

/** A library that is being read. */
export interface Opened {
  /** Fill as the library is read. */
  tables: Tables;
  /** Resolves when the newest papers are in `tables`, enough for the first screen of the list. */
  begun: Promise<void>;
  /** Resolves when everything is. Rejects with what kept the library from being read at all. */
  ready: Promise<Found>;
}

/** What else is known of a library once it is read. */
export interface Found {
  /** The number of the last transaction; 0 for a new library. */
  seq: number;
  /** This copy of the library, so that its transactions can be told from another copy's. */
  device: string;
  history: History;
  condition: Condition;
}

/** Keeps the library. */
export interface Store {
  open(): Opened;
  /**
   * Makes transactions durable, all of them or none: resolves when they are on the disk and otherwise
   * leaves nothing of them behind. `history` is what could be undone before them.
   */
  append(transactions: Transaction[], history: Readonly<History>): Promise<void>;
  /** A transaction of the past, by its number. Throws `not-found` when it has been thinned out. */
  transaction(seq: number): Promise<Transaction>;
  /**
   * Makes a damaged library sound again with these tables: what was there is moved aside, into a folder
   * that is named in the answer, and the library begins anew behind transaction `seq`.
   */
  mend(tables: Tables, seq: number, device: string): Promise<string>;
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
  /** Rejects with `cancelled` as soon as the reading is cancelled, at whatever it is. `onPart` hears how far it is. */
  read(text: string, options: ReadOptions, watched: { cancellation: Cancellation; onPart: OnPart }): Promise<Reading>;
}

export type { BibliographyFormatter };
/** The id of a style. */
export type CitationStyleId = string;

/** Why a backup was made. Manual ones are the person's, who alone removes them. */
export type BackupReason = 'daily' | 'migration' | 'import' | 'manual';

export interface BackupInfo {
  /** The file's name in the folder of backups; a path for one that lies elsewhere. */
  name: string;
  /** When it was made, as an ISO date with time, in UTC. */
  at: string;
  reason: BackupReason;
  bytes: number;
  papers: number;
  notes: number;
  /** Whether every byte is as it was written. The counts of one that is not are 0. */
  verified: boolean;
}

/** A backup in the library's folder, or a file anywhere. */
export type BackupSource = { kind: 'name'; name: string } | { kind: 'path'; path: string };

/** Some records of one table. */
export type Batch = { [T in TableName]: { table: T; records: Records[T][] } }[TableName];

/** A backup that has been read completely and found sound. */
export interface BackupContents {
  info: BackupInfo;
  /** All records, checked against today's schemas, no more than 500 at a time. */
  batches(): AsyncIterable<Batch>;
  close(): Promise<void>;
}

/** Keeps backups of the library, away from the thread that serves the windows. */
export interface Backups {
  /** The backups in the library's folder, newest first, also those that do not read back. */
  list(): Promise<BackupInfo[]>;
  /** When the backups of a kind were made. */
  dates(reason: BackupReason): Promise<string[]>;
  /** Packs the library up to transaction `seq`, in its folder or as the file `to`, and reads the backup back before it counts. */
  make(reason: BackupReason, options: { seq: number; at: string; to?: string | undefined }): Promise<BackupInfo>;
  /** Reads a backup. Throws `unreadable` when it is damaged or none of ours. */
  read(source: BackupSource): Promise<BackupContents>;
  remove(name: string): Promise<void>;
}

export interface Timer {
  /** Calls `work` every so many milliseconds until the answer is called. Keeps nothing alive by itself. */
  every(milliseconds: number, work: () => void): () => void;
}

/** A record whose past is asked for: with it the records there are now, by `keyOf`, as transaction `upTo` left them. */
export interface PastQuestion {
  about: Address;
  present: [string, Record<string, unknown>][];
  upTo: number;
}

/** Reads the library's past out of its journal, away from the thread that serves the windows. */
export interface PastReader {
  timeline(question: PastQuestion & { limit: number }): Promise<Timeline>;
  /** The record as transaction `seq` left it; null where that cannot be known. */
  stateAfter(question: PastQuestion & { seq: number }): Promise<Then | null>;
  /** The last transactions before number `before`. */
  recent(span: { limit: number; before?: number | undefined }): Promise<Deeds>;
}

export type { Files, FileTexts, SearchIndex };

export interface Ports {
  store: Store;
  clock: Clock;
  ids: Ids;
  reader: PaperReader;
  past: PastReader;
  formatter: BibliographyFormatter;
  styles: StyleSource;
  backups: Backups;
  timer: Timer;
  boundFiles: BoundFiles;
  files: Files;
  pdfMarks: PdfMarks;
  texts: FileTexts;
  search: SearchIndex;
}
