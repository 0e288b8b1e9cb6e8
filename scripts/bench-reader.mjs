/**
 * Measures the reader against the bars it was built to, on PDFs made here: to the first sharp page beside bare pdf.js
 * in the same browser, scrolling 300 pages, and pages with many annotations beside the same without. Prints a table and
 * writes test-results/bench-reader.json. Run: npm run bench:reader
 */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { runnerImport } from 'vite';
import { median, p95, round } from './lib/figures.mjs';
import { inWindow } from './lib/readerBench.mjs';
import { root } from './lib/run.mjs';

const run = promisify(execFile);
const OPENINGS = 9;

const app = join(root, `.cache/bench-reader-${process.pid}`);
const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
try {
  await run('npx', ['electron-vite', 'build', '--outDir', app], { cwd: root, maxBuffer: 1 << 26 });
  // Bare pdf.js is fetched from the same place as the page, as its policy wants it.
  for (const name of ['pdf.min.mjs', 'pdf.worker.min.mjs']) await copyFile(join(root, 'node_modules/pdfjs-dist/legacy/build', name), join(app, 'renderer', `bare-${name}`));
  const papers = await seed();
  const rows = await inWindow(join(app, 'main/server.js'), folder, (page) => measure(page, papers));
  if (rows === null) console.error('There is no Chromium here: nothing was measured.');
  else {
    console.table(Object.fromEntries(rows.map(({ what, ...row }) => [what, row])));
    await mkdir(join(root, 'test-results'), { recursive: true });
    await writeFile(join(root, 'test-results/bench-reader.json'), JSON.stringify(rows, null, 2));
    process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
  await rm(app, { recursive: true, force: true });
}

/** A library with papers of 30 and 300 pages, one with 200 marks on its first page, and one with 2,000 marks on all its pages. */
async function seed() {
  const { openApp } = (await runnerImport(join(root, 'src/node/openApp.ts'))).module;
  const { twoColumnPdf } = (await runnerImport(join(root, 'tests/support/generatedPdf.ts'))).module;
  const library = await openApp(folder, pathToFileURL(join(app, 'main/worker.js')));
  const addPaper = async (title, pages) => {
    const path = join(folder, `${title}.pdf`);
    await writeFile(path, await twoColumnPdf({ pages, title }));
    const paperId = await library.papers.create({ title });
    const arrival = await library.attachments.arrive({ path, link: false });
    const { id } = await library.attachments.add({ arrival: arrival.id, paperId });
    return { hash: `/paper/${paperId}/read/${id}`, address: `/files/${id}`, paperId, id, sha256: arrival.sha256 };
  };
  const mark = ({ paperId, id, sha256 }, count, pages) =>
    Promise.all(Array.from({ length: count }, (_, n) => {
      const [left, top] = [54 + (n % 2) * 261, 700 - (Math.floor(n / (2 * pages)) % 60) * 11];
      const quads = [[left, top, left + 240, top, left, top - 10, left + 240, top - 10]];
      const target = { kind: 'pdf-text', attachmentId: id, sha256, page: n % pages, start: n, end: n + 5, exact: 'words', prefix: '', suffix: '', quads };
      return library.annotations.annotate({ paperId, target, style: ['highlight', 'underline'][n % 2], color: ['yellow', 'green', 'blue', 'pink', 'violet'][n % 5], comment: n % 4 === 0 ? 'A comment' : '', tags: [] });
    }));
  const papers = { paper: await addPaper('Thirty pages', 30), long: await addPaper('Three hundred pages', 300), onePage: await addPaper('Marks on one page', 30), allPages: await addPaper('Marks on all pages', 40) };
  await mark(papers.onePage, 200, 1);
  await mark(papers.allPages, 2000, 40);
  await library.close();
  return papers;
}

async function measure(page, { paper, long, onePage, allPages }) {
  const rows = [];
  const add = (what, value, unit, yardstick, yardstickWhat, bar) => rows.push({ what, value: `${round(value)} ${unit}`, yardstick: `${round(yardstick)} ${unit}, ${yardstickWhat}`, ratio: round(value / yardstick), bar, met: value <= bar * yardstick });
  const opened = await timesOf(page, paper);
  add('a 30-page paper to its first sharp page, median', median(opened.ours), 'ms', median(opened.bare), 'bare pdf.js, the same page as large', 1.5);
  add('the same against the clock, median', median(opened.ours), 'ms', 300, `the bar (p95 ${round(p95(opened.ours))} ms)`, 1);

  await page.evaluate((hash) => globalThis.watch.open(hash), long.hash);
  await page.waitForTimeout(3000); // the sizes of all pages are read first
  const scroll = await page.evaluate(() => globalThis.watch.scroll(220));
  add('300 pages from end to end: the longest task', Math.max(0, ...scroll.long), 'ms', 50, `the bar (${scroll.long.length} longer than that; frames p95 ${round(p95(scroll.gaps))} ms)`, 1);
  add('canvas memory meanwhile, at the most', scroll.megabytes, 'MB', 64, `the bar (${scroll.pages} pages at once)`, 1);
  await page.evaluate(() => globalThis.watch.leave());

  const uses = { without: [], onePage: [], allPages: [] };
  for (let turn = 0; turn < 3; turn += 1) {
    for (const [name, { hash }] of Object.entries({ without: paper, onePage, allPages })) {
      await page.evaluate((to) => globalThis.watch.open(to), hash);
      await page.waitForTimeout(1500);
      uses[name].push(...(await page.evaluate(() => globalThis.watch.use(240))));
      await page.evaluate(() => globalThis.watch.leave());
    }
  }
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  add('scrolling and zooming with 200 marks on the page, mean frame', mean(uses.onePage), 'ms', mean(uses.without), 'without marks', 1.1);
  add('the same with 2,000 marks in the document', mean(uses.allPages), 'ms', mean(uses.without), 'without marks', 1.1);
  return rows;
}

/** Ours and bare pdf.js in turns, so that both see the same machine; the first turn warms up. */
async function timesOf(page, { hash, address }) {
  await page.evaluate(async () => {
    globalThis.bare = await import('/bare-pdf.min.mjs');
    globalThis.bareWorker = globalThis.bare.PDFWorker.create({ port: new Worker('/bare-pdf.worker.min.mjs', { type: 'module' }) });
  });
  const times = { ours: [], bare: [] };
  for (let turn = 0; turn <= OPENINGS; turn += 1) {
    const { took, width } = await page.evaluate((to) => globalThis.watch.open(to), hash);
    await page.evaluate(() => globalThis.watch.leave());
    const bare = await page.evaluate(([from, wide]) => globalThis.watch.bare(globalThis.bare, from, wide), [address, width]);
    if (turn === 0) continue;
    times.ours.push(took);
    times.bare.push(bare);
  }
  return times;
}
