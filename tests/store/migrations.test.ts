import { appendFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from '../../src/core/app';
import { LIBRARY_VERSION } from '../../src/core/migrations';
import type { PaperId } from '../../src/core/model';
import { readVersion1 } from '../../src/node/store/version1';
import { appOn, temporaryFolder } from '../support/library';

/** A library as an older Lectern made it: twelve papers, a note, a highlight, a collection, one paper in the trash. */
async function oldLibrary(version: 1 | 2 | 3): Promise<AsyncDisposable & { path: string; snapshot: string; kept: string }> {
  const folder = await temporaryFolder();
  await cp(resolve(import.meta.dirname, `../fixtures/library-v${version}`), folder.path, { recursive: true });
  return { ...folder, snapshot: join(folder.path, 'library.json'), kept: join(folder.path, 'backups', `before-version-${LIBRARY_VERSION}`) };
}

const all = { scope: { kind: 'all' as const }, filter: '', sort: { column: 'title' as const, direction: 'ascending' as const } };

async function titlesIn(app: App): Promise<string[]> {
  return (await app.papers.rows(await app.papers.view(all))).map(({ title }) => title);
}

describe.each([1, 2, 3] as const)('a library of version %i', (version) => {
  it('has everything in this version, and what it was is kept', async () => {
    await using folder = await oldLibrary(version);
    const before = await readFile(folder.snapshot);
    const journal = await readdir(join(folder.path, 'journal'));
    {
      await using opened = await appOn(folder.path);
      const rows = await opened.app.papers.rows(await opened.app.papers.view(all));
      expect(rows).toHaveLength(11);
      expect(rows.filter(({ status, rating, tags, annotations }) => status === 'done' && rating === 4 && tags.includes('core') && annotations === 1)).toHaveLength(1);
      expect(await opened.app.overview()).toMatchObject({ trash: 1, collections: expect.arrayContaining([expect.objectContaining({ name: 'To cite', count: 2 })]) as unknown, undo: expect.any(String) as string });
      const noted = rows.find(({ notes }) => notes === 1);
      expect(opened.app.papers.get(noted?.id as PaperId).notes[0]?.body).toBe(`# Thoughts\n\nA note made by version ${version}: $E=mc^2$.\n`);
      expect(await readFile(folder.snapshot, 'utf8')).toContain(`"version":${LIBRARY_VERSION},`);
      await opened.app.papers.create({ title: 'Of today' });
    }
    expect(await readFile(join(folder.kept, 'library.json'))).toEqual(before);
    expect(await readdir(join(folder.kept, 'journal'))).toEqual(journal);
    await using again = await appOn(folder.path);
    expect(await titlesIn(again.app)).toContain('Of today');
  });

  it('can still undo what was done in it', async () => {
    await using folder = await oldLibrary(version);
    await using opened = await appOn(folder.path);
    for (let step = 0; (await opened.app.undo()).kind !== 'nothing'; step += 1) expect(step).toBeLessThan(12);
    expect(await opened.app.papers.view(all)).toEqual([]);
  });
});

describe('a damaged library of version 1', () => {
  /** What is damaged, where it is told, and how many of the eleven papers are still shown. */
  const damages: [string, (text: string) => string, { line: number; what: RegExp }, number][] = [
    ['a record', (text) => text.replace('"title":"LoRA', '"title:"LoRA'), { line: 3, what: /^a record/ }, 10],
    ['a record that is not a paper any more', (text) => text.replace('"authors"', '"auhtors"'), { line: 3, what: /^a record called “LoRA/ }, 10],
    ['a line between records', (text) => text.replace('"papers":[', '"papers":[['), { line: 2, what: /between the records/ }, 11],
    ['the head', (text) => text.replace('"seq"', '"seg"'), { line: 1, what: /head/ }, 11],
    ['the end', (text) => text.slice(0, text.indexOf('"annotations"')), { line: 0, what: /end of the snapshot/ }, 11],
  ];

  it.each(damages)('shows what is sound where %s is damaged, and changes nothing', async (_name, damage, told, papers) => {
    await using folder = await oldLibrary(1);
    const damaged = damage(await readFile(folder.snapshot, 'utf8'));
    await writeFile(folder.snapshot, damaged);
    await using opened = await appOn(folder.path);
    const { condition } = await opened.app.overview();
    expect(condition).toMatchObject({ kind: 'damaged', losses: expect.arrayContaining([expect.objectContaining({ file: 'library.json', line: told.line, what: expect.stringMatching(told.what) as string })]) as unknown });
    expect(await titlesIn(opened.app)).toHaveLength(papers);
    await expect(opened.app.papers.create({ title: 'New' })).rejects.toMatchObject({ code: 'library-damaged' });
    expect(await readFile(folder.snapshot, 'utf8')).toBe(damaged);
  });

  it('says what of the journal is lost', async () => {
    await using folder = await oldLibrary(1);
    const segment = join(folder.path, 'journal', '000000000001.jsonl');
    const lines = (await readFile(segment, 'utf8')).split('\n');
    await writeFile(segment, lines.with(2, `${lines[2]}!`).join('\n'));
    expect((await readVersion1(folder.path))?.losses).toMatchObject([{ file: 'journal/000000000001.jsonl', line: 3 }]);
  });

  it('goes on with what is sound when the person says so, and keeps the rest', async () => {
    await using folder = await oldLibrary(1);
    const damaged = (await readFile(folder.snapshot, 'utf8')).replace('"title":"LoRA', '"title:"LoRA');
    await writeFile(folder.snapshot, damaged);
    {
      await using opened = await appOn(folder.path);
      const aside = await opened.app.mend();
      expect(await readFile(join(folder.path, aside, 'library.json'), 'utf8')).toBe(damaged);
      await opened.app.papers.create({ title: 'New' });
    }
    await using again = await appOn(folder.path);
    expect((await again.app.overview()).condition).toEqual({ kind: 'sound' });
    expect(await titlesIn(again.app)).toHaveLength(11);
  });
});

describe('a damaged library of version 2', () => {
  it('stays as it is until the person has chosen', async () => {
    await using folder = await oldLibrary(2);
    await appendFile(folder.snapshot, 'x');
    const damaged = await readFile(folder.snapshot);
    await using opened = await appOn(folder.path);
    expect(await opened.app.overview()).toMatchObject({ condition: { kind: 'damaged' } });
    expect(await titlesIn(opened.app)).toHaveLength(11);
    expect(await readFile(folder.snapshot)).toEqual(damaged);
  });
});
