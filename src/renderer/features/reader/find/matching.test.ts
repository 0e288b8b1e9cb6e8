import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSought, foldText, matchesIn } from './matching';

const find = (text: string, words: string, { exactCase = false, wholeWords = false } = {}): string[] =>
  matchesIn(foldText(text, exactCase), foldSought(words, exactCase), wholeWords).map(({ start, end }) => text.slice(start, end));

describe('finding words on a page', () => {
  it('takes no notice of case, accents, ligatures and line ends', () => {
    expect(find('Efﬁcient and EFFICIENT', 'efficient')).toEqual(['Efﬁcient', 'EFFICIENT']);
    expect(find('naïve Bayes,\nnaive  Bayes', 'naive bayes')).toEqual(['naïve Bayes', 'naive  Bayes']);
    expect(find('a low-\nrank compu-\nter', 'computer')).toEqual(['compu-\nter']);
    expect(find('low-rank', 'low-rank')).toEqual(['low-rank']);
  });

  it('keeps to the case and to whole words where that is wanted', () => {
    expect(find('Adam adam ADAM', 'Adam', { exactCase: true })).toEqual(['Adam']);
    expect(find('rank ranking low_rank', 'rank', { wholeWords: true })).toEqual(['rank', 'rank']);
  });

  it('finds nothing for nothing, and no occurrence twice', () => {
    expect(find('aaaa', '')).toEqual([]);
    expect(find('aaaa', 'aa')).toEqual(['aa', 'aa']);
    expect(find('', 'a')).toEqual([]);
  });

  it('finds what it takes out of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(50), fc.integer({ min: 1, max: 8 }), (text, from, length) => {
      const folded = foldText(text, false);
      expect(folded.origins.length).toBe(folded.folded.length + 1);
      const sought = foldSought(text.slice(from, from + length), false);
      for (const { start, end } of matchesIn(folded, sought, false)) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }));
  });
});
