import { parseArxivId } from '../../../../core/formats/arxiv';
import { readWrittenDate, writeDate } from '../../../../core/formats/writtenDates';
import { isWebAddress } from '../description';

/** How a field of the description is written, and what is wrong with a value; null when nothing is. */
export interface FieldRule {
  settle?: (value: string) => string;
  check?: (value: string) => string | null;
  /** How the stored value is written, and what is stored of a written one that has been checked. */
  write?: (stored: string) => string;
  read?: (written: string) => string;
}

export const fieldRules = {
  title: {},
  venue: {},
  abstract: {},
  citationKey: { settle: (value) => value.trim() },
  issued: {
    write: writeDate,
    read: (value) => readWrittenDate(value) ?? '',
    settle: (value) => writeDate(readWrittenDate(value) ?? value.trim()),
    check: (value) => (readWrittenDate(value) === null ? 'Write a date as 2025, 2025-03 or 2025-03-14, or as spring 2025, about 2025, 2024 to 2025, from 2024, 44 BC.' : null),
  },
  doi: {
    settle: (value) => value.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)/i, ''),
    check: (value) => (value === '' || /^10\.\d{4,9}\/\S+$/.test(value) ? null : 'A DOI begins with 10. and has a slash, such as 10.1000/182.'),
  },
  arxivId: {
    settle: (value) => parseArxivId(value) ?? value.trim(),
    check: (value) => (value === '' || parseArxivId(value) !== null ? null : 'An arXiv id looks like 2402.05195 or math/0309136.'),
  },
  url: {
    settle: (value) => value.trim(),
    check: (value) => (value === '' || isWebAddress(value) ? null : 'A web address begins with https:// or http://.'),
  },
} satisfies Record<string, FieldRule>;

export type TextFieldName = keyof typeof fieldRules;
