import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { TextOutcome } from '../../core/files/texts';
import { checksum } from '../store/checksum';

/** Counts up when texts are read in another way, and makes them be read anew. */
const VERSION = 1;
/** What stands between the pages. */
const BREAK = '\f';
const HEAD_BYTES = 1024;

const Head = z.object({ version: z.literal(VERSION), pages: z.number().int().nonnegative(), crc: z.string(), bytes: z.number(), reason: z.string().optional() });
type Head = z.infer<typeof Head>;

export function textFolder(library: string): string {
  return join(library, 'cache', 'text');
}

function fileOf(library: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('Texts are known by the SHA-256 of their files.');
  return join(textFolder(library), sha256);
}

/** Keeps what came of reading a file: its pages, or why there are none. A crash leaves all of it or nothing. */
export async function keepText(library: string, sha256: string, text: { pages: readonly string[] } | { reason: string }): Promise<void> {
  const pages = 'pages' in text ? text.pages.map((page) => page.replaceAll(BREAK, ' ')) : [];
  const body = Buffer.from(pages.join(BREAK));
  const head: Head = { version: VERSION, pages: pages.length, crc: checksum(body), bytes: body.length, ...('reason' in text && { reason: text.reason.slice(0, 500) }) };
  const file = fileOf(library, sha256);
  const beside = `${file}.${process.pid}.tmp`;
  await mkdir(textFolder(library), { recursive: true, mode: 0o700 });
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.appendFile(`${JSON.stringify(head)}\n`);
    await handle.appendFile(body);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

/** What came of reading a file; null where that is not known, or not by this version. */
export async function knownText(library: string, sha256: string): Promise<TextOutcome | null> {
  const handle = await open(fileOf(library, sha256)).catch(nothingThere);
  if (handle === null) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = headIn(buffer.subarray(0, bytesRead));
    if (head === null) return null;
    return head.reason === undefined ? { kind: 'read', pages: head.pages } : { kind: 'unreadable', reason: head.reason };
  } finally {
    await handle.close();
  }
}

/** The pages of a file that was read; null where they are not there as they were written. */
export async function pagesIn(library: string, sha256: string): Promise<string[] | null> {
  const bytes = await readFile(fileOf(library, sha256)).catch(nothingThere);
  return bytes === null ? null : pagesOf(bytes);
}

/** The same for a thread that has nothing else to do meanwhile. */
export function pagesNow(library: string, sha256: string): string[] | null {
  try {
    return pagesOf(readFileSync(fileOf(library, sha256)));
  } catch (error) {
    return nothingThere(error as NodeJS.ErrnoException);
  }
}

/** The files whose texts were written since a moment, in milliseconds since 1970. */
export async function textsSince(library: string, moment: number): Promise<string[]> {
  const names = (await readdir(textFolder(library)).catch(nothingThere)) ?? [];
  const fresh: string[] = [];
  for (const name of names) {
    if (/^[0-9a-f]{64}$/.test(name) && (await stat(join(textFolder(library), name)).catch(nothingThere) ?? { mtimeMs: 0 }).mtimeMs >= moment) fresh.push(name);
  }
  return fresh;
}

function pagesOf(bytes: Buffer): string[] | null {
  const end = bytes.subarray(0, HEAD_BYTES).indexOf('\n');
  const head = end === -1 ? null : headIn(bytes);
  const body = bytes.subarray(end + 1);
  if (head === null || head.bytes !== body.length || head.crc !== checksum(body)) return null;
  return head.pages === 0 ? [] : body.toString('utf8').split(BREAK);
}

function headIn(bytes: Buffer): Head | null {
  const end = bytes.subarray(0, HEAD_BYTES).indexOf('\n');
  try {
    const read = Head.safeParse(JSON.parse(bytes.subarray(0, Math.max(0, end)).toString('utf8')));
    return read.success ? read.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
