import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App, AppEvent } from '../../src/core/app';
import type { BackupInfo } from '../../src/core/ports';
import { tableNames, type Tables } from '../../src/core/tables';
import { systemClock } from '../../src/node/clock';
import { makeBackup } from '../../src/node/backups/makeBackup';
import { openBackup } from '../../src/node/backups/openBackup';
import { prepareRestore } from '../../src/node/backups/prepareRestore';
import { compactFiles } from '../../src/node/store/compact';
import { LibraryFolder } from '../../src/node/store/libraryFolder';
import { lowdbStore } from '../../src/node/store/lowdbStore';
import { generateLibrary, numbers } from '../support/generated';
import { appOn, imported, temporaryApp, temporaryFolder } from '../support/library';

const at = '2026-11-24T09:00:00.000Z';
const byName = (name: string) => ({ kind: 'name' as const, name });
const byPath = (path: string) => ({ kind: 'path' as const, path });

/** The records of a closed library, by table and id. */
async function recordsOf(folder: string): Promise<Record<string, Record<string, unknown>>> {
  const contents = await new LibraryFolder(folder).read();
  const tables = contents?.tables ?? ({} as Tables);
  return Object.fromEntries(tableNames.map((table) => [table, Object.fromEntries(tables[table] as ReadonlyMap<string, unknown>)]));
}

const backupsIn = async (folder: string): Promise<string[]> => (await readdir(join(folder, 'backups'))).toSorted();

/** A library with something in every table but the settings. */
async function filled(app: App): Promise<void> {
  const [first, second] = await imported(app, 'Alpha: pruning of models', 'Beta: small models');
  if (first === undefined || second === undefined) throw new Error('The papers were not imported.');
  await app.notes.create({ paperId: first, title: 'A note', body: 'A thought, ‮turned round‬, and a lone \ud800 surrogate' });
  await app.annotations.highlight({ paperId: second, start: 0, end: 10, color: 'green' });
  const collection = await app.collections.create({ name: 'A collection', parentId: null });
  await app.collections.addPapers({ id: collection, paperIds: [first] });
}

describe('a backup', () => {
  it('is one zip file with the library, the attachments and a manifest, listed as verified', async () => {
    await using opened = await temporaryApp();
    await filled(opened.app);
    const made = await opened.app.backups.make();
    expect(made).toMatchObject({ reason: 'manual', papers: 2, notes: 1, verified: true, name: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d{6}Z-manual\.zip$/) as string });
    expect(await backupsIn(opened.folder)).toEqual([made.name]);
    expect(await opened.app.backups.list()).toEqual([made]);
    const path = join(opened.folder, 'backups', made.name);
    expect((await stat(path)).mode & 0o777).toBe(0o600);

    const unpacked = join(opened.folder, '..', 'unpacked');
    await mkdir(unpacked);
    const backup = await openBackup(path);
    await backup.unpack('library.json', join(unpacked, 'library.json'));
    backup.close();
    await opened.app.close();
    expect(await recordsOf(unpacked)).toEqual(await recordsOf(opened.folder));
  });

  it('lists the files of papers, which are not in it themselves', async () => {
    await using opened = await temporaryApp();
    const { app, folder } = opened;
    const paperId = await app.papers.create({ title: 'Tapes' });
    const path = join(folder, '..', 'tapes.txt');
    await writeFile(path, 'words');
    const { id } = await app.attachments.add({ arrival: (await app.attachments.arrive({ path, link: false })).id, paperId });
    const { name } = await app.backups.make();
    const backup = await openBackup(join(folder, 'backups', name));
    const listed = join(folder, '..', 'attachments.json');
    await backup.unpack('attachments.json', listed);
    backup.close();
    const sha256 = createHash('sha256').update('words').digest('hex');
    expect(JSON.parse(await readFile(listed, 'utf8'))).toEqual([{ id, paperId, place: app.papers.get(paperId).attachments[0]?.place, originalName: 'tapes.txt', sha256, bytes: 5 }]);
  });

  it('goes to a file of the person\'s choice, and two of one second have two names', async () => {
    await using opened = await temporaryApp();
    await filled(opened.app);
    const to = join(opened.folder, '..', 'mine.zip');
    expect(await opened.app.backups.make({ to })).toMatchObject({ name: to, papers: 2 });
    expect(await opened.app.backups.list()).toEqual([]);
    await expect(opened.app.backups.make({ to })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('is there already') as string });
    const first = await makeBackup({ folder: opened.folder, seq: 5, at, reason: 'manual' });
    const second = await makeBackup({ folder: opened.folder, seq: 5, at, reason: 'manual' });
    expect([first.name, second.name]).toEqual(['2026-11-24T090000Z-manual.zip', '2026-11-24T090000Z-manual-2.zip']);
    await expect(opened.app.backups.make({ to: join(opened.folder, 'nowhere', 'mine.zip') })).rejects.toMatchObject({ code: 'disk', message: expect.stringContaining('mine.zip') as string });
    expect((await backupsIn(opened.folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('holds what was durable when it was asked for, while changes and new snapshots go on', async () => {
    await using folder = await temporaryFolder();
    const store = lowdbStore(folder.path, { compact: compactFiles, clock: systemClock, segmentBytes: 2000 });
    await store.open().ready;
    const making: Promise<BackupInfo>[] = [];
    for (let seq = 1; seq <= 120; seq += 1) {
      const record = { id: `collection-${seq}`, name: `Number ${seq}`, parentId: null, order: seq };
      await store.append([{ seq, at, device: 'device', label: `Create ${seq}`, changes: [{ op: 'create', table: 'collections', id: record.id, record }] }], { undo: [], redo: [] });
      if (seq % 20 === 0) making.push(makeBackup({ folder: folder.path, seq, at: new Date(Date.parse(at) + seq * 1000).toISOString(), reason: 'manual' }));
    }
    const made = await Promise.all(making);
    await store.close();
    const counts = await Promise.all(made.map(async ({ name }) => {
      const { places, file } = await prepareRestore({ folder: folder.path, source: byName(name) });
      expect(places).toHaveLength(1);
      return (JSON.parse(await readFile(file, 'utf8')) as unknown[]).length;
    }));
    // Never less than was asked for; more where a newer snapshot had been made by then.
    expect(counts.map((count, index) => count >= (index + 1) * 20)).toEqual(counts.map(() => true));
    expect(counts.at(-1)).toBe(120);
  });

  it('is not made of a damaged library', async () => {
    await using folder = await temporaryFolder();
    await generateLibrary(folder.path, 20);
    const snapshot = join(folder.path, 'library.json');
    await writeFile(snapshot, (await readFile(snapshot, 'utf8')).replace('"tags":["', '"tags":["x'));
    await using opened = await appOn(folder.path);
    await expect(opened.app.backups.make()).rejects.toMatchObject({ code: 'library-damaged' });
    expect(await opened.app.backups.list()).toEqual([]);
  });
});

describe('a damaged library', () => {
  it('is brought back from its newest backup once it has been mended', async () => {
    await using folder = await temporaryFolder();
    await generateLibrary(folder.path, 20);
    const { name } = await makeBackup({ folder: folder.path, seq: 0, at: new Date().toISOString(), reason: 'daily' });
    const whole = await recordsOf(folder.path);
    const snapshot = join(folder.path, 'library.json');
    await writeFile(snapshot, (await readFile(snapshot, 'utf8')).replace('"tags":["', '"tags":["x'));
    await using opened = await appOn(folder.path);
    const { app } = opened;
    expect(await app.backups.list()).toMatchObject([{ name, verified: true }]);
    expect((await app.backups.previewRestore(byName(name))).differences.papers).toMatchObject({ added: { count: 1 }, changed: { count: 0 }, removed: { count: 0 } });
    await expect(app.backups.restore(byName(name))).rejects.toMatchObject({ code: 'library-damaged' });
    await app.mend();
    await app.backups.restore(byName(name));
    await app.close();
    expect(await recordsOf(folder.path)).toEqual(whole);
  });
});

describe('a restore', () => {
  it('is previewed, brings everything back, and is undone as one step', async () => {
    await using opened = await temporaryApp();
    const { app, folder } = opened;
    await filled(app);
    const { name } = await app.backups.make();
    await app.close();
    const atBackup = await recordsOf(folder);

    await using second = await appOn(folder);
    const [alpha] = Object.values(atBackup['papers'] ?? {}) as { id: never; title: string }[];
    await second.app.papers.edit(alpha?.id as never, { title: 'Alpha, renamed' });
    await imported(second.app, 'Gamma: a third paper');
    await second.app.settings.change({ historyDays: 10 });
    const [note] = Object.keys(atBackup['notes'] ?? {});
    await second.app.notes.remove(note as never);
    await second.app.close();
    const before = await recordsOf(folder);

    await using third = await appOn(folder);
    const preview = await third.app.backups.previewRestore(byName(name));
    expect(preview.differences).toMatchObject({
      papers: { added: { count: 0 }, changed: { count: 1, examples: ['Alpha, renamed'] }, removed: { count: 1, examples: ['Gamma: a third paper'] } },
      notes: { added: { count: 1, examples: ['A note'] }, changed: { count: 0 }, removed: { count: 0 } },
      annotations: { added: { count: 0 }, changed: { count: 0 }, removed: { count: 0 } },
      settings: { removed: { count: 1, examples: ['The settings of the library'] } },
    });
    expect(await third.app.backups.restore(byName(name))).toEqual(preview);
    const { undo } = await third.app.overview();
    expect(undo).toMatch(/^Restore the backup of \d{1,2} [A-Z][a-z]{2} \d{4}$/);
    await third.app.close();
    expect(await recordsOf(folder)).toEqual(atBackup);

    await using fourth = await appOn(folder);
    const again = await fourth.app.backups.restore(byName(name));
    expect(Object.values(again.differences).every(({ added, changed, removed }) => added.count + changed.count + removed.count === 0)).toBe(true);
    await fourth.app.undo();
    await fourth.app.close();
    expect(await recordsOf(folder)).toEqual(before);
    expect((await backupsIn(folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it('carries a library of 3,000 papers into an empty one, from a file', async () => {
    await using folder = await temporaryFolder();
    const [from, to, file] = ['from', 'to', 'all.zip'].map((name) => join(folder.path, name)) as [string, string, string];
    await generateLibrary(from, 3000);
    await using source = await appOn(from);
    expect(await source.app.backups.make({ to: file })).toMatchObject({ papers: 3000, notes: 300 });
    await using target = await appOn(to);
    const { differences } = await target.app.backups.restore(byPath(file));
    expect(differences.papers.added).toMatchObject({ count: 3000 });
    expect(differences.papers.added.examples).toHaveLength(20);
    await Promise.all([source.app.close(), target.app.close()]);
    expect(await recordsOf(to)).toEqual(await recordsOf(from));
  });
});

describe('a zip that is not a sound backup', () => {
  it('is refused, whichever byte was flipped', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await generateLibrary(library, 10);
    const made = await makeBackup({ folder: library, seq: 0, at, reason: 'manual' });
    const whole = await readFile(join(library, 'backups', made.name));
    const file = join(folder.path, 'flipped.zip');
    const random = numbers(7);
    const ends = Array.from({ length: 40 }, (_, index) => index).flatMap((index) => [index, whole.length - 1 - index]);
    for (const position of [...ends, ...Array.from({ length: 120 }, () => Math.floor(random() * whole.length))]) {
      const flipped = Buffer.from(whole);
      flipped[position] = (flipped[position] ?? 0) ^ (1 << Math.floor(random() * 8));
      await writeFile(file, flipped);
      await expect(prepareRestore({ folder: library, source: byPath(file) }), `byte ${position}`).rejects.toMatchObject({ code: 'unreadable' });
    }
    for (const length of [0, 1, 63, 64, 65, whole.length >> 1, whole.length - 1]) {
      await writeFile(file, whole);
      await truncate(file, length);
      await expect(prepareRestore({ folder: library, source: byPath(file) }), `${length} bytes`).rejects.toMatchObject({ code: 'unreadable' });
    }
    expect(await backupsIn(library)).toEqual([made.name]);
  });

  it('is listed as damaged, and neither restored nor removed', async () => {
    await using opened = await temporaryApp();
    await filled(opened.app);
    const { name } = await opened.app.backups.make();
    const path = join(opened.folder, 'backups', name);
    const bytes = await readFile(path);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await opened.app.backups.list()).toMatchObject([{ name, reason: 'manual', verified: false, papers: 0 }]);
    await expect(opened.app.backups.restore(byName(name))).rejects.toMatchObject({ code: 'unreadable' });
    await expect(opened.app.backups.previewRestore(byPath(join(opened.folder, 'nothing.zip')))).rejects.toMatchObject({ code: 'unreadable', message: expect.stringContaining('does not exist') as string });
    await expect(opened.app.backups.previewRestore(byPath(opened.folder))).rejects.toMatchObject({ code: 'unreadable' });
    await expect(opened.app.backups.restore(byName('../library.json'))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('what another process left', () => {
  it('does not count as a backup and is cleared away by the next one', async () => {
    await using opened = await temporaryApp();
    await filled(opened.app);
    const backups = join(opened.folder, 'backups');
    await mkdir(backups);
    await writeFile(join(backups, 'work-1-3.tmp'), 'half of a backup');
    await writeFile(join(backups, 'holiday.zip'), 'not ours');
    expect(await opened.app.backups.list()).toEqual([]);
    const { name } = await opened.app.backups.make();
    expect(await backupsIn(opened.folder)).toEqual([name, 'holiday.zip']);
  });
});

describe('automatic backups', () => {
  it('are made when the library is opened and none is of today, and of no empty library', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using empty = await appOn(library);
    await empty.app.close();
    await using first = await appOn(library);
    await filled(first.app);
    await first.app.close();
    expect(await readdir(library)).not.toContain('backups');
    for (let opening = 0; opening < 3; opening += 1) {
      await using again = await appOn(library);
      await again.app.close();
      expect(await backupsIn(library)).toEqual([expect.stringMatching(/-daily\.zip$/)]);
    }
  });

  it('are made before a large import, and never keep it from being made', async () => {
    await using opened = await temporaryApp();
    const { app, folder } = opened;
    await filled(app);
    const many = (from: number, count: number) => Array.from({ length: count }, (_, index) => `Paper number ${from + index}: a method`);
    await imported(app, ...many(0, 20));
    expect(await readdir(folder)).not.toContain('backups');
    await imported(app, ...many(1000, 500));
    expect(await app.backups.list()).toMatchObject([{ reason: 'import', papers: 22 }]);

    const notices: AppEvent[] = [];
    app.onEvent((event) => { if (event.kind === 'notice') notices.push(event); });
    await using elsewhere = await temporaryApp();
    await filled(elsewhere.app);
    await writeFile(join(elsewhere.folder, 'backups'), 'a file where the folder should be');
    elsewhere.app.onEvent((event) => { if (event.kind === 'notice') notices.push(event); });
    expect(await imported(elsewhere.app, ...many(0, 500))).toHaveLength(500);
    expect(notices).toEqual([{ kind: 'notice', text: expect.stringContaining('The backup before the import could not be made: ') as string }]);
  });

  it('leave only what is to be kept', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using first = await appOn(library);
    await filled(first.app);
    await first.app.close();
    const seq = (await new LibraryFolder(library).read())?.seq ?? 0;
    for (let days = 2; days < 30; days += 1) await makeBackup({ folder: library, seq, at: new Date(Date.now() - days * 86_400_000).toISOString(), reason: days === 20 ? 'manual' : 'daily' });
    await using second = await appOn(library);
    await second.app.close();
    const left = await backupsIn(library);
    expect(left.length).toBeLessThanOrEqual(7 + 4 + 2 + 1);
    expect(left.length).toBeGreaterThanOrEqual(8);
    expect(left.filter((name) => name.endsWith('-manual.zip'))).toHaveLength(1);
    expect(left.filter((name) => name > new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10))).toHaveLength(7);
  });
});
