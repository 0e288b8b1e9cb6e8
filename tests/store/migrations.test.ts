import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIBRARY_VERSION } from '../../src/core/migrations';
import type { PaperId } from '../../src/core/model';
import { appOn, temporaryFolder } from '../support/library';

const version1 = resolve(import.meta.dirname, '../fixtures/library-v1');

/** A library that Lectern 0.1 made, as its files were: twelve papers, a note, a highlight, a collection, an undo. */
async function oldLibrary(): Promise<AsyncDisposable & { path: string }> {
  const folder = await temporaryFolder();
  await cp(version1, folder.path, { recursive: true });
  return folder;
}

const all = { scope: { kind: 'all' as const }, filter: '', sort: { column: 'title' as const, direction: 'ascending' as const } };

describe('a library of version 1', () => {
  it('has everything in this version, and what it was is kept', async () => {
    await using folder = await oldLibrary();
    const before = await readFile(join(folder.path, 'library.json'));
    {
      await using opened = await appOn(folder.path);
      const rows = await opened.app.papers.rows(await opened.app.papers.view(all));
      expect(rows).toHaveLength(11);
      expect(rows.filter(({ status, rating, tags, annotations }) => status === 'done' && rating === 4 && tags.includes('core') && annotations === 1)).toHaveLength(1);
      expect(await opened.app.overview()).toMatchObject({ trash: 1, collections: [{ name: 'To cite', count: 2 }], undo: expect.stringContaining('Move to trash') as string });
      const noted = rows.find(({ notes }) => notes === 1);
      expect(opened.app.papers.get(noted?.id as PaperId).notes[0]?.body).toBe('# Thoughts\n\nA note made by version 1: $E=mc^2$.\n');
    }
    expect(await readFile(join(folder.path, 'library.json'), 'utf8')).toContain(`"version":${LIBRARY_VERSION},`);
    expect(await readFile(join(folder.path, 'backups/before-version-2/library.json'))).toEqual(before);
    expect(await readdir(join(folder.path, 'backups/before-version-2/journal'))).toEqual(['000000000001.jsonl']);
  });

  it('can still undo what was done in it', async () => {
    await using folder = await oldLibrary();
    await using opened = await appOn(folder.path);
    for (let step = 0; step < 8; step += 1) await opened.app.undo();
    expect(await opened.app.papers.view(all)).toEqual([]);
    expect(await opened.app.undo()).toEqual({ kind: 'nothing' });
  });

  it('is left alone when it is damaged', async () => {
    await using folder = await oldLibrary();
    const path = join(folder.path, 'library.json');
    const damaged = (await readFile(path, 'utf8')).replace('"papers":[', '"papers":[[');
    await writeFile(path, damaged);
    await expect(appOn(folder.path)).rejects.toMatchObject({ code: 'library-damaged' });
    expect(await readFile(path, 'utf8')).toBe(damaged);
    await rm(folder.path, { recursive: true });
  });
});
