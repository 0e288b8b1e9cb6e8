import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOfRanks, orderOfTexts } from './ranking';

const clock = { elapsed: () => 0, breathe: () => Promise.resolve() };

/** The places of items in the order of a stable comparison. */
function stably<T>(items: readonly T[], compare: (a: T, b: T) => number): number[] {
  return items.map((item, place) => ({ item, place })).toSorted((a, b) => compare(a.item, b.item)).map(({ place }) => place);
}

describe('the order of ranks', () => {
  it('is ascending and stable, up to the largest rank', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }))), (ranks) => {
      expect([...orderOfRanks(ranks.length, (place) => ranks[place] ?? 0)]).toEqual(stably(ranks, (a, b) => a - b));
    }));
  });
});

describe('the order of texts', () => {
  const piece = fc.constantFrom('', 'a', 'ab', 'abcd', 'the ', 'zz', '\u0000', 'é', '\u00fe', '中文', '\u{1f600}', '\uffff');
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

  it('is that of their code units, and stable, whatever they begin with', async () => {
    await fc.assert(fc.asyncProperty(fc.array(text, { maxLength: 400, size: 'max' }), async (texts) => {
      expect([...(await orderOfTexts(texts, clock))]).toEqual(stably(texts, compare));
    }), { numRuns: 60 });
  });

  it('tells apart what differs far behind only', async () => {
    const texts = Array.from({ length: 300 }, (_, index) => `${'same '.repeat(40)}${(index * 7) % 300}`);
    expect([...(await orderOfTexts(texts, clock))]).toEqual(stably(texts, compare));
  });
});
