/**
 * A process that opens a library and says how that went, or parses its snapshot for comparison:
 * `open FOLDER`, `parse FOLDER`. Milliseconds count from the start of the process.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openApp } from '../src/node/openApp';

const [, , what, folder = ''] = process.argv;
if (what === 'parse') {
  const began = performance.now();
  const data = JSON.parse(readFileSync(join(folder, 'library.json'), 'utf8')) as { papers: unknown[] };
  process.stdout.write(JSON.stringify({ parse: performance.now() - began, papers: data.papers.length, rss: process.memoryUsage().rss }));
} else {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const app = await openApp(folder, new URL('worker.js', import.meta.url));
  const ids = await app.papers.view({ scope: { kind: 'all' }, filter: '', sort: { column: 'added', direction: 'descending' } });
  const rows = app.papers.rows(ids.slice(0, 200));
  const first = performance.now();
  await app.ready;
  const ready = performance.now();
  delay.disable();
  process.stdout.write(JSON.stringify({ first, firstRows: rows.length, ready, longestBlock: delay.max / 1e6, rss: process.memoryUsage().rss }));
  await app.close();
}
