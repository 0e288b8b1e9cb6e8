import { DomainError } from './errors';

/** A part of the library that could not be read: the file, the place in it, and what was there as far as can be told. */
export interface Loss {
  file: string;
  /** Counted from 1; 0 where the whole file is meant. */
  line: number;
  /** What is lost, in words, such as `the paper “…”` or `transaction 12`. */
  what: string;
}

/**
 * How the library was found. Only a sound one is written to. A damaged one shows what is sound of it,
 * and one that a newer Lectern made shows what this one understands; both stay as they are on the disk.
 */
export type Condition =
  | { kind: 'sound' }
  | { kind: 'damaged'; losses: Loss[] }
  | { kind: 'newer'; version: number };

/** Why a library in this condition cannot be changed, as an error; null when it can. */
export function refusalOf(condition: Condition): DomainError | null {
  switch (condition.kind) {
    case 'sound': return null;
    case 'damaged': return new DomainError('library-damaged', 'The library is damaged and open for reading only. Choose first how it is to be mended: from a backup, or with what is sound.');
    case 'newer': return new DomainError('library-too-new', 'This library was made by a newer Lectern and is open for reading only. Update Lectern to change it.');
  }
}
