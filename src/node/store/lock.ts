import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, readdir, readFile, readlink, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../../core/errors';
import { isDeserted } from '../socket/knock';
import { sightFrom, whereabouts, Whereabouts } from './whereabouts';

/** `token` tells the locks of one process apart; `socket` names where the owner can be reached, if it listens. */
const Owner = z.object({
  pid: z.number().int(), startedAt: z.string(), token: z.string().max(100).optional(), socket: z.string().max(500).optional(),
  /** Absent in the locks of an older Lectern. */
  where: Whereabouts.optional(),
});
type Owner = z.infer<typeof Owner>;

/** The tokens of this process. A lock of its own that is not among them could not be let go of on the disk, and does not count. */
const held = new Set<string>();

/** Holds a library folder for this process. */
export interface Lock {
  /** Where an owner that ended without a word could be reached. */
  readonly left: string | undefined;
  /** Writes into the lock where this process can be reached. */
  announce(socket: string): Promise<void>;
  /** Whether this process still has the library. It loses it only where someone took it for dead. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/** Another process has the library; `socket` names where it can be reached, if it listens. */
export class LibraryInUse extends DomainError {
  readonly socket: string | undefined;

  /** `path` is the lock's, where it cannot be told from here whether its owner lives. */
  constructor({ pid, socket, where }: Owner, path?: string) {
    super('library-in-use', path === undefined
      ? `This library is open in another Lectern (process ${pid}). Use that window, or close it first.`
      : `This library is open in a Lectern on “${where?.host}” (process ${pid}) that cannot be seen from here, or that was ended there without a word. Close it there. If none runs there any more, delete ${path} and open the library again.`);
    this.name = 'LibraryInUse';
    this.socket = socket;
  }
}

/**
 * Takes the lock of a library folder, also over from a process that is gone. Throws `library-in-use`.
 *
 * Locks are files `lock-N`, and the one with the highest N counts. A new owner makes N + 1, which only
 * one process can (`link` fails if the name exists), and looks again whether it is the highest. The
 * highest is never removed, so no name that counted is ever given twice and nobody can slip in between
 * the look at a lock and its removal. A lock that is released stays, without an owner.
 */
export async function takeLock(folder: string): Promise<Lock> {
  const token = randomUUID();
  const me: Owner = { pid: process.pid, startedAt: await startOf(process.pid), token, where: await whereabouts() };
  const mine = join(folder, `lock.${token}`);
  held.add(token);
  try {
    await writeFile(mine, JSON.stringify(me), { mode: 0o600 });
    for (;;) {
      const last = Math.max(0, ...(await locksIn(folder)));
      const left = last > 0 ? await refuseIfHeld(folder, `lock-${last}`) : undefined;
      if (await claim(folder, mine, last + 1)) return await lockAt(folder, last + 1, me, left);
    }
  } catch (error) {
    held.delete(token);
    throw error;
  } finally {
    await rm(mine, { force: true }).catch(() => undefined); // a name too many does no harm
  }
}

async function locksIn(folder: string): Promise<number[]> {
  return (await readdir(folder)).flatMap((name) => /^lock-(\d+)$/.exec(name)?.[1] ?? []).map(Number);
}

/** Answers where the owner that is gone could be reached. */
async function refuseIfHeld(folder: string, name: string): Promise<string | undefined> {
  const path = join(folder, name);
  const owner = await ownerOf(path);
  if (owner === null) return undefined;
  const sight = owner.where === undefined ? 'visible' : sightFrom(await whereabouts(), owner.where);
  if (sight === 'visible' && (await isAlive(owner))) throw new LibraryInUse(owner);
  const deserted = sight === 'beside' && owner.socket !== undefined && (await isDeserted(folder, owner.socket));
  if (sight === 'away' || (sight === 'beside' && !deserted)) throw new LibraryInUse(owner, path);
  return owner.socket;
}

async function claim(folder: string, mine: string, number: number): Promise<boolean> {
  const path = join(folder, `lock-${number}`);
  if (!(await named(mine, path))) return false;
  const others = await locksIn(folder);
  if (Math.max(...others) > number) {
    // The name was free because a later owner had cleared it away.
    await rm(path, { force: true });
    return false;
  }
  await Promise.all(others.filter((other) => other < number).map((other) => rm(join(folder, `lock-${other}`), { force: true })));
  return true;
}

/** Gives a file a name that it alone has; answers whether the name was free. */
async function named(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!WITHOUT_LINKS.has(code)) throw error;
  }
  try {
    await copyFile(file, name, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** What a disk without hard links answers, such as a memory stick. There the name is as exclusive, and for a moment empty. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

async function lockAt(folder: string, number: number, me: Owner, left: string | undefined): Promise<Lock> {
  const path = join(folder, `lock-${number}`);
  let file = await stat(path);

  async function say(what: Owner): Promise<void> {
    const beside = join(folder, `lock.${randomUUID()}`);
    await writeFile(beside, JSON.stringify(what), { mode: 0o600 });
    const renewed = await stat(beside);
    await rename(beside, path);
    file = renewed;
  }

  async function isHeld(): Promise<boolean> {
    const found = await unlessMissing(stat(path));
    if (found !== null) return found.ino === file.ino && found.mtimeMs === file.mtimeMs; // an inode may be given again
    return (await unlessMissing(stat(folder))) === null; // a folder that was moved away took its lock along
  }

  return {
    left,
    announce: (socket) => say({ ...me, socket }),
    isHeld,
    async release() {
      held.delete(me.token ?? '');
      if (await isHeld()) await truncate(path); // which a full disk allows too
    },
  };
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Who holds a lock; null if it was released, or makes no sense, or has just been cleared away by a later one. */
async function ownerOf(path: string): Promise<Owner | null> {
  try {
    return Owner.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function isAlive({ pid, startedAt, token }: Owner): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const start = await startOf(pid);
  if (pid === process.pid && start === startedAt) return token !== undefined && held.has(token);
  return startedAt === '' || start === startedAt;
}

/**
 * When a process started, in the kernel's ticks, where the kernel tells (a pid alone may have been given again);
 * '' elsewhere, and of one that has ended, also if its parent has not asked for its outcome yet.
 */
async function startOf(pid: number): Promise<string> {
  if (process.platform !== 'linux' || !(await ownProcesses())) return '';
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZX'.includes(state) ? '' : (fields[18] ?? '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Whether /proc tells of the processes that this one sees; in a container it may be that of the computer. */
async function ownProcesses(): Promise<boolean> {
  return (await unlessMissing(readlink('/proc/self'))) === String(process.pid);
}
