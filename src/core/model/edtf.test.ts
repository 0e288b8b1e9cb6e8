import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edtfDates } from '../../../tests/edtfDates';
import { formatEdtf, isEdtf, Issued, parseEdtf, yearOf } from './edtf';

const certain = { isAbout: false, isUncertain: false };

describe('dates of works', () => {
  it.each(['', '2025', '2025-03', '2024-02-29', '2025-21', '2025~', '2025-03?', '2025%', '-0043', '0000', '2024/2025-02~', '2024/'])('may be %j', (issued) => {
    expect(Issued.safeParse(issued).success && isEdtf(issued)).toBe(true);
  });

  it.each(['25', '2025-13', '2025-20', '2025-25', '2023-02-29', '-0000', '2025-3', '/2025', '/', '2024/2025/2026', 'May 2025', '2025 ', '２０２５'])('are not %j', (text) => {
    expect(Issued.safeParse(text).success || isEdtf(text)).toBe(false);
  });

  it('are taken apart', () => {
    expect(parseEdtf('-0043-03-15~')).toEqual({ from: { year: -43, month: 3, day: 15, isAbout: true, isUncertain: false } });
    expect(parseEdtf('2024-23/')).toEqual({ from: { year: 2024, season: 3, ...certain }, until: 'open' });
    expect(parseEdtf('2024/2025%')).toEqual({ from: { year: 2024, ...certain }, until: { year: 2025, isAbout: true, isUncertain: true } });
    expect([parseEdtf(''), parseEdtf('soon')]).toEqual([null, null]);
  });

  it('are put together again', () => {
    fc.assert(fc.property(edtfDates, (edtf) => {
      const date = parseEdtf(edtf);
      expect(date && formatEdtf(date)).toBe(edtf);
    }));
  });

  it('have the year in which they begin', () => {
    expect(['2025-03', '2024~/2025', '-0043-01', '0000', ''].map((issued) => yearOf({ issued }))).toEqual([2025, 2024, -43, 0, null]);
  });
});
