import type { HeldFormat } from './formats/holdings';
import { lossesOf, type Loss } from './formats/losses';
import type { Paper, PaperId } from './model';
import type { Clock } from './ports';
import { inSlices } from './slices';

/** What a format cannot hold of one field, and for how one reason. */
export interface FieldLoss extends Loss {
  /** How many of the papers lose it. */
  count: number;
  /** The first few of them. */
  papers: { id: PaperId; title: string }[];
}

export interface LossReport {
  /** How many papers are looked at, and how many of them lose something. */
  papers: number;
  affected: number;
  /** What most papers lose comes first. */
  losses: FieldLoss[];
}

/** How many papers are named for each loss. */
const NAMED = 5;

/** What of these papers a format cannot hold, without keeping others waiting. */
export async function reportLosses(papers: readonly Paper[], format: HeldFormat, clock: Pick<Clock, 'elapsed' | 'breathe'>): Promise<LossReport> {
  const found = new Map<string, FieldLoss>();
  let affected = 0;
  await inSlices(papers, clock, (paper) => {
    const losses = lossesOf(paper, format);
    if (losses.length > 0) affected += 1;
    for (const loss of losses) {
      const key = `${loss.field}\n${loss.reason}`;
      const known = found.get(key) ?? { ...loss, count: 0, papers: [] };
      known.count += 1;
      if (known.papers.length < NAMED) known.papers.push({ id: paper.id, title: paper.title });
      found.set(key, known);
    }
  });
  return { papers: papers.length, affected, losses: [...found.values()].toSorted((a, b) => b.count - a.count) };
}
