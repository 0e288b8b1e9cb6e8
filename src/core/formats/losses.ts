import { parseEdtf, type Author, type EdtfPoint, type Paper } from '../model';
import { isCslDateVariable, isCslNameVariable, isCslTextVariable } from './csl-types';
import { holdings, type DatePart, type HeldFormat, type Holding, type NamePart } from './holdings';
import { readNames } from './nameText';

/** A field of a paper that a format cannot hold, or not wholly. */
export interface Loss {
  /** The field of the description, or the name of the extra field. */
  field: string;
  /** What people call it. */
  label: string;
  /** Why, as a sentence. */
  reason: string;
}

const labels: Readonly<Record<string, string>> = {
  type: 'type', title: 'title', authors: 'authors', issued: 'date', venue: 'venue', doi: 'DOI', arxivId: 'arXiv id', url: 'link', abstract: 'abstract',
  tags: 'tags', citationKey: 'citation key', 'csl-type': 'type', annote: 'annotation',
};

const namePartWords: Record<NamePart, string> = {
  particle: 'does not tell the particle of a name (van, de) from the family name',
  'dropping particle': 'does not tell a particle behind a given name (von, de) from the given name',
  suffix: 'does not tell the suffix of a name (Jr., III) from the rest of it',
  group: 'takes a group for a person',
};

const datePartWords: Record<DatePart, string> = {
  day: 'has no days in dates',
  season: 'has no seasons in dates',
  range: 'has no ranges of dates',
  about: 'cannot say that a date is about right',
  perhaps: 'cannot say that a date is uncertain',
  'before our era': 'has no years before our era',
  words: 'has no dates in words',
};

/** What the format cannot hold of the paper's bibliographic description, in the order of its fields. */
export function lossesOf(paper: Paper, format: HeldFormat): Loss[] {
  const holding: Holding = holdings[format];
  return [...describedLosses(paper, holding), ...Object.entries(paper.extra).flatMap(([name, value]) => (value === '' ? [] : extraLosses(name, value, holding)))];
}

const described = ['title', 'authors', 'issued', 'venue', 'doi', 'arxivId', 'url', 'abstract', 'tags', 'citationKey'] as const;

function describedLosses(paper: Paper, holding: Holding): Loss[] {
  return described.flatMap((field): Loss[] => {
    if (paper[field].length === 0 || (field === 'arxivId' && isToldByAddress(paper, holding))) return [];
    if (!holds(holding, field)) return [missing(field, holding)];
    if (field === 'authors') return nameLosses(field, paper.authors, holding);
    return field === 'issued' ? dateLosses(field, paper.issued, holding) : [];
  });
}

/** An arXiv id that is part of the DOI or the address comes back with these. */
function isToldByAddress({ arxivId, doi, url }: Paper, holding: Holding): boolean {
  return (holds(holding, 'doi') && doi.includes(arxivId)) || (holds(holding, 'url') && url.includes(arxivId));
}

function extraLosses(name: string, value: string, holding: Holding): Loss[] {
  if (name === 'issued') return has(holding.dates, 'words') ? [] : [{ field: name, label: 'date', reason: sentence(holding, datePartWords.words) }];
  if (!holds(holding, name)) return [missing(name, holding)];
  if (isCslNameVariable(name)) return holding.names === 'all' ? [] : nameLosses(name, readNames(value), holding);
  return isCslDateVariable(name) ? dateLosses(name, value, holding) : [];
}

function holds({ fields, holdsOwn }: Holding, name: string): boolean {
  const isOwn = !(described as readonly string[]).includes(name) && name !== 'csl-type' && !isCslTextVariable(name) && !isCslNameVariable(name) && !isCslDateVariable(name);
  if (!isOwn) return has(fields, name);
  return typeof holdsOwn === 'boolean' ? holdsOwn : holdsOwn.test(name);
}

function has<T>(held: 'all' | ReadonlySet<T>, part: T): boolean {
  return held === 'all' || held.has(part);
}

function missing(field: string, holding: Holding): Loss {
  const reason = holding.isFormatted === true ? 'References in a citation style do not show it.' : sentence(holding, field === 'csl-type' ? 'knows no such type' : 'has no place for it');
  return { field, label: labelOf(field), reason };
}

function labelOf(field: string): string {
  if (Object.hasOwn(labels, field)) return labels[field] ?? field;
  return isCslTextVariable(field) || isCslNameVariable(field) || isCslDateVariable(field) ? field.replace(/[-_]/g, ' ') : field;
}

function nameLosses(field: string, names: readonly Author[], holding: Holding): Loss[] {
  if (holding.names === 'all') return [];
  const found = new Set(names.flatMap(partsOfName));
  return [...found].filter((part) => !has(holding.names, part)).map((part) => ({ field, label: labelOf(field), reason: sentence(holding, namePartWords[part]) }));
}

function partsOfName(author: Author): NamePart[] {
  if ('literal' in author) return ['group'];
  const parts: [NamePart, string | undefined][] = [['particle', author.particle], ['dropping particle', author.droppingParticle], ['suffix', author.suffix]];
  return parts.filter(([, value]) => value !== undefined).map(([part]) => part);
}

function dateLosses(field: string, value: string, holding: Holding): Loss[] {
  if (holding.dates === 'all') return [];
  return partsOfDate(value).filter((part) => !has(holding.dates, part)).map((part) => ({ field, label: labelOf(field), reason: sentence(holding, datePartWords[part]) }));
}

function partsOfDate(value: string): DatePart[] {
  const date = parseEdtf(value);
  if (date === null) return value === '' ? [] : ['words'];
  const points: EdtfPoint[] = date.until === undefined || date.until === 'open' ? [date.from] : [date.from, date.until];
  const found: [DatePart, boolean][] = [
    ['day', points.some(({ day }) => day !== undefined)],
    ['season', points.some(({ season }) => season !== undefined)],
    ['range', date.until !== undefined],
    ['about', points.some(({ isAbout }) => isAbout)],
    ['perhaps', points.some(({ isUncertain }) => isUncertain)],
    ['before our era', points.some(({ year }) => year < 1)],
  ];
  return found.filter(([, isThere]) => isThere).map(([part]) => part);
}

function sentence({ name }: Holding, says: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${says}.`;
}
