import { fold } from '../text';
import { fitsGlob } from './glob';
import type { Naming } from './tree';

/** Whether a name is meant, case and accents aside. */
export function nameTest(naming: Naming): (name: string) => boolean {
  if (naming.match === 'name') {
    const wanted = fold(naming.text.trim());
    return (name) => fold(name) === wanted;
  }
  const parts = naming.parts.map(fold);
  return (name) => fitsGlob(parts, fold(name));
}

/** What a query can name: by its name, another one that it has, or its id. */
export interface Nameable { id: string; name: string; synonyms?: readonly string[] }

/** Those that are meant. */
export function named<T extends Nameable>(naming: Naming, all: Iterable<T>): T[] {
  const test = nameTest(naming);
  return [...all].filter(({ id, name, synonyms = [] }) => test(name) || (naming.match === 'name' && test(id)) || synonyms.some(test));
}
