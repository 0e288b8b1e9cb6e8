/**
 * Measures what a person waits for: the start to the first painted list, the import of the reading list, a note
 * until it is durable. Machines differ and are noisy, so each figure stands beside a yardstick from the same run.
 * Run: npm run bench (after npm run build; under xvfb-run where there is no display).
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import { median, p95, round } from './lib/figures.mjs';
import { root } from './lib/run.mjs';
import { ensureBuilt } from './prepare.mjs';

const STARTS = 7;
const IMPORTS = 9;
const SAVES = 500;

const load = async (path) => (await runnerImport(join(root, path))).module;
const list = join(root, '../shared/corpus/hf-papers-resource-efficient.txt');
const text = await readFile(existsSync(list) ? list : join(root, 'resources/sample-digest.txt'), 'utf8');

await ensureBuilt();
const scratch = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
try {
  const rows = [...(await inProcess()), ...(await starts())];
  console.table(Object.fromEntries(rows));
  await mkdir(join(root, 'test-results'), { recursive: true });
  await writeFile(join(root, 'test-results/bench.json'), JSON.stringify(Object.fromEntries(rows), null, 2));
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function inProcess() {
  const { openApp } = await load('src/node/openApp.ts');
  const { timeImport, timeNoteSaves } = await load('tests/support/benchLibrary.ts');
  const app = await openApp(join(scratch, 'library'), pathToFileURL(join(root, 'out/main/worker.js')));
  const imports = [];
  for (let round = 0; round < IMPORTS; round += 1) imports.push(await timeImport(app, text, scratch));
  const saves = await timeNoteSaves(app, scratch, SAVES);
  const { previewId } = await app.imports.preview({ text, fileName: 'list.txt', format: 'auto' });
  await app.imports.commit({ previewId, complete: false });
  await app.close();
  return [
    [`import of ${imports[0].papers} papers, median`, compared(median(imports.map(({ ours }) => ours)), median(imports.map(({ bare }) => bare)), 'stringify and one forced write of them')],
    ['note save until durable, median', compared(median(saves.ours), median(saves.bare), 'append and force the same bytes')],
    ['note save until durable, p95', compared(p95(saves.ours), p95(saves.bare), 'append and force the same bytes')],
  ];
}

async function starts() {
  const { startElectron } = await load('e2e/hosts/electronHost.ts');
  const { launchBrowser, startBrowserHost } = await load('e2e/hosts/browserHost.ts');
  const { chromium } = await import('@playwright/test');
  const folders = { library: join(scratch, 'library'), userData: join(scratch, 'user-data') };
  const browser = await launchBrowser(chromium);
  const bare = await bareProject();
  const times = { electron: [], bareElectron: [], browser: [], bareBrowser: [] };
  for (let round = 0; round < STARTS; round += 1) {
    times.electron.push(await timeStart(() => startElectron(folders), listPainted));
    times.bareElectron.push(await timeStart(() => startElectron(folders, bare), pagePainted));
    times.browser.push(await timeStart(() => startBrowserHost(browser, folders), listPainted));
    times.bareBrowser.push(await timeStart(() => barePage(browser), pagePainted));
  }
  await browser.close();
  return [
    ['cold start to the painted list, desktop, median', compared(median(times.electron), median(times.bareElectron), 'Electron opening an empty page')],
    ['cold start to the painted list, browser, median', compared(median(times.browser), median(times.bareBrowser), 'Chromium opening an empty page')],
  ];
}

async function timeStart(start, painted) {
  const began = performance.now();
  const host = await start();
  await painted(host.page);
  const took = performance.now() - began;
  await host.close();
  return took;
}

/** Resolves in the frame after the one in which the rows are there. */
async function listPainted(page) {
  await page.getByRole('grid').getByRole('row').nth(5).waitFor();
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
}

async function pagePainted(page) {
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
}

/** A project that opens a window with an empty page: what any start costs on this machine. */
async function bareProject() {
  const folder = join(scratch, 'bare');
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', type: 'module', main: 'main.js' }));
  await writeFile(join(folder, 'main.js'), "import { app, BrowserWindow } from 'electron';\nvoid app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<p>empty'));\napp.on('window-all-closed', () => app.quit());\n");
  return folder;
}

async function barePage(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('data:text/html,<p>empty');
  return { page, close: () => context.close() };
}

function compared(ours, yardstick, what) {
  return { ms: round(ours), 'yardstick ms': round(yardstick), ratio: round(ours / yardstick), yardstick: what };
}
