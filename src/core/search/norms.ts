import { ByteReader } from './bytes';
import { DictionaryWalk, type Dictionary } from './dictionary';
import { frequencies, rarity } from './fields';

const TERMS_A_TURN = 4000;
const logarithms = frequencies.map(Math.log1p);

/**
 * The lengths of the papers as vectors, of which each word is a dimension: how much a paper has to say in all, so that
 * one that speaks of everything is not like everything. Word rarity is that within these papers.
 */
export function* normsOf(dictionary: Dictionary, postings: Uint8Array, papers: number): Generator<void, Float32Array> {
  const squares = new Float32Array(papers);
  const walk = new DictionaryWalk(dictionary);
  const reader = new ByteReader(postings);
  while (walk.next()) {
    const rare = rarity(walk.entry.count, papers) ** 2;
    reader.at = walk.entry.postings;
    let paper = -1;
    while (reader.at < walk.entry.postingsEnd) {
      paper += reader.number() + 1;
      squares[paper] = (squares[paper] ?? 0) + rare * (logarithms[reader.byte()] ?? 0) ** 2;
    }
    if (walk.number % TERMS_A_TURN === 0) yield;
  }
  return squares.map(Math.sqrt);
}
