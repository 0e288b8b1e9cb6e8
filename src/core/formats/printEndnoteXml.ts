import { familyNameOf, parseEdtf, type Author, type Paper } from '../model';
import { toCsl } from './csl';
import type { CslItem, CslType } from './csl-types';
import { extraField } from './extraField';
import { readNames } from './nameText';
import { group, printXml, textElement, type XmlElement } from './printXml';

export const endnoteFrame = { head: '<?xml version="1.0" encoding="UTF-8"?>\n<xml>\n<records>\n', foot: '</records>\n</xml>\n' } as const;

/** EndNote's reference types by their numbers (EndNote's RSXML.dtd and its table of reference types). */
const generic = { name: 'Generic', number: 13 };
const types: Partial<Record<CslType, { name: string; number: number }>> = {
  article: { name: 'Unpublished Work', number: 34 }, 'article-journal': { name: 'Journal Article', number: 17 },
  'article-magazine': { name: 'Magazine Article', number: 19 }, 'article-newspaper': { name: 'Newspaper Article', number: 23 },
  bill: { name: 'Bill', number: 4 }, book: { name: 'Book', number: 6 }, broadcast: { name: 'Film or Broadcast', number: 21 },
  chapter: { name: 'Book Section', number: 5 }, dataset: { name: 'Dataset', number: 59 }, entry: { name: 'Encyclopedia', number: 53 },
  'entry-dictionary': { name: 'Dictionary', number: 52 }, 'entry-encyclopedia': { name: 'Encyclopedia', number: 53 },
  figure: { name: 'Figure', number: 37 }, graphic: { name: 'Artwork', number: 2 }, hearing: { name: 'Hearing', number: 14 },
  legal_case: { name: 'Case', number: 7 }, legislation: { name: 'Statute', number: 31 }, manuscript: { name: 'Manuscript', number: 36 },
  map: { name: 'Map', number: 20 }, motion_picture: { name: 'Film or Broadcast', number: 21 }, musical_score: { name: 'Music', number: 61 },
  pamphlet: { name: 'Pamphlet', number: 24 }, 'paper-conference': { name: 'Conference Paper', number: 47 }, patent: { name: 'Patent', number: 25 },
  personal_communication: { name: 'Personal Communication', number: 26 }, post: { name: 'Blog', number: 56 }, 'post-weblog': { name: 'Blog', number: 56 },
  report: { name: 'Report', number: 27 }, software: { name: 'Computer Program', number: 9 }, standard: { name: 'Standard', number: 58 },
  thesis: { name: 'Thesis', number: 32 }, webpage: { name: 'Web Page', number: 12 },
};
const inPeriodical: ReadonlySet<CslType> = new Set<CslType>(['article-journal', 'article-magazine', 'article-newspaper']);

/** Papers as records of EndNote's XML, one by one. TeX is kept as text. */
export function* endnoteRecords(papers: readonly Paper[]): Generator<string, void> {
  for (const [index, paper] of papers.entries()) yield printXml(record(paper, index + 1));
}

function record(paper: Paper, number: number): XmlElement {
  const item = toCsl(paper);
  const type = types[item.type] ?? generic;
  const value = (name: string, text: string | undefined): XmlElement | null => textElement(name, text ?? '');
  return {
    name: 'record',
    content: [
      { name: 'rec-number', content: String(number) },
      { name: 'ref-type', attributes: `name="${type.name}"`, content: String(type.number) },
      contributors(paper),
      titles(item),
      inPeriodical.has(item.type) ? group('periodical', [value('full-title', item['container-title']), value('abbr-1', item['container-title-short'] ?? item.journalAbbreviation)]) : null,
      value('pages', item.page), value('volume', item.volume), value('number', item.issue ?? (paper.arxivId === '' ? item.number : undefined)),
      value('num-vols', item['number-of-volumes']), value('edition', item.edition), value('section', item.section ?? item['chapter-number']),
      group('keywords', paper.tags.map((tag) => textElement('keyword', tag))),
      dates(paper),
      value('pub-location', item['publisher-place']), value('publisher', paper.type === 'preprint' && paper.venue === 'arXiv' ? 'arXiv' : item.publisher),
      group('orig-pub', [textElement('date', extraField(paper, 'original-date'))]),
      value('isbn', [item.ISBN, item.ISSN].filter((text) => text !== undefined).join(' ')),
      value('accession-num', paper.arxivId === '' ? item.PMID : `arXiv:${paper.arxivId}`), value('call-num', item['call-number']),
      value('label', paper.citationKey), value('abstract', item.abstract), value('notes', item.note), value('research-notes', item.annote),
      value('work-type', item.genre), value('custom2', item.PMCID), value('custom3', isAtConference(item) ? item['container-title'] : eventOf(item)),
      group('urls', [group('related-urls', [textElement('url', paper.url)])]),
      value('electronic-resource-num', paper.doi), value('remote-database-name', item.archive), value('access-date', extraField(paper, 'accessed')), value('language', item.language),
    ],
  };
}

function contributors(paper: Paper): XmlElement | null {
  const list = (name: string, people: readonly Author[]): XmlElement | null => group(name, people.map((author) => textElement('author', endnoteName(author))));
  return group('contributors', [
    list('authors', paper.authors),
    list('secondary-authors', readNames(extraField(paper, 'editor'))),
    list('tertiary-authors', readNames(extraField(paper, 'collection-editor'))),
    list('subsidiary-authors', readNames(extraField(paper, 'translator'))),
  ]);
}

/** `Family, Given, Suffix`. EndNote takes what has no comma apart, save where it ends in one: so groups do. */
function endnoteName(author: Author): string {
  if ('literal' in author) return `${author.literal},`;
  const given = [author.given, author.droppingParticle ?? ''].filter((part) => part !== '').join(' ');
  return author.suffix === undefined ? [familyNameOf(author), given].filter((part) => part !== '').join(', ') : `${familyNameOf(author)}, ${given}, ${author.suffix}`;
}

function eventOf(item: CslItem): string | undefined {
  return item['event-title'] ?? item.event;
}

/** EndNote has the name of a conference where other types name what a work is in, and that of its proceedings in a field of its own. */
function isAtConference(item: CslItem): boolean {
  return item.type === 'paper-conference' && eventOf(item) !== undefined;
}

function titles(item: CslItem): XmlElement | null {
  return group('titles', [
    textElement('title', item.title ?? ''),
    textElement('secondary-title', (isAtConference(item) ? eventOf(item) : item['container-title']) ?? ''),
    textElement('tertiary-title', item['collection-title'] ?? ''),
    textElement('short-title', item['title-short'] ?? item.shortTitle ?? ''),
    textElement('translated-title', item['original-title'] ?? ''),
  ]);
}

/** The year, and the whole date where more is known: as EDTF, which a person can read too. */
function dates(paper: Paper): XmlElement | null {
  const year = parseEdtf(paper.issued)?.from.year;
  const words = extraField(paper, 'issued');
  const isYearAlone = /^\d{4}$/.test(paper.issued);
  return group('dates', [
    textElement('year', year === undefined ? words : String(year)),
    isYearAlone ? null : group('pub-dates', [textElement('date', paper.issued)]),
  ]);
}
