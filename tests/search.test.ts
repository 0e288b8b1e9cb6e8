import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import type { App } from '../src/core/app';
import { emptyDescription, type PaperId } from '../src/core/model';
import type { SearchState, TextQuery } from '../src/core/search/types';
import { indexChildren } from '../src/core/children';
import { openLibrary } from '../src/core/library';
import { newPaper } from '../src/core/papers';
import { createSearch } from '../src/core/search/search';
import { create } from '../src/core/transaction';
import { systemClock } from '../src/node/clock';
import { openApp } from '../src/node/openApp';
import { folderSearch } from '../src/node/search';
import { LibrarySearch } from '../src/node/search/librarySearch';
import { lowdbStore } from '../src/node/store/lowdbStore';
import { workerThread } from '../src/node/worker/client';
import { generateLibrary } from './support/generated';
import { temporaryFolder } from './support/library';

const worker = (): URL => new URL('worker.js', pathToFileURL(`${inject('built')}/`));
const word = (text: string): TextQuery => ({ kind: 'word', text, fuzzy: 0, fields: ['title', 'note'] });

/** The app as a host that stays has it; resolves when its index is whole, with what the windows were told of it. */
async function hostOn(folder: string): Promise<AsyncDisposable & { app: App; told: SearchState['kind'][] }> {
  const app = await openApp(folder, worker(), () => undefined);
  const told: SearchState['kind'][] = [];
  await new Promise<void>((resolve) => {
    app.onEvent((event) => {
      if (event.kind !== 'search') return;
      told.push(event.state.kind);
      if (event.state.kind === 'ready') resolve();
    });
  });
  return { app, told, [Symbol.asyncDispose]: () => app.close() };
}

async function titles(app: App, query: TextQuery): Promise<string[]> {
  const { hits, complete } = await app.search.find({ query, limit: 100 });
  expect(complete).toBe(true);
  return hits.map(({ id }) => app.papers.get(id).paper.title).toSorted();
}

describe('the search index of a library', () => {
  it('finds each change at once, with its notes and annotations, and forgets what is gone', async () => {
    await using folder = await temporaryFolder();
    await using host = await hostOn(folder.path);
    const { app } = host;
    const paperId = await app.papers.create({ title: 'Low-rank adaptation', abstract: 'Weights are frozen.' });
    await app.papers.create({ title: 'Another one' });
    expect(await titles(app, word('lowrank'))).toEqual(['Low-rank adaptation']);
    const id = await app.notes.create({ paperId });
    await app.notes.save({ id, body: 'Compare with quokkas', version: 0 });
    expect(await titles(app, word('quokka'))).toEqual(['Low-rank adaptation']);
    await app.undo();
    expect(await titles(app, word('quokka'))).toEqual([]);
    await app.papers.edit(paperId, { title: 'High-rank adaptation' });
    expect(await titles(app, word('lowrank'))).toEqual([]);
    expect(await titles(app, { kind: 'word', text: 'hihg', fields: ['title'] })).toEqual(['High-rank adaptation']);
  });

  it('is there at the next start without being built, with what other processes changed meanwhile', async () => {
    await using folder = await temporaryFolder();
    await generateLibrary(folder.path, 300);
    let id: PaperId;
    {
      await using first = await hostOn(folder.path);
      expect(first.told).toContain('building');
      id = await first.app.papers.create({ title: 'Kept by the first' });
    }
    const once = await openApp(folder.path, worker());
    await once.ready;
    await once.papers.edit(id, { title: 'Changed by a passer-by' });
    const noteId = await once.notes.create({ paperId: 'paper-7' as PaperId });
    await once.notes.save({ id: noteId, body: 'wombats', version: 0 });
    await once.close();
    await using second = await hostOn(folder.path);
    expect(second.told).toEqual(['ready']);
    expect(await titles(second.app, word('passerby'))).toEqual(['Changed by a passer-by']);
    expect(await titles(second.app, word('kept'))).toEqual([]);
    expect(await titles(second.app, word('wombat'))).toHaveLength(1);
    expect((await second.app.search.find({ query: { kind: 'all' }, limit: 0 })).matches.size).toBe(301);
  });

  it('is built anew for another copy of the library, and where it was deleted', async () => {
    await using folder = await temporaryFolder();
    await using other = await temporaryFolder();
    { await using first = await hostOn(folder.path); await first.app.papers.create({ title: 'Numbats' }); }
    { await using stranger = await hostOn(other.path); await stranger.app.papers.create({ title: 'Bilbies' }); }
    await cp(join(other.path, 'cache'), join(folder.path, 'cache'), { recursive: true });
    {
      await using second = await hostOn(folder.path);
      expect(second.told).toContain('building');
      expect(await titles(second.app, { kind: 'all' })).toEqual(['Numbats']);
    }
    await rm(join(folder.path, 'cache'), { recursive: true });
    await using third = await hostOn(folder.path);
    expect(await titles(third.app, word('numbat'))).toEqual(['Numbats']);
  });

  it('is not built by a process that ends after one question, which looks through the papers', async () => {
    await using folder = await temporaryFolder();
    const app = await openApp(folder.path, worker());
    await app.ready;
    const id = await app.papers.create({ title: 'Echidnas', abstract: 'Spiny, shy and old.' });
    await app.papers.create({ title: 'Spiny lobsters' });
    expect(await titles(app, { kind: 'word', text: 'echidn', prefix: true })).toEqual(['Echidnas']);
    expect(await app.search.related({ papers: [id], limit: 5 })).toMatchObject([{ terms: ['spiny'] }]);
    await app.close();
    await expect(stat(join(folder.path, 'cache'))).rejects.toThrow('ENOENT');
  });
});

describe('the thread of the search', () => {
  it('may end unexpectedly: what it knew is found again', async () => {
    await using folder = await temporaryFolder();
    await generateLibrary(folder.path, 50);
    const thread = workerThread(worker());
    const store = lowdbStore(folder.path, { compact: () => Promise.resolve(), clock: systemClock });
    const library = openLibrary(store, systemClock, store.open());
    const children = indexChildren(library, systemClock);
    const notices: string[] = [];
    const search = createSearch({ library, children, techniques: { known: () => [] }, texts: { pages: () => Promise.resolve(null) }, index: folderSearch(folder.path, thread, true), clock: systemClock, onState: () => undefined, onNotice: (text) => notices.push(text) });
    const all: TextQuery = { kind: 'all' };
    expect((await search.matches(all)).size).toBe(50);
    await thread.close();
    expect((await search.matches(all)).size).toBe(50);
    await thread.close();
    await library.commit(() => ({ label: 'Add', changes: [create('papers', newPaper({ ...emptyDescription, title: 'Quolls' }, { id: 'paper-quoll' as PaperId, at: systemClock.now(), citationKey: 'quoll' }))] }));
    expect([...(await search.matches(word('quoll'))).ids()]).toEqual(['paper-quoll']);
    expect(notices).toEqual([]);
    await search.close();
    await library.close();
  });
});

describe('papers in order of what a query asks for', () => {
  it('come with their passages, those that have all words before those that have some, and none from the trash', async () => {
    await using folder = await temporaryFolder();
    await using host = await hostOn(folder.path);
    const { app } = host;
    const ids: Record<string, PaperId> = {};
    const shelf = { all: 'Attention that is sparse', some: 'Attention', beginning: 'Sparse attentional models', trashed: 'Sparse attention', other: 'Pruning' };
    for (const [name, title] of Object.entries(shelf)) ids[name] = await app.papers.create({ title, abstract: name === 'all' ? 'The attention is sparse, and sparse attention is cheap.' : '' });
    await app.papers.trash([ids['trashed'] as PaperId]);
    const ranked = async (query: string) => (await app.queries.ranked({ query, limit: 10 })).map(({ id, whole }) => `${app.papers.get(id).paper.title}${whole ? '' : '?'}`);
    expect(await ranked('sparse attention')).toEqual([shelf.all, shelf.beginning, `${shelf.some}?`]);
    expect(await ranked('sparse -models')).toEqual([shelf.all]);
    expect(await ranked('attention is:unread')).toEqual([shelf.some, shelf.all, shelf.beginning]);
    await expect(ranked('year:soon')).rejects.toMatchObject({ code: 'invalid-input' });
    const [first] = await app.queries.ranked({ query: '"sparse attention"', limit: 1 });
    expect(first?.snippets).toMatchObject([{ field: 'abstract', passage: 'The attention is sparse, and sparse attention is cheap.', marks: [{ start: 29, end: 45 }] }]);
    const view = await app.papers.view({ scope: { kind: 'all' }, filter: 'sparse', sort: { column: 'relevance', direction: 'descending' } });
    expect(view).toEqual([ids['all'], ids['beginning']]);
  });

  it('are shown in a list with what is found in the title and one passage elsewhere, of whatever length', async () => {
    await using folder = await temporaryFolder();
    await using host = await hostOn(folder.path);
    const { app } = host;
    const both = await app.papers.create({ title: 'Sparse attention', abstract: `${'Many words stand here. '.repeat(20)}The attention is sparse.` });
    const noted = await app.papers.create({ title: 'Wombats' });
    await app.notes.create({ paperId: noted, title: 'Later', body: `${'x '.repeat(10)}sparse` });
    const gone = 'paper-gone' as PaperId;
    const [first, second, ...rest] = await app.queries.shown({ query: 'sparse -model year:1900..', ids: [both, gone, noted] });
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ id: both, title: [{ start: 0, end: 6 }], passage: { field: 'abstract' } });
    expect(first?.passage?.text).toMatch(/sparse\.$/);
    expect(first?.passage?.marks.map(({ start, end }) => first.passage?.text.slice(start, end))).toEqual(['sparse']);
    expect(second).toEqual({ id: noted, title: [], passage: { field: 'note', text: `${'x '.repeat(10)}sparse`, marks: [{ start: 20, end: 26 }] } });
    expect(await app.queries.shown({ query: 'year:1900..', ids: [both] })).toEqual([{ id: both, title: [], passage: null }]);
  });

  it('are found by the beginnings of words in titles, authors and keys, those with most of them first', async () => {
    await using folder = await temporaryFolder();
    await using host = await hostOn(folder.path);
    const { app } = host;
    const long = await app.papers.create({ title: 'Wombats in a long title of many other words', authors: [{ family: 'Lind', given: 'Ada' }] });
    const short = await app.papers.create({ title: 'Wombats' });
    await app.papers.create({ title: 'Elsewhere', abstract: 'wombats' });
    const trashed = await app.papers.create({ title: 'Wombats, trashed' });
    await app.papers.trash([trashed]);
    expect(await app.queries.find({ text: 'womb', limit: 5 })).toEqual([short, long]);
    expect(await app.queries.find({ text: 'lin womb', limit: 5 })).toEqual([long]);
    expect(await app.queries.find({ text: app.papers.get(short).paper.citationKey.slice(0, 4), limit: 5 })).toContain(short);
    expect(await app.queries.find({ text: '·', limit: 5 })).toEqual([]);
  });

  it('are related by words, techniques, authors and tags, and say so', async () => {
    await using folder = await temporaryFolder();
    await using host = await hostOn(folder.path);
    const { app } = host;
    const authors = [{ family: 'Lind', given: 'Ada' }];
    const of = await app.papers.create({ title: 'Wombat burrows', abstract: 'Burrows of wombats in winter.', authors });
    const near = await app.papers.create({ title: 'More wombat burrows', abstract: 'Digging in winter.', authors });
    const far = await app.papers.create({ title: 'Wombat songs', abstract: 'They sing.' });
    await app.papers.create({ title: 'Unrelated' });
    await app.papers.update([of, near], { addTags: ['Marsupials'] });
    const found = await app.search.related({ papers: [of], limit: 5 });
    expect(found.map(({ id }) => id)).toEqual([near, far]);
    expect(found[0]).toMatchObject({ authors: ['Ada Lind'], tags: ['Marsupials'] });
    expect(found[0]?.terms).toEqual(expect.arrayContaining(['wombat', 'burrows', 'winter']));
    expect((await app.search.related({ papers: [], text: 'songs that wombats sing', limit: 1 })).map(({ id }) => id)).toEqual([far]);
  });
});

describe('a damaged search cache', () => {
  it('is told by its checksums wherever it is damaged, and never believed', async () => {
    await using folder = await temporaryFolder();
    await generateLibrary(folder.path, 60);
    const first = new LibrarySearch(folder.path);
    await first.begin({ seq: 0, keep: true });
    await first.build({ seq: 0, papers: 60 }, { report: () => undefined });
    await first.close();
    const cache = join(folder.path, 'cache', 'search');
    const files = new Map<string, Buffer>();
    for (const name of await readdir(cache)) files.set(name, await readFile(join(cache, name)));
    const sound = new LibrarySearch(folder.path);
    expect(await sound.begin({ seq: 0, keep: true })).toEqual({ kind: 'cached', changed: [] });
    await sound.close();
    await fc.assert(fc.asyncProperty(fc.constantFrom(...files.keys()), fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (name, place, by, cut) => {
      const whole = files.get(name) ?? Buffer.alloc(0);
      const at = place % whole.length;
      const damaged = cut ? whole.subarray(0, at) : Buffer.from(whole);
      if (!cut) damaged[at] = (damaged[at] ?? 0) ^ by;
      await writeFile(join(cache, name), damaged);
      const search = new LibrarySearch(folder.path);
      const begun = await search.begin({ seq: 0, keep: false });
      await search.close();
      await writeFile(join(cache, name), whole);
      expect(begun).toEqual({ kind: 'absent' });
    }), { numRuns: 200 });
  });
});
