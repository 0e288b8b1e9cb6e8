import { familyNameOf, parseEdtf, type Author, type Paper } from '../model';
import { toCsl } from './csl';
import type { CslItem, CslType } from './csl-types';
import { extraField } from './extraField';
import { toPlain } from './latexPlain';
import { readNames } from './nameText';
import { group, printXml, textElement, type XmlElement } from './printXml';

/** The sources of Word's Source Manager (Office Open XML, part 1, 22.6). */
export const wordFrame = {
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<b:Sources SelectedStyle="" xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" xmlns="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">\n',
  foot: '</b:Sources>\n',
} as const;

/** Word's source types, and the element in which each keeps the work that contains it. */
const types: Partial<Record<CslType, readonly [type: string, container: string]>> = {
  article: ['DocumentFromInternetSite', 'b:InternetSiteTitle'],
  'article-journal': ['JournalArticle', 'b:JournalName'], review: ['JournalArticle', 'b:JournalName'], 'review-book': ['JournalArticle', 'b:JournalName'],
  'article-magazine': ['ArticleInAPeriodical', 'b:PeriodicalTitle'], 'article-newspaper': ['ArticleInAPeriodical', 'b:PeriodicalTitle'],
  book: ['Book', 'b:BookTitle'], chapter: ['BookSection', 'b:BookTitle'], entry: ['BookSection', 'b:BookTitle'],
  'entry-dictionary': ['BookSection', 'b:BookTitle'], 'entry-encyclopedia': ['BookSection', 'b:BookTitle'],
  'paper-conference': ['ConferenceProceedings', 'b:ConferenceName'], thesis: ['Report', 'b:PublicationTitle'], report: ['Report', 'b:PublicationTitle'],
  standard: ['Report', 'b:PublicationTitle'], webpage: ['InternetSite', 'b:InternetSiteTitle'], post: ['InternetSite', 'b:InternetSiteTitle'],
  'post-weblog': ['InternetSite', 'b:InternetSiteTitle'], software: ['ElectronicSource', 'b:PublicationTitle'], dataset: ['ElectronicSource', 'b:PublicationTitle'],
  patent: ['Patent', 'b:PublicationTitle'], legal_case: ['Case', 'b:Reporter'], interview: ['Interview', 'b:BroadcastTitle'],
  motion_picture: ['Film', 'b:PublicationTitle'], song: ['SoundRecording', 'b:AlbumTitle'], performance: ['Performance', 'b:PublicationTitle'],
  graphic: ['Art', 'b:PublicationTitle'],
};
const people: readonly (readonly [variable: string, element: string])[] = [
  ['editor', 'b:Editor'], ['translator', 'b:Translator'], ['container-author', 'b:BookAuthor'], ['director', 'b:Director'], ['performer', 'b:Performer'],
  ['composer', 'b:Composer'], ['interviewer', 'b:Interviewer'], ['compiler', 'b:Compiler'], ['producer', 'b:ProducerName'],
];

/** Papers as Word's sources, one by one. Word knows no TeX: what is left of it becomes plain text. */
export function* wordSources(papers: readonly Paper[]): Generator<string, void> {
  for (const paper of papers) yield printXml(source(paper));
}

function source(paper: Paper): XmlElement {
  const item = toCsl(paper);
  const [type, container] = types[item.type] ?? ['Misc', 'b:PublicationTitle'];
  const isInstitution = item.type === 'thesis' || item.type === 'report' || item.type === 'standard';
  const value = (name: string, text: string | undefined): XmlElement | null => textElement(name, toPlain(text ?? ''));
  return {
    name: 'b:Source',
    content: [
      { name: 'b:Tag', content: item.id }, { name: 'b:SourceType', content: type },
      contributors(paper),
      value('b:Title', item.title), value('b:ShortTitle', item['title-short'] ?? item.shortTitle), value(container, item['container-title']),
      ...date(paper.issued, ''),
      value('b:Volume', item.volume), value('b:Issue', item.issue), value('b:Pages', item.page), value('b:Edition', item.edition),
      value('b:ChapterNumber', item['chapter-number']), value('b:NumberVolumes', item['number-of-volumes']), value('b:City', item['publisher-place'] ?? item['event-place']),
      value(isInstitution ? 'b:Institution' : type === 'ElectronicSource' ? 'b:ProductionCompany' : 'b:Publisher', item.publisher),
      value(item.type === 'thesis' ? 'b:ThesisType' : 'b:Type', item.genre), value('b:Medium', item.medium), value('b:Version', item.version),
      value(item.type === 'patent' ? 'b:PatentNumber' : 'b:Number', item.number),
      value('b:StandardNumber', standardNumber(item)), value('b:DOI', item.DOI), value('b:URL', item.URL), ...date(extraField(paper, 'accessed'), 'Accessed'),
      value('b:Comments', item.note), textElement('b:LCID', item.language ?? ''),
    ],
  };
}

/** The numbers that have no element of their own, each by its name. */
function standardNumber({ ISBN, ISSN, PMID, PMCID }: CslItem): string {
  const named = Object.entries({ ISBN, ISSN, PMID, PMCID }).filter(([, number]) => number !== undefined);
  return named.map(([name, number]) => `${name} ${number ?? ''}`).join('; ');
}

function contributors(paper: Paper): XmlElement | null {
  const lists = [['b:Author', paper.authors] as const, ...people.map(([variable, element]) => [element, readNames(extraField(paper, variable))] as const)];
  return group('b:Author', lists.map(([name, names]) => contributor(name, names)));
}

/** Word has a list of persons or one group: where a group stands among others, it goes for a person with a family name only. */
function contributor(name: string, names: readonly Author[]): XmlElement | null {
  const [first] = names;
  if (first === undefined) return null;
  if (names.length === 1 && 'literal' in first) return group(name, [textElement('b:Corporate', toPlain(first.literal))]);
  return group(name, [group('b:NameList', names.map(person))]);
}

function person(author: Author): XmlElement | null {
  if ('literal' in author) return group('b:Person', [textElement('b:Last', toPlain(author.literal))]);
  const { given, droppingParticle = '', suffix = '' } = author;
  return group('b:Person', [
    textElement('b:Last', toPlain(`${familyNameOf(author)} ${suffix}`.trim())),
    textElement('b:First', toPlain(`${given} ${droppingParticle}`.trim())),
  ]);
}

function date(edtf: string, which: string): (XmlElement | null)[] {
  const from = parseEdtf(edtf)?.from;
  if (from === undefined) return [textElement(`b:Year${which}`, edtf)];
  const part = (name: string, number: number | undefined): XmlElement | null => textElement(`b:${name}${which}`, number === undefined ? '' : String(number));
  return [part('Year', from.year), part('Month', from.month), part('Day', from.day)];
}
