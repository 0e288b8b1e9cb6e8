import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checksum } from '../../src/node/store/checksum';
import { compactFiles } from '../../src/node/store/compact';
import { readWholeJournal } from '../../src/node/store/journal';
import { LibraryFolder } from '../../src/node/store/libraryFolder';
import { imported, appOn, temporaryApp, temporaryFolder } from '../support/library';

const all = { scope: { kind: 'all' as const }, filter: '', sort: { column: 'title' as const, direction: 'ascending' as const } };

/** A closed library of three papers, all of them in the journal alone. */
async function closedLibrary(): Promise<AsyncDisposable & { folder: string; snapshot: string; journal: string }> {
  const library = await temporaryApp();
  await imported(library.app, 'Alpha: small models', 'Beta: smaller models');
  await imported(library.app, 'Gamma: smallest models');
  await library.app.close();
  return {
    folder: library.folder, snapshot: join(library.folder, 'library.json'), journal: join(library.folder, 'journal'),
    [Symbol.asyncDispose]: () => library[Symbol.asyncDispose](),
  };
}

const papersIn = async (folder: string): Promise<number> => (await new LibraryFolder(folder).read())?.tables.papers.size ?? 0;
const headOf = async (snapshot: string): Promise<{ seq: number; device: string; journal?: boolean }> => JSON.parse(await readFile(snapshot, 'utf8')) as { seq: number; device: string; journal?: boolean };

/** Takes out of a snapshot that there is a journal, as a backup does not say it, nor an earlier Lectern. */
async function withoutVouching(snapshot: string): Promise<void> {
  const [head = '', ...rest] = (await readFile(snapshot, 'utf8')).split('\n');
  const text = head.replace(/,"crc":.*/, '').replace(',"journal":true', '');
  await writeFile(snapshot, [`${text},"crc":"${checksum(text)}",`, ...rest].join('\n'));
}

describe('a library without its journal', () => {
  it.each([
    ['is gone', (journal: string) => rm(journal, { recursive: true })],
    ['is empty', async (journal: string) => {
      await rm(journal, { recursive: true });
      await mkdir(journal);
    }],
  ])('is damaged and not changed when the folder %s', async (_how, lose) => {
    await using library = await closedLibrary();
    await lose(library.journal);
    const before = await readdir(library.folder, { recursive: true });
    await using opened = await appOn(library.folder);
    expect((await opened.app.overview()).condition).toMatchObject({ kind: 'damaged', losses: [{ file: 'journal', what: expect.stringContaining('the journal') as string }] });
    await expect(opened.app.papers.create({ title: 'New' })).rejects.toMatchObject({ code: 'library-damaged' });
    await opened.app.close();
    expect((await readdir(library.folder, { recursive: true })).filter((name) => !name.startsWith('lock'))).toEqual(before.filter((name) => !name.startsWith('lock')));
  });

  it('is sound when it never had one, as an unpacked backup, and from its first use on would miss it', async () => {
    await using library = await closedLibrary();
    await compactFiles(library.folder, Infinity);
    await rm(library.journal, { recursive: true });
    await withoutVouching(library.snapshot);
    {
      await using opened = await appOn(library.folder);
      expect((await opened.app.overview()).condition).toEqual({ kind: 'sound' });
      await opened.app.papers.create({ title: 'New' });
    }
    expect(await headOf(library.snapshot)).toMatchObject({ journal: true });
    expect(await papersIn(library.folder)).toBe(4);
    await rm(library.journal, { recursive: true });
    expect((await new LibraryFolder(library.folder).read())?.condition.kind).toBe('damaged');
  });

  it('is only read by a check, never written', async () => {
    await using library = await closedLibrary();
    await rm(library.journal, { recursive: true });
    const before = await readdir(library.folder);
    await new LibraryFolder(library.folder).read();
    expect(await readWholeJournal(library.journal)).toEqual({ transactions: 0, losses: [] });
    expect(await readdir(library.folder)).toEqual(before);
  });
});

describe('a library that is killed while it is made', () => {
  it('is sound, whatever of its first files there is', async () => {
    await using library = await temporaryApp();
    await library.app.close();
    const segment = join('journal', '000000000001.jsonl');
    const whole = await readFile(join(library.folder, segment));
    for (let bytes = 0; bytes <= whole.length; bytes += 40) {
      await using folder = await temporaryFolder();
      await mkdir(join(folder.path, 'journal'));
      await writeFile(join(folder.path, segment), whole.subarray(0, bytes));
      await using opened = await appOn(folder.path);
      expect((await opened.app.overview()).condition).toEqual({ kind: 'sound' });
      await opened.app.papers.create({ title: 'New' });
      await opened.app.close();
      expect(await headOf(join(folder.path, 'library.json'))).toMatchObject({ journal: true, device: expect.stringMatching(/.{10}/) as string });
    }
  });
});

describe('a library without its snapshot', () => {
  it('gets one again, so that backups can be made', async () => {
    await using library = await closedLibrary();
    const { device } = await headOf(library.snapshot);
    await rm(library.snapshot);
    await using opened = await appOn(library.folder);
    expect(await headOf(library.snapshot)).toMatchObject({ device, journal: true });
    expect(await opened.app.papers.view(all)).toHaveLength(3);
    expect(await opened.app.backups.make()).toMatchObject({ papers: 3, verified: true });
    await opened.app.close();
    expect(await headOf(library.snapshot)).toMatchObject({ seq: 2 });
    expect(await papersIn(library.folder)).toBe(3);
  });

  it('is damaged when its journal does not reach back to its beginning, and gets none', async () => {
    await using library = await closedLibrary();
    await rm(library.snapshot);
    await cp(join(library.journal, '000000000001.jsonl'), join(library.journal, '000000000002.jsonl'));
    await rm(join(library.journal, '000000000001.jsonl'));
    await using opened = await appOn(library.folder);
    expect((await opened.app.overview()).condition.kind).toBe('damaged');
    expect(await readdir(library.folder)).not.toContain('library.json');
  });
});
