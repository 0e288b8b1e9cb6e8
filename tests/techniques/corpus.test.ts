import { describe, expect, it } from 'vitest';
import { corpusPresent, loadLabelledPapers, loadTaxonomy } from './corpus';
import { classifierPredict } from './crossValidate';
import { measure } from './measure';

describe.skipIf(!corpusPresent)('technique classification (skips where the labelled corpus is absent)', () => {
  it('agrees with the labels', () => {
    const papers = loadLabelledPapers();
    const { microF1, macroF1, primary } = measure(papers, papers.map(classifierPredict(loadTaxonomy())));
    expect(microF1).toBeGreaterThanOrEqual(0.87);
    expect(macroF1).toBeGreaterThanOrEqual(0.85);
    expect(primary).toBeGreaterThanOrEqual(0.8);
  });
});
