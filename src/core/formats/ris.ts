import type { Author, Paper, PaperType } from '../model';
import { familyNameOf } from '../model';
import { oneLine } from './latex';

type Line = readonly [tag: string, value: string];

const types: Record<PaperType, string> = {
  preprint: 'UNPB', article: 'JOUR', conference: 'CPAPER', chapter: 'CHAP', book: 'BOOK', thesis: 'THES', report: 'RPRT',
  dataset: 'DATA', software: 'COMP', webpage: 'ELEC', other: 'GEN',
};

/** What a venue is to the types that do not appear in a container. */
const publishedBy: ReadonlySet<PaperType> = new Set(['preprint', 'book', 'thesis', 'report', 'dataset', 'software']);

/** Extra fields by their CSL names. */
const extraTags: readonly Line[] = [
  ['volume', 'VL'], ['issue', 'IS'], ['publisher', 'PB'], ['publisher-place', 'CY'], ['edition', 'ET'], ['ISBN', 'SN'],
  ['ISSN', 'SN'], ['language', 'LA'], ['collection-title', 'T3'], ['note', 'N1'],
];

/** Papers as a RIS file: one value a line, lines ended by CR LF as the format asks, TeX kept as text. */
export function printRis(papers: readonly Paper[]): string {
  return [...risRecords(papers)].join('\r\n');
}

/** The records of `printRis` one by one; an empty line stands between them. */
export function* risRecords(papers: readonly Paper[]): Generator<string, void> {
  for (const paper of papers) yield printRecord(paper);
}

function printRecord(paper: Paper): string {
  const lines: Line[] = [...describedLines(paper), ...furtherLines(paper)];
  const kept = lines.map(([tag, value]) => [tag, oneLine(value)] as const).filter(([, value]) => value !== '');
  return [['TY', types[paper.type]] as const, ...kept, ['ER', ''] as const].map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}

function describedLines(paper: Paper): Line[] {
  const [year = '', month = '', day = ''] = paper.issued.split('-');
  return [
    ['ID', paper.citationKey],
    ...paper.authors.map((author): Line => ['AU', risName(author)]),
    ['TI', paper.title],
    ['PY', year],
    ['DA', month === '' ? '' : `${year}/${month}/${day}`],
    [publishedBy.has(paper.type) ? 'PB' : 'T2', paper.venue],
    ['JO', paper.type === 'article' ? paper.venue : ''],
    ['DO', paper.doi],
    ['AN', paper.arxivId === '' ? '' : `arXiv:${paper.arxivId}`],
    ['UR', paper.url],
    ['AB', paper.abstract],
    ...paper.tags.map((tag): Line => ['KW', tag]),
  ];
}

/** `Family, Given, Suffix`, as the format asks. */
function risName(author: Author): string {
  if ('literal' in author) return author.literal;
  const { given, droppingParticle = '', suffix } = author;
  const parts = [familyNameOf(author), `${given} ${droppingParticle}`.trim()];
  return suffix === undefined ? parts.filter((part) => part !== '').join(', ') : [...parts, suffix].join(', ');
}

function furtherLines({ extra }: Paper): Line[] {
  const value = (name: string): string => (Object.hasOwn(extra, name) ? (extra[name] ?? '') : '');
  const [first = '', last = ''] = (value('page') || value('pages')).split(/[-–—]+/);
  return [...extraTags.map(([name, tag]): Line => [tag, value(name)]), ['SP', first], ['EP', last]];
}
