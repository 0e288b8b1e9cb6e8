import { parseArxivId } from '../../../../core/formats/arxiv';
import { Issued } from '../../../../core/model';
import { isWebAddress } from '../description';

/** How a field of the description is written, and what is wrong with a value; null when nothing is. */
export interface FieldRule {
  settle?: (value: string) => string;
  check?: (value: string) => string | null;
}

export const fieldRules = {
  title: {},
  venue: {},
  abstract: {},
  citationKey: { settle: (value) => value.trim() },
  issued: {
    settle: (value) => value.trim(),
    check: (value) => {
      const read = Issued.safeParse(value);
      return read.success ? null : sentence(read.error.issues[0]?.message ?? 'not a date');
    },
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

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
