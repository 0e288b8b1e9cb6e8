import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Library } from '../../src/core/library';
import { takeLock } from '../../src/node/store/lock';
import { long, report } from '../torture/report';
import { faultyDisk, operations, type Fault, type FaultyDisk } from './faultyDisk';
import { contentOf, libraryOn, onDisk, refusal, steps } from './scenario';

let disk: FaultyDisk;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'lectern-faults-'));
  disk = await faultyDisk(root);
  vi.spyOn(process, 'emitWarning').mockReturnValue(); // a snapshot that could not be renewed is only told of
});
afterAll(async () => {
  vi.restoreAllMocks();
  disk[Symbol.dispose]();
  await rm(root, { recursive: true });
});

type Kind = Omit<Fault, 'at'>;
const writing = ['write', 'sync', 'truncate', 'rename', 'link', 'make', 'open'] as const;
const kinds: [string, Kind][] = [
  ['a write', { code: 'ENOSPC', on: ['write'], lasts: 1 }],
  ['a write that is half done', { code: 'ENOSPC', on: ['write'], lasts: 1, half: true }],
  ['an fsync', { code: 'EIO', on: ['sync'], lasts: 1 }],
  ['a rename', { code: 'EIO', on: ['rename'], lasts: 1 }],
  ['a link', { code: 'EIO', on: ['link'], lasts: 1 }],
  ['a truncation', { code: 'EIO', on: ['truncate'], lasts: 1 }],
  ['an opening of a file', { code: 'EMFILE', on: ['open', 'list'], lasts: 1 }],
  ['a reading', { code: 'EIO', on: ['read', 'stat'], lasts: 1 }],
  ['a removal', { code: 'EIO', on: ['remove'], lasts: 1 }],
  ['two writes and fsyncs in a row', { code: 'EIO', on: ['write', 'sync', 'truncate'], lasts: 2 }],
  ['three writes and fsyncs in a row', { code: 'EIO', on: ['write', 'sync', 'truncate'], lasts: 3, half: true }],
  ['everything that writes, from a moment on', { code: 'EROFS', on: writing, lasts: Infinity }],
  ['everything, from a moment on', { code: 'EIO', on: operations, lasts: Infinity }],
];

/** In a short run the long series are looked at in every so manieth place. */
const stride = ({ lasts }: Kind): number => (long || lasts < Infinity ? 1 : 5);

describe('a disk that fails', () => {
  it.each(kinds)('at %s, wherever it comes: what was refused is not there, all else is', async (name, kind) => {
    const problems: string[] = [];
    let count = 0;
    for (let at = 1, hit = true; hit; at += stride(kind)) {
      const outcome = await liveThrough({ ...kind, at });
      ({ hit } = outcome);
      problems.push(...outcome.problems.map((problem) => `the ${at}th: ${problem}`));
      count += 1;
    }
    report({ what: `disk fails at ${name}`, count, failures: problems.length });
    expect(problems).toEqual([]);
    expect(count).toBeGreaterThan(1);
  }, long ? 600_000 : 60_000);

  it('without hard links, as a memory stick is, holds a library for one at a time all the same', async () => {
    const folder = await mkdtemp(join(root, 'stick-'));
    disk.plan({ code: 'EPERM', on: ['link'], at: 1, lasts: Infinity });
    const first = await takeLock(folder);
    await expect(takeLock(folder)).rejects.toMatchObject({ code: 'library-in-use' });
    await first.release();
    const library = await libraryOn(folder);
    for (const step of steps) await step(library);
    expect(await closeAndCompare(library, folder)).toEqual([]);
    expect(disk.hit).toBe(true);
  });
});

interface Outcome { hit: boolean; problems: string[] }

/** Lives through a fault, if it comes; answers what was not as it should be. */
async function liveThrough(fault: Fault): Promise<Outcome> {
  const folder = await mkdtemp(join(root, 'library-'));
  const problems: string[] = [];
  try {
    disk.plan(fault);
    const library = await openOrAgain(folder);
    for (const [index, step] of steps.entries()) problems.push(...(await takeStep(library, folder, step, fault)).map((problem) => `${problem}, step ${index}`));
    problems.push(...(await closeAndCompare(library, folder)));
    return { hit: disk.hit, problems };
  } catch (error) {
    return { hit: true, problems: [...problems, String(error)] };
  } finally {
    disk.heal();
    await rm(folder, { recursive: true, force: true });
  }
}

async function openOrAgain(folder: string): Promise<Library> {
  const first = await refusal(() => libraryOn(folder));
  if (first.kind === 'done') return first.value;
  disk.heal();
  return libraryOn(folder);
}

/** Takes a step; when it is refused, again without the fault. */
async function takeStep(library: Library, folder: string, step: (library: Library) => Promise<unknown>, fault: Fault): Promise<string[]> {
  const before = contentOf(library.tables);
  if ((await refusal(() => step(library))).kind === 'done') return [];
  const problems: string[] = [];
  const compare = (a: unknown, b: unknown, what: string): void => { if (!isDeepStrictEqual(a, b)) problems.push(what); };
  compare(contentOf(library.tables), before, 'memory has something of what was refused');
  disk.heal();
  // After a longer fault the disk is as it should be once it has been written to again.
  if (fault.lasts === 1) compare((await onDisk(folder)).content, before, 'the disk has something of what was refused');
  await step(library);
  compare((await onDisk(folder)).content, contentOf(library.tables), 'the disk is not as memory once the fault is gone');
  return problems;
}

async function closeAndCompare(library: Library, folder: string): Promise<string[]> {
  const content = contentOf(library.tables);
  const { undo, redo } = library.history;
  const closed = await refusal(() => library.close());
  disk.heal();
  if (closed.kind === 'refused') await library.close();
  const found = await onDisk(folder);
  const again = await libraryOn(folder);
  const problems = [
    ...(isDeepStrictEqual(found, { content, condition: 'sound' }) ? [] : [`the disk is not as memory was (${found.condition})`]),
    ...(isDeepStrictEqual(contentOf(again.tables), content) ? [] : ['opened again, it is not as it was']),
    ...(isDeepStrictEqual(again.history, { undo, redo }) ? [] : ['opened again, its history is not as it was']),
  ];
  await again.close();
  return problems;
}
