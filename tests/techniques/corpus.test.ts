import { describe, expect, it } from 'vitest';
import { corpusPresent, loadLabelledPapers, loadTaxonomy } from './corpus';
import { classifierPredict } from './crossValidate';
import { learningCurve, neighbourCurve } from './learningCurve';
import { crossTaught } from './lessons';
import { measure } from './measure';

describe.skipIf(!corpusPresent)('technique classification (skips where the labelled corpus is absent)', () => {
  it('agrees with the labels', () => {
    const papers = loadLabelledPapers();
    const { microF1, macroF1, primary } = measure(papers, papers.map(classifierPredict(loadTaxonomy())));
    expect(microF1).toBeGreaterThanOrEqual(0.9);
    expect(macroF1).toBeGreaterThanOrEqual(0.89);
    expect(primary).toBeGreaterThanOrEqual(0.82);
  });

  it('is not made worse by being taught', () => {
    const papers = loadLabelledPapers();
    const { microF1, primary } = measure(papers, crossTaught(loadTaxonomy(), papers));
    expect(microF1).toBeGreaterThanOrEqual(0.9);
    expect(primary).toBeGreaterThanOrEqual(0.82);
  });

  it('finds papers of a technique that it knows from five alone, far better than by their nearest neighbours', () => {
    const papers = loadLabelledPapers();
    const [ours = 0] = learningCurve(loadTaxonomy(), papers, [5], 'nothing');
    const [theirs = 1] = neighbourCurve(loadTaxonomy(), papers, [5]);
    expect(ours).toBeGreaterThanOrEqual(0.48);
    expect(ours).toBeGreaterThan(1.5 * theirs);
  }, 60_000);
});
