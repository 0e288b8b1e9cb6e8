import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../src/node/store/lock';
import { sightFrom, whereabouts, type Whereabouts } from '../../src/node/store/whereabouts';
import { compactFiles } from '../../src/node/store/compact';
import { lowdbStore } from '../../src/node/store/lowdbStore';
import { temporaryFolder } from '../support/library';

const gone = { pid: 2 ** 22 + 1, startedAt: '1' };

describe('the lock of a library', () => {
  it('is held by one, until it is released', async () => {
    await using folder = await temporaryFolder();
    const lock = await takeLock(folder.path);
    await expect(takeLock(folder.path)).rejects.toMatchObject({ code: 'library-in-use' });
    await lock.release();
    await (await takeLock(folder.path)).release();
    expect(await readdir(folder.path)).toEqual(['lock-2']);
  });

  it.each([
    ['a process that is gone', gone],
    ['another process that has the pid now', { pid: process.pid, startedAt: '1' }],
  ])('is taken over from %s', async (_name, owner) => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'lock-7'), JSON.stringify(owner));
    await expect(takeLock(folder.path)).resolves.toBeDefined();
  });

  it('is taken over from a file that makes no sense', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'lock-7'), '\0\0');
    await expect(takeLock(folder.path)).resolves.toBeDefined();
  });

  it('goes to one of many who want it at once', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'lock-7'), JSON.stringify(gone));
    for (let round = 0; round < 50; round += 1) {
      const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => takeLock(folder.path)));
      const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      expect(won).toHaveLength(1);
      await won[0]?.value.release();
    }
  });
});

describe('what can be told of a process', () => {
  const here: Whereabouts = { host: 'desk', machine: 'm1', boot: 'b1', processes: 'p1' };
  it.each<[string, Partial<Whereabouts>, ReturnType<typeof sightFrom>]>([
    ['on the same computer', {}, 'visible'],
    ['in a container of it', { processes: 'p2', host: 'box', machine: '' }, 'beside'],
    ['before the computer was started anew', { boot: 'b0' }, 'ended'],
    ['on another computer', { host: 'laptop', machine: 'm2', boot: 'b2' }, 'away'],
    ['on another computer of no known make', { machine: '', boot: 'b2' }, 'away'],
    ['on a computer that does not tell, of the same name', { boot: '', machine: '', processes: '' }, 'visible'],
    ['on a computer that does not tell, of another name', { host: 'mac', boot: '', machine: '', processes: '' }, 'away'],
  ])('%s', (_name, there, sight) => {
    expect(sightFrom(here, { ...here, ...there })).toBe(sight);
  });
});

describe.skipIf(process.platform !== 'linux')('a lock whose owner cannot be seen (skips where the system does not tell)', () => {
  async function locked(where: Partial<Whereabouts>, socket?: string) {
    const folder = await temporaryFolder();
    await writeFile(join(folder.path, 'lock-7'), JSON.stringify({ ...gone, socket, where: { ...(await whereabouts()), ...where } }));
    return folder;
  }

  it('is respected where that may run on another computer, and says which file to delete if not', async () => {
    await using folder = await locked({ host: 'laptop', machine: 'another', boot: 'another' });
    const lock = join(folder.path, 'lock-7');
    await expect(takeLock(folder.path)).rejects.toMatchObject({ code: 'library-in-use', message: expect.stringMatching(/“laptop”.*delete .*lock-7/) as string });
    await rm(lock);
    await expect(takeLock(folder.path)).resolves.toBeDefined();
  });

  it('is respected where that may run in a container', async () => {
    await using folder = await locked({ processes: 'another' });
    await expect(takeLock(folder.path)).rejects.toMatchObject({ code: 'library-in-use' });
  });

  it('is respected as long as that listens, and taken over when the kernel says that nobody does', async () => {
    await using folder = await locked({ processes: 'another' }, 'socket-1');
    const path = join(folder.path, 'socket-1');
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(path, resolve); });
    await expect(takeLock(folder.path)).rejects.toMatchObject({ code: 'library-in-use', socket: 'socket-1' });
    await rename(path, `${path}.kept`); // closing removes the name it was opened by
    await new Promise((resolve) => { server.close(resolve); });
    await rename(`${path}.kept`, path);
    await expect(takeLock(folder.path)).resolves.toMatchObject({ left: 'socket-1' });
  });

  it('is taken over when the computer has been started anew since', async () => {
    await using folder = await locked({ boot: 'another' });
    await expect(takeLock(folder.path)).resolves.toBeDefined();
  });
});

describe('a library that was taken over', () => {
  it('is not written to any more by who had it, once some time has gone by', async () => {
    await using folder = await temporaryFolder();
    let at = Date.parse('2026-01-01T00:00:00.000Z');
    const clock = { now: () => new Date(at).toISOString(), breathe: () => Promise.resolve() };
    const store = lowdbStore(folder.path, { compact: compactFiles, clock });
    const { device } = await store.open().ready;
    const append = (seq: number): Promise<void> => store.append([{ seq, at: clock.now(), device, label: 'Add', changes: [{ op: 'create', table: 'collections', id: `c${seq}`, record: { id: `c${seq}`, name: 'C', parentId: null, order: seq } }] }], { undo: [], redo: [] });
    await append(1);
    await rm(join(folder.path, 'lock-1')); // as the words of a refusal say, while this one lives on another computer
    const other = await takeLock(folder.path);
    const segment = join(folder.path, 'journal', '000000000001.jsonl');
    const before = await readFile(segment);
    at += 1000;
    await expect(append(2)).rejects.toMatchObject({ code: 'library-in-use', message: expect.stringContaining('taken this library over') as string });
    await store.close();
    expect(await readFile(segment)).toEqual(before);
    expect(await readdir(join(folder.path, 'journal'))).not.toContain('sealed');
    expect(await other.isHeld()).toBe(true);
    await other.release();
  });
});
