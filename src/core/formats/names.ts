import type { Author } from '../model';
import { squash } from './readText';

export type Person = Exclude<Author, { literal: string }>;

const particles = new Set([
  'af', 'al', 'av', 'bin', 'bint', 'da', 'dal', 'das', 'de', 'degli', 'dei', 'del', 'della', 'den', 'der', 'di', 'do',
  'dos', 'du', 'e', 'el', 'ibn', 'la', 'las', 'le', 'les', 'lo', 'los', 'ould', "'t", 't', 'ten', 'ter', 'und', 'van',
  'vom', 'von', 'y', 'zu', 'zum', 'zur',
]);
/** These lead no family name: they join two. */
const joining = new Set(['e', 'und', 'y']);
const elided = /^(?:d|l|dell|dall|nell|sull|all)[’']$/;
const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const nameWord = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{Lo}\p{M}]*|[ad][’']\p{Lu}[\p{L}-]*)$/u;

/**
 * A person from one written name: `Ada Lovelace`, `Lovelace, Ada`, `Ludwig van Beethoven`, `Humboldt, Alexander von` or
 * `Davis, Sammy, Jr.`. A single word is taken literally. Null when nothing is written.
 */
export function parseName(text: string): Author | null {
  const name = squash(text);
  if (name === '') return null;
  if (name.includes(',')) return nameWithCommas(name);
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length === 1) return { literal: name };
  const tail = words.length > 2 && suffix.test(last) ? words.length - 1 : words.length;
  const first = words.findIndex((word, at) => at < tail - 1 && (isParticle(word) || joining.has(word)));
  const family = first === -1 ? tail - 1 : joining.has(words[first] ?? '') ? Math.max(0, first - 1) : first;
  return person({ ...splitFamily(words.slice(family, tail).join(' ')), given: words.slice(0, family).join(' '), suffix: words.slice(tail).join(' ') });
}

function nameWithCommas(name: string): Author {
  const [family = '', second = '', ...rest] = name.split(',').map((part) => part.trim());
  const third = rest.filter((part) => part !== '').join(', ');
  if (family === '' || (second === '' && third === '')) return { literal: squash(name.replace(/,/g, ' ')) || name };
  if (!suffix.test(second)) return person({ ...splitFamily(family), ...splitGiven(second), suffix: third });
  if (third !== '') return person({ ...splitFamily(family), ...splitGiven(third), suffix: second });
  const plain = parseName(family);
  return plain === null || 'literal' in plain ? person({ family, suffix: second }) : { ...plain, suffix: second };
}

/** A person of these parts; those that are empty are left out. */
export function person({ family, given = '', particle = '', droppingParticle = '', suffix: behind = '' }: { family: string; given?: string; particle?: string; droppingParticle?: string; suffix?: string }): Person {
  const named: Person = { family, given };
  if (particle !== '') named.particle = particle;
  if (droppingParticle !== '') named.droppingParticle = droppingParticle;
  if (behind !== '') named.suffix = behind;
  return named;
}

/** A family name without the particles that lead it: `van der Berg` is `van der` and `Berg`. */
export function splitFamily(text: string): { particle: string; family: string } {
  const words = text.split(' ');
  let at = 0;
  while (at < words.length - 1 && isParticle(words[at] ?? '')) at += 1;
  return { particle: words.slice(0, at).join(' '), family: words.slice(at).join(' ') };
}

/** A given name without the particles behind it, which belong to a family name without being kept with it: `Alexander von`. */
export function splitGiven(text: string): { given: string; droppingParticle: string } {
  const words = text.split(' ');
  let at = words.length;
  while (at > 1 && isParticle(words[at - 1] ?? '')) at -= 1;
  return { given: words.slice(0, at).join(' '), droppingParticle: words.slice(at).join(' ') };
}

function isParticle(word: string): boolean {
  return (particles.has(word) && !joining.has(word)) || elided.test(word);
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
