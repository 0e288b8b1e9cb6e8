import { familyNameOf, parseEdtf, type Author, type Paper } from '../model';
import { toCsl } from './csl';
import type { CslItem, CslType } from './csl-types';
import { extraField } from './extraField';
import { toPlain } from './latexPlain';
import { readNames } from './nameText';
import { yamlMembers, type YamlValue } from './printYaml';

type Map = Record<string, YamlValue | undefined>;

/** The types of references in CITATION.cff 1.2.0. */
const types: Partial<Record<CslType, string>> = {
  article: 'article', 'article-journal': 'article', 'article-magazine': 'magazine-article', 'article-newspaper': 'newspaper-article', bill: 'bill', book: 'book',
  chapter: 'generic', dataset: 'data', 'entry-dictionary': 'dictionary', 'entry-encyclopedia': 'encyclopedia', hearing: 'hearing', legal_case: 'legal-case',
  manuscript: 'unpublished', map: 'map', motion_picture: 'film-broadcast', pamphlet: 'pamphlet', 'paper-conference': 'conference-paper', patent: 'patent',
  personal_communication: 'personal-communication', 'post-weblog': 'blog', report: 'report', software: 'software', song: 'sound-recording', standard: 'standard',
  thesis: 'thesis', webpage: 'website',
};
const doiPattern = /^10\.\d{4,9}(?:\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/;

/**
 * One paper as a CITATION.cff, the file in which a repository says how it is to be cited. Software and datasets are
 * described by themselves, any other work as the preferred citation. TeX becomes plain text. A file must name authors:
 * where none is known it says so.
 */
export function printCff(paper: Paper): string {
  const item = toCsl(paper);
  const isOwn = paper.type === 'software' || paper.type === 'dataset';
  const head: Map = { 'cff-version': '1.2.0', message: 'If you use this work, please cite it as below.', title: plain(item.title) ?? paper.citationKey };
  if (!isOwn) return yamlMembers({ ...head, authors: authorsOf(paper), 'preferred-citation': reference(paper, item) });
  return yamlMembers({
    ...head, type: paper.type, authors: authorsOf(paper), ...common(paper, item), version: item.version, 'date-released': wholeDate(paper.issued),
  });
}

function reference(paper: Paper, item: CslItem): Map {
  const isInJournal = item.type.startsWith('article-') || item.type === 'review';
  const [start, end] = (item.page ?? '').split(/[-–—]+/).map((page) => page.trim());
  const from = parseEdtf(paper.issued)?.from;
  const place = item['publisher-place'];
  const institution = item.type === 'thesis' || item.type === 'report';
  const publisher = entity(item.publisher, place);
  return {
    type: types[item.type] ?? 'generic', title: plain(item.title) ?? paper.citationKey, authors: authorsOf(paper),
    ...(isInJournal ? { journal: plain(item['container-title']) } : { 'collection-title': plain(item['container-title']) }),
    conference: item.type === 'paper-conference' ? entity(item['event-title'] ?? item['container-title'], item['event-place']) : undefined,
    ...(institution ? { institution: publisher } : { publisher }),
    editors: people(readNames(extraField(paper, 'editor'))), translators: people(readNames(extraField(paper, 'translator'))),
    year: from?.year, month: from?.month, 'date-published': wholeDate(paper.issued), volume: item.volume, issue: item.issue,
    start, end, edition: item.edition, number: item.number, section: item.section, isbn: item.ISBN, issn: item.ISSN, pmcid: item.PMCID,
    'thesis-type': item.type === 'thesis' ? plain(item.genre) ?? 'thesis' : undefined, status: item.type === 'article' ? 'preprint' : undefined, notes: plain(item.note),
    ...common(paper, item),
  };
}

function common(paper: Paper, item: CslItem): Map {
  return {
    doi: doiPattern.test(paper.doi) ? paper.doi : undefined,
    identifiers: paper.arxivId === '' ? undefined : [{ type: 'other', value: `arXiv:${paper.arxivId}`, description: 'The arXiv id of the work.' }],
    url: /^https?:\/\/\S+$/.test(paper.url) ? paper.url : undefined,
    abstract: plain(item.abstract),
    keywords: paper.tags.length === 0 ? undefined : paper.tags,
  };
}

function authorsOf({ authors }: Paper): YamlValue {
  return people(authors) ?? [{ name: 'Unknown' }];
}

function people(names: readonly Author[]): YamlValue | undefined {
  return names.length === 0 ? undefined : names.map(person);
}

function person(author: Author): Map {
  if ('literal' in author) return { name: toPlain(author.literal) };
  const { family, given, particle, droppingParticle, suffix } = author;
  const prefix = [droppingParticle, particle].filter((part) => part !== undefined).join(' ');
  if (given === '' && prefix === '' && suffix === undefined) return { 'family-names': toPlain(familyNameOf(author)) };
  return { 'family-names': toPlain(family), 'given-names': given === '' ? undefined : toPlain(given), 'name-particle': prefix === '' ? undefined : prefix, 'name-suffix': suffix };
}

function entity(name: string | undefined, place: string | undefined): Map | undefined {
  return name === undefined ? undefined : { name: plain(name), location: plain(place) };
}

/** CFF has days only. */
function wholeDate(edtf: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf : undefined;
}

function plain(text: string | undefined): string | undefined {
  return text === undefined ? undefined : toPlain(text);
}
