import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsGlob } from './glob';

describe('a pattern', () => {
  it('fits what a regular expression of it does', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 3 });
    fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 }), (parts, text) => {
      const pattern = new RegExp(`^${parts.map((part) => part.replaceAll('.', '[.]')).join('.*')}$`);
      expect(fitsGlob(parts, text)).toBe(pattern.test(text));
    }), { numRuns: 2000 });
  });
});
