import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../src/node/openApp';
import { withBlocks } from './blocks';
import { worker } from './opening';

/** Imports a BibTeX file into a new library: milliseconds from its text to the acknowledged papers. */
export async function measureBibImport(text: string): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-bib-'));
  const app = await openApp(join(folder, 'library'), worker);
  try {
    await app.ready;
    const { result, ...block } = await withBlocks(async () => {
      const began = performance.now();
      const { previewId } = await app.imports.preview({ text, fileName: 'library.bib', format: 'auto' });
      const { added } = await app.imports.commit({ previewId, complete: false });
      return { took: performance.now() - began, papers: added.length };
    });
    return { ...result, block };
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
}
