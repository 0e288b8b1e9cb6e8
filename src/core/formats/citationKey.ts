import { familyNameOf, yearOf, type Description } from '../model';
import { toPlain } from './latexPlain';

/** What BibTeX, biber, pandoc and LaTeX's \cite all take as a key. */
const keyPattern = /^[A-Za-z0-9][A-Za-z0-9:_\-./+]*$/;

const stopWords: ReadonlySet<string> = new Set(
  ('a an the on in of for to and or nor but with without from by at as is are be was were do does can could should '
    + 'will it its we our their this that these those how what why when where which who whom towards toward into onto '
    + 'over under via using der die das ein eine und le la les un une des du el los las').split(' '),
);

/** Letters that do not fall apart into a base letter and a mark. */
const ligatures: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'ng',
};

export function isCitationKey(text: string): boolean {
  return keyPattern.test(text);
}

/**
 * A key of the form authorYEARword, such as `vaswani2017attention`: the first author's family name, the year and
 * the title's first word that carries meaning, in lower-case ASCII. Without an author two words of the title lead.
 * What cannot be written in ASCII is left out; when nothing is left the key is `untitled`. A key that is taken
 * gets `a`, `b`, … `z`, `aa`, …. `taken` is asked for lower-case keys and must not mind case, as BibTeX does not.
 */
export function makeCitationKey(description: Description, taken: Taken): string {
  const year = yearOf(description)?.toString().padStart(4, '0') ?? '';
  const family = familyOf(description);
  const words = significantWords(toPlain(description.title));
  const key = family === '' ? `${words.slice(0, 2).join('')}${year}` : `${family}${year}${words[0] ?? ''}`;
  return distinctKey(key === '' || key === year ? `untitled${year}` : key, taken);
}

/** Tells whether a key is in use. `tried`: how many suffixes of a key are known to be, where many keys are made and none is given up. */
export type Taken = ((key: string) => boolean) & { tried?: Map<string, number> };

/** The key itself, or the first of `a`, `b`, … `z`, `aa`, … behind it that is not taken. */
export function distinctKey(key: string, taken: Taken): string {
  if (!taken(key)) return key;
  let count = taken.tried?.get(key) ?? 1;
  while (taken(key + letters(count))) count += 1;
  taken.tried?.set(key, count);
  return key + letters(count);
}

/** Counts 1, 2, … 26, 27 as a, b, … z, aa. */
function letters(count: number): string {
  let text = '';
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

function familyOf({ authors: [first] }: Description): string {
  if (first === undefined) return '';
  if ('literal' in first) return significantWords(first.literal)[0] ?? '';
  return ascii(familyNameOf(first)).replace(/[^a-z0-9]/g, '').slice(0, 40);
}

function significantWords(text: string): string[] {
  const words = ascii(text).split(/[^a-z0-9]+/).filter((word) => word.length > 1 && !stopWords.has(word));
  return words.map((word) => word.slice(0, 40));
}

function ascii(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/['’]/g, '').replace(/[ßæœøłđðþıħŋ]/g, (letter) => ligatures[letter] ?? '');
}
