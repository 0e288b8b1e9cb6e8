import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/core/classify';
import { TechniqueId } from '../../src/core/model';
import { readTaxonomy } from '../../src/core/taxonomy/file';
import { treeOf, unfolded } from '../../src/core/taxonomy/tree';
import { loadTaxonomy } from './corpus';

const TECHNIQUES = [
  'data-efficiency', 'dataset-benchmark', 'decoding', 'distillation', 'domain-application', 'dynamic-inference', 'edge-deployment',
  'efficient-architecture', 'efficient-pretraining', 'empirical-study', 'federated-learning', 'generative-vision', 'model-composition', 'moe',
  'multilingual', 'multimodal', 'peft', 'prompting', 'pruning', 'quantization', 'reinforcement-learning', 'retrieval-qa', 'serving-systems',
  'survey', 'token-reduction',
];

describe('resources/taxonomy.json', () => {
  const taxonomy = loadTaxonomy();
  const classifier = createClassifier(taxonomy);

  it('has the twenty-five techniques of efficient machine learning', () => {
    expect(taxonomy.techniques.filter(({ parentId }) => parentId === undefined).map(({ id }) => id).toSorted()).toEqual(TECHNIQUES);
  });

  it('has parts in all of them, down to PEFT › LoRA › QLoRA', () => {
    const tree = treeOf(unfolded(readTaxonomy(JSON.stringify(taxonomy))));
    expect(tree.ancestors(TechniqueId.parse('qlora'))).toEqual(['lora', 'peft']);
    const partsOf = (root: string): number => tree.techniques.filter(({ parentId }) => parentId === root).length;
    expect(TECHNIQUES.filter((root) => partsOf(root) < 2)).toEqual([]);
  });

  it.each(taxonomy.techniques.filter(({ parentId }) => parentId !== undefined))('$id: weighs no phrase more than the technique it is a part of', ({ id, phrases }) => {
    const root = treeOf(unfolded(taxonomy)).ancestors(id).at(-1);
    const weights = new Map(taxonomy.techniques.find((technique) => technique.id === root)?.phrases.map(({ text, field, weight }) => [`${field}:${text}`, weight]));
    expect(phrases.filter(({ text, field, weight }) => weight > (weights.get(`${field}:${text}`) ?? 1))).toEqual([]);
  });

  it.each(taxonomy.techniques)('$id: says each phrase once in each field', ({ phrases }) => {
    const said = phrases.map(({ text, field }) => `${field ?? 'both'}: ${text.toLowerCase()}`);
    expect(said).toEqual([...new Set(said)]);
  });

  it.each(taxonomy.techniques.map(({ id, name }) => ({ id, name })))('$id: a title that says $name is found', ({ id, name }) => {
    expect(classifier.classify({ title: name, abstract: '' }).map((found) => found.id)).toContain(id);
  });
});
