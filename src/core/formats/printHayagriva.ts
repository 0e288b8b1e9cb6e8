import { parseEdtf, type Author, type Paper } from '../model';
import { toCsl } from './csl';
import type { CslItem, CslType } from './csl-types';
import { extraField } from './extraField';
import { toPlain } from './latexPlain';
import { readNames } from './nameText';
import { yamlMembers, type YamlValue } from './printYaml';

type Map = Record<string, YamlValue | undefined>;

/** Hayagriva's entry types (its file-format.md), each with the type of the parent in which such a work appears. */
const types: Partial<Record<CslType, readonly [type: string, parent?: string]>> = {
  article: ['article', 'repository'], 'article-journal': ['article', 'periodical'], 'article-magazine': ['article', 'periodical'],
  'article-newspaper': ['article', 'newspaper'], review: ['article', 'periodical'], 'review-book': ['article', 'periodical'],
  bill: ['legislation'], legislation: ['legislation'], regulation: ['legislation'], treaty: ['legislation'], book: ['book'], broadcast: ['video'],
  chapter: ['chapter', 'book'], dataset: ['repository'], entry: ['entry', 'reference'], 'entry-dictionary': ['entry', 'reference'],
  'entry-encyclopedia': ['entry', 'reference'], graphic: ['artwork'], figure: ['artwork'], interview: ['video'], legal_case: ['case'],
  manuscript: ['manuscript'], motion_picture: ['video'], 'paper-conference': ['article', 'proceedings'], patent: ['patent'],
  performance: ['performance'], periodical: ['periodical'], post: ['post', 'thread'], 'post-weblog': ['post', 'blog'], report: ['report'],
  software: ['repository'], song: ['audio'], speech: ['misc', 'conference'], standard: ['report'], thesis: ['thesis'], webpage: ['web', 'web'],
};
/** People beside author and editor, by Hayagriva's names for what they did. */
const roles: readonly (readonly [variable: string, role: string])[] = [
  ['translator', 'translator'], ['compiler', 'compiler'], ['organizer', 'organizer'], ['composer', 'composer'], ['producer', 'producer'],
  ['executive-producer', 'executive-producer'], ['script-writer', 'writer'], ['director', 'director'], ['illustrator', 'illustrator'],
  ['narrator', 'narrator'], ['performer', 'cast-member'], ['contributor', 'collaborator'],
];

/** Papers as a Hayagriva file, the bibliography of Typst, entry by entry. It knows no TeX: what is left of it becomes plain text. */
export function* hayagrivaEntries(papers: readonly Paper[]): Generator<string, void> {
  const given = new Set<string>();
  for (const paper of papers) {
    const key = given.has(paper.citationKey) || paper.citationKey === '' ? paper.id : paper.citationKey;
    given.add(key);
    yield yamlMembers({ [key]: entry(paper) });
  }
}

function entry(paper: Paper): Map {
  const item = toCsl(paper);
  const [type, parent] = types[item.type] ?? ['misc'];
  const hosted = parentOf(paper, item, parent);
  return {
    type, title: formattable(item.title),
    author: people(paper.authors), affiliated: affiliated(paper), date: date(paper.issued),
    ...(hosted === undefined ? within(paper, item) : { parent: hosted }),
    genre: formattable(item.genre), abstract: formattable(item.abstract), note: formattable(item.note),
    chapter: item['chapter-number'], 'page-range': item.page, 'page-total': item['number-of-pages'],
    url: url(paper), 'serial-number': serial(paper, item), language: language(item.language),
    archive: formattable(item.archive), 'archive-location': formattable(item['archive-place']), 'call-number': formattable(item['call-number']),
  };
}

/** What belongs to the work itself where it stands alone, and to its parent where it appears in one. */
function within(paper: Paper, item: CslItem): Map {
  const publisher = formattable(item.publisher);
  const location = formattable(item['publisher-place']);
  return {
    editor: people(readNames(extraField(paper, 'editor'))), edition: item.edition, volume: item.volume, 'volume-total': item['number-of-volumes'], issue: item.issue,
    ...(item.type === 'thesis' || item.type === 'report' ? { organization: publisher, location } : { publisher: location === undefined ? publisher : { name: publisher, location } }),
  };
}

function parentOf(paper: Paper, item: CslItem, type: string | undefined): Map | undefined {
  const title = item['container-title'] ?? (type === 'repository' ? item.publisher : undefined);
  if (type === undefined || title === undefined) return undefined;
  return { type, title: formattable(title), ...within(paper, type === 'repository' ? { ...item, publisher: undefined } : item), author: people(readNames(extraField(paper, 'container-author'))) };
}

function people(names: readonly Author[]): YamlValue | undefined {
  return names.length === 0 ? undefined : names.map(person);
}

function person(author: Author): YamlValue {
  if ('literal' in author) return { name: toPlain(author.literal) };
  const { family, given, particle, droppingParticle, suffix } = author;
  const prefix = [droppingParticle, particle].filter((part) => part !== undefined).join(' ');
  return { name: toPlain(family), 'given-name': given === '' ? undefined : toPlain(given), prefix: prefix === '' ? undefined : prefix, suffix };
}

function affiliated(paper: Paper): YamlValue | undefined {
  const groups = roles.map(([variable, role]) => ({ role, names: readNames(extraField(paper, variable)).map(person) })).filter(({ names }) => names.length > 0);
  return groups.length === 0 ? undefined : groups;
}

/** The day, month or year in which a date begins; a tilde before it says about. */
function date(edtf: string): string | undefined {
  const from = parseEdtf(edtf)?.from;
  if (from === undefined) return undefined;
  const [point = ''] = edtf.replace(/-2[1-4](?=[~?%/]|$)/, '').split('/');
  return `${from.isAbout || from.isUncertain ? '~' : ''}${point.replace(/[~?%]$/, '')}`;
}

function url(paper: Paper): YamlValue | undefined {
  const visited = date(extraField(paper, 'accessed'));
  if (paper.url === '') return undefined;
  return visited === undefined ? paper.url : { value: paper.url, date: visited };
}

function serial(paper: Paper, item: CslItem): YamlValue | undefined {
  const isArxivNumber = paper.arxivId !== '' && item.number === `arXiv:${paper.arxivId}`;
  const numbers = Object.entries({
    doi: paper.doi, arxiv: paper.arxivId, isbn: item.ISBN, issn: item.ISSN, pmid: item.PMID, pmcid: item.PMCID, serial: isArxivNumber ? undefined : item.number,
  }).filter(([, number]) => number !== undefined && number !== '');
  return numbers.length === 0 ? undefined : Object.fromEntries(numbers);
}

/** Hayagriva takes BCP 47 tags alone. */
function language(tag: string | undefined): string | undefined {
  return tag !== undefined && /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(tag) ? tag : undefined;
}

/** Text in which Hayagriva would see math and protected words has its signs escaped. */
function formattable(text: string | undefined): string | undefined {
  return text === undefined ? undefined : toPlain(text).replace(/[\\{}$]/g, '\\$&');
}
