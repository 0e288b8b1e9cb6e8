import { createHash } from 'node:crypto';
import { HIGHEST, type Entry } from './crossReferences';
import type { PdfDocument } from './document';
import { Bytes, Name, numberOf, Ref, Stream, type Dict, type Value } from './objects';
import { printed } from './print';

/** Changes to a document, which are written behind it: every byte that was there stays where it is (ISO 32000-1, 7.5.6). */
export interface Update {
  /** Adds an object. */
  add(value: Value): Ref;
  /** Gives an object another value. */
  replace(ref: Ref, value: Value): void;
  /** The file with the changes; the file as it is where there are none. */
  bytes(): Uint8Array;
}

export function updateOf(document: PdfDocument): Update {
  const { references } = document;
  const values = new Map<number, { ref: Ref; value: Value }>();
  let last = Math.min((numberOf(references.trailer.get('Size')) ?? 1) - 1, HIGHEST);
  for (const number of references.entries.keys()) last = Math.max(last, number);

  return {
    add(value) {
      last += 1;
      const ref = new Ref(last, 0);
      values.set(last, { ref, value });
      return ref;
    },
    replace(ref, value) {
      values.set(ref.number, { ref, value });
    },
    bytes: () => (values.size === 0 ? document.bytes : Buffer.concat([document.bytes, section(document, [...values.values()], last)])),
  };
}

/** The objects and the table of one update. A file whose own table does not hold gets one of all that was found in it. */
function section(document: PdfDocument, changed: { ref: Ref; value: Value }[], last: number): Buffer {
  const { references, bytes, base } = document;
  const parts = ['\n'];
  let at = bytes.length - base + 1;
  const entries = new Map<number, Entry>(references.last === null ? [[0, { kind: 'free' }], ...references.entries] : []);
  for (const { ref, value } of changed) {
    const part = `${ref.number} ${ref.generation} obj\n${printed(value)}\nendobj\n`;
    entries.set(ref.number, { kind: 'plain', offset: at, generation: ref.generation });
    parts.push(part);
    at += part.length;
  }
  const trailer = trailerOf(document, parts.join(''), last + 1);
  parts.push(references.last?.kind === 'table' ? table(entries, trailer) : tableStream(entries, trailer, { number: last + 1, at }));
  parts.push(`startxref\n${at}\n%%EOF\n`);
  return Buffer.from(parts.join(''), 'latin1');
}

/** What stays of the trailer. The second part of the file's identifier is another for every content. */
function trailerOf({ references }: PdfDocument, content: string, size: number): Dict {
  const trailer: Dict = new Map([['Size', size]]);
  for (const key of ['Root', 'Info']) {
    const value = references.trailer.get(key);
    if (value instanceof Ref) trailer.set(key, value);
  }
  const ids = references.trailer.get('ID');
  const first = Array.isArray(ids) ? ids[0] : undefined;
  if (first instanceof Bytes) trailer.set('ID', [first, new Bytes(createHash('sha256').update(first.bytes).update(content, 'latin1').digest().subarray(0, 16))]);
  if (references.last !== null) trailer.set('Prev', references.last.offset);
  return trailer;
}

function table(entries: Map<number, Entry>, trailer: Dict): string {
  const lines = runsOf(entries).map((run) => {
    const rows = run.map(([, entry]) => (entry.kind === 'plain' ? `${String(entry.offset).padStart(10, '0')} ${String(entry.generation).padStart(5, '0')} n \n` : '0000000000 65535 f \n'));
    return `${run[0]?.[0] ?? 0} ${run.length}\n${rows.join('')}`;
  });
  return `xref\n${lines.join('')}trailer\n${printed(trailer)}\n`;
}

/** The table as a stream, which is an object itself and stands in the table. */
function tableStream(entries: Map<number, Entry>, trailer: Dict, { number, at }: { number: number; at: number }): string {
  entries.set(number, { kind: 'plain', offset: at, generation: 0 });
  const runs = runsOf(entries);
  const rows = runs.flat().map(([, entry]) => row(entry));
  const dict: Dict = new Map([
    ...trailer, ['Size', number + 1], ['Type', new Name('XRef')], ['W', [1, 5, 2]],
    ['Index', runs.flatMap((run) => [run[0]?.[0] ?? 0, run.length])],
  ]);
  return `${number} 0 obj\n${printed(new Stream(dict, Buffer.concat(rows)))}\nendobj\n`;
}

function row(entry: Entry): Buffer {
  const bytes = Buffer.alloc(8);
  bytes[0] = entry.kind === 'free' ? 0 : entry.kind === 'plain' ? 1 : 2;
  bytes.writeUIntBE(entry.kind === 'free' ? 0 : entry.kind === 'plain' ? entry.offset : entry.stream, 1, 5);
  bytes.writeUInt16BE(entry.kind === 'free' ? 0xffff : Math.min(0xffff, entry.kind === 'plain' ? entry.generation : entry.index), 6);
  return bytes;
}

/** Entries in the order of their numbers, in runs without a gap. */
function runsOf(entries: Map<number, Entry>): [number, Entry][][] {
  const runs: [number, Entry][][] = [];
  for (const each of [...entries].toSorted(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[0] !== undefined && run[0][0] + run.length === each[0]) run.push(each);
    else runs.push([each]);
  }
  return runs;
}
