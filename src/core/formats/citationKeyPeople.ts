import { familyNameOf, type Author } from '../model';
import { asciiWords, foldToAscii, isSignificant } from './citationKeyText';

/** Writes people in a key; `size` is the number behind the piece's name. Words of the key are apart by spaces. */
export type PeopleWriter = (people: readonly Author[], size: number | undefined) => string;

/** The first person's family name, or its first so many letters. */
export const firstPerson: PeopleWriter = ([first], size) => (first === undefined ? '' : familyWord(first).slice(0, size));

export const lastPerson: PeopleWriter = (people) => firstPerson(people.slice(-1), undefined);

/** All family names, or the first so many and `EtAl`. */
export const allPeople: PeopleWriter = (people, size = people.length) => {
  const names = familyWords(people);
  return [...names.slice(0, size), ...(names.length > size ? ['EtAl'] : [])].join(' ');
};

/** `Newton`, `Newton Leibniz`, `Newton EtAl`. */
export const peopleEtAl: PeopleWriter = (people) => (people.length > 2 ? `${firstPerson(people, undefined)} EtAl` : familyWords(people).join(' '));

/** `Newton`, `Newton.Leibniz`, `Newton.etal`. */
export const peopleDotEtAl: PeopleWriter = (people) => (people.length > 2 ? `${firstPerson(people, undefined)}.etal` : familyWords(people).join('.'));

/** `Newton`, `Newton.Leibniz`, `Newton.Leibniz.ea`. */
export const peopleDotEa: PeopleWriter = (people) => [...familyWords(people.slice(0, 2)), ...(people.length > 2 ? ['ea'] : [])].join('.');

/** The beginnings of the family names, one letter each or as evenly as possible so many letters in all. */
export const peopleInitials: PeopleWriter = (people, size = people.length) => {
  const names = familyWords(people).slice(0, size);
  return names.map((name, at) => name.slice(0, Math.floor(size / names.length) + (at < size % names.length ? 1 : 0))).join('');
};

/** As BibTeX's alpha style labels works: `New` of one person, `NL` of two to four, `NLM+` of more. */
export const peopleAlpha: PeopleWriter = (people) => {
  const names = familyWords(people);
  if (names.length === 1) return names[0]?.slice(0, 3) ?? '';
  return names.slice(0, names.length > 4 ? 3 : 4).map((name) => name.slice(0, 1)).join('') + (names.length > 4 ? '+' : '');
};

export const firstGivenInitial: PeopleWriter = ([first]) => (first === undefined || 'literal' in first ? '' : (asciiWords(first.given)[0] ?? '').slice(0, 1));

function familyWords(people: readonly Author[]): string[] {
  return people.map(familyWord).filter((name) => name !== '');
}

/** A family name with its particle as one word; of a group's name the first word that carries meaning. */
function familyWord(author: Author): string {
  if ('literal' in author) return asciiWords(author.literal).find(isSignificant) ?? '';
  return foldToAscii(familyNameOf(author)).replace(/[^A-Za-z0-9]/g, '').slice(0, 40);
}
