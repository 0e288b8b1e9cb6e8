import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Living } from '../../core/search/merge';
import type { Segment } from '../../core/search/segment';
import { INDEX_VERSION } from '../../core/search/storedSegment';
import { checksum } from '../store/checksum';
import { openSegment, writeSegment, type OpenSegment } from './segmentFile';

/** What the index in the cache stands for: this copy of the library, after this transaction. */
export interface Standing { device: string; seq: number }

const Manifest = z.object({
  version: z.literal(INDEX_VERSION),
  device: z.string(),
  seq: z.number().int(),
  /** `gone` are the papers of the segment that are not as they are in it any more, as bits in base64. */
  segments: z.array(z.object({ name: z.string().regex(/^[0-9a-f]{1,16}\.segment$/), bytes: z.number(), crc: z.number(), gone: z.string() })),
});
type Manifest = z.infer<typeof Manifest>;

export interface Cached extends Standing {
  parts: Living[];
  /** When it was written, in milliseconds since 1970. */
  writtenAt: number;
}

/**
 * The index as files: one for each segment, which never changes, and `index`, which names those that count. All of it can
 * be deleted at any time.
 */
export class SearchCache {
  private readonly folder: string;
  private readonly open = new Map<Segment, OpenSegment & { name: string; bytes: number; crc: number }>();
  private last = 0;

  constructor(library: string) {
    this.folder = join(library, 'cache', 'search');
  }

  /** Reads what is there; null where there is nothing, or anything of it is not as it was written. */
  async read(): Promise<Cached | null> {
    const manifest = await this.manifest();
    if (manifest === null) return null;
    const parts: Living[] = [];
    for (const { name, gone, ...facts } of manifest.segments) {
      const opened = await openSegment(join(this.folder, name), facts).catch(nullWhereMissing);
      if (opened === null) {
        this.close();
        return null;
      }
      this.open.set(opened.segment, { ...opened, name, ...facts });
      this.last = Math.max(this.last, Number.parseInt(name, 16));
      parts.push({ segment: opened.segment, alive: aliveFrom(gone, opened.segment.ids.length) });
    }
    const { mtimeMs: writtenAt } = await stat(join(this.folder, 'index'));
    return { device: manifest.device, seq: manifest.seq, parts, writtenAt };
  }

  /**
   * Writes the segments that are not in files yet, and what all of them stand for. `onWritten` is given each one that was
   * written as it is in its file, so that its places need not stay in memory.
   */
  async write({ device, seq }: Standing, parts: readonly Living[], onWritten: (written: Segment, inFile: Segment) => void): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const segments: Manifest['segments'] = [];
    for (const { segment, alive } of parts) {
      const gone = goneFrom(alive);
      const known = this.open.get(segment) ?? (await this.add(segment, onWritten));
      segments.push({ name: known.name, bytes: known.bytes, crc: known.crc, gone });
    }
    const text = JSON.stringify({ version: INDEX_VERSION, device, seq, segments } satisfies Manifest);
    const path = join(this.folder, 'index');
    await writeFile(`${path}.tmp`, `${checksum(text)} ${text}\n`, { mode: 0o600 });
    await rename(`${path}.tmp`, path);
    await this.sweep(new Set(['index', ...segments.map(({ name }) => name)]));
  }

  /** Closes the files of segments that are not among `parts`. */
  close(parts: readonly Living[] = []): void {
    const used = new Set(parts.map(({ segment }) => segment));
    for (const [segment, { close }] of this.open) {
      if (used.has(segment)) continue;
      close();
      this.open.delete(segment);
    }
  }

  private async add(segment: Segment, onWritten: (written: Segment, inFile: Segment) => void) {
    this.last += 1;
    const name = `${this.last.toString(16).padStart(8, '0')}.segment`;
    const path = join(this.folder, name);
    const facts = await writeSegment(path, segment);
    const opened = await openSegment(path, facts);
    if (opened === null) throw new Error(`The search index could not be read back from ${name}.`);
    const entry = { ...opened, name, ...facts };
    this.open.set(opened.segment, entry);
    onWritten(segment, opened.segment);
    return entry;
  }

  private async manifest(): Promise<Manifest | null> {
    const line = await readFile(join(this.folder, 'index'), 'utf8').catch(nullWhereMissing);
    const text = line?.slice(9, -1) ?? '';
    if (line !== `${checksum(text)} ${text}\n`) return null;
    const read = Manifest.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  }

  /** Removes files that nothing names any more. */
  private async sweep(named: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.folder)) if (!named.has(name)) await rm(join(this.folder, name), { force: true, recursive: true });
  }
}

function nullWhereMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function goneFrom(alive: Uint8Array): string {
  if (!alive.includes(0)) return '';
  const bits = Buffer.alloc((alive.length + 7) >> 3);
  alive.forEach((one, paper) => { if (one === 0) bits[paper >> 3] = (bits[paper >> 3] ?? 0) | (1 << (paper & 7)); });
  return bits.toString('base64');
}

function aliveFrom(gone: string, papers: number): Uint8Array {
  const bits = Buffer.from(gone, 'base64');
  return Uint8Array.from({ length: papers }, (_, paper) => ((((bits[paper >> 3] ?? 0) >> (paper & 7)) & 1) === 1 ? 0 : 1));
}
