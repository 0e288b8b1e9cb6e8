import type { PaperId } from '../model';
import { ByteReader } from './bytes';
import { DictionaryWalk } from './dictionary';
import { FIELDS } from './fields';
import { averagesOf, type LengthTotals, type Segment } from './segment';
import { SegmentWriter } from './segmentWriter';

/** A segment and which of its papers are still as they are in it (1), not changed or gone (0). */
export interface Living { segment: Segment; alive: Uint8Array }

const TERMS_A_TURN = 500;

/** Makes one segment of the living papers of several. `totals` are the lengths of all living papers. */
export function* mergeSegments(parts: readonly Living[], totals: LengthTotals): Generator<void, Segment> {
  const ids: PaperId[] = [];
  const numbers = parts.map(({ segment, alive }) => Int32Array.from(segment.ids, (id, paper) => (alive[paper] === 1 ? ids.push(id) - 1 : -1)));
  const lengths = new Uint16Array(ids.length * FIELDS);
  for (const [part, { segment }] of parts.entries()) {
    numbers[part]?.forEach((to, paper) => {
      if (to >= 0) lengths.set(segment.lengths.subarray(paper * FIELDS, (paper + 1) * FIELDS), to * FIELDS);
    });
  }
  yield;
  const writer = new SegmentWriter(ids, lengths, averagesOf(totals));
  const walks = parts.map(({ segment }, part) => ({ segment, walk: new DictionaryWalk(segment.dictionary), numbers: numbers[part] ?? new Int32Array(0), term: '', ends: false }));
  for (const from of walks) advance(from);
  for (let written = 1; ; written += 1) {
    const next = leastTerm(walks);
    if (next === null) break;
    for (const from of walks) {
      if (from.ends || from.term !== next) continue;
      copyTerm(from, writer);
      advance(from);
    }
    writer.term(next);
    if (written % TERMS_A_TURN === 0) yield;
  }
  return yield* writer.done();
}

interface From { segment: Segment; walk: DictionaryWalk; numbers: Int32Array; term: string; ends: boolean }

function advance(from: From): void {
  if (from.walk.next()) from.term = from.walk.term();
  else from.ends = true;
}

function leastTerm(walks: readonly From[]): string | null {
  let least: string | null = null;
  for (const { term, ends } of walks) if (!ends && (least === null || term < least)) least = term;
  return least;
}

/** Writes the papers that are left of a term; frequencies are weighed anew, for the averages change. */
function copyTerm({ segment, walk: { entry }, numbers }: From, writer: SegmentWriter): void {
  const postings = new ByteReader(segment.postings, entry.postings);
  const places = new ByteReader(segment.places(entry.places, entry.placesEnd));
  let paper = -1;
  while (postings.at < entry.postingsEnd) {
    paper += postings.number() + 1;
    postings.at += 1;
    const start = places.at;
    const to = numbers[paper] ?? -1;
    const frequency = passPlaces(places, to, writer);
    if (to < 0) continue;
    writer.places.copy(places.bytes, start, places.at);
    writer.add(to, frequency);
  }
}

/** Goes over the places of one posting; answers with what they count for the paper that has them now. */
function passPlaces(places: ByteReader, paper: number, writer: SegmentWriter): number {
  let frequency = 0;
  const mask = places.number();
  for (let field = 0; field < FIELDS; field += 1) {
    if (((mask >> field) & 1) === 0) continue;
    const count = places.number();
    if (paper >= 0) frequency += writer.weight(paper, field, count);
    places.skip(count);
  }
  return frequency;
}
