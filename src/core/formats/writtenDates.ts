import { formatEdtf, isEdtf, parseEdtf, type EdtfDate, type EdtfPoint } from '../model';
import { squash } from './readText';

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;

/**
 * An EDTF date as a person writes it: as it stands where it is made of numbers, else in words (`spring 2025`, `about
 * 2025`, `perhaps 2025-03`, `44 BC`, `2024 to 2025`, `from 2024`). `readWrittenDate` reads it back.
 */
export function writeDate(edtf: string): string {
  const date = parseEdtf(edtf);
  if (date === null) return edtf;
  const { from, until } = date;
  if (until === undefined) return writePoint(from);
  return until === 'open' ? `from ${writePoint(from)}` : `${writePoint(from)} to ${writePoint(until)}`;
}

function writePoint(point: EdtfPoint): string {
  const { year, month, season, isAbout, isUncertain } = point;
  const vague = `${isUncertain ? 'perhaps ' : ''}${isAbout ? 'about ' : ''}`;
  const era = year > 0 ? `${year}`.padStart(4, '0') : `${1 - year} BC`;
  if (season !== undefined) return `${vague}${seasons[season - 1] ?? ''} ${era}`;
  if (month === undefined) return `${vague}${era}`;
  return vague + formatEdtf({ from: { ...point, isAbout: false, isUncertain: false } });
}

/** The EDTF date of a text that is nothing but a date, in words or numbers; '' of an empty text, null of any other. */
export function readWrittenDate(text: string): string | null {
  const written = squash(text);
  if (written === '' || isEdtf(written)) return written;
  if (written.length > 100) return null;
  const point = readPoint(written);
  const date: EdtfDate | null = point === null ? readRange(written) : { from: point };
  const edtf = date === null ? '' : formatEdtf(date);
  return edtf !== '' && isEdtf(edtf) ? edtf : null;
}

const open = /^(?:(?:from|since) (.+)|(.+?) ?(?:[–—]|\/|\/\.\.|to))$/i;
const between = /^(.+?)(?: to | ?[–—] ?| - |\/)(.+)$/i;
const years = /^(\d{4}) ?- ?(\d{4})$/;

function readRange(written: string): EdtfDate | null {
  const [, start = '', end = ''] = years.exec(written) ?? between.exec(written) ?? [];
  const [from, until] = [readPoint(start), readPoint(end)];
  if (from !== null && until !== null) return { from, until };
  const [, since, before] = open.exec(written) ?? [];
  const begun = readPoint(since ?? before ?? '');
  return begun === null ? null : { from: begun, until: 'open' };
}

const about = /^(?:about|around|approximately|circa|ca?\.|ca|~) ?/i;
const perhaps = /^(?:perhaps|possibly|probably) /i;

function readPoint(written: string): EdtfPoint | null {
  const certain = written.replace(perhaps, '');
  const plain = certain.replace(about, '');
  const [isUncertain, isAbout] = [certain !== written, plain !== certain];
  const point = readPlain(plain);
  return point === null ? null : { ...point, isAbout: isAbout || point.isAbout, isUncertain: isUncertain || point.isUncertain };
}

const inSeason = /^(spring|summer|autumn|fall|winter),? (?:of )?(\d{1,5})( bce?)?$/i;
const beforeEra = /^(\d{1,5}) ?bce?$/i;
const numeric = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/;
const dayFirst = /^(?:(\d{1,2})(?:st|nd|rd|th)?\.? )?([a-z]{3,9})\.?,? (\d{4})$/i;
const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;

function readPlain(text: string): EdtfPoint | null {
  const point = parseEdtf(text);
  if (point !== null) return point.until === undefined ? point.from : null;
  const season = inSeason.exec(text);
  if (season !== null) {
    const named = seasons.findIndex((name) => name === (season[1] ?? '').toLowerCase().replace('fall', 'autumn')) + 1;
    return { ...certainYear(Number(season[2]), season[3] !== undefined), season: named as 1 | 2 | 3 | 4 };
  }
  const ancient = beforeEra.exec(text);
  if (ancient !== null) return certainYear(Number(ancient[1]), true);
  const [, year, month, day] = numeric.exec(text) ?? [];
  if (year !== undefined) return withMonth(Number(year), Number(month), day);
  const [, first, name, inYear] = dayFirst.exec(text) ?? swapped(monthFirst.exec(text));
  return name === undefined ? null : withMonth(Number(inYear), months.findIndex((month) => month.startsWith(name.toLowerCase())) + 1, first);
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] {
  return match === null ? [] : [match[0], match[2], match[1], match[3]];
}

function certainYear(year: number, isBeforeEra: boolean): EdtfPoint {
  return { year: isBeforeEra ? 1 - year : year, isAbout: false, isUncertain: false };
}

function withMonth(year: number, month: number, day: string | undefined): EdtfPoint | null {
  if (month < 1 || month > 12) return null;
  return { ...certainYear(year, false), month, ...(day !== undefined && { day: Number(day) }) };
}
