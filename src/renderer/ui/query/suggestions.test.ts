import { describe, expect, it } from 'vitest';
import type { CollectionId, TechniqueId } from '../../../core/model';
import { completingAt, parse } from '../../../core/query';
import { countedNames, suggestionsFor, type Vocabulary } from './suggestions';

const vocabulary: Vocabulary = {
  techniques: [{ id: 'lora' as TechniqueId, name: 'Low-rank adaptation', count: 2 }, { id: 'peft' as TechniqueId, name: 'Parameter-efficient fine-tuning', count: 9 }],
  tags: [{ tag: 'slow', count: 1 }, { tag: 'to cite', count: 3 }],
  collections: [{ id: 'thesis' as CollectionId, name: 'Thesis', count: 4, children: [{ id: 'smart' as CollectionId, name: 'Chapter 2', count: 0, children: [], query: 'is:starred' }] }],
};

function suggested(typed: string): string[] {
  const completing = completingAt(typed, typed.length);
  return completing === null ? [] : suggestionsFor(completing, vocabulary, 2026).map(({ written, detail }) => `${written} ${detail}`.trim());
}

describe('suggestions', () => {
  it.each([
    ['ti', ['title: words of the title']],
    ['-sta', ['status: how far you have read']],
    ['status:r', ['to-read', 'reading']],
    ['technique:', ['peft 9', 'lora 2']],
    ['technique:rank', ['lora 2']],
    ['tag:', ['"to cite" 3', 'slow 1']],
    ['tag:"to c', ['"to cite" 3']],
    ['tag:slow', []],
    ['collection:ch', ['"Chapter 2" smart collection']],
    ['collection:th', ['Thesis 4', '"Chapter 2" smart collection']],
    ['year:202', ['2026 this year', '2024..2026 the last three years']],
    ['title:x', []],
  ])('for %s', (typed, expected) => {
    expect(suggested(typed)).toEqual(expected);
  });

  it('are read without a finding where they are written', () => {
    for (const field of ['status', 'type', 'has', 'is', 'technique', 'tag', 'collection', 'year', 'rating', 'added']) {
      for (const { written } of suggestionsFor({ kind: 'value', field: field as 'tag', typed: '', start: 0, end: 0 }, vocabulary, 2026)) {
        expect(parse(`${field}:${written}`).findings).toEqual([]);
      }
    }
    expect(countedNames([{ value: 'van Gogh', count: 1200 }])).toEqual([{ written: '"van Gogh"', label: 'van Gogh', detail: '1,200' }]);
  });
});
