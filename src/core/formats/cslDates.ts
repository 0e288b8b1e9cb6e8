import { formatEdtf, isEdtf, parseEdtf, type EdtfPoint } from '../model';
import type { CslDate } from './csl-types';
import { parseIssued } from './readDates';
import { squash } from './readText';
import { readWrittenDate } from './writtenDates';

/** What CSL and its processors take for the end of a range that has none yet. */
const OPEN = 0;

/**
 * A date as CSL has it: EDTF as parts, any other text as a date in words. CSL counts years before the common era from -1
 * (1 BC) and has one `circa` for a whole date; `isExactInCsl` tells whether that says it all.
 */
export function cslDate(text: string): CslDate {
  const date = parseEdtf(text);
  if (date === null) return { literal: text };
  const { from, until } = date;
  const isCirca = isVague(from) || (until !== undefined && until !== 'open' && isVague(until));
  const circa = isCirca ? { circa: true } : {};
  if (until !== undefined) return { 'date-parts': [rangePart(from), until === 'open' ? [OPEN] : rangePart(until)], ...circa };
  return { 'date-parts': [parts(from)], ...(from.season !== undefined && { season: from.season }), ...circa };
}

export function isExactInCsl(text: string): boolean {
  return parseEdtf(text) === null || edtfOf(cslDate(text)) === text;
}

/** A date as programs write it into CSL-JSON, with texts for numbers and words for seasons. */
export interface LooseCslDate {
  'date-parts'?: readonly (readonly (number | string | null)[])[] | null | undefined;
  season?: string | number | null | undefined;
  circa?: string | number | boolean | null | undefined;
  literal?: string | undefined;
  raw?: string | undefined;
}

/**
 * The EDTF date that a CSL date stands for, as far as there is one, and its words where they say something else (`in
 * press`). `exact` is what `cslDate` may have been made of.
 */
export function readCslDate(date: LooseCslDate | string | number, exact?: unknown): { edtf: string; words: string } {
  if (typeof date !== 'object') return datedInWords(squash(String(date)), '');
  const given = settled(date);
  const said = edtfOf(given);
  const edtf = typeof exact === 'string' && exact !== '' && isEdtf(exact) && edtfOf(cslDate(exact)) === said ? exact : said;
  const words = squash(date.raw === undefined || date.raw === '' ? (date.literal ?? '') : date.raw);
  if (words !== '') return datedInWords(words, edtf);
  const [, end] = given['date-parts'] ?? [];
  if (edtf === '' && end !== undefined) return datedInWords(`/${edtfOf({ 'date-parts': [end] })}`, '');
  return { edtf, words: '' };
}

function datedInWords(words: string, edtf: string): { edtf: string; words: string } {
  const read = readWrittenDate(words);
  if (read !== null && (edtf === '' || read === edtf || isEdtf(words))) return { edtf: read, words: '' };
  return { edtf: edtf === '' ? parseIssued(words) : edtf, words };
}

const seasons = ['spring', 'summer', 'autumn', 'winter'];

function settled({ 'date-parts': given, season, circa }: LooseCslDate): CslDate {
  const [from, until] = (given ?? []).map(numbers);
  const named = String(season ?? '').toLowerCase().replace('fall', 'autumn');
  const date: CslDate = { season: seasons.includes(named) ? seasons.indexOf(named) + 1 : Number(named), circa: !['', '0', 'false'].includes(String(circa ?? '')) };
  if (from !== undefined) date['date-parts'] = until === undefined ? [from] : [from, until];
  return date;
}

/** The parts up to the first that is missing. */
function numbers(given: readonly (number | string | null)[]): number[] {
  const end = given.findIndex((part) => part === null || part === '');
  return given.slice(0, end === -1 ? given.length : end).map(Number);
}

function edtfOf(date: CslDate): string {
  const [first = [], last] = date['date-parts'] ?? [];
  const from = pointFrom(first, date);
  if (from === null) return '';
  if (last === undefined) return formatEdtf({ from });
  if (last[0] === OPEN || last.length === 0) return formatEdtf({ from, until: 'open' });
  const until = pointFrom(last, { circa: from.isAbout });
  return formatEdtf(until === null ? { from } : { from, until });
}

function isVague({ isAbout, isUncertain }: EdtfPoint): boolean {
  return isAbout || isUncertain;
}

function parts({ year, month, day }: EdtfPoint): number[] {
  return [year > 0 ? year : year - 1, month, day].filter((part) => part !== undefined);
}

/** In a range, which has no `season` of its own for each end, a season stands in the place of the month. */
function rangePart(point: EdtfPoint): number[] {
  return point.season === undefined ? parts(point) : [...parts(point), 20 + point.season];
}

function pointFrom([year, second, third]: readonly number[], { season, circa = false }: Pick<CslDate, 'season' | 'circa'>): EdtfPoint | null {
  if (year === undefined || year === 0 || !Number.isInteger(year) || year > 9999 || year < -10000) return null;
  const point: EdtfPoint = { year: year > 0 ? year : year + 1, isAbout: circa, isUncertain: false };
  const ofYear = isSeason(season) ? season : seasonOf(second);
  if (ofYear !== undefined) return { ...point, season: ofYear };
  if (second === undefined || !Number.isInteger(second) || second < 1 || second > 12) return point;
  const withMonth = { ...point, month: second };
  if (third === undefined || !Number.isInteger(third) || third < 1) return withMonth;
  const withDay = { ...withMonth, day: third };
  return isEdtf(formatEdtf({ from: withDay })) ? withDay : withMonth;
}

function isSeason(season: number | undefined): season is 1 | 2 | 3 | 4 {
  return season === 1 || season === 2 || season === 3 || season === 4;
}

/** Seasons in the place of a month: 13 to 16 as citeproc has it, 21 to 24 as EDTF. */
function seasonOf(month: number | undefined): 1 | 2 | 3 | 4 | undefined {
  if (month === undefined) return undefined;
  const season = month > 20 ? month - 20 : month - 12;
  return isSeason(season) ? season : undefined;
}
