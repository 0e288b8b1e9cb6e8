import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { openApp } from '../../src/node/openApp';
import { lectern } from '../support/host';
import { appOn, temporaryFolder } from '../support/library';

/** So small that a few papers fill a segment. */
const SEGMENT_BYTES = 3000;
const LATER = 8;

/**
 * A closed library whose snapshot is ahead of its first segment, in which the line of transaction 2, an
 * edit of a paper's title, reads differently than it was written.
 */
async function libraryWithDamagedPast(from: string, to: string) {
  const folder = await temporaryFolder();
  const app = await openApp(folder.path, new URL('worker.js', pathToFileURL(`${inject('built')}/`)), undefined, SEGMENT_BYTES);
  const paper = await app.papers.create({ title: 'Alpha' });
  await app.papers.edit(paper, { title: 'Beta' });
  await app.papers.edit(paper, { venue: 'Somewhere' });
  for (let n = 0; n < LATER; n += 1) await app.papers.create({ title: `Later ${n}` });
  await app.close();
  const journal = join(folder.path, 'journal', '000000000001.jsonl');
  const text = await readFile(journal, 'utf8');
  await writeFile(journal, text.replace(from, to));
  return { folder: folder.path, paper, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

const words = expect.stringContaining('history is damaged') as string;

describe('damage to the history of a library that is otherwise whole', () => {
  it.each([
    ['in what a step did', '"to":"Beta"', '"to":"Bets"'],
    ['in the number of a step', '{"seq":2,', '{"sea":2,'],
  ])('%s is named as damage when the step is to be undone, and lets all else be done', async (_where, from, to) => {
    await using library = await libraryWithDamagedPast(from, to);
    await using opened = await appOn(library.folder);
    const { app } = opened;
    expect((await app.overview()).condition).toEqual({ kind: 'sound' });
    for (let n = 0; n <= LATER; n += 1) expect(await app.undo()).toMatchObject({ kind: 'done' });
    await expect(app.undo()).rejects.toMatchObject({ code: 'library-damaged', message: words });
    await app.papers.edit(library.paper, { title: 'Gamma' });
    expect(app.papers.get(library.paper).paper).toMatchObject({ title: 'Gamma', venue: '' });
    expect(await app.undo()).toMatchObject({ kind: 'done' });
  });

  it('is not gone back over, where it can be seen to concern a paper', async () => {
    await using library = await libraryWithDamagedPast('"to":"Beta"', '"to":"Bets"');
    await using opened = await appOn(library.folder);
    const subject = { table: 'papers' as const, id: library.paper };
    const timeline = await opened.app.history.of({ subject, limit: 10 });
    expect(timeline).toMatchObject({ versions: [{ seq: 3 }], thinned: true, broken: true, more: false, since: timeline.versions[0]?.at });
    await expect(opened.app.history.restore({ subject, seq: 1 })).rejects.toMatchObject({ code: 'library-damaged', message: words });
  });

  it('is told apart from a loss of papers by a check', async () => {
    await using library = await libraryWithDamagedPast('"to":"Beta"', '"to":"Bets"');
    const checked = await lectern(library.folder, ['check']);
    expect(checked).toMatchObject({ code: 1, out: '' });
    expect(checked.err).toContain('journal/000000000001.jsonl, line 3: transaction 2');
    expect(checked.err).toContain('No paper or note is lost: only the history is damaged');
    expect(JSON.parse((await lectern(library.folder, ['check', '--json'])).out)).toMatchObject({ ok: false, lost: 'history' });

    const snapshot = join(library.folder, 'library.json');
    await writeFile(snapshot, (await readFile(snapshot, 'utf8')).replace('"title":"Beta"', '"title":"Bets"'));
    expect((await lectern(library.folder, ['check'])).err).not.toContain('only the history');
    expect(JSON.parse((await lectern(library.folder, ['check', '--json'])).out)).toMatchObject({ ok: false, lost: 'records' });
  });
});
