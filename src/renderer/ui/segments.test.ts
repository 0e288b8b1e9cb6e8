import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../core/tex';
import { segmentsOf, trimmed } from './segments';

const shown = (text: string, marks: { name: string; start: number; end: number }[]) =>
  segmentsOf(tokenize(text), marks).map(({ start, end, marks: over }) => `${text.slice(start, end)}|${over.map(({ name }) => name).join('')}`);

describe('segmentsOf', () => {
  it('cuts text where marks begin and end, overlaps included', () => {
    expect(shown('abcdef', [{ name: 'x', start: 1, end: 4 }, { name: 'y', start: 3, end: 5 }])).toEqual(['a|', 'bc|x', 'd|xy', 'e|y', 'f|']);
  });

  it('marks a formula as a whole', () => {
    expect(shown('a $xy$ b', [{ name: 'm', start: 0, end: 4 }])).toEqual(['a |m', '$xy$|m', ' b|']);
  });

  it('tiles any text under any marks', () => {
    const text = fc.array(fc.constantFrom('a', ' ', '$x$', '\\%', 'https://a.b')).map((parts) => parts.join(''));
    const marks = fc.array(fc.record({ start: fc.nat(30), length: fc.integer({ min: 1, max: 20 }) }).map(({ start, length }) => ({ start, end: start + length })));
    fc.assert(fc.property(text, marks, (source, over) => {
      const segments = segmentsOf(tokenize(source), over);
      expect(segments.map(({ start, end }) => source.slice(start, end)).join('')).toBe(source);
      for (const segment of segments.filter(({ token }) => token.kind === 'text')) {
        for (const mark of segment.marks) expect(mark.start <= segment.start && segment.end <= mark.end).toBe(true);
      }
    }));
  });
});

describe('trimmed', () => {
  it.each([
    [' ab ', { start: 0, end: 4 }, { start: 1, end: 3 }],
    ['ab', { start: 0, end: 2 }, { start: 0, end: 2 }],
    ['a  b', { start: 1, end: 3 }, null],
  ])('%j', (text, passage, expected) => {
    expect(trimmed(text, passage)).toEqual(expected);
  });
});
