import { wordsOf, type Word } from './words';

/** A text with the places of each of its words. */
export interface TextIndex {
  words: readonly Word[];
  /** Where a word stands, by its number among the words; without regard to case. */
  placesOf(word: string): readonly number[];
}

/** `pages` are the texts of the pages of a file; a text without pages is one. */
export function indexText(pages: readonly string[]): TextIndex {
  const words = wordsOf(pages);
  const places = new Map<string, number[]>();
  for (const [index, { text }] of words.entries()) {
    const key = text.toLowerCase();
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  }
  return { words, placesOf: (word) => places.get(word.toLowerCase()) ?? [] };
}
