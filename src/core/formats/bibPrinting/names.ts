import { nameOf, type Author } from '../../model';
import { toLatex } from '../latex';
import { braced } from './values';

type Person = Exclude<Author, { literal: string }>;

/**
 * `particle Family, Suffix, Given` with `and` between them. By itself BibTeX takes every particle for one that is dropped
 * when names are sorted; where all are to be kept the entry says `useprefix`. Where both kinds stand in one entry,
 * biblatex is told of each name by itself, which BibTeX cannot be.
 */
export function bibNames(names: readonly Author[], { usesPrefix, byParts }: { usesPrefix: boolean; byParts: boolean }): string {
  return names.map((name, at) => (isEtAl(name, at, names.length) ? 'others' : bibName(name, usesPrefix, byParts))).filter((name) => name !== '').join(' and ');
}

/** What the names of an entry ask for: `useprefix` where particles are kept, by parts where some are and some are not. */
export function prefixesOf(names: readonly Author[]): { usesPrefix: boolean; isMixed: boolean } {
  const kept = names.some((name) => !('literal' in name) && name.particle !== undefined);
  const dropped = names.some((name) => !('literal' in name) && name.droppingParticle !== undefined);
  return { usesPrefix: kept, isMixed: kept && dropped };
}

function isEtAl(name: Author, at: number, count: number): boolean {
  return 'literal' in name && name.literal === 'others' && at > 0 && at === count - 1;
}

/**
 * A group stands in braces, and so does a name with nothing but hyphens in a part (they part words) or more commas than
 * BibTeX knows what to do with: biber counts commas in inner braces, so that nothing less helps.
 */
function bibName(author: Author, usesPrefix: boolean, byParts: boolean): string {
  if ('literal' in author) return braced(toLatex(author.literal));
  const parts = partsOf(author);
  const prefix = [parts.droppingParticle, parts.particle].filter((part) => part !== '').join(' ');
  const written = [parts.family, parts.suffix, parts.given, prefix].filter((part) => part !== '');
  if (parts.family === '' || written.some((part) => part.includes(',') || !/[^\s-]/.test(part))) return braced(toLatex(nameOf(author)));
  const isPlain = hasPlainPrefix(prefix) && (parts.particle === '' || parts.droppingParticle === '');
  const isPrefixTold = prefix === '' || (parts.particle !== '') === usesPrefix;
  const needsGiven = parts.given === '' && (parts.suffix !== '' || prefix !== '' || /\s/.test(parts.family));
  if (byParts && (!isPlain || !isPrefixTold || needsGiven)) return nameByParts(parts);
  if (needsGiven) return braced(toLatex(nameOf(author)));
  const family = `${prefix} ${guardedFamily(parts.family)}`.trim();
  return [family, parts.suffix, parts.given].filter((part) => part !== '').map(guardedAnd).join(', ');
}

type Parts = Record<'family' | 'given' | 'particle' | 'droppingParticle' | 'suffix', string>;

/** A comma behind the given name is a suffix: `Martin, Jr.`. */
function partsOf({ family, given, particle = '', droppingParticle = '', suffix = '' }: Person): Parts {
  const [first = '', behind = '', ...more] = given.split(',');
  const hasSuffixBehind = suffix === '' && behind.trim() !== '' && more.length === 0;
  return {
    family: toLatex(family), particle: toLatex(particle), droppingParticle: toLatex(droppingParticle),
    given: toLatex(hasSuffixBehind ? first : given), suffix: toLatex(hasSuffixBehind ? behind : suffix),
  };
}

/** Only words in lower case are taken for a particle. */
function hasPlainPrefix(prefix: string): boolean {
  return prefix.split(' ').every((word) => word === '' || /^[^\p{L}]{0,2}\p{Ll}/u.test(word));
}

/** A family name that leads with words in lower case is not to be taken for one with a particle. */
function guardedFamily(family: string): string {
  return /\s/.test(family) && !/^[^\p{L}\s]{0,2}\p{Lu}/u.test(family) ? braced(family) : family;
}

function nameByParts({ family, given, particle, droppingParticle, suffix }: Parts): string {
  const prefix = particle === '' ? droppingParticle : [droppingParticle, particle].filter((part) => part !== '').join(' ');
  const parts: [string, string][] = [['family', family], ['given', given], ['prefix', prefix], ['suffix', suffix]];
  const named = parts.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${braced(value)}`);
  return [...named, ...(prefix === '' ? [] : [`useprefix=${particle !== ''}`])].join(', ');
}

function guardedAnd(part: string): string {
  return part.replace(/(?<=^|\s)and(?=\s|$)/gi, '{$&}');
}
