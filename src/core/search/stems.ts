import { DictionaryWalk, entryAt, entryOf, type Dictionary, type TermEntry } from './dictionary';
import { stemOf } from './stem';

/** The terms that are another form of their stem, by a hash of that, in its order. */
export interface Stems { hashes: Uint32Array; terms: Uint32Array }

/** Below 2³¹, so that a hash and the number of a term fit in the 53 bits of a number. */
const HASHES = 2 ** 31;
const TERMS = 2 ** 22;

function hashOf(text: string): number {
  let hash = 0x811c9dc5; // FNV-1a
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % HASHES;
}

/** Terms that are their own stem are found by it as they are. */
export function stemsOf(dictionary: Dictionary): Stems {
  const keys: number[] = [];
  const walk = new DictionaryWalk(dictionary);
  while (walk.next() && walk.number < TERMS) {
    const [first = 0] = walk.letters;
    if (first < 0x61 || first > 0x7a || walk.letters.length < 3) continue;
    const term = walk.term();
    const stem = stemOf(term);
    if (stem !== term) keys.push(hashOf(stem) * TERMS + walk.number);
  }
  const sorted = Float64Array.from(keys).toSorted();
  return { hashes: Uint32Array.from(sorted, (key) => Math.floor(key / TERMS)), terms: Uint32Array.from(sorted, (key) => key % TERMS) };
}

/** The other terms of a dictionary that have the stem of `word`. */
export function formsOf(word: string, { hashes, terms }: Stems, dictionary: Dictionary): TermEntry[] {
  const stem = stemOf(word);
  const hash = hashOf(stem);
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  const own = stem !== word && stemOf(stem) === stem ? entryOf(dictionary, stem) : undefined;
  const forms: TermEntry[] = own === undefined ? [] : [own];
  for (let at = low; hashes[at] === hash; at += 1) {
    const entry = entryAt(dictionary, terms[at] ?? 0);
    if (entry !== undefined && entry.term !== word && stemOf(entry.term) === stem) forms.push(entry);
  }
  return forms;
}
