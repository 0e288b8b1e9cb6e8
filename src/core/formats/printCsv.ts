import { nameOf, yearOf, type Paper } from '../model';
import { extraField } from './extraField';
import { writeNames } from './nameText';

interface Column {
  name: string;
  value: (paper: Paper) => string;
}

const columns: readonly Column[] = [
  { name: 'Citation key', value: ({ citationKey }) => citationKey },
  { name: 'Type', value: ({ type }) => type },
  { name: 'Title', value: ({ title }) => title },
  { name: 'Authors', value: ({ authors }) => (authors.some((author) => nameOf(author).includes(';')) ? writeNames(authors) : authors.map(listedName).join('; ')) },
  { name: 'Year', value: (paper) => yearOf(paper)?.toString() ?? '' },
  { name: 'Date', value: ({ issued }) => issued },
  { name: 'Venue', value: ({ venue }) => venue },
  { name: 'DOI', value: ({ doi }) => doi },
  { name: 'arXiv', value: ({ arxivId }) => arxivId },
  { name: 'URL', value: ({ url }) => url },
  { name: 'Abstract', value: ({ abstract }) => abstract },
  { name: 'Tags', value: ({ tags }) => tags.join('; ') },
  { name: 'Status', value: ({ status }) => status },
  { name: 'Rating', value: ({ rating }) => (rating === 0 ? '' : String(rating)) },
];

/**
 * Papers as CSV (RFC 4180: CR LF, quotes doubled) in UTF-8 with the mark at its head by which spreadsheets know it: first
 * the line of names, then one paper a line. Every extra field that one of them has gets a column under its own name. TeX
 * is kept as text. Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula, and papers come from
 * anywhere: such a cell, unless it is a number, begins with an apostrophe.
 */
export function* csvLines(papers: readonly Paper[]): Generator<string, void> {
  const names = new Set<string>();
  for (const paper of papers) for (const name of Object.keys(paper.extra)) names.add(name);
  const all = [...columns, ...[...names].toSorted().map((name): Column => ({ name, value: (paper) => extraField(paper, name) }))];
  yield `\uFEFF${line(all.map(({ name }) => name))}`;
  for (const paper of papers) yield line(all.map(({ value }) => value(paper)));
}

function listedName(author: Paper['authors'][number]): string {
  return 'literal' in author ? author.literal : writeNames([author]);
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text);
  const guarded = isFormula ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
