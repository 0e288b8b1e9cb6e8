import { randomUUID } from 'node:crypto';
import { lstat, mkdtemp, readdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * Where a process that has a library open can be reached. `name` is what its lock says: the file's name
 * where it lies in the library folder, so that nothing in the folder says where the folder is, else a path.
 */
export interface Place {
  name: string;
  path: string;
}

/** Longer paths do not fit into the address of a socket (104 bytes on macOS, 108 on Linux). */
const LONGEST_PATH = 100;
const IN_FOLDER = /^socket-\d+$/;
const PIPE = /^\\\\\.\\pipe\\lectern-[\da-f-]{36}$/;
const AWAY = 'lectern-socket-';

/** The place of this process in a library folder; null where its path would be too long, and on Windows. */
export function placeIn(folder: string): Place | null {
  const name = `socket-${process.pid}`;
  const path = join(folder, name);
  return process.platform === 'win32' || Buffer.byteLength(path) > LONGEST_PATH ? null : { name, path };
}

/** A place outside the library folder that nobody else can reach: a fresh folder of our own, or a pipe that nobody can guess. */
export async function placeAway(): Promise<Place> {
  const path = process.platform === 'win32'
    ? String.raw`\\.\pipe\lectern-${randomUUID()}`
    : join(await mkdtemp(join(tmpdir(), AWAY)), 'socket');
  return { name: path, path };
}

/** The path behind the name in a lock; null for a name that no Lectern of this user gives, whoever wrote it there. */
export async function pathOf(folder: string, name: string): Promise<string | null> {
  if (IN_FOLDER.test(name)) return join(folder, name);
  if (process.platform === 'win32') return PIPE.test(name) ? name : null;
  return basename(name) === 'socket' && (await isOurs(dirname(name))) ? name : null;
}

async function isOurs(folder: string): Promise<boolean> {
  if (!basename(folder).startsWith(AWAY)) return false;
  try {
    const { uid, mode } = await lstat(folder);
    return uid === process.getuid?.() && (mode & 0o077) === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Removes the sockets of processes that are gone. Only for who holds the lock; `left` is the name in the lock before. */
export async function clearPlaces(folder: string, left: string | undefined): Promise<void> {
  const stale = (await readdir(folder)).filter((name) => IN_FOLDER.test(name));
  await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })));
  const away = left === undefined || IN_FOLDER.test(left) ? null : await pathOf(folder, left);
  if (away !== null) await leave({ name: away, path: away });
}

/** Removes what a place has left on the disk. */
export async function leave({ name, path }: Place): Promise<void> {
  if (process.platform === 'win32') return;
  await rm(path, { force: true });
  if (name === path) await rmdir(dirname(path));
}
