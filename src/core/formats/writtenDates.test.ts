import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdtf } from '../model';
import { edtfDates } from '../../../tests/edtfDates';
import { readWrittenDate, writeDate } from './writtenDates';

describe('a date as it is written', () => {
  it.each([
    ['2025-03-14', '2025-03-14'],
    ['2025-22', 'summer 2025'],
    ['2025~', 'about 2025'],
    ['2025-03?', 'perhaps 2025-03'],
    ['-0043', '44 BC'],
    ['-9999-21', 'spring 10000 BC'],
    ['-0043-03-15', '-0043-03-15'],
    ['2024/2025-02~', '2024 to about 2025-02'],
    ['2024/', 'from 2024'],
    ['', ''],
  ])('is for %s %j', (edtf, written) => {
    expect(writeDate(edtf)).toBe(written);
    expect(readWrittenDate(written)).toBe(edtf);
  });

  it.each([
    ['14 March 2025', '2025-03-14'], ['March 14th, 2025', '2025-03-14'], ['Sept. 2025', '2025-09'], ['2025/3/4', '2025-03-04'], ['2025-3', '2025-03'],
    ['c. 1850', '1850~'], ['ca 1850', '1850~'], ['Fall 2024', '2024-23'], ['2003–2005', '2003/2005'], ['2003-2005', '2003/2005'], ['May 2003 – June 2004', '2003-05/2004-06'],
    ['since 2003', '2003/'], ['2003–', '2003/'], ['2003/..', '2003/'], ['44 BCE', '-0043'], ['100 BC to 44 BC', '-0099/-0043'], ['probably spring 1999', '1999-21?'],
  ])('may be %s', (written, edtf) => {
    expect(readWrittenDate(written)).toBe(edtf);
  });

  it.each(['soon', 'in press', '03/2025', '2025-13', '2023-02-30', '31 April 2020', 'Mayor 2024', '2024/25', '/1988', 'about', 'from', '1 to', '99999'])('is not %j', (text) => {
    expect(readWrittenDate(text)).toBeNull();
  });

  it('reads back as it was', () => {
    fc.assert(fc.property(edtfDates, (edtf) => {
      expect(readWrittenDate(writeDate(edtf))).toBe(edtf);
    }));
  });

  it('is valid or none for any text', () => {
    const piece = fc.constantFrom('about ', 'from ', ' to ', '–', '/', '-', '2024', '12', 'May', 'spring', 'BC', '~', '?', ' ', '0');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece).map((pieces) => pieces.join(''))), (text) => {
      expect(isEdtf(readWrittenDate(text) ?? '')).toBe(true);
    }), { numRuns: 1000 });
  });
});
