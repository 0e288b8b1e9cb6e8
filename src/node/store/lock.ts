import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../../core/errors';

const Owner = z.object({ pid: z.number().int(), startedAt: z.string() });
type Owner = z.infer<typeof Owner>;

/** Holds a library folder for this process. */
export interface Lock {
  release(): Promise<void>;
}

/** Takes the lock of a library folder, also over from a process that is gone. Throws `library-in-use`. */
export async function takeLock(folder: string): Promise<Lock> {
  const path = join(folder, 'lock');
  const mine = `${path}.${randomUUID()}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, startedAt: await startOf(process.pid) }), { mode: 0o600 });
  try {
    while (!(await linked(mine, path))) await giveWay(path);
  } finally {
    await rm(mine, { force: true });
  }
  return { release: () => rm(path, { force: true }) };
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to); // fails if the name exists: the one step that only one process can take
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a lock out of the way if its owner is gone; throws if not. */
async function giveWay(path: string): Promise<void> {
  const owner = await ownerOf(path);
  if (owner !== null && (await isAlive(owner))) {
    throw new DomainError('library-in-use', `This library is open in another Lectern (process ${owner.pid}). Use that window, or close it first.`);
  }
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await ownerOf(aside);
  // Somebody took the lock between the look and the move: it is put back.
  if (moved !== null && (await isAlive(moved))) await linked(aside, path);
  await rm(aside, { force: true });
}

async function ownerOf(path: string): Promise<Owner | null> {
  try {
    return Owner.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function isAlive({ pid, startedAt }: Owner): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const start = await startOf(pid);
  return start === '' || startedAt === '' || start === startedAt;
}

/** When a process started, in the kernel's ticks, where the kernel tells (a pid alone may have been given again); '' elsewhere. */
async function startOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return '';
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
