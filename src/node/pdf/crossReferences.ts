import { unpacked } from './filters';
import { Malformed, nameOf, numberOf, Ref, Stream, type Dict, type Value } from './objects';
import { Syntax, isSpace } from './syntax';

/** Where an object is: at an offset of the file, or packed in a stream of objects. */
export type Entry =
  | { kind: 'plain'; offset: number; generation: number }
  | { kind: 'packed'; stream: number; index: number }
  | { kind: 'free' };

/** The table of a file: where each object is, by its number, and what the trailer says. */
export interface CrossReferences {
  entries: Map<number, Entry>;
  trailer: Dict;
  /** Where the last section begins, and whether it is a stream; null where the file has none that holds and was searched instead. */
  last: { offset: number; kind: 'table' | 'stream' } | null;
}

/** Numbers above are not taken for real: nobody has so many objects, and whoever counts to them does not come back. */
export const HIGHEST = 8_388_607;

/** What is needed of the file to read its table. */
export interface Source {
  bytes: Uint8Array;
  /** Reads `n g obj …` at an offset, or throws `Malformed`. */
  objectAt(offset: number): { number: number; generation: number; value: Value };
}

/** Reads the table from its end back to its beginning (ISO 32000-1, 7.5.4 to 7.5.8); what a later section says holds. Throws `Malformed`. */
export function readCrossReferences(source: Source): CrossReferences {
  const begin = startOf(source.bytes);
  const entries = new Map<number, Entry>();
  const trailer: Dict = new Map();
  let last: CrossReferences['last'] = null;
  const seen = new Set<number>();
  const waiting = [begin];
  while (waiting.length > 0) {
    const offset = waiting.pop() as number;
    if (seen.has(offset)) continue;
    seen.add(offset);
    const section = sectionAt(source, offset, (number, entry) => {
      if (number <= HIGHEST && !entries.has(number)) entries.set(number, entry);
    });
    last ??= { offset, kind: section.kind };
    for (const [key, value] of section.trailer) if (!trailer.has(key)) trailer.set(key, value);
    const previous = numberOf(section.trailer.get('Prev'));
    if (previous !== null) waiting.push(previous);
    // What a hybrid file hides in a stream from old programs stands before the sections that came earlier.
    const hybrid = section.kind === 'table' ? numberOf(section.trailer.get('XRefStm')) : null;
    if (hybrid !== null) waiting.push(hybrid);
  }
  return { entries, trailer, last };
}

function startOf(bytes: Uint8Array): number {
  const tail = Math.max(0, bytes.length - 2048);
  const at = Buffer.from(bytes.buffer, bytes.byteOffset + tail, bytes.length - tail).lastIndexOf('startxref');
  const offset = at < 0 ? null : new Syntax(bytes, tail + at + 'startxref'.length).integer();
  if (offset === null) throw new Malformed('It does not say where its table is.');
  return offset;
}

interface Section { trailer: Dict; kind: 'table' | 'stream' }
type Add = (number: number, entry: Entry) => void;

function sectionAt(source: Source, offset: number, add: Add): Section {
  const syntax = new Syntax(source.bytes, offset);
  if (offset >= source.bytes.length) throw new Malformed('Its table is beyond its end.');
  if (syntax.passes('xref')) return { trailer: readTable(syntax, add), kind: 'table' };
  const { value } = source.objectAt(offset);
  if (!(value instanceof Stream) || nameOf(value.dict.get('Type')) !== 'XRef') throw new Malformed('Its table is not where it says.');
  readTableStream(value, add);
  return { trailer: value.dict, kind: 'stream' };
}

function readTable(syntax: Syntax, add: Add): Dict {
  while (!syntax.passes('trailer')) {
    const [first, count] = [syntax.integer(), syntax.integer()];
    if (first === null || count === null) throw new Malformed('Its table is damaged.');
    for (let index = 0; index < count; index += 1) {
      const [offset, generation] = [syntax.integer(), syntax.integer()];
      const inUse = syntax.passes('n');
      if (offset === null || generation === null || !(inUse || syntax.passes('f'))) throw new Malformed('Its table is damaged.');
      add(first + index, inUse ? { kind: 'plain', offset, generation } : { kind: 'free' });
    }
  }
  const trailer = syntax.value();
  if (!(trailer instanceof Map)) throw new Malformed('It has no trailer.');
  return trailer;
}

function readTableStream(stream: Stream, add: Add): void {
  const data = unpacked(stream, (value) => (value instanceof Ref ? null : (value ?? null)));
  const numbers = (key: string): number[] => {
    const list = stream.dict.get(key);
    return Array.isArray(list) ? list.map((each) => numberOf(each) ?? 0) : [];
  };
  const widths = numbers('W');
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const width = kindWidth + secondWidth + thirdWidth;
  if (widths.length < 3 || widths.some((each) => each < 0 || each > 8) || width === 0) throw new Malformed('Its table is damaged.');
  const index = stream.dict.has('Index') ? numbers('Index') : [0, numberOf(stream.dict.get('Size')) ?? 0];
  let at = 0;
  const field = (length: number): number => {
    let value = 0;
    const end = at + length;
    for (; at < end; at += 1) value = value * 256 + (data[at] ?? 0);
    return value;
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    for (let number = index[pair] ?? 0, left = index[pair + 1] ?? 0; left > 0 && at + width <= data.length; number += 1, left -= 1) {
      const kind = kindWidth === 0 ? 1 : field(kindWidth);
      const [second, third] = [field(secondWidth), field(thirdWidth)];
      if (kind === 0) add(number, { kind: 'free' });
      if (kind === 1) add(number, { kind: 'plain', offset: second, generation: third });
      if (kind === 2) add(number, { kind: 'packed', stream: second, index: third });
    }
  }
}

/** Finds the objects of a file whose table does not hold, by looking for them; of two with the same number the later is taken. */
export function searchObjects(source: Source): CrossReferences {
  const entries = new Map<number, Entry>();
  const trailer: Dict = new Map();
  const text = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.length);
  for (let at = text.indexOf('obj'); at >= 0; at = text.indexOf('obj', at + 3)) {
    const offset = headerBefore(source.bytes, at);
    if (offset === null) continue;
    const found = attempt(() => source.objectAt(offset));
    if (found === null || found.number > HIGHEST) continue;
    entries.set(found.number, { kind: 'plain', offset, generation: found.generation });
    if (found.value instanceof Stream) takeStream(found.number, found.value, entries, trailer);
    else if (found.value instanceof Map && nameOf(found.value.get('Type')) === 'Catalog') trailer.set('Root', new Ref(found.number, found.generation));
  }
  for (let at = text.indexOf('trailer'); at >= 0; at = text.indexOf('trailer', at + 7)) {
    const dict = attempt(() => new Syntax(source.bytes, at + 7).value());
    if (dict instanceof Map) merge(trailer, dict);
  }
  return { entries, trailer, last: null };
}

function takeStream(number: number, stream: Stream, entries: CrossReferences['entries'], trailer: Dict): void {
  const type = nameOf(stream.dict.get('Type'));
  if (type === 'XRef') merge(trailer, stream.dict);
  if (type !== 'ObjStm') return;
  for (const [index, each] of (attempt(() => packedNumbers(stream)) ?? []).entries()) if (each <= HIGHEST) entries.set(each, { kind: 'packed', stream: number, index });
}

function merge(trailer: Dict, from: Dict): void {
  for (const key of ['Root', 'Info', 'ID', 'Encrypt', 'Size']) {
    const value = from.get(key);
    if (value !== undefined) trailer.set(key, value);
  }
}

function packedNumbers(stream: Stream): number[] {
  const syntax = new Syntax(unpacked(stream, (value) => (value instanceof Ref ? null : (value ?? null))));
  const numbers: number[] = [];
  for (let left = numberOf(stream.dict.get('N')) ?? 0; left > 0; left -= 1) {
    const [number, offset] = [syntax.integer(), syntax.integer()];
    if (number === null || offset === null) break;
    numbers.push(number);
  }
  return numbers;
}

/** Where `n g ` before an `obj` begins; null where there are no such numbers. */
function headerBefore(bytes: Uint8Array, obj: number): number | null {
  let at = obj;
  for (let numbers = 0; numbers < 2; numbers += 1) {
    const before = at;
    while (at > 0 && isSpace(bytes[at - 1])) at -= 1;
    if (numbers === 1 && at === before) return null;
    const digits = at;
    while (at > 0 && digits - at < 10 && (bytes[at - 1] ?? 0) >= 48 && (bytes[at - 1] ?? 0) <= 57) at -= 1;
    if (at === digits) return null;
  }
  return at;
}

/** What is malformed counts as not there. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}
