import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from '../src/core/app';
import type { AttachmentId, PaperId } from '../src/core/model';
import { appOn, temporaryApp, temporaryFolder } from './support/library';

const pdf = (words: string): string => `%PDF-1.4\n% ${words}\n%%EOF\n`;

/** A paper with a file of these words, copied into the library. */
async function paperWithFile(app: App, outside: string, words = 'words'): Promise<{ paperId: PaperId; id: AttachmentId }> {
  const paperId = await app.papers.create({ title: 'Tapes: an efficient use', authors: [{ family: 'Hopper', given: 'Grace' }], issued: '2025' });
  const path = join(outside, 'from elsewhere.pdf');
  await writeFile(path, pdf(words));
  const arrival = await app.attachments.arrive({ path, link: false });
  return { paperId, id: (await app.attachments.add({ arrival: arrival.id, paperId })).id };
}

const filesOf = async (folder: string): Promise<string[]> => (await readdir(join(folder, 'files'))).filter((name) => !name.startsWith('.')).toSorted();
const stateOf = async (app: App, paperId: PaperId, id: AttachmentId) => (await app.attachments.states(paperId))[id];

describe('a file of a paper', () => {
  it('is copied under a readable name, and is what it was', async () => {
    await using library = await temporaryApp();
    await using outside = await temporaryFolder();
    const { app, folder } = library;
    const { paperId, id } = await paperWithFile(app, outside.path);
    expect(await filesOf(folder)).toEqual(['2025 Hopper - Tapes.pdf']);
    expect(await readFile(join(folder, 'files', '2025 Hopper - Tapes.pdf'), 'utf8')).toBe(pdf('words'));
    const [attachment] = app.papers.get(paperId).attachments;
    expect(attachment).toMatchObject({ id, role: 'main', type: 'application/pdf', originalName: 'from elsewhere.pdf', bytes: pdf('words').length });
    expect((await app.papers.rows([paperId]))[0]?.attachments).toBe(1);
    expect(await stateOf(app, paperId, id)).toBe('there');
    expect(await readdir(join(folder, 'files', '.incoming'))).toEqual([]);
  });

  it('comes in portions as well, once, and a second one is a supplement', async () => {
    await using library = await temporaryApp();
    const { app, folder } = library;
    const paperId = await app.papers.create({ title: 'Tapes' });
    const upload = async (name: string, text: string) => {
      const id = await app.attachments.begin(name);
      for (const part of [text.slice(0, 7), text.slice(7)]) await app.attachments.append({ id, base64: Buffer.from(part).toString('base64') });
      return app.attachments.finish(id);
    };
    const first = await app.attachments.add({ arrival: (await upload('C:\\papers\\a.pdf', pdf('one'))).id, paperId });
    expect(await app.attachments.add({ arrival: (await upload('b.pdf', pdf('one'))).id, paperId })).toEqual({ kind: 'known', id: first.id });
    await app.attachments.add({ arrival: (await upload('b.pdf', pdf('two'))).id, paperId, label: 'proofs' });
    expect(app.papers.get(paperId).attachments.map(({ role, originalName }) => [role, originalName])).toEqual([['main', 'a.pdf'], ['supplement', 'b.pdf']]);
    expect(await filesOf(folder)).toEqual(['Tapes (proofs).pdf', 'Tapes.pdf']);
    await expect(upload('c.pdf', 'no PDF')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(upload('c.exe', 'MZ')).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await upload('page.html', '<p>words</p>')).type).toBe('text/html');
  });

  it('is renamed with its paper, and back by undo, and never over another file', async () => {
    await using library = await temporaryApp();
    await using outside = await temporaryFolder();
    const { app, folder } = library;
    const { paperId, id } = await paperWithFile(app, outside.path);
    await writeFile(join(folder, 'files', '2025 Hopper - Reels.pdf'), 'a stranger');
    await app.papers.edit(paperId, { title: 'Reels' });
    expect(await stateOf(app, paperId, id)).toBe('there');
    expect(await filesOf(folder)).toEqual(['2025 Hopper - Reels (2).pdf', '2025 Hopper - Reels.pdf']);
    expect(await readFile(join(folder, 'files', '2025 Hopper - Reels.pdf'), 'utf8')).toBe(pdf('words'));
    await app.undo();
    expect(await stateOf(app, paperId, id)).toBe('there');
    expect(await filesOf(folder)).toEqual(['2025 Hopper - Reels (2).pdf', '2025 Hopper - Tapes.pdf']);
  });

  it('waits in .removed when it is removed, or its paper is erased, for undo', async () => {
    await using library = await temporaryApp();
    await using outside = await temporaryFolder();
    const { app, folder } = library;
    const { paperId, id } = await paperWithFile(app, outside.path);
    await app.attachments.remove(id);
    expect(await app.attachments.states(paperId)).toEqual({});
    await app.undo();
    expect(await stateOf(app, paperId, id)).toBe('there');
    await app.papers.trash([paperId]);
    await app.papers.erase('all trashed');
    await app.undo();
    await app.undo();
    expect(await stateOf(app, paperId, id)).toBe('there');
    await app.undo(); // the adding
    expect(app.papers.get(paperId).attachments).toEqual([]);
    await app.redo();
    expect(await stateOf(app, paperId, id)).toBe('there');
    expect(await filesOf(folder)).toEqual(['2025 Hopper - Tapes.pdf']);
  });

  it('is found by what it holds when a crash came between record and file, or somebody moved it', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    const files = join(library, 'files');
    let [paperId, id] = ['' as PaperId, '' as AttachmentId];
    {
      await using opened = await appOn(library);
      ({ paperId, id } = await paperWithFile(opened.app, folder.path));
    }
    await mkdir(join(files, 'sorted'));
    await rename(join(files, '2025 Hopper - Tapes.pdf'), join(files, 'sorted', 'x.pdf'));
    await using opened = await appOn(library);
    expect(await stateOf(opened.app, paperId, id)).toBe('there');
    expect((await opened.app.attachments.file(id)).path).toBe(join(files, '2025 Hopper - Tapes.pdf'));
    await rm(join(files, '2025 Hopper - Tapes.pdf'));
    expect(await stateOf(opened.app, paperId, id)).toBe('missing');
    expect(await opened.app.attachments.findAgain({ id, under: files })).toEqual({ kind: 'not-found', looked: 0 });
    expect(await opened.app.attachments.findAgain({ id, under: folder.path })).toEqual({ kind: 'found' });
    expect(await stateOf(opened.app, paperId, id)).toBe('there');
  });

  it('can be linked where it lies, and found again where it went', async () => {
    await using library = await temporaryApp();
    await using outside = await temporaryFolder();
    const { app } = library;
    const paperId = await app.papers.create({ title: 'Tapes' });
    const path = join(outside.path, 'a.pdf');
    await writeFile(path, pdf('linked'));
    const { id } = await app.attachments.add({ arrival: (await app.attachments.arrive({ path, link: true })).id, paperId });
    await app.papers.edit(paperId, { title: 'Reels' });
    expect((await app.attachments.file(id)).path).toBe(path);
    await rename(path, join(outside.path, 'b.pdf'));
    expect(await stateOf(app, paperId, id)).toBe('missing');
    expect(await app.attachments.findAgain({ id, under: outside.path })).toEqual({ kind: 'found' });
    expect((await app.attachments.file(id)).path).toBe(join(outside.path, 'b.pdf'));
    await app.attachments.edit({ id, role: 'earlier', label: 'v1' });
    expect(app.papers.get(paperId).attachments[0]).toMatchObject({ role: 'earlier', label: 'v1' });
  });

  it('is renamed with all others when the pattern becomes another one, in one step', async () => {
    await using library = await temporaryApp();
    await using outside = await temporaryFolder();
    const { app, folder } = library;
    const first = await paperWithFile(app, outside.path, 'one');
    const second = await paperWithFile(app, outside.path, 'two');
    expect(await filesOf(folder)).toEqual(['2025 Hopper - Tapes (2).pdf', '2025 Hopper - Tapes.pdf']);
    await app.settings.change({ filePattern: '{firstAuthor}/{year}' });
    expect([await stateOf(app, first.paperId, first.id), await stateOf(app, second.paperId, second.id)]).toEqual(['there', 'there']);
    expect((await readdir(join(folder, 'files', 'Hopper'))).toSorted()).toEqual(['2025 (2).pdf', '2025.pdf']);
    expect(await readFile(join(folder, 'files', 'Hopper', '2025 (2).pdf'), 'utf8')).toBe(pdf('two'));
    await app.undo();
    expect(await stateOf(app, second.paperId, second.id)).toBe('there');
    expect(await readFile(join(folder, 'files', '2025 Hopper - Tapes (2).pdf'), 'utf8')).toBe(pdf('two'));
  });

  it('cannot lead out of the library', async () => {
    await using library = await temporaryApp();
    await expect(library.app.settings.change({ filePattern: 'paper.pdf' })).rejects.toMatchObject({ code: 'invalid-input' });
    await library.app.settings.change({ filePattern: '../{year}/{title}' });
    await using outside = await temporaryFolder();
    await paperWithFile(library.app, outside.path);
    expect(await filesOf(library.folder)).toEqual(['2025']);
  });
});
