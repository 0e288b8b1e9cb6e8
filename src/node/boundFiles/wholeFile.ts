import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { syncFolder } from '../store/durable';

/** How much is hashed and handed to the disk at once, in bytes. */
const PORTION = 1 << 19;

/** Content in portions, with its SHA-256. */
export interface Content { portions: readonly Buffer[]; hash: string }

/** Joins pieces of text to portions; the thread is free between them. */
export async function contentOf(pieces: readonly string[], breathe: () => Promise<void>): Promise<Content> {
  const hash = createHash('sha256');
  const portions: Buffer[] = [];
  let begun: string[] = [];
  let length = 0;
  async function end(): Promise<void> {
    const portion = Buffer.from(begun.join(''));
    hash.update(portion);
    portions.push(portion);
    begun = [];
    length = 0;
    await breathe();
  }
  for (const piece of pieces) {
    begun.push(piece);
    length += piece.length;
    if (length >= PORTION) await end();
  }
  if (length > 0) await end();
  return { portions, hash: hash.digest('hex') };
}

/** The SHA-256 of a file; null where there is none. What is no file is a failure: a pipe would be waited for without end. */
export async function hashOf(path: string): Promise<string | null> {
  try {
    if (!(await stat(path)).isFile()) throw Object.assign(new Error('It is not a file.'), { code: 'EISDIR' });
    const hash = createHash('sha256');
    for await (const portion of createReadStream(path, { highWaterMark: PORTION })) hash.update(portion as Buffer);
    return hash.digest('hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** What changes whenever a file does, and is had without reading it. */
export async function stampOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return found === null ? 'absent' : [found.ino, found.size, found.mtimeNs, found.ctimeNs].join('-');
}

/** The file that a path leads to, through links, also one whose last part is not there yet. */
export async function targetOf(path: string): Promise<string> {
  let current = path;
  for (let links = 0; links < 40; links += 1) {
    const place = join(await realpath(dirname(current)), basename(current));
    const link = await linkAt(place);
    if (link === null) return place;
    current = resolve(dirname(place), link);
  }
  throw Object.assign(new Error('The links lead round in a circle.'), { code: 'ELOOP' });
}

async function linkAt(path: string): Promise<string | null> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await readlink(path) : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Replaces a file as a whole, and keeps its mode: written beside it, forced to the disk, renamed. `mayReplace` is asked
 * in the last moment. Answers whether it was replaced. A file that is write-protected is a failure.
 */
export async function replaceWhole(path: string, { portions }: Content, mayReplace: () => Promise<boolean>): Promise<boolean> {
  const mode = await modeOf(path);
  if (mode !== null && (mode & 0o222) === 0) throw Object.assign(new Error('It is write-protected.'), { code: 'EACCES' });
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeBeside(beside, portions, mode);
    if (!(await mayReplace())) return false;
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true }); // nothing is left of it once it is renamed
  }
  await syncFolder(dirname(path));
  return true;
}

async function writeBeside(path: string, portions: readonly Buffer[], mode: number | null): Promise<void> {
  const file = await open(path, 'wx', 0o666);
  try {
    if (mode !== null) await file.chmod(mode);
    for (const portion of portions) await file.appendFile(portion);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The permissions of a file; null where there is none. */
async function modeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
