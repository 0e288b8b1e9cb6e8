import { emptyDescription, type Description } from '../model';
import { issuedFromParts } from './readDates';

// Identifier schemes: https://info.arxiv.org/help/arxiv_identifier.html
const newStyle = '\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}';
const oldStyle = '[a-z]{2,10}(?:-[a-z]{2,6})?(?:\\.[A-Z]{2})?/\\d{2}(?:0[1-9]|1[0-2])\\d{3}';
const identifier = `(${newStyle}|${oldStyle})(?:v\\d{1,3})?`;
const host = '(?:https?://)?(?:www\\.|export\\.)?';
const prefixes = [
  'arxiv:\\s{0,3}',
  `${host}arxiv\\.org/(?:abs|pdf|html)/`,
  `${host}alphaxiv\\.org/abs/`,
  `${host}huggingface\\.co/papers/`,
  '(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s?)?10\\.48550/arxiv\\.',
].join('|');
const bare = new RegExp(`^${identifier}$`);
// Only the prefix ignores case: an old-style archive is written in lower case, its subject class in capitals.
const prefix = new RegExp(`^(?:${prefixes})`, 'i');
const prefixed = new RegExp(`^${identifier}(?:\\.pdf)?(?:\\s?\\[[A-Za-z.-]{2,20}\\])?/?(?:[?#]\\S{0,200})?$`);

/**
 * The arXiv id, without its version, that the whole text stands for: a bare id of either style, `arXiv:…`,
 * an arxiv.org or huggingface.co/papers address, or a DOI under 10.48550. Null for anything else.
 */
export function parseArxivId(text: string): string | null {
  const trimmed = text.trim();
  return bare.exec(trimmed)?.[1] ?? parseArxivReference(trimmed);
}

/** Like `parseArxivId`, but a bare number is not enough: the text itself must say that it means arXiv. */
export function parseArxivReference(text: string): string | null {
  const trimmed = text.trim();
  const start = prefix.exec(trimmed);
  return start === null ? null : (prefixed.exec(trimmed.slice(start[0].length))?.[1] ?? null);
}

/** The month in which arXiv gave the id, `YYYY-MM`. Numbers of two digits start in 1991, when arXiv did. */
export function issuedFromArxivId(id: string): string {
  const digits = /(\d{2})(\d{2})/.exec(id.slice(id.indexOf('/') + 1));
  if (digits === null) return '';
  const year = Number(digits[1]);
  return issuedFromParts([year >= 91 ? 1900 + year : 2000 + year, Number(digits[2])]);
}

export function arxivUrl(id: string): string {
  return `https://arxiv.org/abs/${id}`;
}

export function arxivDoi(id: string): string {
  return `10.48550/arXiv.${id}`;
}

/** What an arXiv id alone tells about a paper: all but its title, authors and abstract. */
export function describeArxivPreprint(id: string): Description {
  return {
    ...emptyDescription,
    type: 'preprint',
    issued: issuedFromArxivId(id),
    venue: 'arXiv',
    doi: arxivDoi(id),
    arxivId: id,
    url: arxivUrl(id),
    extra: {},
  };
}
