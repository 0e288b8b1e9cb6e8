import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate, targetOf } from './anchor';

/** The target of the first occurrence of `passage` after `before`. */
const target = (text: string, passage: string, before = '') => {
  const start = text.indexOf(passage, text.indexOf(before) + before.length);
  return targetOf(text, start, start + passage.length);
};

describe('locate', () => {
  const text = 'We prune heads. Then we prune layers, and then we prune nothing.';

  it('finds a passage where it was', () => {
    expect(locate(target(text, 'prune', 'Then'), text)).toEqual({ start: 24, end: 29 });
  });

  it('follows a passage that an edit has moved', () => {
    expect(locate(target(text, 'prune layers'), `A new sentence. ${text}`)).toEqual({ start: 40, end: 52 });
  });

  it('prefers the occurrence with the old surroundings', () => {
    const moved = `Here it says: ${text}`;
    expect(locate(target(text, 'prune', 'Then'), moved)).toEqual({ start: 38, end: 43 });
  });

  it('says so when the words are gone', () => {
    expect(locate(target(text, 'prune layers'), 'Something else.')).toBeNull();
  });

  it('finds any passage of any text in that text', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (any, a, b) => {
      const start = a % any.length;
      const end = start + 1 + (b % (any.length - start));
      expect(locate(targetOf(any, start, end), any)).toEqual({ start, end });
    }));
  });
});
