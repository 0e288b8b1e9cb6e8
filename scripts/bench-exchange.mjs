/**
 * Measures the reading and printing of bibliographies against the bars they were built to, on a generated BibTeX file of
 * 10,000 entries, clean and with 5 % broken entries. Machines differ and are noisy, so the yardstick is what other
 * programs take in the same run, taken in turn. Prints a table and writes test-results/bench-exchange.json.
 * Run: npm run bench:exchange [-- SIZE]. bib2xml (Debian: bibutils) is measured where it is installed.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build, runnerImport } from 'vite';
import { median, round } from './lib/figures.mjs';
import { root } from './lib/run.mjs';

const ROUNDS = 5;
const size = Number(process.argv[2] ?? 10_000);

const built = join(root, `.cache/bench-exchange-${process.pid}`);
const scratch = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
try {
  await build({
    root, configFile: false, logLevel: 'warn',
    build: { ssr: true, target: 'node20.18', outDir: built, emptyOutDir: true, rolldownOptions: { input: { measureExchange: join(root, 'bench/measureExchange.ts'), measure: join(root, 'bench/measure.ts'), worker: join(root, 'src/node/worker/index.ts') }, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } } },
  });
  const files = await generate();
  const measured = await measureAll(files);
  const rows = barRows(measured, files);
  console.table(Object.fromEntries(rows.map(({ what, ...row }) => [what, row])));
  await mkdir(join(root, 'test-results'), { recursive: true });
  await writeFile(join(root, 'test-results/bench-exchange.json'), JSON.stringify({ bars: rows, measured }, null, 2));
  process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
  await rm(built, { recursive: true, force: true });
}

async function generate() {
  const { generateBib } = (await runnerImport(join(root, 'bench/generatedBib.ts'))).module;
  const files = {};
  for (const [name, share] of [['clean', 0], ['broken', 0.05]]) {
    const { text, broken } = generateBib(size, share);
    files[name] = { path: join(scratch, `${name}.bib`), megabytes: Buffer.byteLength(text) / 1e6, broken };
    await writeFile(files[name].path, text);
  }
  return files;
}

/** Fresh processes in turn, so that what else the machine does meets all of them alike. */
async function measureAll({ clean, broken }) {
  const rounds = { ours: [], broken: [], citationJs: [], bib2xml: [], bibtex: [], biblatex: [], import: [], formatting: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.ours.push(await measure('ours', clean.path));
    rounds.citationJs.push(await measure('citationJs', clean.path));
    rounds.broken.push(await measure('ours', broken.path));
    rounds.bibtex.push(await measure('bibtex', clean.path));
    rounds.biblatex.push(await measure('biblatex', clean.path));
    rounds.import.push(await measure('import', clean.path));
    rounds.formatting.push(await measure('formatting', clean.path));
    const other = measureBib2xml(clean.path);
    if (other !== null) rounds.bib2xml.push(other);
  }
  return { ...rounds, importAgain: await measure('importAgain', clean.path), importKnown: await measure('importKnown', clean.path), bindings: await measureBindings() };
}

function measure(what, file) {
  return run('measureExchange.js', what, file);
}

async function measureBindings() {
  const { generateLibrary } = (await runnerImport(join(root, 'tests/support/generated.ts'))).module;
  const folder = join(scratch, 'library');
  await generateLibrary(folder, size);
  return run('measure.js', 'bindings', folder);
}

async function run(script, what, on) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', join(built, script), what, on], { cwd: root, maxBuffer: 1 << 26 });
  process.stderr.write(`${what}\n`);
  return JSON.parse(stdout);
}

/** The shell knows how long its children had the processor; null where bib2xml is not installed. */
function measureBib2xml(file) {
  const { stderr, status } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time bib2xml "$1" > /dev/null 2>&1', 'bash', file], { encoding: 'utf8' });
  if (status !== 0) return null;
  const [user, system] = stderr.trim().split(' ').map(Number);
  return { took: (user + system) * 1000 };
}

function barRows(measured, files) {
  const took = (name) => median(measured[name].map((entry) => entry.took));
  const peer = took('citationJs');
  const rows = [
    row(`read ${count(size)} entries (${round(files.clean.megabytes)} MB)`, took('ours'), 'ms', peer, '@citation-js/plugin-bibtex', 1.2),
    row(`the same with ${files.broken.broken} broken`, took('broken'), 'ms', peer, '@citation-js/plugin-bibtex on the clean file', 1.5),
    row('memory at the most', Math.max(...measured.ours.map(({ peak }) => peak)) / 1e6, 'MB', 500, 'the bar', 1),
    row('print as BibTeX', took('bibtex'), 'ms', 1000, 'the bar', 1),
    row('print as BibLaTeX', took('biblatex'), 'ms', 1000, 'the bar', 1),
    row('import into a library, acknowledged', took('import'), 'ms', took('ours'), 'reading them', 2),
    row('memory at the most while importing', Math.max(...measured.import.map(({ peak }) => peak)) / 1e6, 'MB', 500, 'the bar', 1),
    row('memory after ten imports, each taken back before the next', measured.importAgain.last / 1e6, 'MB', measured.importAgain.first / 1e6, 'after the first', 1.1),
    row('memory after ten imports, nine of papers that are there', measured.importKnown.last / 1e6, 'MB', measured.importKnown.first / 1e6, 'after the first', 1.1),
    row('longest block while importing', median(measured.import.map(({ block }) => block.longestBlock)), 'ms', 50, `the bar (${round(median(measured.import.map(({ block }) => block.onProcessor)))} ms of it on a processor)`, 1),
    row('1,000 references in APA, the second time', median(measured.formatting.map(({ againMs }) => againMs)), 'ms', 50, 'the bar', 1),
    row('longest block while formatting', median(measured.formatting.map(({ longestBlockMs }) => longestBlockMs)), 'ms', 50, 'the bar', 1),
    row('a bound file after one edit', median(measured.bindings.write), 'ms', 300, 'the bar', 1),
    row('entries printed again for it', measured.bindings.recomputed, '', 1, 'the edited one', 1),
    lossRow('entries that cannot be read', measured.ours.at(-1), size, 0),
    lossRow('broken entries alone are lost', measured.broken.at(-1), size - files.broken.broken, files.broken.broken),
  ];
  if (measured.bib2xml.length > 0) rows.splice(1, 0, row('the same against bibutils', took('ours'), 'ms', took('bib2xml'), 'bib2xml', 1));
  return rows;
}

function row(what, value, unit, yardstick, yardstickWhat, bar) {
  const ratio = value / yardstick;
  return { what, value: `${round(value)} ${unit}`, yardstick: `${round(yardstick)} ${unit}, ${yardstickWhat}`, ratio: round(ratio), bar, met: ratio <= bar };
}

function lossRow(what, { papers, findings }, expected, broken) {
  return { what, value: `${count(papers)} papers, ${findings} findings`, yardstick: `${count(expected)} papers, ${broken} findings`, ratio: '', bar: '', met: papers === expected && findings === broken };
}

function count(value) {
  return value.toLocaleString('en');
}
