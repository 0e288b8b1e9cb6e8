import { ByteReader, ByteWriter } from './bytes';

/** What a segment knows of a term: how many papers have it, and where its postings and places are. */
export interface TermEntry {
  term: string;
  count: number;
  postings: number;
  postingsEnd: number;
  places: number;
  placesEnd: number;
}

/** So many terms share a block; the first is written out, each other one as what it does not share with the one before. */
const BLOCK = 16;

/** The terms of a segment in the order of their code units, by number from 0. */
export interface Dictionary {
  readonly size: number;
  /** The parts of it that are kept in files. */
  readonly bytes: Uint8Array;
  /** Where each block begins: in `bytes`, in the postings, in the places. */
  readonly blocks: Uint32Array;
}

export class DictionaryWriter {
  private readonly bytes = new ByteWriter(1 << 16);
  private readonly blocks: number[] = [];
  private last = '';
  private size = 0;

  /** Adds the next term, whose postings and places end where those of the one after it begin. */
  add(term: string, count: number, postings: { start: number; end: number }, places: { start: number; end: number }): void {
    const isFirst = this.size % BLOCK === 0;
    if (isFirst) this.blocks.push(this.bytes.length, postings.start, places.start);
    const shared = isFirst ? 0 : sharedLength(this.last, term);
    this.bytes.number(shared);
    this.bytes.number(term.length - shared);
    for (let at = shared; at < term.length; at += 1) this.bytes.number(term.charCodeAt(at));
    this.bytes.number(count);
    this.bytes.number(postings.end - postings.start);
    this.bytes.number(places.end - places.start);
    this.last = term;
    this.size += 1;
  }

  done(): Dictionary {
    return { size: this.size, bytes: this.bytes.done(), blocks: Uint32Array.from(this.blocks) };
  }
}

function sharedLength(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

/** Walks over terms. `entry` is the same object at every step; `shared` is how much of the term the one before it had too. */
export class DictionaryWalk {
  readonly entry: TermEntry = { term: '', count: 0, postings: 0, postingsEnd: 0, places: 0, placesEnd: 0 };
  shared = 0;
  number = -1;
  private readonly reader: ByteReader;
  private readonly units: number[] = [];

  /** Stands before the first term of the block that term `from` is in. */
  constructor(private readonly dictionary: Dictionary, from = 0) {
    this.reader = new ByteReader(dictionary.bytes);
    this.number = from - (from % BLOCK) - 1;
  }

  /** Goes to the next term; false at the end. */
  next(): boolean {
    if (this.number + 1 >= this.dictionary.size) return false;
    this.number += 1;
    const { entry, reader } = this;
    if (this.number % BLOCK === 0) {
      const { blocks } = this.dictionary;
      const block = (this.number / BLOCK) * 3;
      reader.at = blocks[block] ?? 0;
      entry.postingsEnd = blocks[block + 1] ?? 0;
      entry.placesEnd = blocks[block + 2] ?? 0;
    }
    this.shared = reader.number();
    const rest = reader.number();
    this.units.length = Math.min(this.shared, this.units.length);
    for (let left = Math.min(rest, 4096); left > 0; left -= 1) this.units.push(reader.number() & 0xffff);
    entry.count = reader.number();
    entry.postings = entry.postingsEnd;
    entry.postingsEnd += reader.number();
    entry.places = entry.placesEnd;
    entry.placesEnd += reader.number();
    return true;
  }

  /** The term that the walk is at. It is put together only where it is asked for. */
  term(): string {
    return String.fromCharCode(...this.units);
  }

  /** Its code units; they change with the next step. */
  get letters(): readonly number[] {
    return this.units;
  }

  /** The entry with its term, to be kept. */
  kept(): TermEntry {
    return { ...this.entry, term: this.term() };
  }
}

/** The number of the first term that is not before `wanted`; the size where all are. */
export function lowerBound(dictionary: Dictionary, wanted: string): number {
  let low = 0;
  let high = Math.ceil(dictionary.size / BLOCK) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstOf(dictionary, middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  const walk = new DictionaryWalk(dictionary, low * BLOCK);
  while (walk.next()) {
    if (walk.term() >= wanted) return walk.number;
    if (walk.number >= (low + 1) * BLOCK) break;
  }
  return Math.min((low + 1) * BLOCK, dictionary.size);
}

function firstOf(dictionary: Dictionary, block: number): string {
  const walk = new DictionaryWalk(dictionary, block * BLOCK);
  return walk.next() ? walk.term() : '';
}

/** What is known of term `number`. */
export function entryAt(dictionary: Dictionary, number: number): TermEntry | undefined {
  const walk = new DictionaryWalk(dictionary, number);
  while (walk.next()) if (walk.number === number) return walk.kept();
  return undefined;
}

/** What is known of a term; undefined where there is none like it. */
export function entryOf(dictionary: Dictionary, term: string): TermEntry | undefined {
  const entry = entryAt(dictionary, lowerBound(dictionary, term));
  return entry?.term === term ? entry : undefined;
}

/** The terms that begin with `prefix`, in order. */
export function* withPrefix(dictionary: Dictionary, prefix: string): Generator<TermEntry> {
  const from = lowerBound(dictionary, prefix);
  const walk = new DictionaryWalk(dictionary, from);
  while (walk.next()) {
    if (walk.number < from) continue;
    if (!walk.term().startsWith(prefix)) return;
    yield walk.kept();
  }
}
