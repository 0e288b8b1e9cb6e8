import { capitalized, foldToAscii, isSignificant } from './citationKeyText';

/** Something that can be done to a piece, as `[piece:name]` or `[piece:name=value]`. */
export interface KeyModifier {
  name: string;
  /** What it does, for people. */
  about: string;
  /** A value that it takes, as an example; absent where it takes none. */
  value?: string;
  /** What is done to a piece; null where the value is none that it takes. */
  with: (value: string) => ((text: string) => string) | null;
}

/** The modifiers of JabRef and Better BibTeX that people use. Words are apart by spaces until the key is made. */
export const keyModifiers: readonly KeyModifier[] = [
  plain('lower', 'small letters', (text) => text.toLowerCase()),
  plain('upper', 'capital letters', (text) => text.toUpperCase()),
  plain('capitalize', 'each word with a capital letter', (text) => eachWord(text, (word) => capitalized(word.toLowerCase()))),
  plain('abbr', 'first letter of each word', (text) => eachWord(text, (word) => word.slice(0, 1))),
  plain('fold', 'letters without accents (a key never has them)', foldToAscii),
  plain('ascii', 'the same', foldToAscii),
  plain('nopunct', 'letters and digits only', (text) => text.replace(/[^\p{L}\p{N}\p{M} ]/gu, '')),
  plain('skipwords', 'without articles and prepositions', (text) => wordsOf(text).filter(isSignificant).join(' ')),
  { name: 'condense', about: 'words joined by this', value: '_', with: (value) => (/^[\w:\-./+]{1,9}$/.test(value) ? (text) => wordsOf(text).join(value) : null) },
  { name: 'select', about: 'from this word on, so many words', value: '1,2', with: selecting },
  { name: 'truncate', about: 'so many letters at most', value: '8', with: (value) => (/^[1-9]\d{0,2}$/.test(value) ? (text) => text.replace(/ /g, '').slice(0, Number(value)) : null) },
];

function plain(name: string, about: string, change: (text: string) => string): KeyModifier {
  return { name, about, with: (value) => (value === '' ? change : null) };
}

function selecting(value: string): ((text: string) => string) | null {
  const [, first = '', count = ''] = /^([1-9]\d{0,2})(?:,([1-9]\d{0,2}))?$/.exec(value) ?? [];
  if (first === '') return null;
  const from = Number(first) - 1;
  return (text) => wordsOf(text).slice(from, count === '' ? undefined : from + Number(count)).join(' ');
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function eachWord(text: string, change: (word: string) => string): string {
  return wordsOf(text).map(change).join(' ');
}
