import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './query';

describe('a query', () => {
  it('has words, exact words and fields, all folded', () => {
    expect(parseQuery('Müller "Low Rank" tag:Slow status:done')).toEqual({
      words: ['muller', 'low rank'],
      fields: [{ field: 'tag', value: 'slow' }, { field: 'status', value: 'done' }],
    });
  });

  it('takes a value in quotes', () => {
    expect(parseQuery('collection:"To cite" x')).toEqual({ words: ['x'], fields: [{ field: 'collection', value: 'to cite' }] });
  });

  it('takes a word before a colon that is no field as text', () => {
    expect(parseQuery('LoRA: adapters').words).toEqual(['lora:', 'adapters']);
    expect(parseQuery('https://arxiv.org/abs/2106.09685').words).toEqual(['https://arxiv.org/abs/2106.09685']);
  });

  it('reads any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { words, fields } = parseQuery(text);
      expect([...words, ...fields.map(({ value }) => value)].every((value) => value !== '')).toBe(true);
    }));
  });
});
