import { formatEdtf, Issued, parseEdtf, type EdtfPoint } from '../model';
import type { CslDate } from './csl-types';

/** What CSL and its processors take for the end of a range that has none yet. */
const OPEN = 0;

/**
 * A date as CSL has it: EDTF as parts, any other text as a date in words. CSL counts years before the common era from -1
 * (1 BC) and has one `circa` for a whole date, so that `exactDate` is needed to get every EDTF date back.
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

/** The EDTF date that `date` stands for, '' where its parts say none. */
export function edtfFromCsl(date: CslDate): string {
  const [first = [], last] = date['date-parts'] ?? [];
  const from = pointFrom(first, date);
  if (from === null) return '';
  if (last === undefined) return settled(formatEdtf({ from }));
  const until = last[0] === OPEN || last.length === 0 ? 'open' : pointFrom(last, {});
  if (until === null) return settled(formatEdtf({ from }));
  return settled(formatEdtf({ from, until: until === 'open' ? until : { ...until, isAbout: from.isAbout } }));
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
  const withDay = third === undefined ? withMonth : { ...withMonth, day: third };
  return Issued.safeParse(formatEdtf({ from: withDay })).success ? withDay : withMonth;
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

function settled(edtf: string): string {
  return Issued.safeParse(edtf).success ? edtf : '';
}
