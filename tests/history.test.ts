import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Deeds } from '../src/core/deeds';
import type { NamedTimeline } from '../src/core/historyUseCases';
import type { NoteId, PaperId } from '../src/core/model';
import { lectern } from './support/host';
import { appOn, digestOf, imported, temporaryApp, temporaryFolder } from './support/library';

describe('history at the command line', () => {
  it('tells what was done to the library, to a paper and to a note, also to those that are gone', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    const digest = join(folder.path, 'digest.txt');
    await writeFile(digest, digestOf('Alpha: pruning of models', 'Beta: small models'));
    expect((await lectern(library, ['history'])).code).toBe(1);
    await lectern(library, ['import', digest]);
    const [alpha] = JSON.parse((await lectern(library, ['list', '--json'])).out) as { id: PaperId; citationKey: string }[];
    const id = alpha?.id as PaperId;
    for (const text of ['Read closely', 'Read very closely']) await lectern(library, ['note', id, '--set', '-'], text);

    const recent = JSON.parse((await lectern(library, ['history', '--limit', '2', '--json'])).out) as Deeds;
    expect(recent).toMatchObject({ more: true, thinned: false, deeds: [{ seq: 3, label: 'Edit a note', counts: { notes: { edited: 1 } } }, { seq: 2 }] });
    const note = recent.deeds[0]?.records[0]?.id as NoteId;
    const timeline = JSON.parse((await lectern(library, ['history', alpha?.citationKey ?? '', '--json'])).out) as NamedTimeline;
    expect(timeline).toMatchObject({ name: 'Alpha: pruning of models', exists: true, versions: [{ done: null, parts: [{ table: 'notes', done: 'edited' }] }, { parts: [{ done: 'made' }] }, { action: 'made' }] });
    expect((await lectern(library, ['history', note])).out).toContain('Text: Read {+very +}closely');

    await using opened = await appOn(library);
    await opened.app.papers.trash([id]);
    await opened.app.papers.erase([id]);
    await opened.app.close();
    expect((await lectern(library, ['history', id])).out).toContain('Delete 1 paper');
    expect((await lectern(library, ['history', note])).code).toBe(0);
    expect((await lectern(library, ['history', 'nobody'])).code).toBe(1);
    expect((await lectern(library, ['history', '--limit', '0'])).code).toBe(2);
  });
});

describe('the history of a running app', () => {
  it('is read and restored through its worker thread', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [paperId] = await imported(app, 'Alpha: small models');
    const id = await app.notes.create({ paperId: paperId as PaperId, body: 'First' });
    await app.notes.save({ id, body: 'Second', version: 0 });
    const { versions } = await app.history.of({ subject: { table: 'notes', id }, limit: 10 });
    expect(versions.map(({ action, restorable }) => [action, restorable])).toEqual([['edited', false], ['made', true]]);
    await app.history.restore({ subject: { table: 'notes', id }, seq: versions[1]?.seq ?? 0 });
    expect(app.notes.get(id).body).toBe('First');
    await app.undo();
    expect(app.notes.get(id).body).toBe('Second');
  });

  it('answers for a note of ten million characters within moments', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [paperId] = await imported(app, 'Alpha: small models');
    const long = 'all work and no play '.repeat(480_000);
    const id = await app.notes.create({ paperId: paperId as PaperId, body: long });
    await app.notes.save({ id, body: `${long.slice(0, 5_000_000)}!${long.slice(5_000_000)}`, version: 0 });
    await app.notes.save({ id, body: long.toUpperCase(), version: 1 });
    const began = performance.now();
    const timeline = await app.history.of({ subject: { table: 'notes', id }, limit: 10 });
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(timeline.versions).toHaveLength(3);
    expect(JSON.stringify(timeline).length).toBeLessThan(200_000);
  });
});
