import { describe, expect, it } from 'vitest';
import { inserted } from './patternText';

describe('putting a piece into a pattern', () => {
  it.each([
    ['[auth]', '[year]', 6, 6, '[auth][year]', 12],
    ['[auth][year]', '-', 6, 6, '[auth]-[year]', 7],
    ['[auth][year]', '[title]', 6, 12, '[auth][title]', 13],
    ['[auth]', ':lower', 6, 6, '[auth:lower]', 11],
    ['[auth]', ':lower', 5, 5, '[auth:lower]', 11],
    ['', '[auth]', 0, 0, '[auth]', 6],
  ])('%s and %s at %i to %i: %s', (pattern, text, from, to, expected, cursor) => {
    expect(inserted(pattern, text, { from, to })).toEqual({ pattern: expected, cursor });
  });
});
