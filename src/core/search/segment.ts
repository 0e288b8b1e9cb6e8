import type { PaperId } from '../model';
import type { Dictionary } from './dictionary';
import { FIELDS, type Averages } from './fields';
import type { HeavyPrefixes } from './heavyPrefixes';
import type { Stems } from './stems';

/**
 * A part of the index that never changes. Its papers are numbered from 0. A posting is how far its paper is from the one
 * before, and a byte for its weighed frequency. The places of a posting are the set of its fields as bits, and for each of
 * them how many places there are and how far each is from the one before.
 */
export interface Segment {
  readonly ids: readonly PaperId[];
  /** The number of words of each field of each paper, `FIELDS` a paper; 65535 for more. */
  readonly lengths: Uint16Array;
  readonly dictionary: Dictionary;
  readonly postings: Uint8Array;
  /** Gives bytes of the places, which may lie in a file. They hold until the next call. */
  readonly places: (start: number, end: number) => Uint8Array;
  readonly placesLength: number;
  readonly stems: Stems;
  readonly heavy: HeavyPrefixes;
  /** How much each paper says in all. */
  readonly norms: Float32Array;
}

/** The words of the texts of each field, and how many papers have such a text. */
export interface LengthTotals { words: Float64Array; papers: Float64Array }

export function noLengths(): LengthTotals {
  return { words: new Float64Array(FIELDS), papers: new Float64Array(FIELDS) };
}

/** Counts the lengths of one paper in, or with `sign` −1 out. */
export function countLengths(totals: LengthTotals, lengths: ArrayLike<number>, paper: number, sign: 1 | -1): void {
  for (let field = 0; field < FIELDS; field += 1) {
    const length = lengths[paper * FIELDS + field] ?? 0;
    if (length === 0) continue;
    totals.words[field] = (totals.words[field] ?? 0) + sign * length;
    totals.papers[field] = (totals.papers[field] ?? 0) + sign;
  }
}

export function averagesOf({ words, papers }: LengthTotals): Averages {
  return words.map((sum, field) => sum / Math.max(1, papers[field] ?? 0));
}
