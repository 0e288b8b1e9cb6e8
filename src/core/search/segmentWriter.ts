import type { PaperId } from '../model';
import { ByteWriter } from './bytes';
import { DictionaryWriter } from './dictionary';
import { FIELDS, frequencyCode, occurrenceWeight, type Averages } from './fields';
import { heavyPrefixesOf } from './heavyPrefixes';
import { normsOf } from './norms';
import type { Segment } from './segment';
import { stemsOf } from './stems';

/** Puts a segment together from its terms in their order, and each term's papers in theirs. */
export class SegmentWriter {
  private readonly dictionary = new DictionaryWriter();
  private readonly postings = new ByteWriter(1 << 16);
  readonly places = new ByteWriter(1 << 16);
  private postingsStart = 0;
  private placesStart = 0;
  private count = 0;
  private last = -1;

  /** What one occurrence counts, by paper and field. */
  private readonly weights: Float32Array;

  constructor(private readonly ids: readonly PaperId[], private readonly lengths: Uint16Array, averages: Averages) {
    this.weights = Float32Array.from(lengths, (length, at) => occurrenceWeight(at % FIELDS, length, averages));
  }

  /** Adds a paper to the term that `term` will name; its places are written by `places` then. */
  add(paper: number, frequency: number): void {
    this.postings.number(paper - this.last - 1);
    this.postings.byte(frequencyCode(frequency));
    this.last = paper;
    this.count += 1;
  }

  /** What `count` occurrences in a field of a paper count. */
  weight(paper: number, field: number, count: number): number {
    return count * (this.weights[paper * FIELDS + field] ?? 0);
  }

  /** Ends a term; one that no paper has is left out. */
  term(term: string): void {
    if (this.count === 0) return;
    this.dictionary.add(term, this.count, { start: this.postingsStart, end: this.postings.length }, { start: this.placesStart, end: this.places.length });
    this.postingsStart = this.postings.length;
    this.placesStart = this.places.length;
    this.count = 0;
    this.last = -1;
  }

  *done(): Generator<void, Segment> {
    const dictionary = this.dictionary.done();
    const postings = this.postings.done();
    yield;
    const places = this.places.done();
    yield;
    const stems = stemsOf(dictionary);
    yield;
    const norms = yield* normsOf(dictionary, postings, this.ids.length);
    const heavy = yield* heavyPrefixesOf(dictionary, postings, this.ids.length);
    return { ids: this.ids, lengths: this.lengths, dictionary, postings, places: (start, end) => places.subarray(start, end), placesLength: places.length, stems, heavy, norms };
  }
}
