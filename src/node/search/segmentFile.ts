import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Segment } from '../../core/search/segment';
import { INDEX_VERSION, sectionNames, sectionsOf, segmentFrom, type SectionName, type Sections } from '../../core/search/storedSegment';

/** What is written about the file of a segment, and must be true of it. */
export interface FileFacts { bytes: number; crc: number }

/** A segment whose places lie in a file, which is open as long as the segment is in use. */
export interface OpenSegment { segment: Segment; close: () => void }

/** A head is a line of JSON of this length, with spaces in front of its line feed. */
const HEAD_BYTES = 1024;
const PIECE = 1 << 20;
/** So much of the places is read at once: those of one word, and often of the next. */
const WINDOW = 1 << 16;

/** Writes a segment into a new file and forces nothing: a file that did not reach the disk is told by its checksum. */
export async function writeSegment(path: string, segment: Segment): Promise<FileFacts> {
  const sections = sectionsOf(segment);
  const sizes = sectionNames.map((name) => [name, name === 'places' ? segment.placesLength : sections[name].length]);
  const head = JSON.stringify({ format: 'lectern-search', version: INDEX_VERSION, endian: endian(), sections: Object.fromEntries(sizes) as object });
  const file = await open(path, 'w', 0o600);
  const facts: FileFacts = { bytes: 0, crc: 0 };
  const put = async (bytes: Uint8Array): Promise<void> => {
    if (bytes.length === 0) return; // of no bytes, crc32 forgets what came before
    await file.writeFile(bytes);
    facts.bytes += bytes.length;
    facts.crc = crc32(bytes, facts.crc);
  };
  try {
    await put(Buffer.from(`${head.padEnd(HEAD_BYTES - 1)}\n`));
    for (const name of sectionNames) {
      if (name !== 'places') await put(sections[name]);
    }
    for (let at = 0; at < segment.placesLength; at += PIECE) await put(segment.places(at, Math.min(at + PIECE, segment.placesLength)));
  } finally {
    await file.close();
  }
  return facts;
}

/** Opens the file of a segment; null where it is not what was written. */
export async function openSegment(path: string, facts: FileFacts): Promise<OpenSegment | null> {
  const read = await readSections(path, facts);
  if (read === null) return null;
  const file = openSync(path, 'r');
  const close = (): void => closeSync(file);
  const segment = segmentFrom(read.sections, placesIn(file, read.placesAt), read.placesLength);
  if (segment === null) {
    close();
    return null;
  }
  return { segment, close };
}

interface Read { sections: Omit<Sections, 'places'>; placesAt: number; placesLength: number }

async function readSections(path: string, facts: FileFacts): Promise<Read | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size !== facts.bytes || size < HEAD_BYTES) return null;
    let crc = 0;
    let at = 0;
    const next = async (length: number): Promise<Uint8Array> => {
      const bytes = new Uint8Array(length);
      if (length === 0) return bytes;
      for (let done = 0; done < length;) {
        const { bytesRead } = await file.read(bytes, done, length - done, at + done);
        if (bytesRead === 0) return bytes.subarray(0, done);
        done += bytesRead;
      }
      at += length;
      crc = crc32(bytes, crc);
      return bytes;
    };
    const sizes = sizesIn(Buffer.from(await next(HEAD_BYTES)).toString('latin1'));
    if (sizes === null || HEAD_BYTES + sectionNames.reduce((sum, name) => sum + sizes[name], 0) !== size) return null;
    const sections: Partial<Sections> = {};
    for (const name of sectionNames) if (name !== 'places') sections[name] = await next(sizes[name]);
    const placesAt = at;
    while (at < size) await next(Math.min(PIECE, size - at));
    return crc === facts.crc ? { sections: sections as Sections, placesAt, placesLength: sizes.places } : null;
  } finally {
    await file.close();
  }
}

function sizesIn(head: string): Record<SectionName, number> | null {
  let told: { format?: unknown; version?: unknown; endian?: unknown; sections?: Record<string, unknown> } | null;
  try {
    told = JSON.parse(head) as typeof told;
  } catch {
    return null;
  }
  if (told?.format !== 'lectern-search' || told.version !== INDEX_VERSION || told.endian !== endian()) return null;
  const sizes = sectionNames.map((name) => [name, told.sections?.[name]] as const);
  return sizes.every(([, size]) => Number.isSafeInteger(size) && Number(size) >= 0) ? (Object.fromEntries(sizes) as Record<SectionName, number>) : null;
}

/** Reads places from a file, which the system keeps in memory as far as it likes. */
function placesIn(file: number, from: number): Segment['places'] {
  let window = new Uint8Array(0);
  let start = 0;
  return (begin, end) => {
    if (begin < start || end > start + window.length) {
      const size = Math.max(WINDOW, end - begin);
      const bytes = new Uint8Array(size);
      window = bytes.subarray(0, readSync(file, bytes, 0, size, from + begin));
      start = begin;
    }
    return window.subarray(begin - start, end - start);
  };
}

function endian(): 'little' | 'big' {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'little' : 'big';
}
