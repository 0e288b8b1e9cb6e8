import { z } from 'zod';

/**
 * Dates of works in the part of EDTF (ISO 8601-2, levels 0 and 1) that bibliographies use: `2025`, `2025-03`, `2025-03-14`,
 * a season of a year (`2025-21` spring to `2025-24` winter), about (`2025~`), perhaps (`2025?`) or both (`2025%`), years
 * before the common era (`-0043`; as in ISO 8601 `0000` is 1 BC), a range (`2024/2025-02`) and one without an end (`2024/`).
 */
const day = String.raw`(?:-(?!0000))?\d{4}(?:-(?:2[1-4]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?[~?%]?`;
const pattern = new RegExp(`^(?:${day}(?:/(?:${day})?)?)?$`);

/** A date of a work, as above; empty when unknown. */
export const Issued = z.string()
  .regex(pattern, 'write a date as 2025, 2025-03 or 2025-03-14, a range as 2024/2025, “about” as 2025~, spring to winter as 2025-21 to 2025-24')
  .refine((issued) => issued.split('/').every(isInItsMonth), 'that month has no such day');

/** One end of a date: what is known of it, from the year on. The year is astronomical: 0 is 1 BC. */
export interface EdtfPoint {
  year: number;
  month?: number;
  day?: number;
  /** 1 to 4, spring to winter. */
  season?: 1 | 2 | 3 | 4;
  isAbout: boolean;
  isUncertain: boolean;
}

/** A date taken apart; `until` is the end of a range, 'open' where it has none yet. */
export interface EdtfDate {
  from: EdtfPoint;
  until?: EdtfPoint | 'open';
}

/** A date of the form of `Issued`, taken apart; null for an empty one and for any other text. */
export function parseEdtf(issued: string): EdtfDate | null {
  if (issued === '' || !isEdtf(issued)) return null;
  const [from = '', until] = issued.split('/');
  if (until === undefined) return { from: pointOf(from) };
  return { from: pointOf(from), until: until === '' ? 'open' : pointOf(until) };
}

/** Whether a text is a date of the form of `Issued`, or empty. */
export function isEdtf(text: string): boolean {
  return pattern.test(text) && text.split('/').every(isInItsMonth);
}

/** Writes a date that `parseEdtf` takes apart. */
export function formatEdtf({ from, until }: EdtfDate): string {
  if (until === undefined) return formatPoint(from);
  return `${formatPoint(from)}/${until === 'open' ? '' : formatPoint(until)}`;
}

function pointOf(text: string): EdtfPoint {
  const mark = text.charAt(text.length - 1);
  const isNegative = text.startsWith('-');
  const start = isNegative ? 1 : 0;
  const year = Number(text.slice(start, start + 4));
  const ofYear = Number(text.slice(start + 5, start + 7));
  const ofMonth = Number(text.slice(start + 8, start + 10));
  const point: EdtfPoint = { year: isNegative ? -year : year, isAbout: mark === '~' || mark === '%', isUncertain: mark === '?' || mark === '%' };
  if (ofYear > 20) point.season = (ofYear - 20) as 1 | 2 | 3 | 4;
  else if (ofYear > 0) point.month = ofYear;
  if (ofMonth > 0) point.day = ofMonth;
  return point;
}

function formatPoint({ year, month, day: ofMonth, season, isAbout, isUncertain }: EdtfPoint): string {
  const parts = [`${year < 0 ? '-' : ''}${padded(Math.abs(year), 4)}`];
  if (season !== undefined) parts.push(padded(20 + season, 2));
  else if (month !== undefined) parts.push(padded(month, 2));
  if (season === undefined && month !== undefined && ofMonth !== undefined) parts.push(padded(ofMonth, 2));
  return parts.join('-') + (isAbout && isUncertain ? '%' : isAbout ? '~' : isUncertain ? '?' : '');
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Whether the day of a date that has one is a day of its month. */
function isInItsMonth(point: string): boolean {
  const { year, month, day: ofMonth } = pointOf(point);
  if (month === undefined || ofMonth === undefined) return true;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return ofMonth <= days;
}

/** The year in which a date begins, or null when it is not known. */
export function yearOf({ issued }: { issued: string }): number | null {
  if (issued === '') return null;
  return Number(issued.slice(0, issued.startsWith('-') ? 5 : 4)) + 0;
}
