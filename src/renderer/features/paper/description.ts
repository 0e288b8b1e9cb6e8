import { arxivUrl } from '../../../core/formats/arxiv';
import { writeDate } from '../../../core/formats/writtenDates';
import type { Paper, PaperType } from '../../../core/model';

export const typeNames: Record<PaperType, string> = {
  preprint: 'Preprint', article: 'Journal article', conference: 'Conference paper', chapter: 'Book chapter', book: 'Book', thesis: 'Thesis',
  report: 'Report', dataset: 'Data set', software: 'Software', webpage: 'Web page', other: 'Other',
};

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A date of publication in words: `14 March 2025`, `about March 2025`, `spring 2025`, `2024 to 2025`; what is no date as it stands. */
export function issuedInWords(issued: string): string {
  return writeDate(issued).replace(/-?\d{4}-\d\d(?:-\d\d)?/g, inWords);
}

function inWords(date: string): string {
  if (date.startsWith('-')) return date;
  return (date.length === 7 ? month : day).format(new Date(date));
}

export interface OutsideLink {
  label: string;
  href: string;
}

/** Where a paper can be found outside; only what is a web address, and each address once. */
export function linksOf({ arxivId, doi, url, extra }: Pick<Paper, 'arxivId' | 'doi' | 'url' | 'extra'>): OutsideLink[] {
  const candidates = [
    { label: 'arXiv', href: arxivId && arxivUrl(arxivId) },
    { label: 'DOI', href: doi && `https://doi.org/${encodeURI(doi)}` },
    { label: 'Web page', href: url },
    { label: 'Code', href: extra['code'] ?? '' },
    { label: 'Project', href: extra['project'] ?? '' },
  ];
  return candidates.filter(({ href }, index) => isWebAddress(href) && candidates.findIndex((other) => other.href === href) === index);
}

export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
