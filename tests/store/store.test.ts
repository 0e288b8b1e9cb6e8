import { chmod, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { record, type History } from '../../src/core/history';
import type { Found, Store } from '../../src/core/ports';
import type { Tables } from '../../src/core/tables';
import type { Transaction } from '../../src/core/transaction';
import { systemClock } from '../../src/node/clock';
import { checksum } from '../../src/node/store/checksum';
import { compactFiles } from '../../src/node/store/compact';
import { lowdbStore } from '../../src/node/store/lowdbStore';
import type { Compact } from '../../src/node/store/renewal';
import { temporaryFolder } from '../support/library';

const at = systemClock.now(); // what is older than the history is kept would be removed

/** A transaction that makes one collection. */
const make = (seq: number): Transaction => ({
  seq, at, device: 'device', label: `Create ${seq}`,
  changes: [{ op: 'create', table: 'collections', id: `collection-${seq}`, record: { id: `collection-${seq}`, name: `Number ${seq}`, parentId: null, order: seq } }],
});

async function storeOn(folder: string, segmentBytes?: number): Promise<AsyncDisposable & { store: Store; stored: Found & { tables: Tables } }> {
  const store = lowdbStore(folder, { compact: compactFiles, clock: systemClock, ...(segmentBytes !== undefined && { segmentBytes }) });
  const { tables, ready } = store.open();
  const stored = { ...(await ready), tables };
  return { store, stored, [Symbol.asyncDispose]: () => store.close() };
}

async function fill(folder: string, count: number, segmentBytes?: number): Promise<void> {
  await using opened = await storeOn(folder, segmentBytes);
  const history: History = { undo: [], redo: [] };
  for (let seq = 1; seq <= count; seq += 1) {
    await opened.store.append([make(seq)], history);
    record(history, make(seq));
  }
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
    expect(again.stored.history.undo).toHaveLength(40);
    expect(again.stored.seq).toBe(40);
  });

  it('renews its snapshot once for all the segments that filled up meanwhile', async () => {
    await using folder = await temporaryFolder();
    const renewed: number[] = [];
    let goOn = (): void => undefined;
    const first = new Promise<void>((resolve) => { goOn = resolve; });
    const compact: Compact = async (path, seq) => {
      renewed.push(seq);
      await first;
      return compactFiles(path, seq);
    };
    const store = lowdbStore(folder.path, { compact, clock: systemClock, segmentBytes: 1000 });
    await store.open().ready;
    for (let seq = 1; seq <= 40; seq += 1) await store.append([make(seq)], { undo: [], redo: [] });
    goOn();
    await store.close();
    expect(renewed).toHaveLength(2);
    const snapshot = JSON.parse(await readFile(join(folder.path, 'library.json'), 'utf8')) as { seq: number };
    expect(snapshot.seq).toBe(renewed.at(-1));
    expect(await namesIn(folder.path)).toHaveLength(40);
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
    await rm(join(folder.path, 'journal', 'sealed')); // as after a crash
    const whole = await readFile(await only(folder.path));
    for (let cut = 1; cut < 40; cut += 1) {
      await writeFile(await only(folder.path), whole);
      await truncate(await only(folder.path), whole.length - cut);
      await rm(join(folder.path, 'journal', 'sealed'), { force: true });
      expect(await namesIn(folder.path)).toEqual(['Number 1']);
    }
    await using opened = await storeOn(folder.path);
    await opened.store.append([make(2)], { undo: [], redo: [] });
    await opened.store.close();
    expect(await namesIn(folder.path)).toEqual(['Number 1', 'Number 2']);
  });

  it('notices a journal that was cut after it was closed, even between two lines', async () => {
    await using folder = await temporaryFolder();
    await fill(folder.path, 2);
    const lines = (await readFile(await only(folder.path), 'utf8')).split('\n');
    await writeFile(await only(folder.path), `${lines.slice(0, 2).join('\n')}\n`);
    await using opened = await storeOn(folder.path);
    expect(opened.stored.condition).toMatchObject({ kind: 'damaged', losses: [{ what: expect.stringContaining('the end of the journal') as string }] });
  });

  it('notices a line that was changed, says where, shows the rest and changes nothing', async () => {
    await using folder = await temporaryFolder();
    await fill(folder.path, 3);
    const path = await only(folder.path);
    const damaged = (await readFile(path, 'utf8')).replace('Number 2', 'Number 7');
    await writeFile(path, damaged);
    await using opened = await storeOn(folder.path);
    expect(opened.stored.condition).toMatchObject({ kind: 'damaged', losses: [{ file: 'journal/000000000001.jsonl', line: 3, what: 'transaction 2 (Create 2)' }] });
    expect([...opened.stored.tables.collections.values()].map(({ name }) => name)).toEqual(['Number 1', 'Number 3']);
    await expect(opened.store.append([make(4)], { undo: [], redo: [] })).rejects.toMatchObject({ code: 'internal' });
    expect(await readFile(path, 'utf8')).toBe(damaged);
  });

  it('names the record that is lost from a snapshot', async () => {
    await using folder = await temporaryFolder();
    await fill(folder.path, 40, 1000);
    const path = join(folder.path, 'library.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"name":"Number 9"', '"name":"Number 0"'));
    await using opened = await storeOn(folder.path);
    expect(opened.stored.condition).toMatchObject({ kind: 'damaged', losses: [{ file: 'library.json', what: 'a record of collections called “Number 0” (collection-9)' }] });
    expect(opened.stored.tables.collections.size).toBe(39);
  });

  it('is open for reading only when a newer Lectern made it', async () => {
    await using folder = await temporaryFolder();
    await fill(folder.path, 1);
    const path = join(folder.path, 'library.json');
    const [head = '', ...rest] = (await readFile(path, 'utf8')).split('\n');
    const text = head.replace(/"version":\d+/, '"version":99').replace(/,"crc":.*/, '');
    await writeFile(path, [`${text},"crc":"${checksum(text)}",`, ...rest].join('\n'));
    await using opened = await storeOn(folder.path);
    expect(opened.stored.condition).toEqual({ kind: 'newer', version: 99 });
    expect(opened.stored.tables.collections.size).toBe(1);
  });

  it('says in words when the folder cannot be used', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'file');
    await writeFile(file, '');
    await chmod(file, 0o600);
    await expect(storeOn(join(file, 'library'))).rejects.toMatchObject({ code: 'disk', message: expect.stringContaining('not a folder') as string });
  });
});
