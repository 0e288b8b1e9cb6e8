import type { CslDate } from '../csl-types';
import { cslDate } from '../cslDates';
import { issuedFromParts, parseIssued } from '../readDates';
import { readWrittenDate } from '../writtenDates';
import { squash } from '../readText';

const season = /\b(spring|summer|autumn|fall|winter)\b/i;

/**
 * The date that several fields tell of together: RIS's `YYYY/MM/DD/other` of any length, EDTF, dates in words, a month
 * and a day of a year that only another field names. The one that says most counts; null where none says anything.
 */
export function referenceDate(texts: readonly string[]): CslDate | null {
  const written = texts.map(squash).filter((text) => text !== '');
  const years = written.map(readReferenceDate);
  const year = years.map((date) => /^\d{4}/.exec(date)?.[0]).find((found) => found !== undefined);
  const completed = written.map((text, at) => (years[at] === '' && year !== undefined ? dateInYear(text, year) : (years[at] ?? '')));
  const best = completed.reduce((most, date) => (date.length > most.length ? date : most), '');
  if (best !== '') return cslDate(best);
  const [words] = written;
  return words === undefined ? null : { literal: words };
}

/** EDTF of one date field; '' where it names no year. */
function readReferenceDate(text: string): string {
  const plain = readWrittenDate(text.replace(/\/{2,3}$/, '').replace(/(\d\/\d{1,2})\/$/, '$1'));
  if (plain !== null) return plain;
  const [, leading, behind] = /^(\d{4}),? (\D.*)$/.exec(text) ?? [];
  if (leading !== undefined && behind !== undefined) return dateInYear(behind, leading);
  const [year = '', month = '', day = '', other = ''] = text.split('/').map((part) => part.trim());
  if (!/^\d{1,4}$/.test(year)) return parseIssued(text);
  const named = season.exec(other)?.[1] ?? season.exec(month)?.[1];
  if (named !== undefined) return readWrittenDate(`${named} ${year}`) ?? year.padStart(4, '0');
  if (/^2[1-4]$/.test(month)) return `${year.padStart(4, '0')}-${month}`;
  if (month === '' && other !== '') return dateInYear(other, year);
  return issuedFromParts([Number(year), numberOf(month), numberOf(day)]);
}

/** `May 12`, `12 May`, `May-Jun` or `Winter` of a year. */
function dateInYear(text: string, year: string): string {
  const [first = '', second] = text.split(/ ?[-–—/] ?/);
  const range = second === undefined ? null : readWrittenDate(`${first} ${year} to ${second} ${year}`);
  return range ?? readWrittenDate(`${first}, ${year}`) ?? readWrittenDate(`${first} ${year}`) ?? year.padStart(4, '0');
}

function numberOf(digits: string): number | undefined {
  return /^\d{1,2}$/.test(digits) ? Number(digits) : undefined;
}
