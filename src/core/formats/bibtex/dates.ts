import { isEdtf } from '../../model';
import { squash } from '../readText';
import { readWrittenDate } from '../writtenDates';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const seasonNames: ReadonlyMap<string, string> = new Map([['spr', '21'], ['sum', '22'], ['aut', '23'], ['fal', '23'], ['win', '24']]);

/** A date as biblatex writes it (EDTF, level 1) in Lectern's form of EDTF; any other text is given back as it is. */
export function readBiblatexDate(text: string): string {
  const written = squash(text);
  const plain = written.replace(/T\d{2}:\d{2}[\d:.Z+-]*/gi, '').replace(/\.\.$/, '').replace(/(?:-(?:XX|uu))+(?=\/|$)/g, '');
  if (isEdtf(plain)) return plain;
  const decade = /^(\d{3}X|\d{2}XX)$/.exec(plain)?.[0];
  if (decade !== undefined) return `${decade.replaceAll('X', '0')}/${decade.replaceAll('X', '9')}`;
  const loose = plain.split('/').map(padded).join('/');
  return isEdtf(loose) ? loose : (readWrittenDate(written) ?? written);
}

/** `2012-1-3` and `98-12`-like dates miss zeros; years of fewer than four digits are early ones. */
function padded(point: string): string {
  const [, sign = '', year = '', month, day, mark = ''] = /^(-?)(\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?([~?%]?)$/.exec(point) ?? [];
  if (year === '') return point;
  return sign + [year.padStart(4, '0'), month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-') + mark;
}

/**
 * A date from the fields that BibTeX has: a year (`1984`, `c. 1850`, `1998--2000`, `in press`), a month (`3`, `March`,
 * `jan # "~1"`, `May/June`, `Spring`) and, from some programs, a day.
 */
export function readYearMonthDay(year: string, month: string, day: string): string {
  const written = squash(year).replace(/^\[(.*)\]$/, '$1');
  if (month === '' && /^\d{4}$/.test(written)) return written;
  if (!/^-?\d{1,4}$/.test(written)) {
    const whole = readBiblatexDate(written.replace(yearRange, (_found, century: string, from: string, until: string) => `${century}${from}/${until.length === 2 ? century : ''}${until}`));
    return isEdtf(whole) && /^\d{4}$/.test(whole) ? readYearMonthDay(whole, month, day) : whole;
  }
  const full = padded(written);
  const [from, until] = monthRange(month, day);
  if (from?.length === 2 && until === undefined && full.length === 4) return `${full}-${from}`;
  if (from === undefined) return isEdtf(full) ? full : written;
  const date = until === undefined ? `${full}-${from}` : `${full}-${from}/${full}-${until}`;
  return [date, `${full}-${from.slice(0, 2)}`, full].find(isEdtf) ?? written;
}

/** `1968--1990`, `1968–90`. */
const yearRange = /^(\d{2})(\d{2})\s*[–—-]{1,3}\s*(\d{4}|\d{2})$/;

/** `MM`, `MM-DD` or a season, and the end of a range of them. */
function monthRange(month: string, day: string): [from?: string, until?: string] {
  const [first, second] = month.toLowerCase().split(/[/–—]|-{1,3}|\band\b/).map((side) => side.trim()).filter((side) => side !== '').map(sideOf);
  if (first === undefined) return [];
  const named = first.month ?? second?.month;
  const from = named === undefined ? monthOf(first.number) : (first.month ?? named);
  if (from === undefined) return [];
  if (second === undefined) return [withDay(from, named === undefined ? dayOf(day) : (first.number ?? dayOf(day)))];
  if (named === undefined) return [from, monthOf(second.number)];
  return [withDay(from, first.number), withDay(second.month ?? named, second.number)];
}

/** What one side of a range of months says: a month or season by its name, and a number. */
function sideOf(text: string): { month: string | undefined; number: string | undefined } {
  const name = /[a-z]{3,}/.exec(text)?.[0].slice(0, 3) ?? '';
  const index = monthNames.indexOf(name);
  return { month: index === -1 ? seasonNames.get(name) : twoDigits(index + 1), number: dayOf(text) };
}

function monthOf(number: string | undefined): string | undefined {
  return number !== undefined && Number(number) >= 1 && Number(number) <= 12 ? number : undefined;
}

function dayOf(text: string): string | undefined {
  const digits = /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0];
  return digits === undefined ? undefined : twoDigits(Number(digits));
}

function withDay(month: string, day: string | undefined): string {
  return day === undefined || Number(month) > 12 ? month : `${month}-${day}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
