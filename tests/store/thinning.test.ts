import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { record } from '../../src/core/history';
import type { Found, Store } from '../../src/core/ports';
import type { Tables } from '../../src/core/tables';
import { systemClock } from '../../src/node/clock';
import { compactFiles } from '../../src/node/store/compact';
import { lowdbStore } from '../../src/node/store/lowdbStore';
import { temporaryFolder } from '../support/library';

interface Used { store: Store; found: Found & { tables: Tables } }

/** Uses a library on a day of some year: two collections are made. Answers what was found, and the segments that are left. */
async function use(folder: string, day: string, meanwhile: (used: Used) => Promise<void> = () => Promise.resolve()): Promise<Used['found'] & { segments: string[] }> {
  const at = `${day}T12:00:00.000Z`;
  const store = lowdbStore(folder, { compact: compactFiles, clock: { ...systemClock, now: () => at } });
  const { tables, ready } = store.open();
  const found = { ...(await ready), tables };
  const history = structuredClone(found.history);
  for (const seq of [found.seq + 1, found.seq + 2]) {
    const made = { seq, at, device: found.device, label: `Create ${seq}`, changes: [{ op: 'create' as const, table: 'collections' as const, id: `collection-${seq}`, record: { id: `collection-${seq}`, name: `Number ${seq}`, parentId: null, order: seq } }] };
    await store.append([made], history);
    record(history, made);
  }
  await meanwhile({ store, found });
  await store.close();
  const segments = (await readdir(join(folder, 'journal'))).filter((name) => name.endsWith('.jsonl')).toSorted().map((name) => name.replace(/^0*(\d+)\.jsonl$/, '$1'));
  return { ...found, segments };
}

describe('the history of a small library', () => {
  it('goes when it is older than its bound, though it never fills a segment', async () => {
    await using folder = await temporaryFolder();
    expect((await use(folder.path, '2025-01-01')).segments).toEqual(['1']);
    const later = await use(folder.path, '2026-02-01', async ({ store }) => {
      await expect(store.transaction(4)).resolves.toMatchObject({ label: 'Create 4' });
    });
    expect(later).toMatchObject({ condition: { kind: 'sound' }, seq: 2, segments: ['3'] });
    const last = await use(folder.path, '2026-02-02', async ({ store, found }) => {
      expect(found.history.undo.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
      await expect(store.transaction(2)).rejects.toMatchObject({ code: 'not-found' });
      await expect(store.transaction(3)).resolves.toMatchObject({ label: 'Create 3' });
    });
    expect(last).toMatchObject({ condition: { kind: 'sound' }, seq: 4, segments: ['3'] });
    expect(last.tables.collections.size).toBe(4);
  });

  it('is kept within its bound, and goes bit by bit', async () => {
    await using folder = await temporaryFolder();
    expect((await use(folder.path, '2025-01-01')).segments).toEqual(['1']);
    expect((await use(folder.path, '2025-01-20')).segments).toEqual(['1']);
    expect((await use(folder.path, '2025-03-01')).segments).toEqual(['1', '5']);
    expect((await use(folder.path, '2025-12-01')).segments).toEqual(['1', '5', '7']);
    expect((await use(folder.path, '2026-02-01')).segments).toEqual(['5', '7', '9']);
    expect((await use(folder.path, '2026-02-25')).segments).toEqual(['5', '7', '9']);
    const last = await use(folder.path, '2026-03-03');
    expect(last).toMatchObject({ condition: { kind: 'sound' }, segments: ['7', '9'] });
    expect(last.tables.collections.size).toBe(12);
  });
});
