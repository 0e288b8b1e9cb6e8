import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBiblatexDate, readYearMonthDay } from './dates';

describe('readBiblatexDate', () => {
  it.each([
    ['2012-12-13', '2012-12-13'], ['1999-10-14/2010-01-23', '1999-10-14/2010-01-23'], ['1999-10/', '1999-10/'], ['1999/..', '1999/'],
    ['2004-22', '2004-22'], ['1723~', '1723~'], ['-0876', '-0876'], ['199X', '1990/1999'], ['2004-06-XX', '2004-06'], ['1999-XX-XX', '1999'], ['19XX', '1900/1999'], ['2004-04-25T14:34:00Z', '2004-04-25'],
    ['1988-3-4', '1988-03-04'], ['88', '0088'], ['13th century', '13th century'], ['May 2003', '2003-05'], ['', ''],
  ])('reads %s as %s', (text, date) => {
    expect(readBiblatexDate(text)).toBe(date);
  });
});

describe('readYearMonthDay', () => {
  it.each([
    [['1999', 'August', ''], '1999-08'], [['1999', '08', ''], '1999-08'], [['1999', '8', '3'], '1999-08-03'], [['1999', '10 January', ''], '1999-01-10'],
    [['1999', 'January 1', ''], '1999-01-01'], [['1999', 'May/June', ''], '1999-05/1999-06'], [['1999', '3--4', ''], '1999-03/1999-04'],
    [['1999', 'May 3--5', ''], '1999-05-03/1999-05-05'], [['1999', '30 May - 2 June', ''], '1999-05-30/1999-06-02'], [['2024', 'Spring', ''], '2024-21'],
    [['1998--2000', '', ''], '1998/2000'], [['1968–90', '', ''], '1968/1990'], [['[1984]', '', ''], '1984'], [['in press', '', ''], 'in press'], [['1999', 'someday', ''], '1999'], [['1999', 'feb', '31'], '1999-02'],
    [['', '', ''], ''], [['-43', '', ''], '-0043'],
  ])('reads %j as %s', ([year = '', month = '', day = ''], date) => {
    expect(readYearMonthDay(year, month, day)).toBe(date);
  });

  it('never throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('19', '99', '-', '/', 'May', 'Spring', ' ', '1', '31', 'and', '–', '~')).map((parts) => parts.join('')));
    fc.assert(fc.property(text, text, text, (year, month, day) => {
      expect(typeof readYearMonthDay(year, month, day)).toBe('string');
      expect(typeof readBiblatexDate(year)).toBe('string');
    }), { numRuns: 2000 });
  });
});
