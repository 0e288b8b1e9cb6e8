import { parseEdtf, yearOf, type Author, type Description } from '../model';
import {
  allPeople, firstGivenInitial, firstPerson, lastPerson, peopleAlpha, peopleDotEa, peopleDotEtAl, peopleEtAl, peopleInitials, type PeopleWriter,
} from './citationKeyPeople';
import { asciiWords, capitalized, foldToAscii, isSignificant } from './citationKeyText';
import { toPlain } from './latexPlain';
import { readNames } from './nameText';

/** What a key is made of. */
export type KeyedWork = Description & { tags?: readonly string[] };

/** Something of a work that a key can hold, as `[name]` or with a number, `[nameN]`. */
export interface KeyPiece {
  name: string;
  /** What it stands for, for people. */
  about: string;
  /** What N is; absent where the name takes no number. */
  size?: string;
  /** Its words with spaces between them, which the key drops; '' where the work has none. */
  of: (work: KeyedWork, size: number | undefined) => string;
}

/** More of a title is not looked at. */
const TITLE_LENGTH = 1000;

/** The pieces of JabRef and Better BibTeX that people use, under JabRef's names. */
export const keyPieces: readonly KeyPiece[] = [
  ...peoplePieces({ one: 'auth', many: 'authors', last: 'authorLast', noun: 'author' }, ({ authors }) => authors),
  { name: 'authorsAlpha', about: 'as the alpha style has it: New, NL, NLM+', of: ({ authors }) => peopleAlpha(authors, undefined) },
  { name: 'authForeIni', about: 'initial of the first author’s given name', of: ({ authors }) => firstGivenInitial(authors, undefined) },
  ...peoplePieces({ one: 'edtr', many: 'editors', last: 'editorLast', noun: 'editor' }, ({ extra }) => readNames(own(extra, 'editor'))),
  { name: 'year', about: 'year, with four digits', of: year },
  { name: 'shortyear', about: 'last two digits of the year', of: (work) => year(work).slice(-2) },
  { name: 'month', about: 'month, with two digits', of: ({ issued }) => twoDigits(parseEdtf(issued)?.from.month) },
  { name: 'day', about: 'day of the month, with two digits', of: ({ issued }) => twoDigits(parseEdtf(issued)?.from.day) },
  { name: 'veryshorttitle', about: 'first word of the title that carries meaning', of: (work) => titleWords(work).find(isSignificant) ?? '' },
  { name: 'shorttitle', about: 'first three such words', size: 'how many words', of: (work, size = 3) => titleWords(work).filter(isSignificant).slice(0, size).join(' ') },
  { name: 'title', about: 'all words of the title, those that carry meaning capitalised', of: (work) => titleWords(work).map((word) => (isSignificant(word) ? capitalized(word) : word)).join(' ') },
  { name: 'camel', about: 'all words of the title, capitalised', of: (work) => titleWords(work).map(capitalized).join(' ') },
  { name: 'fulltitle', about: 'all words of the title, as they are', of: (work) => titleWords(work).join(' ') },
  { name: 'journal', about: 'venue: journal, conference or publisher', of: ({ venue }) => asciiWords(venue).join(' ') },
  { name: 'volume', about: 'volume', of: ({ extra }) => foldToAscii(own(extra, 'volume')) },
  { name: 'number', about: 'number or issue', of: ({ extra }) => foldToAscii(own(extra, 'issue') || own(extra, 'number')) },
  { name: 'firstpage', about: 'first page', of: (work) => pages(work).at(0) ?? '' },
  { name: 'lastpage', about: 'last page', of: (work) => pages(work).at(-1) ?? '' },
  { name: 'publisher', about: 'publisher', of: ({ extra }) => asciiWords(own(extra, 'publisher')).join(' ') },
  { name: 'keyword', about: 'first tag or keyword', size: 'which one', of: (work, size = 1) => asciiWords(keywords(work)[size - 1] ?? '').join(' ') },
  { name: 'doi', about: 'DOI', of: ({ doi }) => doi },
  { name: 'arxiv', about: 'arXiv id', of: ({ arxivId }) => arxivId },
  { name: 'type', about: 'kind of work, such as article', of: ({ type }) => type },
];

function peoplePieces({ one, many, last, noun }: { one: string; many: string; last: string; noun: string }, people: (work: KeyedWork) => readonly Author[]): KeyPiece[] {
  const written = (write: PeopleWriter): KeyPiece['of'] => (work, size) => write(people(work), size);
  return [
    { name: one, about: `first ${noun}’s family name`, size: 'how many letters of it', of: written(firstPerson) },
    { name: many, about: `all ${noun}s’ family names`, size: 'how many before EtAl', of: written(allPeople) },
    { name: `${one}EtAl`, about: 'Newton, NewtonLeibniz or NewtonEtAl', of: written(peopleEtAl) },
    { name: `${one}.etal`, about: 'Newton, Newton.Leibniz or Newton.etal', of: written(peopleDotEtAl) },
    { name: `${one}.${one}.ea`, about: 'Newton, Newton.Leibniz or Newton.Leibniz.ea', of: written(peopleDotEa) },
    { name: `${one}Ini`, about: `initials of the ${noun}s’ family names`, size: 'how many letters in all', of: written(peopleInitials) },
    { name: last, about: `last ${noun}’s family name`, of: written(lastPerson) },
  ];
}

function year(work: KeyedWork): string {
  const number = yearOf(work);
  return number === null ? '' : String(Math.abs(number)).padStart(4, '0');
}

function twoDigits(number: number | undefined): string {
  return number === undefined ? '' : String(number).padStart(2, '0');
}

function titleWords({ title }: KeyedWork): string[] {
  return asciiWords(toPlain(title.slice(0, TITLE_LENGTH)));
}

function pages({ extra }: KeyedWork): string[] {
  return own(extra, 'page').match(/[A-Za-z]{0,9}\d{1,20}/g) ?? [];
}

function keywords({ tags = [], extra }: KeyedWork): readonly string[] {
  return tags.length > 0 ? tags : own(extra, 'keyword').split(/[,;]/);
}

function own(extra: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(extra, name) ? extra[name] : undefined) ?? '';
}
