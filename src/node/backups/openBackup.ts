import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { DomainError } from '../../core/errors';
import { MANIFEST, Manifest } from './manifest';
import { isSealed } from './seal';

/** A library larger than this is not unpacked, whatever its manifest says, in bytes. */
export const MAX_UNPACKED = 2 ** 31;
/** The most that the manifest itself may be, in bytes. */
const MAX_MANIFEST = 1 << 16;
/** Ours have three entries. */
const MAX_ENTRIES = 100;

/** A backup whose bytes are as they were sealed and whose entries are those of its manifest. */
export interface OpenBackup {
  manifest: Manifest;
  bytes: number;
  /** Unpacks an entry, as a file or to nowhere. Throws `unreadable` when it is not what the manifest says. */
  unpack(name: keyof Manifest['entries'], to: string | null): Promise<void>;
  close(): void;
}

/** Opens a backup. Throws `unreadable` when it is damaged or no backup of Lectern. */
export async function openBackup(path: string): Promise<OpenBackup> {
  return inWords(path, async () => {
    const found = await stat(path);
    if (!found.isFile()) throw unreadable(path, 'it is not a file');
    if (!(await isSealed(path))) throw unreadable(path, 'it is damaged, or no backup of Lectern');
    const zip = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
    try {
      const entries = await entriesOf(zip, path);
      const manifest = await readManifest(zip, entries, path);
      return {
        manifest,
        bytes: found.size,
        unpack: (name, to) => inWords(path, () => unpack(zip, entries.get(name), manifest.entries[name], to)),
        close: () => zip.close(),
      };
    } catch (error) {
      zip.close();
      throw error;
    }
  });
}

/** The entries by name. Only names that the manifest may have are ever looked up, and none is used as a path. */
async function entriesOf(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileNameRaw.toString('utf8');
    if (entries.has(name) || entries.size >= MAX_ENTRIES) throw unreadable(path, 'its directory is not that of a backup');
    entries.set(name, entry);
  }
  return entries;
}

async function readManifest(zip: ZipFile, entries: ReadonlyMap<string, Entry>, path: string): Promise<Manifest> {
  const entry = entries.get(MANIFEST);
  if (entry === undefined || entry.uncompressedSize > MAX_MANIFEST) throw unreadable(path, 'it is no backup of Lectern');
  const portions: Buffer[] = [];
  for await (const portion of await zip.openReadStreamPromise(entry)) portions.push(portion as Buffer);
  const json = JSON.parse(Buffer.concat(portions).toString('utf8')) as { version?: unknown };
  if (typeof json.version === 'number' && json.version > 1) throw unreadable(path, 'it was made by a newer Lectern. Update Lectern to restore it');
  return Manifest.parse(json);
}

/** yauzl ends the stream with an error when there is more, or less, than the directory says, so no entry can swell beyond it. */
async function unpack(zip: ZipFile, entry: Entry | undefined, promised: { bytes: number; sha256: string }, to: string | null): Promise<void> {
  if (entry === undefined || entry.uncompressedSize !== promised.bytes || promised.bytes > MAX_UNPACKED) throw new Error('An entry is not of the size that the manifest says.');
  const hash = createHash('sha256');
  let sum = 0;
  async function* checked(portions: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const portion of portions) {
      hash.update(portion);
      sum = crc32(portion, sum);
      yield portion;
    }
  }
  const target = to === null ? new Writable({ write: (_portion, _encoding, done) => done() }) : createWriteStream(to, { flags: 'wx', mode: 0o600 });
  await pipeline(await zip.openReadStreamPromise(entry), checked, target);
  if (sum !== entry.crc32 || hash.digest('hex') !== promised.sha256) throw new Error('An entry is not what the manifest says.');
}

/** Failures of the disk keep their words; all others mean that the file is not what it should be. */
async function inWords<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw unreadable(path, 'it does not exist', cause);
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new DomainError('disk', 'There is not enough space on the disk to unpack the backup. Free some and try again; the library is unchanged.', { cause });
    throw unreadable(path, code === undefined || code.startsWith('Z_') ? 'it is damaged, or no backup of Lectern' : code, cause);
  }
}

export function unreadable(path: string, why: string, cause?: unknown): DomainError {
  return new DomainError('unreadable', `The backup ${path} cannot be read: ${why}.`, { cause });
}
