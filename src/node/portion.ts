import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** An answer to a request for a file of a paper: its status, its headers and, where there is one, its body. */
export interface Portion {
  status: 200 | 206 | 404 | 416;
  headers: Record<string, string>;
  body: ReadStream | null;
}

/** Nothing may take what is in the file for a page, a script or anything else to be run. */
const always = { 'Content-Type': 'application/octet-stream', 'Content-Disposition': 'attachment', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store', 'Accept-Ranges': 'bytes' };

/**
 * The part of a file that a `Range` header asks for (RFC 9110, section 14): one span of bytes. All of the file where it
 * asks for none, for several, or in another unit; 404 where there is no such file.
 */
export async function portionOf(path: string, range: string | null): Promise<Portion> {
  const size = await sizeOf(path);
  if (size === null) return { status: 404, headers: always, body: null };
  const span = spanIn(range, size);
  if (span === 'none') return { status: 416, headers: { ...always, 'Content-Range': `bytes */${size}` }, body: null };
  if (span === 'all') return { status: 200, headers: { ...always, 'Content-Length': String(size) }, body: createReadStream(path) };
  const { first, last } = span;
  return {
    status: 206,
    headers: { ...always, 'Content-Length': String(last - first + 1), 'Content-Range': `bytes ${first}-${last}/${size}` },
    body: createReadStream(path, { start: first, end: last }),
  };
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** The first and last byte that are asked for; `none` where the file has none of them. */
export function spanIn(range: string | null, size: number): { first: number; last: number } | 'all' | 'none' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return 'all';
  if (from === '') return Number(to) === 0 || size === 0 ? 'none' : { first: Math.max(0, size - Number(to)), last: size - 1 };
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return 'all';
  return first >= size ? 'none' : { first, last };
}
