import type { Author } from '../model';
import type { CslName } from './csl-types';
import { person } from './names';
import { squash } from './readText';

export function cslName(author: Author): CslName {
  if ('literal' in author) return { literal: author.literal };
  const { family, given, particle, droppingParticle, suffix } = author;
  const name: CslName = { family };
  if (given !== '') name.given = given;
  if (particle !== undefined) name['non-dropping-particle'] = particle;
  if (droppingParticle !== undefined) name['dropping-particle'] = droppingParticle;
  if (suffix !== undefined) name.suffix = suffix;
  return name;
}

/** The person or group that a CSL name stands for; null where it names nobody. What has no family name is taken literally. */
export function authorFromCsl(name: CslName): Author | null {
  const part = (text: string | undefined): string => (text === undefined ? '' : squash(text));
  const [family, given, literal] = [part(name.family), part(name.given), part(name.literal)];
  const [particle, droppingParticle, suffix] = [part(name['non-dropping-particle']), part(name['dropping-particle']), part(name.suffix)];
  if (family !== '') return person({ family, given, particle, droppingParticle, suffix });
  const only = literal === '' ? [given, droppingParticle, particle, suffix].filter((text) => text !== '').join(' ') : literal;
  return only === '' ? null : { literal: only };
}
