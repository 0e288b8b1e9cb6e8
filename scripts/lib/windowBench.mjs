/** What a person waits for in the browser window on a large library, measured in the page itself. Times are milliseconds. */
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './run.mjs';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const columns = ['Title', 'Authors', 'Year', 'Venue', 'Status', 'Rating', 'Techniques', 'Added'];

/** `texts` are typed letter by letter. Null where there is no browser. */
export async function measureWindow(host, folder, texts) {
  const { chromium } = await import('@playwright/test');
  const executablePath = installed ?? chromium.executablePath();
  if (!existsSync(executablePath)) return null;
  const server = spawn(process.execPath, [host, '--library', folder, '--port', '0', '--no-open'], { cwd: root, env: { ...process.env, LECTERN_USER_DATA: join(folder, 'user') }, stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  try {
    const page = await browser.newPage({ viewport: { width: 2000, height: 900 } });
    await page.goto(await addressOf(server));
    await page.locator('[data-listed] [data-title]').first().waitFor();
    await page.waitForTimeout(2500); // what takes less is not said
    await page.waitForFunction(() => document.querySelector('progress[aria-label="Search index"]') === null, undefined, { timeout: 300_000 });
    await page.evaluate(installWatch);
    const keystrokes = await page.evaluate((words) => globalThis.watch.type(words), texts);
    await page.evaluate(() => globalThis.watch.put(''));
    const scroll = await page.evaluate(() => globalThis.watch.scroll(300));
    await page.evaluate((word) => globalThis.watch.type([word]), texts[0].split(' ')[0]);
    const scrollFound = await page.evaluate(() => globalThis.watch.scroll(200));
    await page.evaluate(() => globalThis.watch.put(''));
    const sorts = {};
    for (const column of columns) {
      const times = [];
      for (let turn = 0; turn < 2; turn += 1) times.push(await page.evaluate((name) => globalThis.watch.sortBy(name), column));
      sorts[column] = times;
    }
    return { keystrokes, scroll, scrollFound, sorts };
  } finally {
    await browser.close();
    const ended = once(server, 'exit'); // it writes its cache into the folder, which goes next
    server.kill();
    await ended;
  }
}

async function addressOf(server) {
  for await (const line of createInterface({ input: server.stdout })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('The browser host told no address.');
}

/** Runs in the page. */
function installWatch() {
  const listed = () => document.querySelector('[data-listed]')?.getAttribute('data-listed') ?? null;
  const isShown = () => [...document.querySelectorAll('[role=row][data-paper]')].every((row) => row.querySelector('[data-title]') !== null);
  const long = [];
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) long.push(duration); }).observe({ type: 'longtask' });
  const painted = () => new Promise((resolve) => { requestAnimationFrame(() => { setTimeout(() => resolve(performance.now())); }); });
  /** Resolves when the list that is meant stands there with its rows, and when it has been painted. */
  const until = (isMeant) => new Promise((resolve) => {
    const began = performance.now();
    const observer = new MutationObserver(look);
    function look() {
      const now = listed();
      if (now === null || !isMeant(JSON.parse(now)) || !isShown()) return;
      observer.disconnect();
      const results = performance.now() - began;
      void painted().then((at) => resolve({ results, painted: at - began }));
    }
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    look();
  });
  const rest = () => new Promise((resolve) => { setTimeout(resolve, 120); });
  const put = (text) => {
    const field = document.querySelector('#library-filter');
    const done = until(([, filter]) => filter === text);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return done;
  };
  globalThis.watch = {
    put,
    async type(texts) {
      const times = [];
      long.length = 0;
      for (const text of texts) {
        for (let length = 1; length <= text.length; length += 1) {
          times.push(await put(text.slice(0, length)));
          await rest();
        }
      }
      return { times, long: [...long] };
    },
    async scroll(frames) {
      const scroller = document.querySelector('[role=grid]');
      const gaps = [];
      long.length = 0;
      let last = performance.now();
      for (let frame = 0; frame < frames; frame += 1) {
        const at = await new Promise((resolve) => { requestAnimationFrame(resolve); });
        gaps.push(at - last);
        last = at;
        scroller.scrollTop += frame % 50 === 49 ? 100_000 : 170;
      }
      return { gaps: gaps.slice(2), long: [...long] };
    },
    async sortBy(column) {
      const before = listed();
      long.length = 0;
      const done = until((now) => JSON.stringify(now) !== before);
      [...document.querySelectorAll('[role=columnheader] button')].find((button) => button.textContent === column).click();
      const times = await done;
      await rest();
      return { ...times, long: Math.max(0, ...long) };
    },
  };
}
