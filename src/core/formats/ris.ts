import { familyNameOf, parseEdtf, type Author, type Paper } from '../model';
import { toCsl } from './csl';
import type { CslItem, CslType } from './csl-types';
import { extraField } from './extraField';
import { oneLine } from './latex';
import { readNames } from './nameText';
import { referenceType, standAlone } from './reference/types';

type Line = readonly [tag: string, value: string | undefined];

/** The reference type that each CSL type is written as; GEN is for those that RIS does not know. */
const types: Partial<Record<CslType, string>> = {
  article: 'UNPB', 'article-journal': 'JOUR', 'article-magazine': 'MGZN', 'article-newspaper': 'NEWS', bill: 'BILL', book: 'BOOK',
  broadcast: 'POD', chapter: 'CHAP', classic: 'CLSWK', dataset: 'DATA', entry: 'ENCYC', 'entry-dictionary': 'DICT', 'entry-encyclopedia': 'ENCYC',
  figure: 'FIGURE', graphic: 'ART', hearing: 'HEAR', interview: 'INTV', legal_case: 'CASE', legislation: 'STAT', manuscript: 'MANSCPT', map: 'MAP',
  motion_picture: 'MPCT', musical_score: 'MUSIC', pamphlet: 'PAMP', 'paper-conference': 'CPAPER', patent: 'PAT', personal_communication: 'ICOMM',
  post: 'BLOG', 'post-weblog': 'BLOG', report: 'RPRT', review: 'JOUR', 'review-book': 'JOUR', software: 'COMP', song: 'SOUND', speech: 'SLIDE',
  standard: 'STAND', thesis: 'THES', webpage: 'ELEC',
};
const inIssues: ReadonlySet<CslType> = new Set<CslType>(['article-journal', 'article-magazine', 'article-newspaper', 'review', 'review-book']);
/** Types whose own number stands where the issue of others does. */
const numbered: ReadonlySet<CslType> = new Set<CslType>(['report', 'patent', 'standard', 'legislation', 'bill', 'legal_case', 'software']);
const onFilm: ReadonlySet<CslType> = new Set<CslType>(['motion_picture', 'broadcast']);

/** Papers as a RIS file: one value a line, lines ended by CR LF as the format asks, TeX kept as text. */
export function printRis(papers: readonly Paper[]): string {
  return [...risRecords(papers)].join('\r\n');
}

/** The records of `printRis` one by one; an empty line stands between them. */
export function* risRecords(papers: readonly Paper[]): Generator<string, void> {
  for (const paper of papers) yield printRecord(paper);
}

function printRecord(paper: Paper): string {
  const item = toCsl(paper);
  const lines = [...people(paper, item), ...titles(item), ...dates(paper), ...places(item), ...identifiers(paper, item), ...remarks(paper, item)];
  const known = [['ID', paper.citationKey] as const, ...lines];
  const kept = [...known, ...ownLines(paper, new Set(lines.map(([tag]) => tag)))]
    .map(([tag, value]) => [tag, oneLine(value ?? '')] as const).filter(([, value]) => value !== '');
  return [['TY', typeOf(paper, item)] as const, ...kept, ['ER', ''] as const].map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}

/** The reference type, as the source had it where that says more than CSL does. */
function typeOf(paper: Paper, { type }: CslItem): string {
  const own = extraField(paper, 'TY');
  return referenceType(own).csl === type && referenceType(own).own !== '' ? referenceType(own).own : (types[type] ?? 'GEN');
}

function people(paper: Paper, { type }: CslItem): Line[] {
  const named = (tag: string, variable: string): Line[] => readNames(extraField(paper, variable)).map((author) => [tag, risName(author)]);
  const isSeries = type !== 'thesis' && (standAlone.has(type) || type === 'chapter' || paper.authors.length === 0);
  return [
    ...paper.authors.map((author): Line => ['AU', risName(author)]),
    ...named('A2', onFilm.has(type) ? 'contributor' : 'editor'),
    ...named('A3', isSeries ? 'collection-editor' : 'contributor'),
    ...named('A4', 'translator'),
  ];
}

/** `Family, Given, Suffix`, as the format asks. A group of several words ends in a comma, so that it is not taken apart. */
function risName(author: Author): string {
  if ('literal' in author) return /^[^,]*\s[^,]*$/.test(author.literal) ? `${author.literal},` : author.literal;
  const { given, droppingParticle = '', suffix } = author;
  const parts = [familyNameOf(author), `${given} ${droppingParticle}`.trim()];
  return suffix === undefined ? parts.filter((part) => part !== '').join(', ') : [...parts, suffix].join(', ');
}

function titles(item: CslItem): Line[] {
  const container = item['container-title'];
  const event = item['event-title'] ?? item.event;
  const isAtEvent = item.type === 'paper-conference' && container !== undefined && event !== undefined;
  return [
    ['TI', item.title],
    ['T2', standAlone.has(item.type) ? '' : isAtEvent ? event : container],
    ['C3', isAtEvent ? container : ''],
    ['JO', inIssues.has(item.type) ? container : ''],
    ['J2', item['container-title-short'] ?? item.journalAbbreviation],
    ['T3', item['collection-title']],
    ['ST', item['title-short'] ?? item.shortTitle],
  ];
}

const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'];

function dates(paper: Paper): Line[] {
  const year = parseEdtf(paper.issued)?.from.year;
  const words = extraField(paper, 'issued');
  return [['PY', year === undefined ? words : String(year).padStart(4, '0')], ['DA', longDate(paper.issued)], ['Y2', longDate(extraField(paper, 'accessed'), true)]];
}

/** `YYYY/MM/DD/season` of the beginning of a date; the year alone only where it is asked for. */
function longDate(edtf: string, hasYearAlone = false): string {
  const from = parseEdtf(edtf)?.from;
  if (from === undefined) return '';
  const { year, month, day, season } = from;
  const said = String(year).padStart(4, '0');
  if (season !== undefined) return `${said}///${seasons[season - 1] ?? ''}`;
  if (month === undefined) return hasYearAlone ? said : '';
  return `${said}/${String(month).padStart(2, '0')}/${day === undefined ? '' : String(day).padStart(2, '0')}`;
}

function places(item: CslItem): Line[] {
  const { type, issue, number, page = '' } = item;
  const [first = '', last = ''] = page.split(/[-–—]+/);
  const ownNumber = number?.startsWith('arXiv:') === true ? '' : number;
  const isRange = /^[^-–—]+[-–—]+[^-–—]+$/.test(page);
  const isAway = type === 'paper-conference' && item['event-place'] !== undefined;
  return [
    ['VL', item.volume], ['IS', numbered.has(type) ? ownNumber : issue], ['C7', inIssues.has(type) ? ownNumber : ''],
    ['SP', isRange ? first.trim() : page || item['number-of-pages']], ['EP', isRange ? last.trim() : ''],
    ['NV', item['number-of-volumes']], ['ET', item.edition], ['SE', item.section], ['PB', item.publisher],
    ['CY', isAway ? item['event-place'] : item['publisher-place']], ['PP', isAway ? item['publisher-place'] : ''],
    ['SN', item.ISBN], ['SN', item.ISSN],
  ];
}

function identifiers({ doi, url, arxivId }: Paper, item: CslItem): Line[] {
  return [
    ['DO', doi], ['AN', arxivId === '' ? '' : `arXiv:${arxivId}`], ['UR', url], ['LA', item.language], ['CN', item['call-number']],
    ['DB', item.archive], ['DP', item.source], ['AV', item.archive_location],
  ];
}

function remarks({ tags }: Paper, item: CslItem): Line[] {
  return [
    ['M3', item.genre], ['RI', item['reviewed-title']], ['AB', item.abstract], ['N1', item.note], ['RN', item.annote],
    ...tags.map((tag): Line => ['KW', tag]),
  ];
}

/** What a RIS file had that CSL has no name for, by its tags again. */
function ownLines({ extra }: Paper, printed: ReadonlySet<string>): Line[] {
  const own = Object.entries(extra).filter(([name]) => /^[A-Z][A-Z\d]$/.test(name) && !printed.has(name) && !['TY', 'ER', 'ID'].includes(name));
  return own.flatMap(([tag, value]) => value.split('\n\n').map((single): Line => [tag, single]));
}
