import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../src/core/app';
import { openApp } from '../src/node/openApp';
import { settle, withBlocks } from './blocks';
import { worker } from './opening';

const ROUNDS = 10;

/**
 * Imports the same file ten times into one library: the memory that the app's thread has in use after the first and the
 * last time, with the file's papers in the library. Each import but the last is taken back, so that all add every paper;
 * with `isKept` none is, and nine of them find nothing but papers that are there and end at their preview, as in the app.
 */
export async function measureImportsAgain(text: string, { isKept }: { isKept: boolean }): Promise<object> {
  return inNewLibrary(async (app) => {
    const heaps: number[] = [];
    const added: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      if (isKept && round > 1) await previewText(app, text);
      else added.push((await importText(app, text)).length);
      await settle();
      globalThis.gc?.();
      heaps.push(process.memoryUsage().heapUsed);
      if (!isKept && round < ROUNDS) await app.undo();
    }
    return { first: heaps[0], last: heaps.at(-1), heaps, added };
  });
}

/** Imports a BibTeX file into a new library: milliseconds from its text to the acknowledged papers. */
export async function measureBibImport(text: string): Promise<object> {
  return inNewLibrary(async (app) => {
    const { result, ...block } = await withBlocks(async () => {
      const began = performance.now();
      const papers = (await importText(app, text)).length;
      return { took: performance.now() - began, papers };
    });
    return { ...result, block };
  });
}

async function importText(app: App, text: string): Promise<readonly unknown[]> {
  const { previewId } = await previewText(app, text);
  return (await app.imports.commit({ previewId, complete: false })).added;
}

function previewText({ imports }: App, text: string): Promise<{ previewId: string }> {
  return imports.preview({ text, fileName: 'library.bib', format: 'auto' });
}

async function inNewLibrary(work: (app: App) => Promise<object>): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-bib-'));
  const app = await openApp(join(folder, 'library'), worker);
  try {
    await app.ready;
    return await work(app);
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
}
