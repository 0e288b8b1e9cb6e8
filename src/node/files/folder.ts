import { lstat, link, mkdir, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { numbered } from '../../core/files/naming';
import { makeDurably, syncFolder } from '../store/durable';

/** So many files are looked at in a folder that somebody chose, before it is given up. */
const MANY = 200_000;

export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

/** The length of a file; null where there is none. */
export async function lengthOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error))) return null;
    throw error;
  }
}

/**
 * Gives a file another path, whose folder is made where it is missing, and never overwrites: a link fails where there is
 * something, at the same moment as it looks. Answers whether the path was free.
 */
export async function moveTo(from: string, to: string): Promise<boolean> {
  await makeDurably(dirname(to));
  try {
    await link(from, to);
    await unlink(from);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP', 'EINVAL'].includes(codeOf(error))) throw error;
    // The file system knows no links; nobody else writes in this folder while the library is open here.
    if (await isThere(to)) return false;
    await rename(from, to);
  }
  await syncFolder(dirname(to));
  if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
  return true;
}

/** The same with the first number behind the name that is free; answers the path that it has, in `folder`. */
export async function moveToFree(folder: string, from: string, file: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? file : numbered(file, count);
    if (await moveTo(from, join(folder, tried))) return tried;
  }
}

export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** The files of a folder and those in it, as paths relative to it with `/`. Links are not followed; what cannot be read is passed over. */
export async function* filesUnder(folder: string, left = { files: MANY }, prefix = ''): AsyncGenerator<string> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) yield* filesUnder(folder, left, path);
    else if (entry.isFile()) {
      left.files -= 1;
      if (left.files < 0) return;
      yield path;
    }
  }
}

/** Makes a folder that is there already as well. */
export async function ensured(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}
