/** Draws the PNG icons from resources/icons/icon.svg with the Chromium that the tests use. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from './lib/run.mjs';

const folder = join(root, 'resources/icons');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const system = '/usr/bin/chromium';
const browser = await chromium.launch({
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  ...(existsSync(system) ? { executablePath: system } : {}),
});
for (const size of [256, 512]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  await page.screenshot({ path: join(folder, `icon-${size}.png`), omitBackground: true });
}
await browser.close();
