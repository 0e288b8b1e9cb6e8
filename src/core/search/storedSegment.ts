import type { PaperId } from '../model';
import { ByteReader, ByteWriter } from './bytes';
import { FIELDS } from './fields';
import { BEST } from './heavyPrefixes';
import type { Segment } from './segment';

/** Counts up whenever segments are written otherwise, or words are cut otherwise, than before. */
export const INDEX_VERSION = 1;

/** The parts of a segment in a file, in this order. The places come last: they are read from the file when they are needed. */
export const sectionNames = ['ids', 'lengths', 'terms', 'blocks', 'postings', 'stemHashes', 'stemTerms', 'prefixes', 'prefixPapers', 'prefixBest', 'prefixWeights', 'norms', 'places'] as const;
export type SectionName = (typeof sectionNames)[number];
export type Sections = Record<SectionName, Uint8Array>;

/** The bytes of a segment, but for its places. Numbers lie in them as the machine keeps them. */
export function sectionsOf({ ids, lengths, dictionary, postings, stems, heavy, norms }: Segment): Omit<Sections, 'places'> {
  return {
    ids: strings(ids), lengths: bytesOf(lengths), terms: dictionary.bytes, blocks: bytesOf(Uint32Array.of(dictionary.size), dictionary.blocks), postings,
    stemHashes: bytesOf(stems.hashes), stemTerms: bytesOf(stems.terms),
    prefixes: strings(heavy.prefixes), prefixPapers: heavy.papers, prefixBest: bytesOf(heavy.best), prefixWeights: bytesOf(heavy.weights), norms: bytesOf(norms),
  };
}

/** A segment from its bytes; null where they do not go together. The bytes are used as they are, not copied. */
export function segmentFrom(sections: Omit<Sections, 'places'>, places: Segment['places'], placesLength: number): Segment | null {
  const ids = stringsFrom(sections.ids) as PaperId[];
  const prefixes = stringsFrom(sections.prefixes);
  const [lengths, blocks] = [new Uint16Array(ownBuffer(sections.lengths, 2)), new Uint32Array(ownBuffer(sections.blocks))];
  const [hashes, terms] = [new Uint32Array(ownBuffer(sections.stemHashes)), new Uint32Array(ownBuffer(sections.stemTerms))];
  const [best, weights] = [new Uint32Array(ownBuffer(sections.prefixBest)), new Float32Array(ownBuffer(sections.prefixWeights))];
  const norms = new Float32Array(ownBuffer(sections.norms));
  const fits = norms.length === ids.length && lengths.length === ids.length * FIELDS && blocks.length % 3 === 1 && hashes.length === terms.length
    && sections.prefixPapers.length === prefixes.length * ((ids.length + 7) >> 3) && best.length === prefixes.length * BEST && weights.length === best.length;
  if (!fits) return null;
  return {
    ids, lengths, dictionary: { size: blocks[0] ?? 0, bytes: sections.terms, blocks: blocks.subarray(1) }, postings: sections.postings,
    places, placesLength, stems: { hashes, terms }, heavy: { prefixes, papers: sections.prefixPapers, best, weights }, norms,
  };
}

function bytesOf(...arrays: (Uint16Array | Uint32Array | Float32Array)[]): Uint8Array {
  const all = new Uint8Array(arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return all;
}

/** The bytes in a buffer of their own that ends where whole numbers of `width` bytes do. */
function ownBuffer(bytes: Uint8Array, width = 4): ArrayBuffer {
  const whole = bytes.length - (bytes.length % width);
  if (bytes.byteOffset === 0 && bytes.buffer.byteLength === whole && bytes.buffer instanceof ArrayBuffer) return bytes.buffer;
  return Uint8Array.from(bytes.subarray(0, whole)).buffer;
}

function strings(texts: readonly string[]): Uint8Array {
  const writer = new ByteWriter();
  writer.number(texts.length);
  for (const text of texts) {
    writer.number(text.length);
    for (let at = 0; at < text.length; at += 1) writer.number(text.charCodeAt(at));
  }
  return writer.done();
}

function stringsFrom(bytes: Uint8Array): string[] {
  const reader = new ByteReader(bytes);
  const count = Math.min(reader.number(), bytes.length);
  return Array.from({ length: count }, () => {
    let text = '';
    for (let left = Math.min(reader.number(), bytes.length); left > 0; left -= 1) text += String.fromCharCode(reader.number() & 0xffff);
    return text;
  });
}
