import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Issued } from '../model';
import { isDate, issuedFromParts, parseIssued } from './readDates';

describe('parseIssued', () => {
  it.each([
    ['2025-05-29T10:00:00.000Z', '2025-05-29'],
    ['2025-05', '2025-05'],
    ['Published on Oct 7, 2024', '2024-10-07'],
    ['7 October 2024', '2024-10-07'],
    ['May 2021', '2021-05'],
    ['2021', '2021'],
    ['2021-02-31', '2021-02'],
    ['2021-13-01', '2021'],
    ['Oct 7', ''],
    ['forthcoming', ''],
  ])('reads %j', (text, issued) => {
    expect(parseIssued(text)).toBe(issued);
  });

  it('gives a valid date or none for any text', () => {
    const valid = (issued: string): void => {
      expect(Issued.safeParse(issued).success).toBe(true);
    };
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => valid(parseIssued(text))));
    fc.assert(fc.property(fc.array(fc.oneof(fc.double(), fc.integer({ min: 0, max: 40 }))), (parts) => valid(issuedFromParts(parts))));
  });
});

describe('isDate', () => {
  it('knows a line that is only a date', () => {
    expect(['May 29', '29 May', 'Oct 7, 2024', '2024-10-07', 'October 2024'].every(isDate)).toBe(true);
    expect(['May 29 was a good day', 'May the best model win', 'On Oct 7, 2024'].some(isDate)).toBe(false);
  });
});
