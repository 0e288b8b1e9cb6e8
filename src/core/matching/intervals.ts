import { parseEdtf, type Paper } from '../model';
import type { Bounds } from '../query';
import { isAge, yearsOf } from '../query/ranges';
import type { Test } from './sources';

/** Two numbers or dates, both of them inside. */
type Interval<T> = [from: T, to: T];

/** The interval that bounds stand for; `of` tells that of a point, `ends` the outermost one. */
function intervalOf<T>(bounds: Bounds, of: (point: string) => Interval<T>, [least, most]: Interval<T>): { interval: Interval<T>; open: 'from' | 'to' | null } {
  switch (bounds.kind) {
    case 'at': return { interval: of(bounds.at), open: null };
    case 'span': return { interval: [bounds.from === null ? least : of(bounds.from)[0], bounds.to === null ? most : of(bounds.to)[1]], open: null };
    case 'than': {
      const [from, to] = of(bounds.at);
      switch (bounds.than) {
        case '<': return { interval: [least, from], open: 'to' };
        case '<=': return { interval: [least, to], open: null };
        case '>': return { interval: [to, most], open: 'from' };
        case '>=': return { interval: [from, most], open: null };
      }
    }
  }
}

function whole(bounds: Bounds, of: (point: string) => Interval<number>): Interval<number> {
  const { interval: [from, to], open } = intervalOf(bounds, of, [-Infinity, Infinity]);
  return [open === 'from' ? from + 1 : from, open === 'to' ? to - 1 : to];
}

/** Works that took years lie in each of them. */
export function yearTest(bounds: Bounds): Test {
  const [from, to] = whole(bounds, yearsOf);
  return ({ issued }) => {
    if (issued === '') return false;
    const years = yearsOfWork(issued);
    return years !== null && years[0] <= to && from <= years[1];
  };
}

function yearsOfWork(issued: string): Interval<number> | null {
  if (/^\d{4}(?:-|$)/.test(issued) && !issued.includes('/')) return [Number(issued.slice(0, 4)), Number(issued.slice(0, 4))];
  const date = parseEdtf(issued);
  if (date === null) return null;
  const { from, until = from } = date;
  return [from.year, until === 'open' ? Infinity : until.year];
}

/** What nobody has rated is found only where no stars are asked for in so many words. */
export function ratingTest(bounds: Bounds): Test {
  const [from, to] = whole(bounds, (stars) => [Number(stars), Number(stars)]);
  const unrated = Object.values(bounds).includes('0');
  return ({ rating }) => from <= rating && rating <= to && (rating > 0 || unrated);
}

/** Dates are those of UTC. `now` is an ISO date with time. */
export function addedTest(bounds: Bounds, now: string): Test {
  const age = bounds.kind === 'span' || !isAge(bounds.at) ? null : before(now, bounds.at);
  if (age !== null) {
    const longer = bounds.kind === 'than' && bounds.than.startsWith('>');
    return ({ addedAt }) => (longer ? addedAt <= age : addedAt >= age);
  }
  const { interval: [from, to], open } = intervalOf(bounds, (date): Interval<string> => [date, `${date}~`], ['', '~']);
  return ({ addedAt }: Paper) => (open === 'from' ? addedAt > from : addedAt >= from) && (open === 'to' ? addedAt < to : addedAt <= to);
}

/** The moment that lies an age (`7d`, `2w`, `6m`, `1y`) before another. */
function before(now: string, age: string): string {
  const date = new Date(now);
  const count = Number(age.slice(0, -1));
  switch (age.at(-1)) {
    case 'd': date.setUTCDate(date.getUTCDate() - count); break;
    case 'w': date.setUTCDate(date.getUTCDate() - 7 * count); break;
    case 'm': date.setUTCMonth(date.getUTCMonth() - count); break;
    default: date.setUTCFullYear(date.getUTCFullYear() - count);
  }
  return date.toISOString();
}
