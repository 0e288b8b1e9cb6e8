import { describe, expect, it } from 'vitest';
import type { App } from '../src/core/app';
import { defaultKeyPattern } from '../src/core/formats/citationKey';
import type { PaperId } from '../src/core/model';
import { appOn, imported, temporaryApp } from './support/library';

const hopper = { family: 'Hopper', given: 'Grace' };
const noether = { family: 'Noether', given: 'Emmy' };
const keyOf = (app: App, id: PaperId): string => app.papers.get(id).paper.citationKey;
const isPinned = (app: App, id: PaperId): boolean => app.papers.get(id).paper.keyPinned === true;

/** Two papers whose keys differ by their suffix alone, and a third. */
async function stocked(app: App): Promise<[PaperId, PaperId, PaperId]> {
  return [
    await app.papers.create({ title: 'Pruning trees', authors: [hopper], issued: '2025' }),
    await app.papers.create({ title: 'Pruning hedges', authors: [hopper], issued: '2025' }),
    await app.papers.create({ title: 'Symmetries', authors: [noether], issued: '1918' }),
  ];
}

describe('the citation keys of a library', () => {
  it('are made by its pattern, which can be undone, and never change by themselves', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [first, second] = await stocked(app);
    expect([keyOf(app, first), keyOf(app, second)]).toEqual(['hopper2025pruning', 'hopper2025pruninga']);
    await app.settings.change({ keyPattern: '[auth][shortyear]', keySuffix: 'numbers' });
    await app.papers.edit(first, { title: 'Felling trees', issued: '2024' });
    expect(keyOf(app, first)).toBe('hopper2025pruning');
    const third = await app.papers.create({ title: 'Weeding', authors: [hopper], issued: '2025' });
    const fourth = await app.papers.create({ title: 'Sowing', authors: [hopper], issued: '2025' });
    expect([keyOf(app, third), keyOf(app, fourth)]).toEqual(['Hopper25', 'Hopper25-2']);
    for (let step = 0; step < 4; step += 1) await app.undo();
    expect(app.keys.form()).toEqual({ pattern: defaultKeyPattern, suffix: 'letters' });
  });

  it('differ when papers are made at the same moment', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const ids = await Promise.all(Array.from({ length: 5 }, () => app.papers.create({ title: 'Twins', issued: '2025' })));
    expect(ids.map((id) => keyOf(app, id))).toEqual(['twins2025', 'twins2025a', 'twins2025b', 'twins2025c', 'twins2025d']);
  });

  it('refuse a pattern that is wrong, with its place', async () => {
    await using library = await temporaryApp();
    await expect(library.app.settings.change({ keyPattern: '[auth][yaer]' })).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringContaining('column 8') as unknown });
    expect(library.app.keys.preview({ pattern: '[auth][yaer]', suffix: 'letters' })).toMatchObject({ kind: 'problem', problem: { column: 8 } });
  });

  it('are shown with a pattern before it is kept', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [first, second] = await stocked(app);
    expect(app.keys.preview({ pattern: '[auth:lower]', suffix: 'numbers', ids: [first, second] })).toMatchObject({ kind: 'keys', keys: [{ from: 'hopper2025pruning', to: 'hopper' }, { to: 'hopper-2' }] });
    expect(app.keys.preview({ pattern: '[auth:lower]', suffix: 'letters' })).toMatchObject({ kind: 'keys', keys: [{ to: 'noether' }, { to: 'hopper' }, { to: 'hoppera' }] });
    expect(keyOf(app, first)).toBe('hopper2025pruning');
  });
});

describe('a pinned citation key', () => {
  it('is one that was typed, and stays when keys are made anew, unless that is asked for', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [first, second, third] = await stocked(app);
    await app.papers.edit(first, { citationKey: 'mine' });
    expect(isPinned(app, first)).toBe(true);
    await app.settings.change({ keyPattern: '[auth]:[year]' });
    const input = { ids: [third, second, first], pinnedToo: false };
    const shown = await app.keys.previewRegeneration(input);
    expect(shown).toMatchObject({ changed: 2, unchanged: 0, pinned: 1, changes: [{ from: 'hopper2025pruninga', to: 'Hopper:2025' }, { from: 'noether1918symmetries', to: 'Noether:1918' }] });
    expect(await app.keys.regenerate(input)).toEqual(shown);
    expect([first, second, third].map((id) => keyOf(app, id))).toEqual(['mine', 'Hopper:2025', 'Noether:1918']);
    await app.undo();
    expect([first, second, third].map((id) => keyOf(app, id))).toEqual(['mine', 'hopper2025pruninga', 'noether1918symmetries']);
    await app.redo();
    expect(await app.keys.regenerate({ ...input, pinnedToo: true })).toMatchObject({ changed: 2, unchanged: 1, pinned: 0 });
    expect([first, second].map((id) => keyOf(app, id))).toEqual(['Hopper:2025', 'Hopper:2025a']);
    expect(await app.keys.regenerate({ ...input, pinnedToo: true })).toMatchObject({ changed: 0, unchanged: 3 });
  });

  it('is pinned and let go by hand, undone, and the same after a restart', async () => {
    await using library = await temporaryApp();
    const { app, folder } = library;
    const [first, second] = await stocked(app);
    await app.keys.pin([first, second], true);
    await app.papers.edit(second, { keyPinned: false });
    expect([isPinned(app, first), isPinned(app, second)]).toEqual([true, false]);
    expect(app.papers.get(second).paper).not.toHaveProperty('keyPinned');
    await app.undo();
    expect(isPinned(app, second)).toBe(true);
    await app.undo();
    expect(app.papers.get(first).paper).not.toHaveProperty('keyPinned');
    await app.redo();
    await app.close();
    await using again = await appOn(folder);
    expect([first, second].map((id) => isPinned(again.app, id))).toEqual([true, true]);
    await again.app.undo();
    expect(again.app.papers.get(first).paper).not.toHaveProperty('keyPinned');
  });

  it('comes with an import, and none is made twice', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const csl = JSON.stringify([{ id: 'own-key', type: 'book', title: 'On Engines' }, { id: 'OWN-KEY', type: 'book', title: 'On Looms' }]);
    const { previewId } = await app.imports.preview({ text: csl, fileName: 'a.json', format: 'csl-json' });
    const { added } = await app.imports.commit({ previewId, complete: false });
    expect(added.map(({ id }) => [keyOf(app, id), isPinned(app, id)])).toEqual([['own-key', true], ['looms', false]]);
    const [digested] = await imported(app, 'Gamma: small models');
    expect(isPinned(app, digested as PaperId)).toBe(false);
  });

  it('is free again when its paper is deleted or has another', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [first, second] = await stocked(app);
    await expect(app.papers.edit(second, { citationKey: 'Hopper2025Pruning' })).rejects.toMatchObject({ code: 'conflict' });
    await app.papers.edit(first, { citationKey: 'HOPPER2025pruning' });
    await app.papers.trash([first]);
    await app.papers.erase([first]);
    await app.papers.edit(second, { citationKey: 'hopper2025pruning' });
    expect(keyOf(app, second)).toBe('hopper2025pruning');
  });
});
