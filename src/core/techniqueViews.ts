import { PROPOSED } from './classify';
import { DomainError } from './errors';
import { CANDIDATE } from './knowledge';
import type { Library } from './library';
import { ReadingStatus, yearOf, type Evidence, type Membership, type Paper, type PaperId, type TechniqueId } from './model';
import type { Clock } from './ports';
import { inSlices } from './slices';
import type { Tally, TechniqueIndex } from './techniques';
import { standing } from './view';

/** A membership that is asked about, or shown with the words that speak for it. */
export interface Question {
  paperId: PaperId;
  title: string;
  abstract: string;
  techniqueId: TechniqueId;
  score: number;
  state: Membership['state'];
  evidence: Evidence[];
}

/** What there is to know of a technique in this library, besides its papers. */
export interface TechniqueProfile {
  confirmed: number;
  suggested: number;
  rejected: number;
  statuses: Record<ReadingStatus, number>;
  /** By year, the earliest first; papers without one are left out. */
  years: { year: number; count: number }[];
  /** The techniques that stand beside it more often than chance would have it, the strongest first, with the number of papers in both. */
  related: { id: TechniqueId; both: number }[];
}

/** How many papers have the technique of a row and what a column stands for. */
export interface CrossTable {
  rows: TechniqueId[];
  /** Techniques, reading statuses or years. */
  columns: string[];
  counts: number[][];
}

export interface TechniqueViews {
  /** How many papers each technique has, once all are sorted. */
  counts(): Promise<Record<TechniqueId, Tally>>;
  /** Memberships that are nearly as likely wrong as right and that nobody has decided on, the most doubtful first; of one technique and its parts, or all. */
  review(input: { techniqueId: TechniqueId | null; limit: number }): Promise<{ waiting: number; questions: Question[] }>;
  /** The membership of papers in a technique, with its evidence; papers that are gone are left out. */
  explain(input: { techniqueId: TechniqueId; paperIds: PaperId[] }): Promise<Question[]>;
  profile(id: TechniqueId): Promise<TechniqueProfile>;
  cross(input: { techniques: TechniqueId[]; by: 'technique' | 'status' | 'year' }): Promise<CrossTable>;
}

/** How many related techniques are told. */
const RELATED = 8;

interface Needs { library: Library; clock: Clock; techniques: TechniqueIndex }

export function techniqueViews(needs: Needs): TechniqueViews {
  const { library, clock, techniques } = needs;

  /** Sorts all papers, then visits those outside the trash. */
  async function eachPaper(visit: (paper: Paper) => void): Promise<void> {
    await techniques.warm();
    await inSlices(library.tables.papers.values(), clock, (paper) => { if (paper.trashedAt === null) visit(paper); });
  }

  return {
    async counts() {
      await techniques.warm();
      return Object.fromEntries(techniques.taxonomy.techniques.map(({ id }) => [id, { ...techniques.tally(id) }]));
    },
    async review({ techniqueId, limit }) {
      const doubtful = mostDoubtful(limit);
      await eachPaper((paper) => {
        for (const { id, score } of techniques.found(paper)) {
          if (isOpen(id, score, paper, techniques) && (techniqueId === null || id === techniqueId || techniques.taxonomy.ancestors(id).includes(techniqueId))) doubtful.add({ paper, id, score });
        }
      });
      const questions: Question[] = [];
      await inSlices(doubtful.first(), clock, ({ paper, id, score }) => { questions.push(question(paper, { id, score, state: 'suggested' }, techniques.evidence(paper, id))); });
      return { waiting: doubtful.count(), questions };
    },
    async explain({ techniqueId, paperIds }) {
      await techniques.prepare();
      const questions: Question[] = [];
      await inSlices(paperIds, clock, (id) => {
        const paper = library.tables.papers.get(id);
        const assignment = paper && techniques.explained(paper).find((each) => each.id === techniqueId);
        if (paper !== undefined && assignment !== undefined) questions.push(question(paper, assignment, assignment.evidence));
      });
      return questions;
    },
    profile: (id) => profileOf(id, techniques, eachPaper),
    async cross({ techniques: rows, by }) {
      const row = new Map(rows.map((id, index) => [id, index]));
      const counts = new Map<string, number[]>();
      await eachPaper((paper) => {
        const inside = standing(techniques.of(paper)).flatMap(({ id }) => row.get(id) ?? []);
        for (const column of columnsOf(paper, by, inside, rows)) {
          const known = counts.get(column) ?? rows.map(() => 0);
          counts.set(column, known);
          for (const index of inside) known[index] = (known[index] ?? 0) + 1;
        }
      });
      const columns = by === 'technique' ? rows : by === 'status' ? ReadingStatus.options : [...counts.keys()].toSorted();
      return { rows, columns: [...columns], counts: rows.map((_, index) => columns.map((column) => counts.get(column)?.[index] ?? 0)) };
    },
  };
}

interface Doubt { paper: Paper; id: TechniqueId; score: number }

/** Keeps the `limit` most doubtful ones of any number, and counts them all. */
function mostDoubtful(limit: number): { add: (doubt: Doubt) => void; first: () => Doubt[]; count: () => number } {
  let kept: Doubt[] = [];
  let count = 0;
  const first = (): Doubt[] => kept.toSorted((a, b) => Math.abs(a.score - PROPOSED) - Math.abs(b.score - PROPOSED)).slice(0, limit);
  return {
    add(doubt) {
      count += 1;
      kept.push(doubt);
      if (kept.length > 8 * limit + 1000) kept = first();
    },
    first,
    count: () => count,
  };
}

function columnsOf(paper: Paper, by: 'technique' | 'status' | 'year', inside: readonly number[], rows: readonly TechniqueId[]): string[] {
  if (inside.length === 0) return [];
  if (by === 'status') return [paper.status];
  if (by === 'technique') return inside.flatMap((index) => rows[index] ?? []);
  const year = yearOf(paper);
  return year === null ? [] : [String(year)];
}

/** Whether a finding is doubtful and nobody has said anything that answers it. */
function isOpen(id: TechniqueId, score: number, { decisions }: Paper, { taxonomy }: TechniqueIndex): boolean {
  if (score < CANDIDATE || score > 2 * PROPOSED - CANDIDATE || decisions[id] !== undefined) return false;
  const technique = taxonomy.get(id);
  return technique !== undefined && !technique.retired && taxonomy.ancestors(id).every((ancestor) => decisions[ancestor] !== 'rejected');
}

function question({ id: paperId, title, abstract }: Paper, { id: techniqueId, score, state }: Omit<Membership, 'ancestors'>, evidence: Evidence[]): Question {
  return { paperId, title, abstract, techniqueId, score, state, evidence };
}

async function profileOf(id: TechniqueId, techniques: TechniqueIndex, eachPaper: (visit: (paper: Paper) => void) => Promise<void>): Promise<TechniqueProfile> {
  if (techniques.taxonomy.get(id) === undefined) throw new DomainError('not-found', `There is no technique “${id}” in this library.`);
  const profile: TechniqueProfile = { confirmed: 0, suggested: 0, rejected: 0, statuses: { 'to-read': 0, reading: 0, done: 0 }, years: [], related: [] };
  const years = new Map<number, number>();
  const beside = new Map<TechniqueId, number>();
  let papers = 0;
  await eachPaper((paper) => {
    papers += 1;
    const memberships = techniques.of(paper);
    const own = memberships.find((membership) => membership.id === id);
    if (own === undefined) return;
    profile[own.state] += 1;
    if (own.state === 'rejected') return;
    profile.statuses[paper.status] += 1;
    const year = yearOf(paper);
    if (year !== null) years.set(year, (years.get(year) ?? 0) + 1);
    for (const other of standing(memberships)) beside.set(other.id, (beside.get(other.id) ?? 0) + 1);
  });
  profile.years = [...years].map(([year, count]) => ({ year, count })).toSorted((a, b) => a.year - b.year);
  profile.related = relatedTo(id, beside, papers, techniques);
  return profile;
}

/** Those in no line of descent with it, by how much more often they meet than by chance, times how often they do. */
function relatedTo(id: TechniqueId, beside: ReadonlyMap<TechniqueId, number>, papers: number, techniques: TechniqueIndex): TechniqueProfile['related'] {
  const { taxonomy } = techniques;
  const line = new Set([id, ...taxonomy.ancestors(id)]);
  const own = techniques.tally(id).all;
  return [...beside]
    .filter(([other]) => !line.has(other) && !taxonomy.ancestors(other).includes(id))
    .map(([other, both]) => ({ id: other, both, strength: both * Math.log((both * papers) / Math.max(1, own * techniques.tally(other).all)) }))
    .filter(({ strength }) => strength > 0)
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, RELATED)
    .map(({ id: other, both }) => ({ id: other, both }));
}
