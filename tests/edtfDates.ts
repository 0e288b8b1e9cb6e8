import * as fc from 'fast-check';
import { isEdtf } from '../src/core/model';

const two = (value: number): string => String(value).padStart(2, '0');

const year = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 2100 }) }, fc.integer({ min: -9999, max: 9999 }))
  .map((value) => (value < 0 ? `-${String(-value).padStart(4, '0')}` : String(value).padStart(4, '0')));

const rest = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 12 }).map((month) => `-${two(month)}`),
  fc.integer({ min: 21, max: 24 }).map((season) => `-${season}`),
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })).map(([month, day]) => `-${two(month)}-${two(day)}`),
);

const point = fc.tuple(year, rest, fc.constantFrom('', '', '~', '?', '%')).map((parts) => parts.join(''));

/** Dates of every form that a paper may have, but the empty one. */
export const edtfDates = fc.oneof(
  { weight: 3, arbitrary: point }, point.map((from) => `${from}/`), fc.tuple(point, point).map((ends) => ends.join('/')),
).filter(isEdtf);
