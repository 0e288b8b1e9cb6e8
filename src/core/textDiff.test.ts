import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts, type Segment } from './textDiff';

const side = (segments: Segment[], other: 'added' | 'removed'): string => segments.map((segment) => (segment.kind === 'left-out' || segment.kind === other ? '' : segment.text)).join('');
const lengthOf = (segments: Segment[], other: 'added' | 'removed'): number =>
  segments.reduce((sum, segment) => sum + (segment.kind === 'left-out' ? (segment.of === other ? 0 : segment.characters) : segment.kind === other ? 0 : segment.text.length), 0);

const words = fc.array(fc.constantFrom('the', 'model', 'is', 'small', ' ', '\n', '.', '写', '字', '\ud800', '\u{1f600}', 'naïve'), { maxLength: 60 }).map((parts) => parts.join(''));

describe('the difference between two texts', () => {
  it('is told in words', () => {
    expect(diffTexts('We prune the large model.', 'We prune the largest models.')).toEqual([
      { kind: 'same', text: 'We prune the ' }, { kind: 'removed', text: 'large model' }, { kind: 'added', text: 'largest models' }, { kind: 'same', text: '.' },
    ]);
  });

  it('keeps what stayed between two changes', () => {
    expect(diffTexts('one two three four five', 'one 2 three four 5')).toEqual([
      { kind: 'same', text: 'one ' }, { kind: 'removed', text: 'two' }, { kind: 'added', text: '2' }, { kind: 'same', text: ' three four ' }, { kind: 'removed', text: 'five' }, { kind: 'added', text: '5' },
    ]);
  });

  it('leaves out what is far from a change, and counts it', () => {
    const far = 'word '.repeat(1000);
    const segments = diffTexts(`${far}old${far}`, `${far}new${far}`);
    expect(segments.filter(({ kind }) => kind === 'left-out')).toHaveLength(2);
    expect(lengthOf(segments, 'added')).toBe(far.length * 2 + 3);
  });

  it('gives back both texts, whatever they are', () => {
    fc.assert(fc.property(words, words, (before, after) => {
      const segments = diffTexts(before, after);
      expect(lengthOf(segments, 'added')).toBe(before.length);
      expect(lengthOf(segments, 'removed')).toBe(after.length);
      if (segments.some(({ kind }) => kind === 'left-out')) return;
      expect(side(segments, 'added')).toBe(before);
      expect(side(segments, 'removed')).toBe(after);
    }));
  });

  it('is bounded for texts that have nothing in common', () => {
    const made = (seed: number, length: number): string => Array.from({ length }, (_, n) => ((n * seed * 7919) % 104_729).toString(36)).join(' ');
    const began = performance.now();
    for (const length of [10_000, 200_000, 2_000_000]) {
      const segments = diffTexts(made(3, length), made(5, length));
      expect(segments.reduce((sum, segment) => sum + ('text' in segment ? segment.text.length : 0), 0)).toBeLessThan(500_000);
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
