import { execFileSync, spawnSync } from 'node:child_process';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PaperId } from '../src/core/model';
import { compactFiles } from '../src/node/store/compact';
import { LibraryFolder } from '../src/node/store/libraryFolder';
import { imported, temporaryApp } from './support/library';

const reader = resolve(import.meta.dirname, '../docs/read_library.py');
const python = spawnSync('python3', ['--version']).status === 0;

/** A library with something of everything, closed. */
async function variedLibrary() {
  const library = await temporaryApp();
  const { app } = library;
  const [first, second] = (await imported(app, 'Alpha: small models', 'Beta: pruning of models')) as [PaperId, PaperId];
  const note = await app.notes.create({ paperId: first, body: 'x'.repeat(300) });
  await app.notes.save({ id: note, body: `${'x'.repeat(150)} 𝕏 é lone \ud800 ${'x'.repeat(150)}`, version: 0 });
  await app.annotations.highlight({ paperId: second, start: 0, end: 10, color: 'blue' });
  await app.collections.addPapers({ id: await app.collections.create({ name: 'To cite', parentId: null }), paperIds: [first] });
  const author = { family: 'Beethoven', given: 'Ludwig', particle: 'van', droppingParticle: 'von', suffix: 'Jr.' };
  const third = await app.papers.create({ title: 'Gamma', authors: [author], issued: '2024-21~/', extra: { editor: '{The Mill}; Gogh, Vincent van' } });
  await app.papers.edit(third, { authors: [author, { literal: 'The Mill' }], issued: '-0043' });
  await app.keys.pin([first, third], true);
  await app.keys.pin([third], false);
  await app.settings.change({ historyDays: 30, keyPattern: '[auth]', keySuffix: 'numbers' });
  await app.papers.trash([second]);
  await app.papers.erase([second]);
  await app.undo();
  await app.close();
  return library;
}

/** The same tables as another program would print them. */
async function tablesOf(folder: string): Promise<unknown> {
  const contents = await new LibraryFolder(folder).read();
  return JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(contents?.tables ?? {}).map(([name, rows]) => [name, Object.fromEntries(rows as Map<string, unknown>)]))));
}

describe.skipIf(!python)('the format (skipped where there is no Python)', () => {
  it('is read by another program from its description alone', async () => {
    await using library = await variedLibrary();
    const fromJournal: unknown = JSON.parse(execFileSync('python3', [reader, library.folder], { encoding: 'utf8' }));
    expect(fromJournal).toEqual(await tablesOf(library.folder));
    await compactFiles(library.folder, Infinity);
    const fromSnapshot: unknown = JSON.parse(execFileSync('python3', [reader, library.folder], { encoding: 'utf8' }));
    expect(fromSnapshot).toEqual(fromJournal);
  });

  it('lets another program notice damage', async () => {
    await using library = await variedLibrary();
    const journal = join(library.folder, 'journal', '000000000001.jsonl');
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('Alpha', 'Alpho'));
    const read = spawnSync('python3', [reader, library.folder], { encoding: 'utf8' });
    expect(read.status).toBe(1);
    expect(read.stderr).toContain('line 2 is damaged');
  });

  it.each([
    ['a transaction that is missing', (lines: string[]) => lines.toSpliced(3, 1), '000000000001.jsonl, line 4: transaction 4 is not the next one, 3'],
    ['a transaction that is there twice', (lines: string[]) => lines.toSpliced(3, 0, lines[3] ?? ''), '000000000001.jsonl, line 5: transaction 3 is not the next one, 4'],
  ])('lets another program notice %s', async (_what, change, words) => {
    await using library = await variedLibrary();
    const journal = join(library.folder, 'journal', '000000000001.jsonl');
    await writeFile(journal, change((await readFile(journal, 'utf8')).split('\n')).join('\n'));
    const read = spawnSync('python3', [reader, library.folder], { encoding: 'utf8' });
    expect(read).toMatchObject({ status: 1, stdout: '' });
    expect(read.stderr).toContain(words);
  });

  it('lets another program notice what is missing of the journal as a whole', async () => {
    await using library = await variedLibrary();
    const journal = join(library.folder, 'journal');
    const [one, later] = [1, 40].map((seq) => join(journal, `${String(seq).padStart(12, '0')}.jsonl`)) as [string, string];
    const read = () => spawnSync('python3', [reader, library.folder], { encoding: 'utf8' });
    const whole = await readFile(one, 'utf8');
    await writeFile(one, whole.slice(0, whole.lastIndexOf('\n', whole.length - 2) + 1));
    expect(read()).toMatchObject({ status: 1, stderr: expect.stringContaining('the end of the journal is missing') as string });
    await rename(one, later);
    expect(read()).toMatchObject({ status: 1, stderr: expect.stringContaining('from 1 on, are missing') as string });
    await rm(journal, { recursive: true });
    expect(read()).toMatchObject({ status: 1, stderr: expect.stringContaining('the journal is missing') as string });
  });
});
