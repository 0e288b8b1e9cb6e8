import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceOf, formats } from './options';

describe('choiceOf', () => {
  it('gives back every choice that can be made', () => {
    for (const { id: format } of formats) {
      for (const style of ['apa', 'own:my-journal']) {
        for (const locale of [undefined, 'de-AT', 'eu']) expect(choiceOf(JSON.stringify({ format, style, locale }))).toEqual({ format, style, locale });
      }
    }
  });

  it('keeps what is still offered of a choice', () => {
    expect(choiceOf('{"format":"endnote","style":"ieee"}')).toEqual({ format: 'bibtex', style: 'ieee', locale: undefined });
  });

  it('takes any string for the standard choice', () => {
    expect(choiceOf(null)).toEqual({ format: 'bibtex', style: 'apa', locale: undefined });
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
      expect(choiceOf(stored)).toEqual({ format: 'bibtex', style: 'apa', locale: undefined });
    }));
  });
});
