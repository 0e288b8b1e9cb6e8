import { isEdtf } from '../model';
import type { RangeField } from './fields';
import type { Bounds } from './tree';

/** What stands at the end of a range, and how that is said where it does not. */
const ends: Readonly<Record<RangeField, { pattern: RegExp; reason: string }>> = {
  year: { pattern: /^-?\d{1,4}$/, reason: 'Write a year as 2024, years as 2023..2025, or compare as >=2023.' },
  rating: { pattern: /^[0-5]$/, reason: 'Stars are 0 to 5: write 4, 2..4, or compare as >=4.' },
  added: { pattern: /^\d{4}(?:-\d{2}){0,2}$/, reason: 'Write an age as <7d (d, w, m or y), a date as 2024-05-31, 2024-05 or 2024, dates as 2024-05..2024-07, or compare as >=2024-05.' },
};

const age = /^\d{1,4}[dwmy]$/;

/** Whether the end of a range of dates is an age: so many days, weeks, months or years. */
export function isAge(end: string): boolean {
  return age.test(end);
}

/** Reads a range as it is written behind the name of its field; words that say why where it is none. */
export function boundsOf(field: RangeField, text: string): Bounds | { reason: string } {
  const { reason } = ends[field];
  const isEnd = (end: string): boolean => ends[field].pattern.test(end) && (field !== 'added' || isEdtf(end));
  const isPoint = (end: string): boolean => isEnd(end) || (field === 'added' && isAge(end));
  const lower = text.toLowerCase();
  const compared = /^(<=|>=|<|>)(.{1,20})$/.exec(lower);
  if (compared !== null) {
    const [, than = '', at = ''] = compared;
    return isPoint(at) ? { kind: 'than', than: than as '<', at } : { reason };
  }
  const [from = '', to] = lower.split('..', 2);
  if (to === undefined) return isPoint(from) ? { kind: 'at', at: from } : { reason };
  if (lower.split('..').length > 2 || (from === '' && to === '') || [from, to].some((end) => end !== '' && !isEnd(end))) return { reason };
  if (from !== '' && to !== '' && isAfter(field, from, to)) return { reason: `${from} comes after ${to}: write ${field}:${to}..${from}.` };
  return { kind: 'span', from: from === '' ? null : from, to: to === '' ? null : to };
}

/** The years that a year as it is written stands for: fewer than four digits are the beginning of one, `202` of 2020 to 2029. */
export function yearsOf(year: string): [first: number, last: number] {
  if (year.startsWith('-')) return [Number(year), Number(year)];
  const width = 10 ** (4 - year.length);
  return [Number(year) * width, (Number(year) + 1) * width - 1];
}

function isAfter(field: RangeField, from: string, to: string): boolean {
  if (field === 'year') return yearsOf(from)[0] > yearsOf(to)[1];
  return field === 'rating' ? from > to : from > to.padEnd(10, '~');
}
