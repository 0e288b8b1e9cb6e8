import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { record, type History } from '../../src/core/history';
import { defaultSettings } from '../../src/core/model';
import type { Transaction } from '../../src/core/transaction';
import { systemClock } from '../../src/node/clock';
import { compactFiles } from '../../src/node/store/compact';
import { lowdbStore } from '../../src/node/store/lowdbStore';
import { thinHistory } from '../../src/node/store/thin';
import { appOn, imported, temporaryApp, temporaryFolder } from '../support/library';

const all = { scope: { kind: 'all' as const }, filter: '', sort: { column: 'title' as const, direction: 'ascending' as const } };

/** A closed library of three papers, of which the second's line in the journal is damaged. */
async function damagedLibrary(): Promise<AsyncDisposable & { folder: string; journal: string }> {
  const library = await temporaryApp();
  await imported(library.app, 'Alpha: small models');
  await imported(library.app, 'Beta: smaller models');
  await imported(library.app, 'Gamma: smallest models');
  await library.app.close();
  const journal = join(library.folder, 'journal', '000000000001.jsonl');
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('"title":"Beta', '"title":"Beto'));
  return { folder: library.folder, journal, [Symbol.asyncDispose]: () => library[Symbol.asyncDispose]() };
}

describe('a damaged library', () => {
  it('shows what is sound, says what is lost, and refuses changes', async () => {
    await using library = await damagedLibrary();
    await using opened = await appOn(library.folder);
    const { app } = opened;
    expect((await app.papers.rows(await app.papers.view(all))).map(({ title }) => title)).toEqual(['Alpha: small models', 'Gamma: smallest models']);
    expect((await app.overview()).condition).toMatchObject({ kind: 'damaged', losses: [{ file: 'journal/000000000001.jsonl', line: 3, what: 'transaction 2 (Import 1 paper from digest.txt)' }] });
    await expect(app.papers.create({ title: 'New' })).rejects.toMatchObject({ code: 'library-damaged' });
    await expect(app.undo()).rejects.toMatchObject({ code: 'library-damaged' });
  });

  it('goes on with what is sound when the person chooses so, and keeps what was there', async () => {
    await using library = await damagedLibrary();
    const damaged = await readFile(library.journal);
    {
      await using opened = await appOn(library.folder);
      const aside = await opened.app.mend();
      expect(await readFile(join(library.folder, aside, 'journal', '000000000001.jsonl'))).toEqual(damaged);
      expect((await opened.app.overview()).condition).toEqual({ kind: 'sound' });
      await opened.app.papers.create({ title: 'Delta' });
    }
    await using again = await appOn(library.folder);
    expect((await again.app.overview()).condition).toEqual({ kind: 'sound' });
    expect((await again.app.papers.rows(await again.app.papers.view(all))).map(({ title }) => title)).toEqual(['Alpha: small models', 'Delta', 'Gamma: smallest models']);
    await expect(again.app.mend()).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is mended once when two windows ask for it, and keeps what is written after that', async () => {
    await using library = await damagedLibrary();
    {
      await using opened = await appOn(library.folder);
      const [first, second] = await Promise.all([opened.app.mend(), opened.app.mend()]);
      expect(second).toBe(first);
      await opened.app.papers.create({ title: 'Delta' });
    }
    expect((await readdir(library.folder)).filter((name) => name.startsWith('damaged-'))).toHaveLength(1);
    await using again = await appOn(library.folder);
    expect((await again.app.papers.rows(await again.app.papers.view(all))).map(({ title }) => title)).toContain('Delta');
  });
});

describe('a library whose disk is gone when it is closed', () => {
  it('lets go of it, so that it can be opened again when the disk is back', async () => {
    await using library = await temporaryApp();
    await imported(library.app, 'Alpha: small models');
    const elsewhere = `${library.folder}-elsewhere`;
    await rename(library.folder, elsewhere);
    await expect(library.app.close()).rejects.toMatchObject({ code: 'disk' });
    await rename(elsewhere, library.folder);
    await using again = await appOn(library.folder);
    await again.app.papers.create({ title: 'Beta' });
    expect(await again.app.papers.view(all)).toHaveLength(2);
  });
});

describe('simultaneous changes', () => {
  it('are all made, in their order, and those that cannot be are refused alone', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 20 }, (_, n) => app.papers.create({ title: `Paper ${n}` })),
      app.papers.edit('nobody' as never, { title: 'x' }),
      app.papers.create({ title: 'Last' }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await app.papers.view(all)).toHaveLength(21);
    expect((await app.overview()).seq).toBe(21);
    expect(await app.undo()).toEqual({ kind: 'done', label: 'Add “Last”' });
  });
});

describe('settings', () => {
  it('are part of the library and can be undone', async () => {
    await using library = await temporaryApp();
    await library.app.settings.change({ historyDays: 30 });
    await library.app.settings.change({ historyMegabytes: 50 });
    expect(library.app.settings.get()).toMatchObject({ historyDays: 30, historyMegabytes: 50 });
    await library.app.undo();
    await library.app.undo();
    expect(library.app.settings.get()).toEqual(defaultSettings);
  });
});

describe('history', () => {
  const at = '2025-01-01T00:00:00.000Z';
  const make = (seq: number): Transaction => ({
    seq, at, device: 'device', label: `Create ${seq}`,
    changes: [{ op: 'create', table: 'collections', id: `collection-${seq}`, record: { id: `collection-${seq}`, name: 'x'.repeat(300), parentId: null, order: seq } }],
  });

  it('is thinned from its old end, by age and by size, and never what the snapshot lacks', async () => {
    await using folder = await temporaryFolder();
    const store = lowdbStore(folder.path, { compact: compactFiles, clock: { ...systemClock, now: () => at }, segmentBytes: 2000 });
    await store.open().ready;
    const history: History = { undo: [], redo: [] };
    for (let seq = 1; seq <= 60; seq += 1) {
      await store.append([make(seq)], history);
      record(history, make(seq));
    }
    await store.close();
    const segments = async (): Promise<string[]> => (await readdir(join(folder.path, 'journal'))).filter((name) => name.endsWith('.jsonl')).toSorted();
    const before = await segments();

    await thinHistory(folder.path, { ...defaultSettings, historyDays: 1 }, '2025-01-01T12:00:00.000Z');
    expect(await segments()).toEqual(before);

    const sizes = await Promise.all(before.map(async (name) => (await stat(join(folder.path, 'journal', name))).size));
    const limit = sizes.slice(3).reduce((sum, size) => sum + size, 0) / 1_000_000;
    await thinHistory(folder.path, { ...defaultSettings, historyMegabytes: limit }, at);
    expect(await segments()).toEqual(before.slice(3));

    await thinHistory(folder.path, { ...defaultSettings, historyDays: 1 }, '2026-01-01T00:00:00.000Z');
    const left = await segments();
    expect(left.length).toBeLessThan(4);

    const again = lowdbStore(folder.path, { compact: compactFiles, clock: systemClock });
    const { tables, ready } = again.open();
    expect(await ready).toMatchObject({ condition: { kind: 'sound' }, seq: 60 });
    expect(tables.collections.size).toBe(60);
    await expect(again.transaction(1)).rejects.toMatchObject({ code: 'not-found' });
    await again.close();
  });
});
