import { assignmentsOf, createClassifier, defaultWeighting, type Classifier, type Weighting } from '../../src/core/classify';
import type { Taxonomy } from '../../src/core/model';
import { treeOf, unfolded } from '../../src/core/taxonomy/tree';
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

/** The positions of papers, dealt to folds in turn. */
export function foldsOf(count: number, folds: number): { held: number[]; others: number[] }[] {
  const all = Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: folds }, (_, fold) => ({ held: all.filter((i) => i % folds === fold), others: all.filter((i) => i % folds !== fold) }));
}

/**
 * Predictions for every paper by the weighting that did best on the other folds. Only the weighting is
 * fitted here; the phrases are the taxonomy's own throughout.
 */
export function crossValidated(taxonomy: Taxonomy, papers: readonly LabelledPaper[], folds = 5): string[][] {
  const predictors = candidates().map((weighting) => classifierPredict(taxonomy, weighting));
  const predictions = predictors.map((predict) => papers.map(predict));
  const result: string[][] = papers.map(() => []);
  for (const { held, others } of foldsOf(papers.length, folds)) {
    const quality = predictions.map((all) => {
      const { microF1, primary } = measure(others.flatMap((i) => papers[i] ?? []), others.map((i) => all[i] ?? []));
      return microF1 + primary;
    });
    const best = predictions[quality.indexOf(Math.max(...quality))] ?? [];
    for (const i of held) result[i] = best[i] ?? [];
  }
  return result;
}

export function classifierPredict(taxonomy: Taxonomy, weighting: Weighting = defaultWeighting): Predict {
  return predictWith(createClassifier(taxonomy, weighting), taxonomy);
}

/** The roots of what a classifier assigns, the surest first: the labels name no sub-techniques. */
export function predictWith(classifier: Classifier, taxonomy: Taxonomy): Predict {
  const tree = treeOf(unfolded(taxonomy));
  return (paper) => [...new Set(assignmentsOf(classifier.classify(paper), {}, tree).map(({ id, ancestors }) => ancestors.at(-1) ?? id))];
}
