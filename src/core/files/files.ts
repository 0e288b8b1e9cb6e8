import type { Place } from '../model';

/** What a file holds: its SHA-256 in lowercase hexadecimal, its length, and its first bytes (1,024 at the most). */
export interface Contents { sha256: string; bytes: number; head: Uint8Array }

/** A copy that waits in `files/.incoming/` until it is settled or discarded; what is left there when the library is opened goes. */
export type Copy = string;

/** One file of `files/` that is to have another path in there. */
export interface Move { from: string; to: string }

/**
 * The library's folder `files/`, and files elsewhere that are looked at only. Paths inside `files/` have `/` between
 * folders. Nothing in there is ever overwritten or deleted, and what is written is durable when a promise resolves.
 * Throws `disk` with words for the person.
 */
export interface Files {
  /** Begins a copy of bytes that come in portions. */
  begin(): Promise<Copy>;
  append(copy: Copy, base64: string): Promise<void>;
  /** Ends a copy whose bytes are all there. */
  finish(copy: Copy): Promise<Contents>;
  /** Copies a file from elsewhere. Throws `not-found` and `invalid-input` (for what is no file). */
  copy(path: string): Promise<Contents & { copy: Copy }>;
  /** Gives a copy its path in `files/`, or that with ` (2)`, ` (3)`, … behind it where there is such a file; answers the path. */
  settle(copy: Copy, file: string): Promise<string>;
  discard(copy: Copy): Promise<void>;
  /**
   * Moves files inside `files/`, all at once, so that two may change places. What is in the way, and is not moved itself,
   * is given another name; what is not there stays so.
   */
  move(moves: readonly Move[]): Promise<void>;
  /** How long a file is, in bytes; null where there is none. */
  look(place: Place): Promise<{ bytes: number } | null>;
  /** Reads a whole file; null where there is none. */
  read(place: Place): Promise<Contents | null>;
  /** The files under `files/`, also those that were removed, or (by their whole paths) what a file or folder elsewhere holds, that are so long. */
  ofLength(bytes: number, under: string | null): Promise<string[]>;
  /** The whole path of a place, or of a copy. */
  pathOf(place: Place | { kind: 'copy'; copy: Copy }): string;
}
