import { createHash } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';

/**
 * Where a process runs: by the name of its computer, for people, and by marks of the computer, of its present run and
 * of the processes that can see each other there (the pid namespace, which is another one in a container). A mark is
 * '' where the system does not tell.
 */
export const Whereabouts = z.object({ host: z.string().max(300), machine: z.string().max(100), boot: z.string().max(100), processes: z.string().max(100) });
export type Whereabouts = z.infer<typeof Whereabouts>;

/**
 * What can be told from here of a process there: `visible`, whether it lives; `beside`, nothing by its pid, but it
 * runs on the same kernel; `ended`, since its computer has been started anew; `away`, nothing at all.
 */
export type Sight = 'visible' | 'beside' | 'ended' | 'away';

export function sightFrom(here: Whereabouts, there: Whereabouts): Sight {
  if (here.boot === '' || there.boot === '') return here.host === there.host ? 'visible' : 'away';
  if (here.boot === there.boot) return here.processes === there.processes ? 'visible' : 'beside';
  return here.machine !== '' && here.machine === there.machine ? 'ended' : 'away';
}

let known: Promise<Whereabouts> | undefined;

/** Where this process runs. */
export function whereabouts(): Promise<Whereabouts> {
  known ??= find();
  return known;
}

async function find(): Promise<Whereabouts> {
  const host = hostname();
  const [machineId, boot, processes] = await Promise.all([told(readFile('/etc/machine-id', 'utf8')), told(readFile('/proc/sys/kernel/random/boot_id', 'utf8')), told(readlink('/proc/self/ns/pid'))]);
  // The id itself is confidential (machine-id(5)), and machines that were cloned may share it.
  const machine = machineId === '' ? '' : createHash('sha256').update(`lectern ${host} ${machineId}`).digest('hex').slice(0, 32);
  return { host, machine, boot, processes };
}

/** What the system tells; '' where it does not. */
async function told(text: Promise<string>): Promise<string> {
  try {
    return (await text).trim();
  } catch (error) {
    if (WITHOUT.has((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

const WITHOUT = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EINVAL']);
