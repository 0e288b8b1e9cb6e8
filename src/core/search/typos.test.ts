import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperId } from '../model';
import { SegmentBuilder } from './segmentBuilder';
import { distanceOf, guesses, typosIn } from './typos';

function dictionaryOf(words: readonly string[]) {
  const builder = new SegmentBuilder();
  builder.add({ id: 'paper-1' as PaperId, texts: { title: [words.join(' ')] } });
  const steps = builder.build();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value.dictionary;
  }
}

/** Optimal string alignment by its whole table, the first letter as it is or changed with the second. */
function slowly(term: string, word: string): number {
  if (term === word.charAt(1) + word.charAt(0) + word.slice(2)) return 1;
  if (term[0] !== word[0]) return 9;
  const rows = Array.from({ length: term.length + 1 }, (_, i) => Array.from({ length: word.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 9;
  for (let i = 1; i <= term.length; i += 1) {
    for (let j = 1; j <= word.length; j += 1) {
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (term[i - 1] === word[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && term[i - 1] === word[j - 2] && term[i - 2] === word[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row !== undefined) row[j] = least;
    }
  }
  return at(term.length, word.length);
}

describe('words that are letters off', () => {
  it('are those that the whole table of distances tells, in any dictionary', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 9 });
    fc.assert(fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 60 }), word, fc.constantFrom(1, 2), (terms, typed, limit) => {
      const near = terms.filter((term) => term !== typed && slowly(term, typed) <= limit).toSorted();
      expect(guesses(dictionaryOf(terms), typed, limit, false).map(({ entry }) => entry.term).toSorted()).toEqual(near);
      for (const term of near) expect(distanceOf(term, typed, limit, false)).toBe(slowly(term, typed));
    }), { numRuns: 1000 });
  });

  it('begin with a word that is, where it is a beginning', () => {
    const dictionary = dictionaryOf(['quantization', 'quantize', 'quark', 'transformer', 'unquantized']);
    const found = (word: string, limit: number): string[] => guesses(dictionary, word, limit, true).map(({ entry }) => entry.term).toSorted();
    expect(found('qunati', 1)).toEqual(['quantization', 'quantize']);
    expect(found('rtansf', 1)).toEqual(['transformer']);
  });

  it('are looked for in words of four letters and more, but in no names with digits', () => {
    expect(['low', 'rank', 'adapter', 'attention', 'gpt4', '2024', 'llama3'].map(typosIn)).toEqual([0, 1, 1, 2, 0, 0, 0]);
  });
});
