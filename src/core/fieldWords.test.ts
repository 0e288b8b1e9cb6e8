import { describe, expect, it } from 'vitest';
import { worded } from './fieldWords';

describe('the words for a change', () => {
  it.each([
    [{ field: 'status', before: 'to-read', after: 'done' }, 'Status', '-to read +done'],
    [{ field: 'rating', before: 0, after: 1 }, 'Rating', '+1 star'],
    [{ field: 'rating', before: 3, after: 0 }, 'Rating', '-3 stars'],
    [{ field: 'issued', before: '2024', after: '2025-21~' }, 'Date', '-2024 +about spring 2025'],
    [{ field: 'tags', before: ['a', 'b'], after: ['b', 'c'] }, 'Tags', '-a +c'],
    [{ field: 'tags', before: ['a', 'b'], after: ['b', 'a'] }, 'Tags', '-a, b +b, a'],
    [{ field: 'authors', before: [], after: [{ family: 'Lovelace', given: 'Ada' }] }, 'Authors', '+Ada Lovelace'],
    [{ field: 'authors', before: [{ family: 'Gogh', given: 'Theo' }], after: [{ family: 'Gogh', given: 'Theo', particle: 'van' }] }, 'Authors', '-Theo Gogh +Theo van Gogh'],
    [{ field: 'collections', before: ['c1', 'c2'], after: [] }, 'Collections', '-To cite, a collection that is gone'],
    [{ field: 'trashedAt', before: null, after: '2025-01-01T00:00:00.000Z' }, 'In the trash', '-no +yes'],
    [{ field: 'extra.volume', before: null, after: '7' }, 'volume', '+7'],
    [{ field: 'decisions.peft', before: null, after: 'rejected' }, 'Technique PEFT', '+rejected'],
    [{ field: 'extra.__proto__', before: null, after: 'x' }, '__proto__', '+x'],
  ])('of %o', (change, field, words) => {
    const { field: called, segments } = worded(change, { c1: 'To cite', peft: 'PEFT' });
    expect(called).toBe(field);
    expect(segments.map((segment) => ('text' in segment ? `${segment.kind === 'added' ? '+' : segment.kind === 'removed' ? '-' : ''}${segment.text}` : '')).join('')).toBe(words);
  });
});
