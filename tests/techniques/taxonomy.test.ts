import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/core/classify';
import { loadTaxonomy } from './corpus';

const TECHNIQUES = [
  'data-efficiency', 'dataset-benchmark', 'decoding', 'distillation', 'domain-application', 'dynamic-inference', 'edge-deployment',
  'efficient-architecture', 'efficient-pretraining', 'empirical-study', 'federated-learning', 'generative-vision', 'model-composition', 'moe',
  'multilingual', 'multimodal', 'peft', 'prompting', 'pruning', 'quantization', 'reinforcement-learning', 'retrieval-qa', 'serving-systems',
  'survey', 'token-reduction',
];

describe('resources/taxonomy.json', () => {
  const taxonomy = loadTaxonomy();
  const { classify } = createClassifier(taxonomy);

  it('has the twenty-five techniques of efficient machine learning', () => {
    expect(taxonomy.techniques.map(({ id }) => id).toSorted()).toEqual(TECHNIQUES);
  });

  it.each(taxonomy.techniques)('$id: says each phrase once in each field', ({ phrases }) => {
    const said = phrases.map(({ text, field }) => `${field ?? 'both'}: ${text.toLowerCase()}`);
    expect(said).toEqual([...new Set(said)]);
  });

  it.each(taxonomy.techniques.map(({ id, name }) => ({ id, name })))('$id: a title that says $name is found', ({ id, name }) => {
    expect(classify({ title: name, abstract: '' }).map((found) => found.id)).toContain(id);
  });
});
