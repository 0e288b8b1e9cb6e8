import { describe, expect, it } from 'vitest';
import type { App, AppEvent } from '../src/core/app';
import type { PaperId, TechniqueId } from '../src/core/model';
import type { View } from '../src/core/view';
import { appOn, digestOf, imported, temporaryApp } from './support/library';

const everything: View = { scope: { kind: 'all' }, filter: '', sort: { column: 'title', direction: 'ascending' } };
const titles = async (app: App, view: Partial<View> = {}): Promise<string[]> => (await app.papers.rows(await app.papers.view({ ...everything, ...view }))).map(({ title }) => title);

describe('importing', () => {
  it('adds new papers once, in one step that one undo takes back', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    await imported(app, 'Alpha: small models', 'Beta: smaller models');
    const again = await app.imports.preview({ text: digestOf('Alpha: small models', 'Gamma: smallest models', 'Gamma: smallest models'), fileName: '', format: 'auto' });
    expect(again.fresh.map(({ title }) => title)).toEqual(['Gamma: smallest models']);
    expect(again.duplicates.map(({ title, of }) => [title, of.kind])).toEqual([['Alpha: small models', 'library'], ['Gamma: smallest models', 'input']]);
    await app.undo();
    expect(await titles(app)).toEqual([]);
    await app.redo();
    expect(await titles(app)).toEqual(['Alpha: small models', 'Beta: smaller models']);
  });

  it('adds only what was chosen', async () => {
    await using library = await temporaryApp();
    const { previewId, fresh } = await library.app.imports.preview({ text: digestOf('Alpha: small models', 'Beta: smaller models'), fileName: '', format: 'auto' });
    await library.app.imports.commit({ previewId, chosen: [fresh[1]?.index ?? -1], complete: false });
    expect(await titles(library.app)).toEqual(['Beta: smaller models']);
  });

  it('fills in what the library lacks where that is wanted', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [id] = await imported(app, 'Alpha: small models');
    const csl = JSON.stringify([{ id: 'a', type: 'article-journal', title: 'Alpha: Small Models', author: [{ family: 'Lovelace', given: 'Ada' }], issued: { 'date-parts': [[2025]] }, abstract: 'Another text.' }]);
    const preview = await app.imports.preview({ text: csl, fileName: 'a.json', format: 'auto' });
    expect(preview.duplicates[0]?.completes).toEqual(['authors', 'issued']);
    await app.imports.commit({ previewId: preview.previewId, complete: true });
    const { paper } = app.papers.get(id as PaperId);
    expect(paper.authors).toEqual([{ family: 'Lovelace', given: 'Ada' }]);
    expect(paper.abstract).toContain('does what its name says');
  });

  it('refuses a preview that has been used', async () => {
    await using library = await temporaryApp();
    const { previewId } = await library.app.imports.preview({ text: digestOf('Alpha: small models'), fileName: '', format: 'auto' });
    await library.app.imports.commit({ previewId, complete: false });
    await expect(library.app.imports.commit({ previewId, complete: false })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tells of its progress and of what changed', async () => {
    await using library = await temporaryApp();
    const events: AppEvent[] = [];
    library.app.onEvent((event) => events.push(event));
    await imported(library.app, ...Array.from({ length: 60 }, (_, n) => `Paper number ${n} on small models`));
    expect(events.flatMap((event) => (event.kind === 'progress' ? event.progress.done : event.kind))).toEqual([0, 50, 60, 'changed']);
  });
});

describe('papers', () => {
  it('are found by scope, words and fields, in any order', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [alpha, beta] = (await imported(app, 'Alpha: pruning of models', 'Beta: small models')) as [PaperId, PaperId];
    await app.papers.update([alpha], { status: 'done', rating: 4, addTags: ['slow'] });
    await app.notes.create({ paperId: beta, title: 'Thoughts', body: 'Compare with Ångström.' });
    expect(await titles(app, { scope: { kind: 'status', status: 'done' } })).toEqual(['Alpha: pruning of models']);
    expect(await titles(app, { scope: { kind: 'tag', tag: 'slow' } })).toEqual(['Alpha: pruning of models']);
    expect(await titles(app, { scope: { kind: 'technique', id: 'pruning' as TechniqueId } })).toEqual(['Alpha: pruning of models']);
    expect(await titles(app, { filter: 'angstrom' })).toEqual(['Beta: small models']);
    expect(await titles(app, { filter: 'tag:slow models' })).toEqual(['Alpha: pruning of models']);
    expect(await titles(app, { sort: { column: 'rating', direction: 'ascending' } })).toEqual(['Alpha: pruning of models', 'Beta: small models']);
    expect(await titles(app, { sort: { column: 'title', direction: 'descending' } })).toEqual(['Beta: small models', 'Alpha: pruning of models']);
  });

  it('go to the trash and come back, and are erased with their notes; undo brings all of it back', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [id] = (await imported(app, 'Alpha: small models')) as [PaperId];
    const note = await app.notes.create({ paperId: id, body: 'Kept' });
    await app.papers.trash([id]);
    expect(await titles(app)).toEqual([]);
    expect(await titles(app, { scope: { kind: 'trash' } })).toEqual(['Alpha: small models']);
    await app.papers.erase('all trashed');
    expect(() => app.papers.get(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    await app.undo();
    await app.undo();
    expect(await titles(app)).toEqual(['Alpha: small models']);
    expect(app.notes.get(note).body).toBe('Kept');
  });

  it('are erased with a note that is made at the same moment', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [id] = await imported(app, 'Alpha: small models');
    await app.papers.trash([id as PaperId]);
    const [note] = await Promise.all([app.notes.create({ paperId: id as PaperId }), app.papers.erase('all trashed')]);
    expect(() => app.notes.get(note)).toThrow(expect.objectContaining({ code: 'not-found' }));
    await app.undo();
    expect(app.notes.get(note).paperId).toBe(id);
  });

  it('that are not in the trash are never erased', async () => {
    await using library = await temporaryApp();
    const ids = await imported(library.app, 'Alpha: small models');
    await library.app.papers.erase(ids);
    expect(await titles(library.app)).toEqual(['Alpha: small models']);
  });

  it('have citation keys that stay, are unique and can be edited', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [a, b] = (await imported(app, 'Alpha: small models', 'Beta: smaller models')) as [PaperId, PaperId];
    const key = app.papers.get(a).paper.citationKey;
    await app.papers.edit(a, { title: 'Quite another title' });
    expect(app.papers.get(a).paper.citationKey).toBe(key);
    await app.papers.edit(b, { citationKey: 'lovelace1843' });
    await expect(app.papers.edit(a, { citationKey: 'Lovelace1843' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(app.papers.edit(a, { citationKey: 'a b' })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('techniques', () => {
  it('say why, and remember a rejection and a confirmation', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [id] = (await imported(app, 'Alpha: pruning of models')) as [PaperId];
    const pruning = (): unknown => app.papers.get(id).assignments.find((assignment) => assignment.id === 'pruning');
    expect(pruning()).toMatchObject({ state: 'suggested', evidence: expect.arrayContaining([expect.objectContaining({ field: 'title', text: 'pruning' })]) as unknown });
    await app.techniques.decide({ paperIds: [id], techniqueId: 'pruning' as TechniqueId, decision: 'rejected' });
    expect(pruning()).toMatchObject({ state: 'rejected' });
    expect(await titles(app, { scope: { kind: 'technique', id: 'pruning' as TechniqueId } })).toEqual([]);
    await app.techniques.decide({ paperIds: [id], techniqueId: 'survey' as TechniqueId, decision: 'confirmed' });
    expect(await titles(app, { scope: { kind: 'technique', id: 'survey' as TechniqueId } })).toEqual(['Alpha: pruning of models']);
    expect((await app.overview()).techniques.find(({ id: technique }) => technique === 'survey')?.count).toBe(1);
  });
});

describe('notes', () => {
  it('keep both texts when two windows edit the same one', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [paperId] = (await imported(app, 'Alpha: small models')) as [PaperId];
    const id = await app.notes.create({ paperId });
    expect(await app.notes.save({ id, body: 'first', version: 0 })).toEqual({ kind: 'saved', version: 1 });
    const late = await app.notes.save({ id, body: 'second', version: 0 });
    expect(late.kind).toBe('stale');
    expect(app.papers.get(paperId).notes.map(({ body }) => body)).toEqual(['first', 'second']);
  });

  it('come back byte for byte after a restart', async () => {
    await using library = await temporaryApp();
    const [paperId] = (await imported(library.app, 'Alpha: small models')) as [PaperId];
    const body = 'a\r\nb\rc\u0000\u202e\ud800 𝕏 é\u0301\n\n  \t';
    const id = await library.app.notes.create({ paperId, body });
    await library.app.close();
    await using again = await appOn(library.folder);
    expect(again.app.notes.get(id).body).toBe(body);
  });
});

describe('annotations', () => {
  it('remember their passage, and follow it when the abstract is edited', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [paperId] = (await imported(app, 'Alpha: small models')) as [PaperId];
    const start = app.papers.get(paperId).paper.abstract.indexOf('measured');
    const id = await app.annotations.highlight({ paperId, start, end: start + 8, color: 'green', comment: 'How?' });
    await app.annotations.edit({ id, color: 'pink' });
    expect(app.papers.get(paperId).annotations).toMatchObject([{ color: 'pink', comment: 'How?', target: { exact: 'measured' } }]);
    await expect(app.annotations.highlight({ paperId, start: 5, end: 100_000, color: 'green' })).rejects.toMatchObject({ code: 'invalid-input' });
    await app.annotations.remove(id);
    await app.undo();
    expect(app.papers.get(paperId).annotations).toHaveLength(1);
  });
});

describe('collections', () => {
  it('nest, move and go with those inside them; the papers stay', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const ids = await imported(app, 'Alpha: small models');
    const outer = await app.collections.create({ name: 'Outer', parentId: null });
    const inner = await app.collections.create({ name: 'Inner', parentId: outer });
    const first = await app.collections.create({ name: 'First', parentId: null });
    await app.collections.move({ id: first, parentId: null, before: outer });
    await app.collections.addPapers({ id: inner, paperIds: ids });
    await expect(app.collections.move({ id: outer, parentId: inner, before: null })).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await app.overview()).collections).toMatchObject([{ name: 'First' }, { name: 'Outer', children: [{ name: 'Inner', count: 1 }] }]);
    await app.collections.remove(outer);
    expect((await app.overview()).collections).toMatchObject([{ name: 'First' }]);
    expect(await titles(app)).toEqual(['Alpha: small models']);
    await app.undo();
    expect(await titles(app, { scope: { kind: 'collection', id: inner } })).toEqual(['Alpha: small models']);
  });
});

describe('undo', () => {
  it('survives a restart', async () => {
    await using library = await temporaryApp();
    await imported(library.app, 'Alpha: small models', 'Beta: smaller models');
    await library.app.close();
    await using again = await appOn(library.folder);
    expect(await again.app.undo()).toEqual({ kind: 'done', label: 'Import 2 papers from digest.txt' });
    expect(await titles(again.app)).toEqual([]);
    expect(await again.app.undo()).toEqual({ kind: 'nothing' });
  });
});

describe('exports', () => {
  it('print a selection in its order and refuse an empty one', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const ids = await imported(app, 'Alpha: small models', 'Beta: smaller models');
    const { content, count } = await app.exports.print({ selection: { kind: 'papers', ids: ids.toReversed() }, format: 'bibtex', style: 'apa' });
    expect(count).toBe(2);
    expect(content.indexOf('Beta')).toBeLessThan(content.indexOf('Alpha'));
    await expect(app.exports.print({ selection: { kind: 'papers', ids: [] }, format: 'ris', style: 'apa' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('format references in a thread of its own', async () => {
    await using library = await temporaryApp();
    const ids = await imported(library.app, 'Alpha: small models');
    const { content } = await library.app.exports.print({ selection: { kind: 'papers', ids }, format: 'text', style: 'ieee' });
    expect(content).toContain('Alpha');
  });
});
