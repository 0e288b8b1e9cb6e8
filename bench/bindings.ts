import { watch } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createBoundPrinter } from '../src/core/boundPrinting';
import type { Paper, PaperId } from '../src/core/model';
import { systemClock } from '../src/node/clock';
import { openApp } from '../src/node/openApp';
import { settle, withBlocks } from './blocks';
import { worker } from './opening';

const EDITS = 15;

/**
 * A .bib file of a whole library is kept up to date while one paper after the other is edited: how long bringing it
 * up to date takes (`write`), how long after an edit it is there by itself (`delay`), and how many entries are printed
 * again for one edit. Times are milliseconds.
 */
export async function measureBindings(folder: string): Promise<unknown> {
  process.env['LECTERN_USER_DATA'] = join(folder, 'user');
  const path = join(folder, 'all.bib');
  const app = await openApp(folder, worker);
  await app.ready;
  const ids = await app.papers.view({ scope: { kind: 'all' }, filter: '', sort: { column: 'added', direction: 'ascending' } });
  const first = await withBlocks(() => timed(() => app.bindings.bind({ scope: { kind: 'all' }, filter: '', format: 'bibtex', path }, true)));
  await settle();
  const { result: write, ...block } = await withBlocks(async () => {
    const times: number[] = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      await app.papers.edit(ids[edit * 97] as PaperId, { title: `Edited ${edit}` });
      times.push(await timed(() => app.bindings.check()));
    }
    return times;
  });
  await settle();
  const delay = await timed(async () => {
    const written = changeOf(path);
    await app.papers.edit(ids[1] as PaperId, { title: 'Edited, and left to itself' });
    await written;
  });
  const recomputed = await printedAgain(ids.map((id) => app.papers.get(id).paper));
  const { size } = await stat(path);
  await app.close();
  await rm(join(folder, 'user'), { recursive: true, force: true });
  return { papers: ids.length, bytes: size, first: first.result, firstBlock: first.onProcessor, write, block, delay, recomputed };
}

/** How many entries are printed again when one paper of many has changed. */
async function printedAgain(papers: Paper[]): Promise<number> {
  const printer = createBoundPrinter(systemClock);
  await printer.print(papers, new Set(), 'bibtex');
  const before = printer.printed;
  await printer.print(papers.map((paper, index) => (index === 7 ? { ...paper, title: 'Edited' } : paper)), new Set(), 'bibtex');
  return printer.printed - before;
}

function changeOf(path: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(join(path, '..'), (_event, name) => {
      if (name !== 'all.bib') return;
      watcher.close();
      resolve();
    });
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
