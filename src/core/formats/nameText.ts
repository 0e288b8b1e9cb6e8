import type { Author } from '../model';
import { parseName, person, splitFamily, splitGiven } from './names';

/** A word of a list of names, or all that stands in one pair of braces. */
interface Token { text: string; quoted: boolean }

/** One name: what stands before its first comma, behind it, behind the second one, … */
type Parts = Token[][];

const tokens = /\{((?:[^{}\\]|\\[^])*)\}(?=[\s,;]|$)|[^\s,;]+|[,;]/g;

/**
 * People as one text, for fields that hold no list: `particle Family, Given dropping-particle, Suffix`, semicolons between
 * them. What is not to be taken apart stands in braces, and so does a name as a whole that is taken literally; there `\`
 * makes the next character plain. `readNames` gives back exactly these people.
 */
export function writeNames(names: readonly Author[]): string {
  return names.map(writeName).join('; ');
}

/** People from such a text; names as they are usually written (`Ada Lovelace`) are read too. */
export function readNames(text: string): Author[] {
  return namesIn(text).map(nameOfParts).filter((name) => name !== null);
}

function writeName(author: Author): string {
  if ('literal' in author) return quoted(author.literal);
  const { family, given, particle = '', droppingParticle = '', suffix = '' } = author;
  const plain = written(`${particle} ${family}`.trim(), `${given} ${droppingParticle}`.trim(), suffix);
  const [read, ...more] = readNames(plain);
  if (read !== undefined && more.length === 0 && isSame(read, author)) return plain;
  const before = particle === '' ? '' : `${quoted(particle)} `;
  const behind = droppingParticle === '' ? '' : ` ${quoted(droppingParticle)}`;
  return written(`${before}${quoted(family)}`, `${quoted(given)}${behind}`, suffix === '' ? '' : quoted(suffix));
}

function written(family: string, given: string, suffix: string): string {
  if (suffix !== '') return `${family}, ${given}, ${suffix}`;
  return given === '' ? `${family},` : `${family}, ${given}`;
}

function quoted(text: string): string {
  return `{${text.replace(/[{}\\]/g, '\\$&')}}`;
}

function isSame(a: Author, b: Author): boolean {
  if ('literal' in a || 'literal' in b) return false;
  return a.family === b.family && a.given === b.given && a.particle === b.particle && a.droppingParticle === b.droppingParticle && a.suffix === b.suffix;
}

function namesIn(text: string): Parts[] {
  const names: Parts[] = [[[]]];
  for (const [token, inBraces] of text.matchAll(tokens)) {
    if (token === ';') names.push([[]]);
    else if (token === ',') names.at(-1)?.push([]);
    else names.at(-1)?.at(-1)?.push(inBraces === undefined ? { text: token, quoted: false } : { text: inBraces.replace(/\\([^])/g, '$1'), quoted: true });
  }
  return names;
}

function nameOfParts(parts: Parts): Author | null {
  const [family = [], given = [], ...rest] = parts;
  const [only] = family;
  if (only?.quoted === true && family.length === 1 && parts.length === 1) return only.text === '' ? null : { literal: only.text };
  const isEmptyBehind = parts.slice(1).every((part) => part.length === 0);
  if (parts.length === 1 || !parts.flat().some((token) => token.quoted)) {
    const isFamilyAlone = parts.length === 2 && isEmptyBehind && family.length > 0;
    return isFamilyAlone ? person(splitFamily(joined(family))) : parseName(parts.map(joined).join(', '));
  }
  const familyParts = lastQuoted(family) ?? splitFamily(joined(family));
  if (familyParts.family === '') return parseName(joined([...given, ...rest.flat()]));
  return person({ ...familyParts, ...(firstQuoted(given) ?? splitGiven(joined(given))), suffix: rest.map(joined).filter((part) => part !== '').join(', ') });
}

function lastQuoted(part: Token[]): { particle: string; family: string } | null {
  const last = part.at(-1);
  return last?.quoted === true ? { particle: joined(part.slice(0, -1)), family: last.text } : null;
}

function firstQuoted([first, ...others]: Token[]): { given: string; droppingParticle: string } | null {
  return first?.quoted === true ? { given: first.text, droppingParticle: joined(others) } : null;
}

function joined(part: Token[]): string {
  return part.map(({ text }) => text).join(' ');
}
