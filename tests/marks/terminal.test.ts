import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { marksIn, withMarks } from '../../src/node/pdf/markFile';
import { lectern } from '../support/host';
import { temporaryFolder } from '../support/library';
import { madePdf, markOf } from '../support/markedPdfs';

it('brings annotations in and gives them out at the terminal', async () => {
  await using folder = await temporaryFolder();
  const library = join(folder.path, 'library');
  const [list, marked, newer, copy, web] = ['list.bib', 'marked.pdf', 'newer.pdf', 'copy.pdf', 'annotations.jsonld'].map((name) => join(folder.path, name)) as [string, string, string, string, string];
  await writeFile(list, '@article{tapes, title = {Tapes}}');
  await writeFile(marked, withMarks(await madePdf({ pages: 1 }), [markOf('highlight'), markOf('area')], { library: 'another', author: 'Grace' }).bytes);
  await writeFile(newer, await madePdf({ pages: 1, text: ['Before all.', 'Words on a page that can be marked.', 'A second line of them follows.'] }));
  await lectern(library, ['import', list]);
  await lectern(library, ['attach', 'tapes', marked]);
  const run = async (...args: string[]): Promise<unknown> => {
    const { out, code, err } = await lectern(library, ['annotations', ...args]);
    if (code === null || code > 1) throw new Error(err);
    return args.includes('--json') ? JSON.parse(out) : out;
  };
  expect(await run('read', 'tapes', '--json')).toMatchObject({ added: 2 });
  expect(await run('read', 'tapes', '--json')).toMatchObject({ added: 0, known: 2 });
  await run('export', 'tapes', '--out', web);
  expect(await run('import', web, '--json')).toEqual({ added: 0, known: 2, findings: [] });
  expect(await run('replace', 'tapes', newer, '--label', 'v2', '--json')).toMatchObject({ uncertain: 1, lost: 0, placed: 1 });
  expect(await run('write', 'tapes#v2', '--out', copy, '--json')).toMatchObject({ added: 2, unplaced: 0 });
  expect(marksIn(await readFile(copy)).marks.map(({ style, author }) => [style, author])).toEqual([['highlight', 'Grace'], ['area', 'Grace']]);
  expect((await lectern(library, ['annotations', 'write', 'tapes#v3'])).err).toMatch(/Say which PDF is meant: tapes#\w+, tapes#v2/);
}, 60_000);
