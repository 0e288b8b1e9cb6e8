import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceOf, formats, styles } from './options';

describe('choiceOf', () => {
  it('gives back every choice that can be made', () => {
    for (const { id: format } of formats) {
      for (const { id: style } of styles) expect(choiceOf(JSON.stringify({ format, style }))).toEqual({ format, style });
    }
  });

  it('keeps what is still offered of a choice', () => {
    expect(choiceOf('{"format":"endnote","style":"ieee"}')).toEqual({ format: 'bibtex', style: 'ieee' });
  });

  it('takes any string for the standard choice', () => {
    expect(choiceOf(null)).toEqual({ format: 'bibtex', style: 'apa' });
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
      expect(choiceOf(stored)).toEqual({ format: 'bibtex', style: 'apa' });
    }));
  });
});
