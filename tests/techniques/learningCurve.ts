import type { Taxonomy, TechniqueId } from '../../src/core/model';
import { numbers } from '../support/generated';
import { nearestOf } from './baselines';
import type { LabelledPaper } from './corpus';
import { taughtBy, unknowing } from './lessons';
import { f1, type Counts } from './measure';

/** Fewer labelled papers than these leave nothing to find once five are confirmed. */
const LEAST_LABELLED = 8;
const DRAWS = 10;

/** Says of each paper whether it has a technique of which these papers are confirmed. */
type Teach = (id: TechniqueId, confirmed: readonly LabelledPaper[]) => (paper: LabelledPaper) => boolean;

/** F1 over the techniques with papers enough, after each count of confirmed papers, drawn ten times; always on the same papers, none of which is ever confirmed. */
function curve(taxonomy: Taxonomy, papers: readonly LabelledPaper[], counts: readonly number[], teach: Teach): number[] {
  const most = Math.max(...counts);
  const outcomes: Counts[] = counts.map(() => ({ truePositive: 0, falsePositive: 0, falseNegative: 0 }));
  for (const { id } of taxonomy.techniques.filter(({ parentId }) => parentId === undefined)) {
    const labelled = papers.filter(({ techniques }) => techniques.includes(id));
    if (labelled.length < LEAST_LABELLED) continue;
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const drawn = shuffled(labelled, numbers(draw + 1)).slice(0, most);
      const judged = papers.filter((paper) => !drawn.includes(paper) && !paper.optional.includes(id));
      counts.forEach((count, index) => {
        const has = teach(id, drawn.slice(0, count));
        for (const paper of judged) tally(outcomes[index], has(paper), paper.techniques.includes(id));
      });
    }
  }
  return outcomes.map(f1);
}

function tally(counts: Counts | undefined, said: boolean, so: boolean): void {
  if (counts === undefined || (!said && !so)) return;
  counts[said ? (so ? 'truePositive' : 'falsePositive') : 'falseNegative'] += 1;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items.map((item) => ({ item, lot: random() })).toSorted((a, b) => a.lot - b.lot).map(({ item }) => item);
}

/** How Lectern learns a technique of which it knows nothing, or the name. */
export function learningCurve(taxonomy: Taxonomy, papers: readonly LabelledPaper[], counts: readonly number[], knows: 'nothing' | 'name'): number[] {
  return curve(taxonomy, papers, counts, (id, confirmed) => {
    const predict = taughtBy(unknowing(taxonomy, id, knows === 'name'), id, confirmed, papers);
    return (paper) => predict(paper).length > 0;
  });
}

/** A paper has the technique when the paper nearest to it is one of the confirmed. */
export function neighbourCurve(taxonomy: Taxonomy, papers: readonly LabelledPaper[], counts: readonly number[]): number[] {
  const nearest = nearestOf(papers);
  return curve(taxonomy, papers, counts, (_id, confirmed) => (paper) => {
    const other = nearest(paper);
    return other !== undefined && confirmed.includes(other);
  });
}
