import { parseEdtf } from '../../model';
import type { BibFields } from './fields';
import type { BibDialect } from './kinds';
import { braced } from './values';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The date of publication: biblatex takes EDTF as it is. For BibTeX it is a year and the macro of a month; what those
 * two do not say (a day, a range, about) is said by a `date` beside them, which BibTeX passes over.
 */
export function putDate(fields: BibFields, issued: string, words: string, dialect: BibDialect): void {
  const date = parseEdtf(issued);
  if (date === null) return fields.putText('year', words);
  if (dialect === 'biblatex') {
    fields.put('date', braced(issued));
    return fields.putText('issued', words);
  }
  const { year, month } = date.from;
  fields.putText('year', words);
  fields.put('year', braced(issued.slice(0, year < 0 ? 5 : 4)));
  fields.put('month', months[(month ?? 0) - 1] ?? '');
  if (!/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(issued)) fields.put('date', braced(issued));
}
