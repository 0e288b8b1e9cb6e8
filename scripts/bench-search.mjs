/**
 * Measures the search against the bars it was built to, in generated libraries of 10,000 and 100,000 papers, beside
 * SQLite's FTS5 on the same rows in the same run (native, through Python's sqlite3; where that is not there its rows are
 * left out). Prints a table and writes test-results/bench-search.json. Run: npm run bench:search [-- SIZE…]
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build, runnerImport } from 'vite';
import { median, p95, round } from './lib/figures.mjs';
import { root } from './lib/run.mjs';
import { measureWindow } from './lib/windowBench.mjs';

const run = promisify(execFile);
const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(10_000, 100_000);
const largest = Math.max(...sizes);
const EACH = 60;

/** Typed into the window letter by letter. */
const typed = ['kalo mitra', 'pun vosil', 'tralo kami'];

const app = join(root, `.cache/bench-app-${process.pid}`);
const built = join(root, `.cache/bench-search-${process.pid}`);
const scratch = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
try {
  await build({
    root, configFile: false, logLevel: 'warn',
    build: {
      ssr: true, target: 'node20.18', outDir: built, emptyOutDir: true,
      rolldownOptions: { input: { measureSearch: join(root, 'bench/measureSearch.ts'), worker: join(root, 'src/node/worker/index.ts') }, output: { entryFileNames: '[name].js' } },
    },
  });
  await run('npx', ['electron-vite', 'build', '--outDir', app], { cwd: root, maxBuffer: 1 << 26 });
  const hasFts5 = await run('python3', ['-c', "import sqlite3; sqlite3.connect(':memory:').execute('create virtual table t using fts5(a)')"]).then(() => true, () => false);
  if (!hasFts5) console.error('There is no python3 with FTS5 here: its rows are left out, and so are the bars that need them.');
  const rows = [];
  for (const size of sizes) rows.push(...rowsOf(size, await measureLibrary(size, hasFts5)));
  console.table(Object.fromEntries(rows.map(({ what, ...row }) => [what, row])));
  await mkdir(join(root, 'test-results'), { recursive: true });
  await writeFile(join(root, 'test-results/bench-search.json'), JSON.stringify(rows, null, 2));
  process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
  await rm(app, { recursive: true, force: true });
  await rm(built, { recursive: true, force: true });
}

async function measureLibrary(size, hasFts5) {
  const { generateLibrary, numbers, prose } = (await runnerImport(join(root, 'tests/support/generated.ts'))).module;
  const folder = join(scratch, String(size));
  await generateLibrary(folder, size);
  await writeFile(join(folder, 'queries.json'), JSON.stringify(queries(numbers(size + 1), prose)));
  const text = await measure('rows', folder);
  const builds = await measure('build', folder);
  const fts5Build = hasFts5 ? await fts5('build', folder) : null;
  const engine = await measure('engine', folder);
  const fts5Asked = hasFts5 ? await fts5('ask', folder) : null;
  const memory = await measure('memory', folder);
  const warm = await measure('warm', folder);
  const window = await measureWindow(join(app, 'main/server.js'), folder, typed);
  if (window === null) console.error('There is no Chromium here: what is measured in the window is left out.');
  await rm(folder, { recursive: true });
  return { text, builds, engine, memory, warm, window, fts5: { build: fts5Build, asked: fts5Asked } };
}

/** Words as the texts have them, so that common ones are asked for more often; and the beginnings of such words. */
function queries(random, prose) {
  const word = () => prose(random, 14).split(' ')[0];
  const list = (make) => Array.from({ length: EACH }, make);
  const kinds = {
    'two words': list(() => ({ words: [word(), word()], prefix: false })),
    'three words': list(() => ({ words: [word(), word(), word()], prefix: false })),
    'two words, the last being typed': list(() => ({ words: [word(), word().slice(0, 3)], prefix: true })),
  };
  for (const letters of [1, 2, 3, 4, 6]) kinds[`${letters} ${letters === 1 ? 'letter' : 'letters'} typed`] = list(() => ({ words: [word().slice(0, letters)], prefix: true }));
  return kinds;
}

async function measure(what, folder) {
  const { stdout } = await run(process.execPath, ['--expose-gc', join(built, 'measureSearch.js'), what, folder], { maxBuffer: 1 << 26 });
  process.stderr.write(`${what} ${folder.split('/').at(-1)}\n`);
  return JSON.parse(stdout);
}

async function fts5(what, folder) {
  const { stdout } = await run('python3', [join(root, 'bench/fts5.py'), what, folder], { maxBuffer: 1 << 26 });
  process.stderr.write(`fts5 ${what} ${folder.split('/').at(-1)}\n`);
  return JSON.parse(stdout);
}

function rowsOf(size, { text, builds, engine, memory, warm, window, fts5: { build: theirBuild, asked } }) {
  const rows = [];
  const add = (what, value, unit, yardstick, yardstickWhat, bar) => {
    const ratio = value / yardstick;
    const barred = size === largest ? bar : undefined;
    rows.push({ what: `${what}, ${size.toLocaleString('en')} papers`, value: `${round(value)} ${unit}`, yardstick: `${round(yardstick)} ${unit}, ${yardstickWhat}`, ratio: round(ratio), bar: barred ?? '', met: barred === undefined || ratio <= barred });
  };
  for (const [kind, times] of Object.entries(engine.times)) {
    const theirs = asked?.times[kind];
    if (theirs) add(`${kind}, p95`, p95(times), 'ms', p95(theirs), `FTS5 (medians ${round(median(times))} and ${round(median(theirs))} ms)`, kind.includes('words') ? 1.5 : undefined);
  }
  add('two letters typed, p95', p95(engine.times['2 letters typed']), 'ms', Math.max(p95(engine.times['6 letters typed']), 1), 'six letters, or 1 ms', 1);
  if (theirBuild) add('index built from the library’s files', builds.took, 'ms', theirBuild.took, 'FTS5’s build from rows in memory', 2);
  add('longest block of the windows’ thread meanwhile', builds.longestBlock, 'ms', 50, `the bar (${round(builds.onProcessor)} ms of it on a processor)`, 1);
  add('search meanwhile, p95', p95(builds.times), 'ms', 100, `a tenth of a second (${builds.times.length} asked)`);
  add('complete answer after a warm start', warm.usable, 'ms', 1500, 'the bar', 1);
  add('keystroke to hits in the windows’ thread, p95', p95(warm.keystrokes), 'ms', 50, `the bar (median ${round(median(warm.keystrokes))} ms)`, 1);
  add('changed paper until found, p95', p95(warm.changes), 'ms', 50, 'the bar', 1);
  add('memory of the index in its thread', memory.bytes / 1e6, 'MB', text.bytes / 1e6, 'the texts', 0.5);
  if (window !== null) addWindow(add, window);
  return rows;
}

function addWindow(add, { keystrokes, scroll, scrollFound, sorts }) {
  const shown = keystrokes.times.map(({ results }) => results);
  const painted = keystrokes.times.map((times) => times.painted);
  add('keystroke to rows in the window, p95', p95(shown), 'ms', 50, `the bar (median ${round(median(shown))} ms)`, 1);
  add('keystroke to the next painted frame, p95', p95(painted), 'ms', 100, `the bar (median ${round(median(painted))} ms)`, 1);
  for (const [what, { gaps, long }] of [['all papers', scroll], ['what is found', scrollFound]]) {
    add(`longest task while ${what} scroll past`, Math.max(0, ...long), 'ms', 50, `the bar (a frame each ${round(p95(gaps))} ms, p95)`, 1);
  }
  for (const [column, times] of Object.entries(sorts)) add(`sorted by ${column.toLowerCase()} in the window, slower of two`, Math.max(...times.map(({ results }) => results)), 'ms', 150, 'the bar', 1);
}
