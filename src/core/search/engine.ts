import type { PaperId } from '../model';
import { allOfKept, evaluate, evaluateParts, someOf, type Conjunction } from './evaluate';
import { giveBack, partOf, takeOut, type Gathered, type Part } from './gathering';
import { mostLike, type Like } from './likeness';
import { mergeSegments, type Living } from './merge';
import { Places } from './places';
import { bestFirst, collect, type Ranked } from './ranking';
import { averagesOf, countLengths, noLengths, type Segment } from './segment';
import { SegmentBuilder } from './segmentBuilder';
import type { SearchDocument, SearchRequest } from './types';
import type { Searched } from './words';

/** What was found, by the numbers that papers have here. */
export interface Found {
  /** The papers that match, best first as far as `ranked`; the others in no order. */
  slots: Uint32Array;
  scores: Float32Array;
  ranked: number;
  /** Papers that have some of what was asked for, best first. */
  partly: { slots: Uint32Array; scores: Float32Array };
}

/** So many parts of about the same size are made one. */
const PARTS_OF_A_SIZE = 4;
/** A part is written anew when more than one in so many of its papers are gone. */
const GONE = 4;

/**
 * The index: parts that never change, the last of them with the newest papers, and for each paper the part that it is
 * in. A paper that changes goes into a new part and is gone from the old one; from time to time parts are merged.
 */
export class SearchEngine {
  private parts: Part[] = [];
  private readonly places = new Places();
  private readonly totals = noLengths();
  private merging = false;

  /** The numbers of papers are places in this list. It only grows. */
  get ids(): readonly PaperId[] {
    return this.places.ids;
  }

  get size(): number {
    return this.parts.reduce((sum, { living }) => sum + living, 0);
  }

  /** The parts as they are now, to be kept. */
  get living(): readonly Living[] {
    return this.parts;
  }

  has(id: PaperId): boolean {
    return this.places.of(id) !== undefined;
  }

  /** Puts papers in the place of what was known of them. */
  update(documents: readonly SearchDocument[], gone: readonly PaperId[] = []): void {
    for (const id of [...gone, ...documents.map((document) => document.id)]) this.remove(id);
    if (documents.length === 0) return;
    const builder = new SegmentBuilder();
    for (const document of new Map(documents.map((each) => [each.id, each])).values()) builder.add(document);
    this.adopt({ segment: finished(builder.build(this.totals)) });
  }

  /** A segment of papers, for `adopt`; made a piece at a time. */
  build(builder: SegmentBuilder): Generator<void, Segment> {
    return builder.build(this.totals);
  }

  /** Takes a segment in. Papers that are known already, or `skipped`, are newer than it has them. */
  adopt({ segment, alive }: { segment: Segment; alive?: Uint8Array }, skipped?: ReadonlySet<PaperId>): void {
    const living = alive ?? new Uint8Array(segment.ids.length).fill(1);
    for (const [paper, id] of segment.ids.entries()) if (this.has(id) || skipped?.has(id) === true) living[paper] = 0;
    this.enter({ segment, alive: living });
  }

  remove(id: PaperId): void {
    const place = this.places.of(id);
    if (place === undefined) return;
    const { part, paper } = place;
    part.alive[paper] = 0;
    part.living -= 1;
    countLengths(this.totals, part.segment.lengths, paper, -1);
    this.places.forget(id);
    if (part.living === 0) this.parts = this.parts.filter((other) => other !== part);
  }

  /** Merges parts where that is due, or all of them; null where nothing is to be done. Others may work between its steps. */
  tidy(everything = false): Generator<void, void> | null {
    if (this.merging) return null;
    const due = everything && this.parts.length > 1 ? this.parts : mergeDue(this.parts);
    return due.length === 0 ? null : this.merge([...due]);
  }

  search({ query, limit, loosely = false }: SearchRequest): Found {
    const { searched } = this;
    const wants = loosely && query.kind === 'and' ? evaluateParts(searched, query.parts) : null;
    const whole = wants === null ? evaluate(searched, query) : allOfKept(searched, wants);
    const found = collect(searched.parts, whole);
    const ranked = bestFirst(found, limit);
    const partly = wants === null ? none() : this.partly(searched, { wants, whole, limit: limit - ranked });
    release(searched, whole);
    return { ...found, ranked, partly };
  }

  /** The papers that are most like some documents, which are not among them. */
  like(documents: readonly SearchDocument[], limit: number): Like[] {
    return mostLike(this.searched, documents, limit, new Set(documents.map(({ id }) => id).filter((id) => this.has(id))));
  }

  /** Takes a segment in the place of one with the same papers, terms and postings, whose places lie elsewhere. */
  swap(old: Segment, same: Segment): void {
    for (const part of this.parts) if (part.segment === old) part.segment = same;
  }

  private   get searched(): Searched {
    return { parts: [...this.parts], averages: averagesOf(this.totals), total: this.size };
  }

  private partly(searched: Searched, { wants, whole, limit }: { wants: Conjunction; whole: readonly Gathered[]; limit: number }): Ranked {
    const some = someOf(searched, wants);
    if (limit > 0) {
      for (const [index, gathered] of some.entries()) {
        const all = whole[index];
        if (all !== undefined) takeOut(gathered, all);
      }
    }
    const found = limit > 0 ? collect(searched.parts, some) : none();
    const ranked = bestFirst(found, limit);
    release(searched, some);
    return { slots: found.slots.slice(0, ranked), scores: found.scores.slice(0, ranked) };
  }

  private enter(living: Living): void {
    const part = partOf(living, (id) => this.places.slotOf(id));
    if (part.living === 0) return;
    for (const [paper, id] of part.segment.ids.entries()) {
      if (part.alive[paper] !== 1) continue;
      countLengths(this.totals, part.segment.lengths, paper, 1);
      this.places.put(id, { part, paper });
    }
    this.parts = [...this.parts, part].toSorted((a, b) => b.living - a.living);
  }

  private *merge(due: readonly Part[]): Generator<void, void> {
    this.merging = true;
    try {
      const segment = yield* mergeSegments(due.map(({ segment, alive }) => ({ segment, alive: alive.slice() })), this.totals);
      const alive = Uint8Array.from(segment.ids, (id) => {
        const place = this.places.of(id);
        return place !== undefined && due.includes(place.part) ? 1 : 0;
      });
      for (const [paper, id] of segment.ids.entries()) if (alive[paper] === 1) this.remove(id);
      this.enter({ segment, alive });
    } finally {
      this.merging = false;
    }
  }
}

function release({ parts }: Searched, gathered: readonly Gathered[]): void {
  for (const [index, part] of parts.entries()) {
    const each = gathered[index];
    if (each !== undefined) giveBack(part, each);
  }
}

function none(): Ranked {
  return { slots: new Uint32Array(0), scores: new Float32Array(0) };
}

/** The parts that are to be one: enough of about the same size, or one with too many papers that are gone. */
function mergeDue(parts: readonly Part[]): readonly Part[] {
  const sizeOf = ({ living }: Part): number => Math.floor(Math.log(Math.max(64, living)) / Math.log(PARTS_OF_A_SIZE));
  for (const size of parts.map(sizeOf).toSorted((a, b) => a - b)) {
    const alike = parts.filter((part) => sizeOf(part) === size);
    if (alike.length >= PARTS_OF_A_SIZE) return alike;
  }
  const worn = parts.find(({ living, segment }) => segment.ids.length - living > segment.ids.length / GONE);
  return worn === undefined ? [] : [worn];
}

function finished<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
