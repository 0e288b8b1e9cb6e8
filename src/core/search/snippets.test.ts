import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperId } from '../model';
import { highlighter } from './snippets';
import type { SearchDocument, TextQuery } from './types';

const word = (text: string, more: object = {}): TextQuery => ({ kind: 'word', text, ...more });
const filler = 'Nothing of any note is said in this sentence. '.repeat(8);

/** The text with brackets around what is marked. */
function bracketed(text: string, query: TextQuery): string {
  const marks = highlighter(query).marks(text, 'abstract');
  return marks.toReversed().reduce((shown, { start, end }) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`, text);
}

describe('what is marked in a text', () => {
  it.each<[TextQuery, string, string]>([
    [word('naive'), 'A naïve Naive bayes', 'A [naïve] [Naive] bayes'],
    [word('quant', { prefix: true }), 'quantized quants', '[quantized] [quants]'],
    [word('models'), 'one model', 'one [model]'],
    [word('lowrank'), 'a low-rank matrix', 'a [low-rank] matrix'],
    [word('low-rank'), 'lowrank, low rank and rank low', '[lowrank], [low rank] and rank low'],
    [word('transfomer'), 'A transformer', 'A [transformer]'],
    [word('form'), 'from form', 'from [form]'],
    [word('力学'), '量子力学', '量子[力学]'],
    [{ kind: 'phrase', words: ['deep', 'nets'] }, 'nets, deep nets', 'nets, [deep nets]'],
    [{ kind: 'and', parts: [word('a1'), { kind: 'not', part: word('b1') }] }, 'a1 b1', '[a1] b1'],
    [word('a1', { fields: ['title'] }), 'a1', 'a1'],
    [{ kind: 'pattern', text: 'qu*ed' }, 'quantized quant', '[quantized] quant'],
    [{ kind: 'all' }, 'all', 'all'],
  ])('%j', (query, text, shown) => {
    expect(bracketed(text, query)).toBe(shown);
  });
});

describe('the passages that show why a paper was found', () => {
  const document: SearchDocument = { id: 'paper-1' as PaperId, texts: { title: ['Pruning'], abstract: [`${filler}Here pruning meets quantization at last. ${filler}`], note: ['Nothing', `${filler} quantization`] } };
  it('have the most of it, between words, the richest first', () => {
    const snippets = highlighter({ kind: 'and', parts: [word('pruning'), word('quantization')] }).snippets(document, 80);
    expect(snippets.map(({ field, text }) => `${field} ${text}`)).toEqual(['abstract 0', 'title 0', 'note 1']);
    const { start, end, marks } = snippets[0] ?? { start: 0, end: 0, marks: [] };
    const abstract = document.texts.abstract?.[0] ?? '';
    expect(abstract.slice(start, end)).toContain('pruning meets quantization');
    expect(end - start).toBeLessThanOrEqual(80);
    expect([abstract.charAt(start - 1), abstract.charAt(end)]).toEqual([' ', ' ']);
    expect(marks.map((mark) => abstract.slice(mark.start, mark.end))).toEqual(['pruning', 'quantization']);
  });

  it('are within their text, and their marks within them, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '-', ' ', '量', '😀', '\n', 'é'), maxLength: 300 });
    fc.assert(fc.property(text, fc.string({ unit: fc.constantFrom('a', 'b', '量'), minLength: 1, maxLength: 3 }), fc.integer({ min: 5, max: 60 }), (abstract, typed, length) => {
      for (const { start, end, marks } of highlighter(word(typed, { prefix: true })).snippets({ ...document, texts: { abstract: [abstract] } }, length)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(abstract.length);
        expect(abstract.slice(start, end)).not.toMatch(/\p{Cs}/u);
        let last = start;
        for (const mark of marks) {
          expect(mark.start).toBeGreaterThanOrEqual(last);
          expect(mark.end).toBeGreaterThan(mark.start);
          last = mark.end;
        }
        expect(last).toBeLessThanOrEqual(end);
        expect(marks.length).toBeGreaterThan(0);
      }
    }), { numRuns: 500 });
  });
});
