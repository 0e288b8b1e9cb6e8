import type { PaperId } from '../model';
import type { ByteWriter } from './bytes';
import type { Averages } from './fields';
import { averagesOf, countLengths, noLengths, type LengthTotals, type Segment } from './segment';
import { SegmentWriter } from './segmentWriter';
import { tokenize } from './tokens';
import { searchFields, type SearchDocument } from './types';

/** Between two texts of a field stands a place that no word has, so that no phrase goes from one into the other. */
const BETWEEN_TEXTS = 1;
const LARGEST_PLACE = 2 ** 27;
/** So many terms are written between two turns of others. */
const TERMS_A_TURN = 2000;

/** Takes papers in and makes a segment of them. */
export class SegmentBuilder {
  private readonly ids: PaperId[] = [];
  private readonly lengths: number[] = [];
  private readonly numbers = new Map<string, number>();
  /** Each occurrence: the number of its term, its paper, and its place with its field in the lowest four bits. */
  private terms = new Uint32Array(4096);
  private papers = new Uint32Array(4096);
  private where = new Uint32Array(4096);
  private count = 0;

  /** The occurrences of words so far. */
  get size(): number {
    return this.count;
  }

  add({ id, texts }: SearchDocument): void {
    const paper = this.ids.length;
    this.ids.push(id);
    for (const [field, name] of searchFields.entries()) {
      let end = 0;
      for (const text of texts[name] ?? []) {
        end = tokenize(text, (term, place) => { this.occurs(term, paper, Math.min(place, LARGEST_PLACE) * 16 + field); }, end) + BETWEEN_TEXTS;
      }
      this.lengths.push(Math.min(0xffff, end));
    }
  }

  /** Makes the segment. `others` are the lengths of the papers that are in other segments. */
  *build(others: LengthTotals = noLengths()): Generator<void, Segment> {
    const lengths = Uint16Array.from(this.lengths);
    const totals: LengthTotals = { words: others.words.slice(), papers: others.papers.slice() };
    for (let paper = 0; paper < this.ids.length; paper += 1) countLengths(totals, lengths, paper, 1);
    return yield* this.write(lengths, averagesOf(totals));
  }

  private *write(lengths: Uint16Array, averages: Averages): Generator<void, Segment> {
    const sorted = this.byTerm();
    yield;
    const names = [...this.numbers.keys()].toSorted();
    yield;
    const writer = new SegmentWriter(this.ids, lengths, averages);
    let written = 0;
    for (const name of names) {
      const number = this.numbers.get(name) ?? 0;
      writeTerm(writer, sorted, sorted.starts[number] ?? 0, sorted.starts[number + 1] ?? 0);
      writer.term(name);
      written += 1;
      if (written % TERMS_A_TURN === 0) yield;
    }
    return yield* writer.done();
  }

  private occurs(term: string, paper: number, where: number): void {
    let number = this.numbers.get(term);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(term, number);
    }
    if (this.count === this.terms.length) this.grow();
    this.terms[this.count] = number;
    this.papers[this.count] = paper;
    this.where[this.count] = where;
    this.count += 1;
  }

  private grow(): void {
    const larger = (array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const grown = new Uint32Array(array.length * 2);
      grown.set(array);
      return grown;
    };
    this.terms = larger(this.terms);
    this.papers = larger(this.papers);
    this.where = larger(this.where);
  }

  /** The occurrences sorted by term; those of a term stay in their order. */
  private byTerm(): Sorted {
    const starts = new Uint32Array(this.numbers.size + 2);
    for (let at = 0; at < this.count; at += 1) {
      const behind = (this.terms[at] ?? 0) + 2;
      starts[behind] = (starts[behind] ?? 0) + 1;
    }
    for (let number = 2; number < starts.length; number += 1) starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0);
    const papers = new Uint32Array(this.count);
    const where = new Uint32Array(this.count);
    for (let at = 0; at < this.count; at += 1) {
      const slot = (this.terms[at] ?? 0) + 1;
      const next = starts[slot] ?? 0;
      papers[next] = this.papers[at] ?? 0;
      where[next] = this.where[at] ?? 0;
      starts[slot] = next + 1;
    }
    return { starts, papers, where };
  }
}

/** Occurrences by term: those of term n are from `starts[n]` to `starts[n + 1]`. */
interface Sorted { starts: Uint32Array; papers: Uint32Array; where: Uint32Array }

/** Writes the postings of the term whose occurrences are those from `start` to `end`. */
function writeTerm(writer: SegmentWriter, { papers, where }: Sorted, start: number, end: number): void {
  for (let at = start; at < end;) {
    const paper = papers[at] ?? 0;
    let next = at;
    let mask = 0;
    while (next < end && papers[next] === paper) {
      mask |= 1 << ((where[next] ?? 0) & 15);
      next += 1;
    }
    writer.places.number(mask);
    let frequency = 0;
    while (at < next) {
      const field = (where[at] ?? 0) & 15;
      let behind = at + 1;
      while (behind < next && ((where[behind] ?? 0) & 15) === field) behind += 1;
      frequency += writer.weight(paper, field, behind - at);
      writePlaces(writer.places, where, at, behind);
      at = behind;
    }
    writer.add(paper, frequency);
  }
}

/** Writes the places in one field. */
function writePlaces(places: ByteWriter, where: Uint32Array, start: number, end: number): void {
  places.number(end - start);
  let last = 0;
  for (let at = start; at < end; at += 1) {
    const place = (where[at] ?? 0) >>> 4;
    places.number(place - last);
    last = place;
  }
}
