import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App, AppEvent } from '../src/core/app';
import { PaperId } from '../src/core/model';
import { hostOn, lectern } from './support/host';
import { appOn, digestOf, imported, temporaryFolder } from './support/library';

let home: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  home = await temporaryFolder();
  vi.stubEnv('LECTERN_USER_DATA', join(home.path, 'user'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await home[Symbol.asyncDispose]();
});

/** Two seconds on a machine that has nothing else to do, which the tests with a clock of their own see to. */
const soon = { timeout: 15_000 };

const at = (...names: string[]): string => join(home.path, ...names);
const titlesIn = async (path: string): Promise<string[]> => [...(await readFile(path, 'utf8')).matchAll(/^ {2}title\s+=\s+\{+(.*?)\}+,$/gm)].map(([, title = '']) => title.replace(/[{}]/g, ''));

async function boundTo(app: App, filter: string, path: string): Promise<void> {
  expect(await app.bindings.bind({ scope: { kind: 'all' }, filter, format: 'bibtex', path }, false)).toMatchObject({ kind: 'bound', state: { kind: 'current' } });
}

describe('a file that is kept up to date', () => {
  it('goes on following what is renamed or merged', async () => {
    await using open = await appOn(at('library'));
    const { app } = open;
    const [first = ''] = await imported(app, 'Lopping of old trees');
    const [lopping, cutting] = [await app.techniques.add({ name: 'Lopping', parentId: null }), await app.techniques.add({ name: 'Cutting back', parentId: null })];
    const list = await app.collections.create({ name: 'List', parentId: null });
    await app.collections.addPapers({ id: list, paperIds: [PaperId.parse(first)] });
    await app.bindings.bind({ scope: { kind: 'technique', id: lopping }, filter: 'collection:list', format: 'bibtex', path: at('out.bib') }, false);
    await app.techniques.decide({ paperIds: [PaperId.parse(first)], techniqueId: lopping, decision: 'confirmed' });
    await app.collections.rename({ id: list, name: 'To cite' });
    await app.techniques.merge({ id: lopping, into: cutting });
    expect(app.bindings.list()).toMatchObject([{ scope: { kind: 'technique', id: cutting }, filter: 'collection:"To cite"' }]);
    await app.bindings.check();
    expect(await titlesIn(at('out.bib'))).toEqual(['Lopping of old trees']);
  });

  it('follows a search by itself, in the order in which papers came', async () => {
    await using open = await appOn(at('library'));
    const { app } = open;
    const [alpha] = await imported(app, 'Alpha', 'Beta', 'Gamma');
    await boundTo(app, '', at('all.bib'));
    await boundTo(app, 'tag:cited', at('cited.bib'));
    expect(await titlesIn(at('all.bib'))).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(await readFile(at('cited.bib'), 'utf8')).toBe('');
    await app.papers.update([alpha as never], { addTags: ['cited'] });
    await app.papers.edit(alpha as never, { title: 'Alpha, revised' });
    await vi.waitFor(async () => expect(await titlesIn(at('cited.bib'))).toEqual(['Alpha, revised']), soon);
    await vi.waitFor(async () => expect(await titlesIn(at('all.bib'))).toEqual(['Alpha, revised', 'Beta', 'Gamma']), soon);
  });

  it('is there again after a restart, holds the last change, and travels with the library without being written elsewhere', async () => {
    const [alpha] = await (async () => {
      await using open = await appOn(at('library'));
      const ids = await imported(open.app, 'Alpha', 'Beta');
      await boundTo(open.app, '', at('all.bib'));
      await open.app.papers.trash([ids[1] as never]);
      return ids; // and the app is closed at once
    })();
    expect(await titlesIn(at('all.bib'))).toEqual(['Alpha']);
    {
      await using again = await appOn(at('library'));
      expect(await again.app.bindings.check()).toMatchObject([{ path: at('all.bib'), state: { kind: 'current', count: 1 } }]);
    }
    vi.stubEnv('LECTERN_USER_DATA', at('another machine'));
    await using elsewhere = await appOn(at('library'));
    await elsewhere.app.papers.edit(alpha as never, { title: 'Changed elsewhere' });
    const [binding] = await elsewhere.app.bindings.check();
    expect(binding).toMatchObject({ state: { kind: 'not-here' } });
    expect(await titlesIn(at('all.bib'))).toEqual(['Alpha']);
    expect(await elsewhere.app.bindings.takeOver(binding?.id as never, false)).toEqual({ kind: 'foreign' });
    expect(await elsewhere.app.bindings.takeOver(binding?.id as never, true)).toMatchObject({ kind: 'current' });
    expect(await titlesIn(at('all.bib'))).toEqual(['Changed elsewhere']);
  });

  it('can be undone and made again, and leaves the other settings alone', async () => {
    await using open = await appOn(at('library'));
    const { app } = open;
    await app.settings.change({ historyDays: 30 });
    await boundTo(app, '', at('all.bib'));
    expect(await app.undo()).toEqual({ kind: 'done', label: 'Keep all.bib up to date' });
    expect(app.bindings.list()).toEqual([]);
    expect(app.settings.get()).toEqual({ id: 'library', historyDays: 30, historyMegabytes: 200 });
    await app.redo();
    await imported(app, 'Alpha');
    await vi.waitFor(async () => expect(await titlesIn(at('all.bib'))).toEqual(['Alpha']), soon);
    expect(app.settings.get().historyDays).toBe(30);
  });

  it('tells when someone else has changed the file, and does not write it', async () => {
    await using open = await appOn(at('library'));
    const { app } = open;
    const events: AppEvent[] = [];
    app.onEvent((event) => events.push(event));
    await boundTo(app, '', at('all.bib'));
    await writeFile(at('all.bib'), '% mine');
    await imported(app, 'Alpha');
    await vi.waitFor(() => expect(app.bindings.list()).toMatchObject([{ state: { kind: 'foreign' } }]), soon);
    expect(events.map(({ kind }) => kind)).toContain('bindings');
    expect(await readFile(at('all.bib'), 'utf8')).toBe('% mine');
  });

  it('stays as it was when its collection is deleted', async () => {
    await using open = await appOn(at('library'));
    const { app } = open;
    const ids = await imported(app, 'Alpha');
    const collection = await app.collections.create({ name: 'Thesis', parentId: null });
    await app.collections.addPapers({ id: collection, paperIds: ids });
    await app.bindings.bind({ scope: { kind: 'collection', id: collection }, filter: '', format: 'bibtex', path: at('thesis.bib') }, false);
    await app.collections.remove(collection);
    expect(await app.bindings.check()).toMatchObject([{ state: { kind: 'view-missing' } }]);
    expect(await titlesIn(at('thesis.bib'))).toEqual(['Alpha']);
  });
});

describe.each(['no app', 'an app'])('at the terminal, while %s has the library open', (who) => {
  it('a file is bound, listed, kept up to date by an import and unbound', async () => {
    await using _other = who === 'an app' ? await hostOn(at('library')) : await temporaryFolder();
    await mkdir(at('out'));
    await writeFile(at('digest.txt'), digestOf('Alpha: pruning of models', 'Beta: small models'));
    await writeFile(at('more.txt'), digestOf('Gamma: pruning again'));
    await lectern(at('library'), ['import', at('digest.txt')]);
    const bib = at('out', 'pruning.bib');
    await writeFile(bib, 'not ours');
    const refused = await lectern(at('library'), ['bind', 'technique:pruning', bib]);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--overwrite')]);
    const bound = await lectern(at('library'), ['bind', 'technique:pruning', bib, '--overwrite', '--json']);
    expect(JSON.parse(bound.out)).toMatchObject({ kind: 'bound', state: { kind: 'current', count: 1 } });
    expect(await titlesIn(bib)).toEqual(['Alpha: pruning of models']);
    await lectern(at('library'), ['import', at('more.txt')]);
    await vi.waitFor(async () => expect(await titlesIn(bib)).toHaveLength(2), soon);
    const listed = await lectern(at('library'), ['bindings']);
    expect(listed.out).toContain(`${bib}\ttechnique:pruning\tup to date, 2 papers`);
    expect((await lectern(at('library'), ['bind', 'all', at('out', 'all.txt')])).code).toBe(2);
    expect((await lectern(at('library'), ['bind', 'collection:none', at('out', 'none.bib')])).code).toBe(1);
    expect((await lectern(at('library'), ['unbind', bib])).code).toBe(0);
    expect((await lectern(at('library'), ['bindings'])).code).toBe(1);
    expect(await readdir(at('out'))).toEqual(['pruning.bib']);
  });
});
