/**
 * Measures the store against the bars it was built to: opening, saving, importing, compacting, for generated
 * libraries of 1,000, 10,000 and 100,000 papers. Machines differ and are noisy, so each figure is a ratio to a
 * yardstick of the same run, taken in turn with it. Prints a table and writes test-results/bench-store.json.
 * Run: npm run bench:store [-- SIZE…]
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build, runnerImport } from 'vite';
import { median, p95, round } from './lib/figures.mjs';
import { root } from './lib/run.mjs';

const ROUNDS = 7;
const IMPORTED = 10_000;
const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(1_000, 10_000, 100_000);
const largest = Math.max(...sizes);
const smallest = Math.min(...sizes);

const built = join(root, `.cache/bench-store-${process.pid}`);
const scratch = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
try {
  await buildMeasures();
  const measured = new Map();
  for (const size of sizes) measured.set(size, await measureLibrary(size));
  const rows = barRows(measured);
  console.table(Object.fromEntries(rows.map(({ what, ...row }) => [what, row])));
  await mkdir(join(root, 'test-results'), { recursive: true });
  await writeFile(join(root, 'test-results/bench-store.json'), JSON.stringify({ bars: rows, measured: Object.fromEntries(measured) }, null, 2));
  process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
  await rm(built, { recursive: true, force: true });
}

async function buildMeasures() {
  await build({
    root, configFile: false, logLevel: 'warn',
    build: {
      ssr: true, target: 'node20.18', outDir: built, emptyOutDir: true,
      rolldownOptions: { input: { measure: join(root, 'bench/measure.ts'), worker: join(root, 'src/node/worker/index.ts') }, output: { entryFileNames: '[name].js' } },
    },
  });
}

async function measureLibrary(size) {
  const { generateLibrary } = (await runnerImport(join(root, 'tests/support/generated.ts'))).module;
  const { writePapersToImport } = (await runnerImport(join(root, 'bench/papersToImport.ts'))).module;
  const made = join(scratch, `made-${size}`);
  await generateLibrary(made, size);
  await writePapersToImport(join(made, 'papers.csl.json'), IMPORTED);
  const opening = await measureOpening(made);
  const figures = { snapshotBytes: (await stat(join(made, 'library.json'))).size, opening };
  for (const what of ['saves', 'compaction', 'import']) {
    const folder = join(scratch, `${what}-${size}`);
    await cp(made, folder, { recursive: true });
    figures[what] = await measure(what, folder);
    await rm(folder, { recursive: true });
  }
  await rm(made, { recursive: true });
  return figures;
}

/** Fresh processes in turn, so that what else the machine does meets all of them alike. */
async function measureOpening(folder) {
  const rounds = { bare: [], parse: [], open: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const what of Object.keys(rounds)) rounds[what].push(await measure(what, folder));
  }
  return rounds;
}

async function measure(what, folder) {
  const { stdout } = await promisify(execFile)(process.execPath, [join(built, 'measure.js'), what, folder], { maxBuffer: 1 << 26 });
  process.stderr.write(`${what} ${folder.split('-').at(-1)}\n`);
  return JSON.parse(stdout);
}

function barRows(measured) {
  const rows = [];
  for (const [size, { snapshotBytes, opening, saves, compaction, import: imports }] of measured) {
    const of = (what, barred = size === largest) => ({
      add: (value, unit, yardstick, yardstickWhat, bar) => rows.push(row(`${what}, ${size.toLocaleString('en')} papers`, value, unit, yardstick, yardstickWhat, barred ? bar : undefined)),
    });
    const idle = worst(opening.bare.map(({ block }) => block));
    const mid = (list, field) => median(list.map((entry) => entry[field]));
    const parse = mid(opening.parse, 'took');
    of('open until ready').add(mid(opening.open, 'ready'), 'ms', parse, 'JSON.parse of the snapshot', 2);
    of('open until 200 rows are served').add(mid(opening.open, 'firstRows'), 'ms', parse, 'JSON.parse of the snapshot', 0.6);
    of('memory after opening').add(mid(opening.open, 'rss') / 1e6, 'MB', snapshotBytes / 1e6 + mid(opening.bare, 'rss') / 4e6, 'snapshot + ¼ bare process', 4);
    of('note save, p95').add(p95(saves.ours), 'ms', p95(saves.yardstick), 'append + fdatasync of the same bytes', 3);
    if (size !== smallest) of('note save, p95, against few papers').add(p95(saves.ours), 'ms', p95(measured.get(smallest).saves.ours), `the same at ${smallest.toLocaleString('en')}`, 1.5);
    of('bytes of a 200-character note edit', true).add(saves.bytes, 'bytes', 2048, 'the bar', 1);
    of(`import of ${IMPORTED.toLocaleString('en')}, one transaction`).add(mid(imports.rounds, 'commit'), 'ms', mid(imports.rounds, 'bare'), 'stringify + one fsynced write', 3);
    of('note save while compacting, p95').add(p95(compaction.times), 'ms', p95(saves.ours), 'the same without', undefined);
    const blocks = {
      'opening': midBlock(opening.open, 'block'), 'showing the whole list': midBlock(opening.open, 'listBlock'), 'note saves': saves.block,
      'compacting': compaction.block, 'the preview of an import': midBlock(imports.rounds, 'previewBlock'),
      'the import': midBlock(imports.rounds, 'commitBlock'), 'taking the import back': midBlock(imports.rounds, 'undoBlock'),
    };
    for (const [during, { longestBlock, onProcessor }] of Object.entries(blocks)) {
      of(`longest block during ${during}`, true).add(longestBlock, 'ms', 50, `the bar (${round(onProcessor)} ms of it on a processor; idle process: ${round(idle.longestBlock)} ms)`, 1);
    }
  }
  return rows;
}

function row(what, value, unit, yardstick, yardstickWhat, bar) {
  const ratio = value / yardstick;
  return { what, value: `${round(value)} ${unit}`, yardstick: `${round(yardstick)} ${unit}, ${yardstickWhat}`, ratio: round(ratio), bar: bar ?? '', met: bar === undefined || ratio <= bar };
}

function midBlock(list, field) {
  return { longestBlock: median(list.map((entry) => entry[field].longestBlock)), onProcessor: median(list.map((entry) => entry[field].onProcessor)) };
}

function worst(blocks) {
  return blocks.toSorted((a, b) => b.longestBlock - a.longestBlock)[0];
}
