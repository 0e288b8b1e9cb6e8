import type { CslName } from '../csl-types';
import { squash } from '../readText';
import { isOneGroup, splitAnd, splitTex } from './texLists';
import { texToText } from './texText';

/**
 * People as BibTeX and biblatex write them: `First von Last`, `von Last, First`, `von Last, Jr, First`, groups in braces,
 * and biblatex's `family=…, given=…`. With `usesPrefix` (biblatex's `useprefix`) the particle belongs to the family name.
 */
export function readBibtexNames(tex: string, usesPrefix: boolean): CslName[] {
  return splitAnd(tex).map((name) => readName(name, usesPrefix)).filter((name) => name !== null);
}

function readName(tex: string, usesPrefix: boolean): CslName | null {
  if (tex === 'others') return { literal: 'others' };
  if (isOneGroup(tex)) return literal(tex);
  const [family, given] = /^(\p{Lu}[\p{L}'-]*), (\p{Lu}[\p{L}.' -]*)$/u.exec(tex)?.slice(1) ?? [];
  if (family !== undefined && given !== undefined && !/ \p{Ll}|--|''/u.test(tex)) return { family, given };
  return readParts(tex, splitTex(tex, /,/).map((part) => part.trim()), usesPrefix);
}

function readParts(tex: string, parts: readonly string[], usesPrefix: boolean): CslName | null {
  if (/^(?:family|given|prefix|suffix|useprefix)(?:-i)?\s{0,5}=/i.test(tex)) return extendedName(parts, usesPrefix);
  const [first = '', second = '', third, ...rest] = parts;
  if (parts.length === 1) return nameInOrder(wordsOf(tex), usesPrefix) ?? literal(tex);
  const { particle, family } = splitFamily(wordsOf(first));
  const [given, suffix] = third === undefined ? [second, ''] : [[third, ...rest].join(', '), second];
  return nameOf({ family, ...splitGiven(wordsOf(given), particle), suffix }, usesPrefix) ?? literal(parts.join(' '));
}

function literal(tex: string): CslName | null {
  const text = words(tex);
  return text === '' ? null : { literal: text };
}

/** `Ludwig van Beethoven`: what is in lower case between the first word and the last is the particle. */
function nameInOrder(name: readonly string[], usesPrefix: boolean): CslName | null {
  const last = name.length - 1;
  const first = name.findIndex((word, at) => at < last && isLower(word));
  if (first === -1) return nameOf({ family: name.slice(last).join(' '), given: name.slice(0, last).join(' '), particle: '', suffix: '' }, usesPrefix);
  const { particle, family } = splitFamily(name.slice(first));
  return nameOf({ family, given: name.slice(0, first).join(' '), particle, suffix: '' }, usesPrefix);
}

/** `van der Berg`: the words in lower case that lead the family name. */
function splitFamily(family: readonly string[]): { particle: string; family: string } {
  let at = 0;
  while (at < family.length - 1 && isLower(family[at] ?? '')) at += 1;
  return { particle: family.slice(0, at).join(' '), family: family.slice(at).join(' ') };
}

/** `Alexander von`: what ends a given name in lower case is a particle that was put there. */
function splitGiven(given: readonly string[], particle: string): { given: string; particle: string } {
  let end = given.length;
  while (particle === '' && end > 1 && isLower(given[end - 1] ?? '')) end -= 1;
  return { given: given.slice(0, end).join(' '), particle: particle === '' ? given.slice(end).join(' ') : particle };
}

function extendedName(parts: readonly string[], usesPrefix: boolean): CslName | null {
  const named = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    if (equals !== -1) named.set(part.slice(0, equals).trim().toLowerCase(), part.slice(equals + 1).trim().replace(/^"([^"]*)"$/, '$1'));
  }
  const of = (name: string): string => named.get(name) ?? '';
  const ownPrefix = of('useprefix');
  const parted = { family: of('family'), given: of('given'), particle: of('prefix'), suffix: of('suffix') };
  return nameOf(parted, ownPrefix === '' ? usesPrefix : ownPrefix === 'true') ?? literal(of('given'));
}

function nameOf(tex: { family: string; given: string; particle: string; suffix: string }, usesPrefix: boolean): CslName | null {
  const [family, given, particle, suffix] = [words(tex.family), words(tex.given), words(tex.particle), words(tex.suffix)];
  if (family === '') return null;
  return {
    family,
    ...(given !== '' && { given }),
    ...(particle !== '' && { [usesPrefix ? 'non-dropping-particle' : 'dropping-particle']: particle }),
    ...(suffix !== '' && { suffix }),
  };
}

function wordsOf(tex: string): string[] {
  return splitTex(tex, /[\s~]/).filter((word) => word !== '');
}

/** Whether a word begins in lower case. Words in braces have no case, save where the brace begins a TeX command. */
function isLower(word: string): boolean {
  if (word.startsWith('{') && !word.startsWith('{\\')) return false;
  if (/^[A-Z]/.test(word)) return false;
  const letter = /\p{L}/u.exec(texToText(word, 'plain'))?.[0] ?? '';
  return letter !== letter.toUpperCase();
}

function words(tex: string): string {
  return tex === '' ? '' : squash(texToText(tex, 'plain'));
}
