import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../src/node/store/lock';
import { temporaryFolder } from '../support/library';

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
    ['a process that is gone', { pid: 2 ** 22 + 1, startedAt: '1' }],
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
    await writeFile(join(folder.path, 'lock-7'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' }));
    for (let round = 0; round < 50; round += 1) {
      const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => takeLock(folder.path)));
      const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      expect(won).toHaveLength(1);
      await won[0]?.value.release();
    }
  });
});
