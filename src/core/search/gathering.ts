import type { PaperId } from '../model';
import { ByteReader } from './bytes';
import type { TermEntry } from './dictionary';
import { ALL_FIELDS, FIELDS, frequencies, occurrenceWeight, type Averages } from './fields';
import { BEST } from './heavyPrefixes';
import type { Living } from './merge';

/** Papers of a segment that were found, each with a number: a weighed frequency, later a score. */
export interface Gathered {
  /** The papers, in no order, as far as `count`. */
  papers: Uint32Array;
  count: number;
  /** By paper; 0 for those that were not found. */
  values: Float32Array;
  found: Uint8Array;
}

/** A segment that is searched, with what searching it takes. */
export interface Part extends Living {
  /** The number that each paper has for whoever asks. */
  slots: Uint32Array;
  living: number;
  /** Gatherings that are not in use; they are empty. */
  spare: Gathered[];
}

export function partOf(living: Living, slotOf: (id: PaperId) => number): Part {
  return { ...living, slots: Uint32Array.from(living.segment.ids, slotOf), living: living.alive.reduce((sum, one) => sum + one, 0), spare: [] };
}

/** An empty gathering, to be given back. */
export function take({ spare, segment }: Part): Gathered {
  const size = segment.ids.length;
  return spare.pop() ?? { papers: new Uint32Array(size), count: 0, values: new Float32Array(size), found: new Uint8Array(size) };
}

export function giveBack({ spare }: Part, gathered: Gathered): void {
  const { papers, count, values, found } = gathered;
  for (let at = 0; at < count; at += 1) {
    const paper = papers[at] ?? 0;
    values[paper] = 0;
    found[paper] = 0;
  }
  gathered.count = 0;
  spare.push(gathered);
}

/** Takes the papers out of `gathered` that `others` does not have. */
export function keepOnly(gathered: Gathered, others: Gathered): void {
  keep(gathered, others, 1);
}

/** Takes the papers of `others` out of `gathered`. */
export function takeOut(gathered: Gathered, others: Gathered): void {
  keep(gathered, others, 0);
}

function keep(gathered: Gathered, others: Gathered, found: 0 | 1): void {
  let kept = 0;
  for (let at = 0; at < gathered.count; at += 1) {
    const paper = gathered.papers[at] ?? 0;
    if (others.found[paper] === found) {
      gathered.papers[kept] = paper;
      kept += 1;
    } else {
      gathered.found[paper] = 0;
      gathered.values[paper] = 0;
    }
  }
  gathered.count = kept;
}

export function include(into: Gathered, paper: number, value: number): void {
  if (into.found[paper] === 0) {
    into.found[paper] = 1;
    into.papers[into.count] = paper;
    into.count += 1;
  }
  into.values[paper] = (into.values[paper] ?? 0) + value;
}

/** Adds the living papers of a term, `weight` times as frequent as they have it. */
export function gather({ segment, alive }: Part, entry: TermEntry, weight: number, into: Gathered): void {
  const { postings } = segment;
  const { papers, values, found } = into;
  let { count } = into;
  let paper = -1;
  for (let at = entry.postings; at < entry.postingsEnd;) {
    let byte = postings[at++] ?? 0;
    let gap = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && shift < 35; shift += 7) {
      byte = postings[at++] ?? 0;
      gap |= (byte & 0x7f) << shift;
    }
    paper += gap + 1;
    const frequency = frequencies[postings[at++] ?? 0] ?? 0;
    if (alive[paper] !== 1) continue;
    if (found[paper] === 0) {
      found[paper] = 1;
      papers[count++] = paper;
    }
    values[paper] = (values[paper] ?? 0) + weight * frequency;
  }
  into.count = count;
}

/** The papers that have the heavy prefix `index`: the best of them by how much, the others hardly. */
export function gatherHeavy({ segment, alive }: Part, index: number, weight: number, into: Gathered): void {
  const { papers, best, weights } = segment.heavy;
  const size = segment.ids.length;
  const width = (size + 7) >> 3;
  const { found, values } = into;
  let { count } = into;
  for (let paper = 0; paper < size; paper += 1) {
    if ((((papers[index * width + (paper >> 3)] ?? 0) >> (paper & 7)) & 1 & (alive[paper] ?? 0)) === 0) continue;
    if (found[paper] === 0) {
      found[paper] = 1;
      into.papers[count++] = paper;
    }
    values[paper] = (values[paper] ?? 0) + HARDLY;
  }
  into.count = count;
  for (let rank = index * BEST; rank < (index + 1) * BEST; rank += 1) {
    const paper = best[rank] ?? 0;
    if ((weights[rank] ?? 0) > 0 && alive[paper] === 1) include(into, paper, weight * (weights[rank] ?? 0));
  }
}
const HARDLY = 0.01;

/** Adds the living papers that have a term in one of the fields. */
export function gatherIn(part: Part, entry: TermEntry, { weight, mask, averages }: { weight: number; mask: number; averages: Averages }, into: Gathered): void {
  if (mask === ALL_FIELDS) {
    gather(part, entry, weight, into);
    return;
  }
  const { lengths } = part.segment;
  eachPosting(part, entry, mask, (paper, field, count) => {
    include(into, paper, weight * count * occurrenceWeight(field, lengths[paper * FIELDS + field] ?? 0, averages));
  });
}

/**
 * Calls `onField` with each living paper and field that have a term, how many places it has there, and a reader that stands
 * before those. Only fields of the mask are told.
 */
export function eachPosting({ segment, alive }: Part, entry: TermEntry, mask: number, onField: (paper: number, field: number, count: number, places: ByteReader) => void): void {
  const postings = new ByteReader(segment.postings, entry.postings);
  const places = new ByteReader(segment.places(entry.places, entry.placesEnd));
  let paper = -1;
  while (postings.at < entry.postingsEnd && places.at < places.bytes.length) {
    paper += postings.number() + 1;
    postings.at += 1;
    const fields = places.number();
    for (let field = 0; field < FIELDS; field += 1) {
      if (((fields >> field) & 1) === 0) continue;
      const count = Math.min(places.number(), places.bytes.length);
      const start = places.at;
      if (((mask >> field) & 1) === 1 && alive[paper] === 1) onField(paper, field, count, places);
      if (places.at !== start) continue;
      places.skip(count);
    }
  }
}
