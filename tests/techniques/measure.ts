import type { LabelledPaper } from './corpus';

/** Technique ids for a paper, the surest first. */
export type Predict = (paper: LabelledPaper) => string[];

export interface Counts {
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
}

export interface Measure {
  precision: number;
  recall: number;
  microF1: number;
  /** Mean F1 of the techniques that are required or predicted anywhere. */
  macroF1: number;
  /** Share of papers whose first prediction is an acceptable first choice. */
  primary: number;
  techniques: Map<string, Counts>;
}

/** Scores predictions in papers' order; optional techniques are left out of every count but the primary share. */
export function measure(papers: readonly LabelledPaper[], predictions: readonly string[][]): Measure {
  const techniques = new Map<string, Counts>();
  const total = noCounts();
  let first = 0;
  papers.forEach((paper, i) => {
    const predicted = predictions[i] ?? [];
    if (predicted[0] !== undefined && paper.primary.includes(predicted[0])) first += 1;
    const judged = new Set([...predicted, ...paper.techniques].filter((id) => !paper.optional.includes(id)));
    for (const id of judged) {
      const counts = techniques.get(id) ?? noCounts();
      techniques.set(id, counts);
      const outcome = outcomeOf(predicted.includes(id), paper.techniques.includes(id));
      counts[outcome] += 1;
      total[outcome] += 1;
    }
  });
  const all = [...techniques.values()];
  return {
    precision: ratio(total.truePositive, total.truePositive + total.falsePositive),
    recall: ratio(total.truePositive, total.truePositive + total.falseNegative),
    microF1: f1(total),
    macroF1: ratio(all.reduce((sum, counts) => sum + f1(counts), 0), all.length),
    primary: ratio(first, papers.length),
    techniques,
  };
}

export function f1({ truePositive, falsePositive, falseNegative }: Counts): number {
  return ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
}

function noCounts(): Counts {
  return { truePositive: 0, falsePositive: 0, falseNegative: 0 };
}

function outcomeOf(predicted: boolean, required: boolean): keyof Counts {
  if (!predicted) return 'falseNegative';
  return required ? 'truePositive' : 'falsePositive';
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
