import { attempt, readCrossReferences, searchObjects, type CrossReferences, type Source } from './crossReferences';
import { unpacked } from './filters';
import { Malformed, numberOf, Ref, Stream, type Dict, type Value } from './objects';
import { Syntax } from './syntax';

/** A PDF whose objects are read when they are asked for. What is damaged in it reads as null; nothing that it holds makes it throw. */
export interface PdfDocument {
  bytes: Uint8Array;
  references: CrossReferences;
  /** Offsets in the file count from here, where `%PDF` stands. */
  base: number;
  /** What a value is, through references; null for one that leads nowhere. */
  look(value: Value | undefined): Value;
  dict(value: Value | undefined): Dict | null;
  list(value: Value | undefined): Value[] | null;
  isEncrypted: boolean;
}

/** Opens a PDF. Throws `Malformed` where it is none, or has no pages to be found. */
export function openPdf(file: Uint8Array): PdfDocument {
  const base = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, 1024)).indexOf('%PDF-');
  if (base < 0) throw new Malformed('It does not begin as a PDF does.');
  const read = attempt(() => documentOf(file, base, readCrossReferences));
  if (read !== null && hasPages(read)) return read;
  const searched = documentOf(file, base, searchObjects);
  if (!hasPages(searched)) throw new Malformed('No pages are found in it.');
  return searched;
}

function hasPages(document: PdfDocument): boolean {
  return document.isEncrypted || document.dict(document.dict(document.references.trailer.get('Root'))?.get('Pages')) !== null;
}

function documentOf(file: Uint8Array, base: number, tableOf: (source: Source) => CrossReferences): PdfDocument {
  const bytes = file.subarray(base);
  const known = new Map<number, Value>();
  const packs = new Map<number, Value[]>();
  const loading = new Set<number>();
  let references: CrossReferences | null = null;

  function look(value: Value | undefined): Value {
    let found: Value = value ?? null;
    for (let hops = 0; found instanceof Ref; hops += 1) {
      if (hops > 20) return null;
      found = load(found.number);
    }
    return found;
  }

  function load(number: number): Value {
    const before = known.get(number);
    if (before !== undefined) return before;
    if (loading.has(number)) return null;
    loading.add(number);
    const value = attempt(() => loaded(number));
    loading.delete(number);
    if (references !== null) known.set(number, value);
    return value;
  }

  function loaded(number: number): Value {
    const entry = references?.entries.get(number);
    if (entry === undefined || entry.kind === 'free') return null;
    if (entry.kind === 'packed') return packed(entry.stream)[entry.index] ?? null;
    const found = objectAt(entry.offset);
    return found.number === number ? found.value : null;
  }

  function packed(number: number): Value[] {
    const before = packs.get(number);
    if (before !== undefined) return before;
    const stream = load(number);
    const values = stream instanceof Stream ? valuesIn(stream, look) : [];
    packs.set(number, values);
    return values;
  }

  function objectAt(offset: number): { number: number; generation: number; value: Value } {
    const syntax = new Syntax(bytes, offset);
    const [number, generation] = [syntax.integer(), syntax.integer()];
    if (number === null || generation === null || !syntax.passes('obj')) throw new Malformed('There is no object where one should be.');
    const value = syntax.value();
    if (!(value instanceof Map) || !syntax.passes('stream')) return { number, generation, value };
    return { number, generation, value: new Stream(value, streamData(bytes, syntax.at, numberOf(look(value.get('Length'))))) };
  }

  references = tableOf({ bytes, objectAt });
  const dict = (value: Value | undefined): Dict | null => {
    const found = look(value);
    return found instanceof Map ? found : null;
  };
  return {
    bytes: file, references, base, look, dict,
    list(value) {
      const found = look(value);
      return Array.isArray(found) ? found : null;
    },
    isEncrypted: references.trailer.has('Encrypt'),
  };
}

function valuesIn(stream: Stream, look: PdfDocument['look']): Value[] {
  const data = unpacked(stream, look);
  const first = numberOf(look(stream.dict.get('First'))) ?? 0;
  const header = new Syntax(data);
  const values: Value[] = [];
  for (let left = numberOf(look(stream.dict.get('N'))) ?? 0; left > 0; left -= 1) {
    const [number, offset] = [header.integer(), header.integer()];
    if (number === null || offset === null) break;
    values.push(attempt(() => new Syntax(data, first + offset).value()));
  }
  return values;
}

/** The bytes of a stream behind the word `stream`: as many as it says where `endstream` follows them, else up to there. */
function streamData(bytes: Uint8Array, behind: number, length: number | null): Uint8Array {
  let from = behind;
  if (bytes[from] === 13) from += 1;
  if (bytes[from] === 10) from += 1;
  if (length !== null && length >= 0 && from + length <= bytes.length && new Syntax(bytes, from + length).passes('endstream')) return bytes.subarray(from, from + length);
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('endstream', from);
  if (end < 0) throw new Malformed('A stream does not end.');
  const trimmed = bytes[end - 1] === 10 ? (bytes[end - 2] === 13 ? end - 2 : end - 1) : bytes[end - 1] === 13 ? end - 1 : end;
  return bytes.subarray(from, Math.max(from, trimmed));
}
