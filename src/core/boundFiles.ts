import type { BindingId } from './model';

/** A file that a binding names. */
export interface BoundFile {
  id: BindingId;
  path: string;
}

/** What is found where a binding's file belongs. */
export type Found =
  /** The file as it was last written for this binding; `at` is when, as an ISO date with time. */
  | { kind: 'ours'; at: string }
  | { kind: 'absent' }
  /** A file that was not written for this binding, or was changed since. */
  | { kind: 'foreign' }
  | { kind: 'folder-missing' }
  /** Nobody has bound this path on this machine. */
  | { kind: 'not-here' };

/**
 * Writes files outside the library, on behalf of bindings. What was agreed to and written is remembered on this
 * machine and not in the library, which may come from another one: a path alone, in a library that somebody else
 * made, must not make Lectern write there.
 */
export interface BoundFiles {
  /** Throws `invalid-input` when the path is not the whole path of a file of this extension. */
  look(file: BoundFile, extension: string): Promise<Found>;
  /** The person has agreed that the file is written from now on; also over what is there now where `over` says so. */
  agree(file: BoundFile, over: boolean): Promise<void>;
  /**
   * Makes the file hold the pieces, one behind the other, unless it does already; asks for them only where they can
   * be written. Whole or not at all: whoever reads the file meets the old content or the new one. Answers what is
   * there then: `ours`, or what kept it from being written. Throws `disk`.
   */
  write(file: BoundFile, pieces: () => Promise<readonly string[]>): Promise<Found>;
  /** What the file holds now, as text. Throws `not-found` and `disk`. */
  read(file: BoundFile): Promise<string>;
}
