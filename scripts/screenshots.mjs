/**
 * Takes a picture of every view, light and dark, at two sizes, into test-results/screenshots, and renews the one in
 * the README. Pictures of other people's abstracts stay out of the repository: the README's shows the sample alone.
 * Run: npm run screenshots [-- electron] (under xvfb-run where there is no display).
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';
import { root, say } from './lib/run.mjs';
import { ensureBuilt } from './prepare.mjs';

const SIZES = [[1280, 800], [900, 600]];
const pictures = join(root, 'test-results/screenshots');
const corpus = join(root, '../shared/corpus/hf-papers-resource-efficient.txt');
const host = process.argv[2] ?? 'browser';

const load = async (path) => (await runnerImport(join(root, path))).module;
const { withLibrary, seedShowcase, damagedShowcase, importFile } = await load('e2e/support/seed.ts');
const { startElectron } = await load('e2e/hosts/electronHost.ts');
const { launchBrowser, startBrowserHost } = await load('e2e/hosts/browserHost.ts');
const { tour } = await load('e2e/support/tour.ts');
const { damagedTour } = await load('e2e/support/safetyViews.ts');

await ensureBuilt();
const scratch = await mkdtemp(join(tmpdir(), 'lectern-screenshots-'));
const browser = host === 'browser' ? await launchBrowser(chromium) : undefined;
try {
  await mkdir(pictures, { recursive: true });
  await mkdir(join(root, 'docs/images'), { recursive: true });
  await picture(join(root, 'docs/images/library.png'));
  for (const size of SIZES) {
    for (const colorScheme of ['light', 'dark']) {
      await photograph(foldersOf('empty'), (page) => tour(page, null), size, colorScheme);
      const { folders, showcase } = await seeded(`${colorScheme} ${size[0]}`, existsSync(corpus));
      await photograph(folders, (page) => tour(page, showcase), size, colorScheme);
      await photograph(await damaged(`${colorScheme} ${size[0]}`), damagedTour, size, colorScheme);
      say(`${colorScheme}, ${size.join('×')}`);
    }
  }
} finally {
  await browser?.close();
  await rm(scratch, { recursive: true, force: true });
}

function foldersOf(name) {
  return { library: join(scratch, name, 'Documents/Research/Reading/Lectern'), userData: join(scratch, name, 'user-data') };
}

async function seeded(name, withCorpus) {
  const folders = foldersOf(name);
  const showcase = await withLibrary(folders.library, async (app) => {
    if (withCorpus) await importFile(app, corpus, 'digest.txt');
    return seedShowcase(app);
  });
  return { folders, showcase };
}

async function damaged(name) {
  const folders = foldersOf(`damaged ${name}`);
  await damagedShowcase(folders.library);
  return folders;
}

async function opened(folders, work) {
  const running = host === 'electron' ? await startElectron(folders) : await startBrowserHost(browser, folders);
  try {
    await work(running);
  } finally {
    await running.close();
  }
}

/** The picture of the README: the sample, light, with a paper selected. */
async function picture(path) {
  const { folders, showcase } = await seeded('sample', false);
  await opened(folders, async ({ page, resize }) => {
    await resize(...SIZES[0]);
    await page.emulateMedia({ colorScheme: 'light' });
    await tour(page, showcase).visit('library, one selected');
    await page.screenshot({ path });
  });
}

async function photograph(folders, tourOn, [width, height], colorScheme) {
  await opened(folders, async ({ page, resize }) => {
    await resize(width, height);
    await page.emulateMedia({ colorScheme });
    const views = tourOn(page);
    for (const name of views.names) {
      await views.visit(name);
      await page.screenshot({ path: join(pictures, `${name.replace(/\W+/g, '-')}.${colorScheme}.${width}x${height}.png`) });
    }
  });
}
