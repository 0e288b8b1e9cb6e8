import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors';
import { readTaxonomy, writeTaxonomy } from './file';
import { treeOf, unfolded } from './tree';

const file = {
  version: 1, name: 'Gardening', techniques: [
    { id: 'pruning', name: 'Pruning', definition: 'Cutting branches.', synonyms: ['lopping'], phrases: [{ text: 'prun*', weight: 1 }, { text: 'shears', weight: 0.4, field: 'title' }] },
    { id: 'espalier', parentId: 'pruning', name: 'Espalier', definition: '', synonyms: [], phrases: [] },
  ],
};
const changed = (from: string, to: string): string => JSON.stringify(file).replace(from, to);

/** Whether reading a text ends as it should: with a taxonomy, or with words. */
function outcomeOf(text: string): unknown {
  try {
    readTaxonomy(text);
    return 'told';
  } catch (error) {
    return error instanceof DomainError ? 'told' : error;
  }
}

describe('taxonomy files', () => {
  it('come out as they went in', () => {
    const read = readTaxonomy(`\uFEFF${JSON.stringify(file)}`);
    expect(JSON.parse(writeTaxonomy(treeOf(unfolded(read)), read.name))).toEqual(file);
  });

  it('leave out what is retired and lift what lay in it', () => {
    const [whole, part] = unfolded(readTaxonomy(JSON.stringify(file)));
    if (whole === undefined || part === undefined) throw new Error('The file has two techniques.');
    expect(JSON.parse(writeTaxonomy(treeOf([{ ...whole, retired: true }, part]), 'Rest'))).toEqual({ version: 1, name: 'Rest', techniques: [{ id: 'espalier', name: 'Espalier', definition: '', synonyms: [], phrases: [] }] });
  });

  it.each([
    ['{', 'it is no JSON'],
    ['[]', 'the file: '],
    [changed('"version":1', '"version":2'), 'version: '],
    [changed('"weight":1', '"weight":9'), 'techniques.0.phrases.0.weight: '],
    [changed('"id":"espalier"', '"id":"pruning"'), 'two techniques have the id “pruning”'],
    [changed('"parentId":"pruning"', '"parentId":"grafting"'), '“espalier” lies in “grafting”, which is not there'],
    [changed('"parentId":"pruning"', '"parentId":"espalier"'), '“espalier” lies inside itself'],
  ])('say what is wrong with %s', (text, why) => {
    expect(() => readTaxonomy(text)).toThrow(why);
  });

  it('are read, or refused in words, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      expect(outcomeOf(text)).toBe('told');
    }));
  });
});
