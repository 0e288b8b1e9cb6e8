import { readFile, open } from 'node:fs/promises';
import { join } from 'node:path';
import { openApp } from '../src/node/openApp';
import { settle, withBlocks } from './blocks';
import { newestFirst, worker } from './opening';

const ROUNDS = 5;

/** Imports the papers of `papers.csl.json` as one transaction and takes them back, in turn with writing them once as JSON. */
export async function measureImport(folder: string): Promise<unknown> {
  const text = await readFile(join(folder, 'papers.csl.json'), 'utf8');
  const app = await openApp(folder, worker);
  await app.ready;
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await settle();
    const preview = await withBlocks(() => timed(() => app.imports.preview({ text, fileName: 'papers.json', format: 'csl-json' })));
    const { previewId, fresh } = preview.result.value;
    await settle();
    const commit = await withBlocks(() => timed(() => app.imports.commit({ previewId, complete: false })));
    const records = (await app.papers.view(newestFirst)).slice(0, fresh.length).map((id) => app.papers.get(id).paper);
    const bare = await timed(() => writeOnce(join(folder, 'bare.json'), records));
    await settle();
    const undo = await withBlocks(() => app.undo());
    rounds.push({
      papers: commit.result.value.added.length,
      preview: preview.result.took, previewBlock: preview.longestBlock,
      commit: commit.result.took, commitBlock: commit.longestBlock,
      bare: bare.took, undoBlock: undo.longestBlock,
    });
  }
  await app.close();
  return { rounds };
}

async function writeOnce(path: string, records: unknown[]): Promise<void> {
  const file = await open(path, 'w');
  await file.writeFile(JSON.stringify(records));
  await file.sync();
  await file.close();
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; took: number }> {
  const began = performance.now();
  const value = await work();
  return { value, took: performance.now() - began };
}
