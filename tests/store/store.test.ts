import { appendFile, chmod, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/ports';
import type { Transaction } from '../../src/core/transaction';
import { compactFiles } from '../../src/node/store/compact';
import { lowdbStore } from '../../src/node/store/lowdbStore';
import { temporaryFolder } from '../support/library';

const at = '2025-01-01T00:00:00.000Z';

/** A transaction that makes one collection. */
const make = (seq: number): Transaction => ({
  seq, at, device: 'device', label: `Create ${seq}`,
  changes: [{ op: 'create', table: 'collections', id: `collection-${seq}`, record: { id: `collection-${seq}`, name: `Number ${seq}`, parentId: null, order: seq } }],
});

async function storeOn(folder: string, segmentBytes?: number): Promise<AsyncDisposable & { store: Store; stored: Awaited<ReturnType<Store['load']>> }> {
  const store = lowdbStore(folder, { compact: compactFiles, ...(segmentBytes !== undefined && { segmentBytes }) });
  const stored = await store.load();
  return { store, stored, [Symbol.asyncDispose]: () => store.close() };
}

async function fill(folder: string, count: number, segmentBytes?: number): Promise<void> {
  await using opened = await storeOn(folder, segmentBytes);
  for (let seq = 1; seq <= count; seq += 1) await opened.store.append(make(seq));
}

async function namesIn(folder: string): Promise<string[]> {
  await using opened = await storeOn(folder);
  return [...opened.stored.tables.collections.values()].map(({ name }) => name);
}

const journalOf = async (folder: string): Promise<string[]> => (await readdir(join(folder, 'journal'))).toSorted().map((name) => join(folder, 'journal', name));
const only = async (folder: string): Promise<string> => (await journalOf(folder))[0] ?? '';

describe('the store', () => {
  it('has everything again after it was closed', async () => {
    await using folder = await temporaryFolder();
    await fill(folder.path, 3);
    expect(await namesIn(folder.path)).toEqual(['Number 1', 'Number 2', 'Number 3']);
  });

  it('brings its snapshot up to the journal when a segment is full, and keeps the history', async () => {
    await using folder = await temporaryFolder();
    await fill(folder.path, 40, 1000);
    expect((await journalOf(folder.path)).length).toBeGreaterThan(3);
    const snapshot = JSON.parse(await readFile(join(folder.path, 'library.json'), 'utf8')) as { seq: number; collections: unknown[] };
    expect(snapshot.seq).toBeGreaterThan(20);
    expect(snapshot.collections).toHaveLength(snapshot.seq);
    await using again = await storeOn(folder.path);
    expect(again.stored.tables.collections.size).toBe(40);
    expect(again.stored.transactions).toHaveLength(40);
    expect(again.stored.seq).toBe(40);
  });

  it('is rebuilt from the journal when the snapshot is gone', async () => {
    await using folder = await temporaryFolder();
    await fill(folder.path, 5);
    await rm(join(folder.path, 'library.json'));
    expect(await namesIn(folder.path)).toHaveLength(5);
  });

  it('leaves out a last line that was not finished, and goes on behind the whole ones', async () => {
    await using folder = await temporaryFolder();
    await fill(folder.path, 2);
    const whole = await readFile(await only(folder.path));
    for (let cut = 1; cut < 40; cut += 1) {
      await writeFile(await only(folder.path), whole);
      await truncate(await only(folder.path), whole.length - cut);
      expect(await namesIn(folder.path)).toEqual(['Number 1']);
    }
    await using opened = await storeOn(folder.path);
    await opened.store.append(make(2));
    await opened.store.close();
    expect(await namesIn(folder.path)).toEqual(['Number 1', 'Number 2']);
  });

  it('notices any flipped bit of a line, says where, and changes nothing', async () => {
    await using folder = await temporaryFolder();
    await fill(folder.path, 2);
    const path = await only(folder.path);
    const whole = await readFile(path);
    const firstLine = whole.indexOf(0x0a);
    for (let position = 0; position <= firstLine; position += 1) {
      const damaged = Buffer.from(whole);
      damaged[position] = (damaged[position] ?? 0) ^ 0x04;
      await writeFile(path, damaged);
      await expect(storeOn(folder.path)).rejects.toMatchObject({ code: 'library-damaged', message: expect.stringContaining('line 1') as string });
      expect(await readFile(path)).toEqual(damaged);
    }
  });

  it('notices a transaction that is missing', async () => {
    await using folder = await temporaryFolder();
    await fill(folder.path, 3);
    const lines = (await readFile(await only(folder.path), 'utf8')).split('\n');
    await writeFile(await only(folder.path), [lines[0], lines[2], ''].join('\n'));
    await expect(storeOn(folder.path)).rejects.toMatchObject({ code: 'library-damaged' });
  });

  it('does not open a snapshot that is damaged or of a newer version', async () => {
    await using folder = await temporaryFolder();
    await fill(folder.path, 1);
    await appendFile(join(folder.path, 'library.json'), '}');
    await expect(storeOn(folder.path)).rejects.toMatchObject({ code: 'library-damaged' });
    await writeFile(join(folder.path, 'library.json'), JSON.stringify({ format: 'lectern-library', version: 99, device: 'd', seq: 0 }));
    await expect(storeOn(folder.path)).rejects.toMatchObject({ code: 'library-too-new' });
  });

  it('says in words when the folder cannot be used', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'file');
    await writeFile(file, '');
    await chmod(file, 0o600);
    await expect(storeOn(join(file, 'library'))).rejects.toMatchObject({ code: 'disk', message: expect.stringContaining('not a folder') as string });
  });
});
