import { isEdtf } from '../model';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const monthFirst = new RegExp(`\\b${month}(?: (\\d{1,2})(?:st|nd|rd|th)?)?,? (\\d{4})\\b`, 'i');
const dayFirst = new RegExp(`\\b(\\d{1,2}) ${month},? (\\d{4})\\b`, 'i');
const dayAlone = new RegExp(`^(?:${month} \\d{1,2}|\\d{1,2} ${month})$`, 'i');

/** A date from its parts: as much of `YYYY-MM-DD` as is known and valid, '' without a year. */
export function issuedFromParts(parts: readonly (number | undefined)[]): string {
  const [year, ofYear, day] = parts;
  if (year === undefined || !Number.isInteger(year) || year < 0 || year > 9999) return '';
  const longest = [pad(year, 4), ofYear === undefined ? '' : pad(ofYear, 2), day === undefined ? '' : pad(day, 2)];
  for (let length = 3; length > 0; length -= 1) {
    const known = longest.slice(0, length);
    const issued = known.join('-');
    if (!known.includes('') && isEdtf(issued)) return issued;
  }
  return '';
}

/** The first date in words or digits that names a year (`2025-05-29T10:00:00Z`, `Oct 7, 2024`, `7 October 2024`, `2024`), else ''. */
export function parseIssued(text: string): string {
  const european = dayFirst.exec(text);
  if (european !== null) return issuedFromParts([Number(european[3]), monthNumber(european[2]), Number(european[1])]);
  const spelled = monthFirst.exec(text);
  if (spelled !== null) return issuedFromParts([Number(spelled[3]), monthNumber(spelled[1]), numberOrNone(spelled[2])]);
  const iso = /\b(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)/.exec(text);
  return iso === null ? '' : issuedFromParts([Number(iso[1]), numberOrNone(iso[2]), numberOrNone(iso[3])]);
}

/** Whether a whole line is nothing but a date, with or without a year. */
export function isDate(line: string): boolean {
  if (line.length > 30) return false;
  if (dayAlone.test(line) || /^\d{4}-\d{2}-\d{2}$/.test(line)) return true;
  const spelled = monthFirst.exec(line) ?? dayFirst.exec(line);
  return spelled !== null && spelled[0] === line;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function numberOrNone(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function monthNumber(name: string | undefined): number {
  return monthNames.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}
