import { createClassifier, defaultWeighting, type Weighting } from '../../src/core/classify';
import type { Taxonomy } from '../../src/core/model';
import type { LabelledPaper } from './corpus';
import { measure, type Predict } from './measure';

/** The weightings a fold may choose from: what is enough, how far the abstract goes, what background counts. */
function candidates(): Weighting[] {
  const found: Weighting[] = [];
  for (const half of [0.9, 1.1, 1.3]) {
    for (const abstract of [2.5, 3, 4]) {
      for (const background of [0.2, 0.3, 0.45]) {
        found.push({
          ...defaultWeighting,
          half,
          limit: { ...defaultWeighting.limit, abstract },
          stance: { ...defaultWeighting.stance, background },
        });
      }
    }
  }
  return found;
}

/**
 * Predictions for every paper by the weighting that did best on the other folds (papers are dealt to folds
 * in turn). Only the weighting is fitted here; the phrases are the taxonomy's own throughout.
 */
export function crossValidated(taxonomy: Taxonomy, papers: readonly LabelledPaper[], folds = 5): string[][] {
  const predictors = candidates().map((weighting) => classifierPredict(taxonomy, weighting));
  const predictions = predictors.map((predict) => papers.map(predict));
  const result: string[][] = papers.map(() => []);
  for (let fold = 0; fold < folds; fold += 1) {
    const others = papers.map((_, i) => i).filter((i) => i % folds !== fold);
    const quality = predictions.map((all) => {
      const { microF1, primary } = measure(others.flatMap((i) => papers[i] ?? []), others.map((i) => all[i] ?? []));
      return microF1 + primary;
    });
    const best = predictions[quality.indexOf(Math.max(...quality))] ?? [];
    for (let i = fold; i < papers.length; i += folds) result[i] = best[i] ?? [];
  }
  return result;
}

export function classifierPredict(taxonomy: Taxonomy, weighting: Weighting = defaultWeighting): Predict {
  const classifier = createClassifier(taxonomy, weighting);
  return (paper) => classifier.classify(paper).map(({ id }) => id);
}
