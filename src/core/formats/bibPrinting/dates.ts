import { parseEdtf } from '../../model';
import { toLatex } from '../latex';
import { braced } from './values';
import type { BibDialect } from './kinds';

type Field = readonly [name: string, value: string];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The date of publication: biblatex takes EDTF as it is. For BibTeX it is a year and the macro of a month; what those
 * two do not say (a day, a range, about) is said by a `date` beside them, which BibTeX passes over.
 */
export function dateFields(issued: string, words: string, dialect: BibDialect): Field[] {
  const inWords = braced(toLatex(words));
  const date = parseEdtf(issued);
  if (date === null) return [['year', inWords]];
  if (dialect === 'biblatex') return [['date', braced(issued)], ['issued', inWords]];
  const { year, month } = date.from;
  const isSaid = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(issued);
  return [
    ['year', inWords === '' ? braced(year < 1 ? issued.slice(0, 5) : issued.slice(0, 4)) : inWords],
    ['month', months[(month ?? 0) - 1] ?? ''],
    ['date', isSaid ? '' : braced(issued)],
  ];
}
