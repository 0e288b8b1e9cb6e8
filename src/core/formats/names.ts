import type { Author } from '../model';
import { squash } from './readText';

const particles = new Set([
  'af', 'al', 'av', 'bin', 'bint', 'da', 'dal', 'das', 'de', 'degli', 'dei', 'del', 'della', 'den', 'der', 'di', 'do',
  'dos', 'du', 'e', 'el', 'ibn', 'la', 'las', 'le', 'les', 'lo', 'los', 'ould', "'t", 't', 'ten', 'ter', 'und', 'van',
  'vom', 'von', 'y', 'zu', 'zum', 'zur',
]);
const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const nameWord = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{Lo}\p{M}]*|[ad][’']\p{Lu}[\p{L}-]*)$/u;

/**
 * A person from one written name: `Ada Lovelace`, `Lovelace, Ada` or `Ludwig van Beethoven`. Particles in
 * lower case stay with the family name, `Jr.` and the like with the given name (as citeproc reads a comma
 * suffix); a single word is taken literally. Null when nothing is written.
 */
export function parseName(text: string): Author | null {
  const name = squash(text);
  if (name === '') return null;
  const comma = name.indexOf(',');
  if (comma !== -1) return nameWithComma(name, comma);
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length === 1) return { literal: name };
  const tail = words.length > 2 && suffix.test(last) ? words.length - 1 : words.length;
  const firstParticle = words.findIndex((word, at) => at < tail - 1 && particles.has(word));
  const family = firstParticle === -1 ? tail - 1 : firstParticle;
  const given = [...words.slice(0, family), ...words.slice(tail)].join(' ');
  return { family: words.slice(family, tail).join(' '), given };
}

function nameWithComma(name: string, comma: number): Author {
  const family = name.slice(0, comma).trim();
  const given = name.slice(comma + 1).trim();
  if (family === '' || given === '') return { literal: squash(name.replace(/,/g, ' ')) || name };
  if (!suffix.test(given)) return { family, given };
  const plain = parseName(family);
  if (plain === null || 'literal' in plain) return { family, given };
  return { family: plain.family, given: squash(`${plain.given} ${given}`) };
}

/** Whether a piece of text has the form of one person's full name: two to five capitalised words, no digits. */
export function looksLikeName(text: string): boolean {
  if (text.length > 60) return false;
  const words = text.split(' ');
  if (words.length < 2 || words.length > 5) return false;
  return words.every((word, at) => nameWord.test(word) || (at > 0 && particles.has(word)));
}

/** The names of a list such as `Ada Lovelace, Charles Babbage and Mary Somerville`, as they are written. */
export function splitNames(list: string): string[] {
  return list
    .split(/[,;·]| and | & /)
    .map((name) => name.trim().replace(/^and /, ''))
    .filter((name) => name !== '' && !/^et al\.?$/i.test(name));
}
