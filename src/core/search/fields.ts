import { searchFields, type SearchField } from './types';

/**
 * How much a word weighs by where it stands, and how far the length of that text counts against it: the weights and b
 * of BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple weighted fields", 2004). What names a paper
 * weighs more than what tells of it; short texts differ in length by chance, so that counts little.
 */
const rules: Record<SearchField, { weight: number; b: number }> = {
  title: { weight: 3, b: 0.5 },
  author: { weight: 2, b: 0.3 },
  abstract: { weight: 1, b: 0.75 },
  note: { weight: 1, b: 0.75 },
  annotation: { weight: 1, b: 0.5 },
  tag: { weight: 2, b: 0.3 },
  venue: { weight: 1, b: 0.3 },
  key: { weight: 2, b: 0 },
  identifier: { weight: 2, b: 0 },
  attachment: { weight: 0.5, b: 0.75 },
};

export const FIELDS = searchFields.length;
export const ALL_FIELDS = (1 << FIELDS) - 1;

const weights = Float64Array.from(searchFields, (field) => rules[field].weight);
const bs = Float64Array.from(searchFields, (field) => rules[field].b);

/** How soon more of the same word stops counting. */
const K1 = 1.2;

/** The number of words that texts of each field have on average, where there is one. */
export type Averages = Float64Array;

/** What one occurrence in a text of this field and length, in words, counts. */
export function occurrenceWeight(field: number, length: number, averages: Averages): number {
  const average = averages[field] ?? 0;
  const b = bs[field] ?? 0;
  const norm = average > 0 ? 1 - b + (b * length) / average : 1;
  return (weights[field] ?? 1) / norm;
}

/** How rare a word is that `count` of `total` papers have. */
export function rarity(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** A weighed number of occurrences as it counts towards a score, before the rarity. */
export function saturated(frequency: number): number {
  return ((K1 + 1) * frequency) / (K1 + frequency);
}

/** Frequencies are kept in a byte each, in steps of 4.4 %. */
const STEPS = 16;
export const frequencies = Float32Array.from({ length: 256 }, (_, code) => 2 ** ((code - 128) / STEPS));

/** By the first 16 bits of a frequency as a 32-bit float, which are its sign, its exponent and seven bits of its fraction. */
const codes = Uint8Array.from({ length: 1 << 15 }, (_, bits) => {
  const [frequency = 0] = new Float32Array(Uint32Array.of((bits << 16) | 0x8000).buffer);
  return Math.max(0, Math.min(255, Math.round(Math.log2(frequency) * STEPS) + 128));
});
const asFloat = new Float32Array(1);
const asBits = new Uint32Array(asFloat.buffer);

/** The byte of a frequency above 0. */
export function frequencyCode(frequency: number): number {
  asFloat[0] = frequency;
  return codes[(asBits[0] ?? 0) >>> 16] ?? 255;
}

/** The fields as a set of bits; all of them where none are named. */
export function fieldMask(fields: readonly SearchField[] | undefined): number {
  return fields === undefined ? ALL_FIELDS : fields.reduce((mask, field) => mask | (1 << searchFields.indexOf(field)), 0);
}
