import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { View } from '../src/core/view';
import { openApp } from '../src/node/openApp';
import { settle, withBlocks } from './blocks';

export const newestFirst: View = { scope: { kind: 'all' }, filter: '', sort: { column: 'added', direction: 'descending' } };

/** The built worker, beside the built measurements. */
export const worker = new URL('worker.js', import.meta.url);

/** What this process takes and how late its timer is while it does nothing. */
export async function measureBare(): Promise<unknown> {
  const { rss } = process.memoryUsage();
  const { longestBlock, onProcessor } = await withBlocks(settle);
  return { rss, block: { longestBlock, onProcessor } };
}

/** The yardstick of opening: the snapshot as plain JSON. */
export function measureParse(folder: string): unknown {
  const began = performance.now();
  const parsed = JSON.parse(readFileSync(join(folder, 'library.json'), 'utf8')) as { papers: unknown[] };
  return { took: performance.now() - began, papers: parsed.papers.length };
}

/** From the start of the process until the first 200 rows are served, and until all is read. */
export async function measureOpen(folder: string): Promise<unknown> {
  const { result: { app, ...times }, ...block } = await withBlocks(async () => {
    const app = await openApp(folder, worker);
    const ids = await app.papers.view(newestFirst);
    const rows = (await app.papers.rows(ids.slice(0, 200))).length;
    const firstRows = performance.now();
    await app.ready;
    return { app, rows, firstRows, ready: performance.now() };
  });
  const { rss } = process.memoryUsage();
  const { result: all, ...listBlock } = await withBlocks(() => app.papers.view(newestFirst));
  await app.close();
  return { ...times, papers: all.length, block, listBlock, rss };
}
