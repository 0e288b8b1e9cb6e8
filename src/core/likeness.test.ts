import { describe, expect, it } from 'vitest';
import { areLike } from './likeness';

describe('words that are like each other', () => {
  it.each([
    ['title', 'title', 0], ['titel', 'title', 1], ['titl', 'title', 1], ['tittle', 'title', 1], ['tible', 'title', 1], ['itlte', 'title', 2], ['', 'ab', 2], ['kitten', 'sitting', 3],
  ])('%s and %s are %i edits apart', (a, b, edits) => {
    expect(areLike(a, b, edits)).toBe(true);
    expect(areLike(b, a, edits)).toBe(true);
    expect(edits > 0 && areLike(a, b, edits - 1)).toBe(false);
  });
});
