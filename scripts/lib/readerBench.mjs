/** What a reader waits for, measured in the page itself. Times are milliseconds. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './run.mjs';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** Calls `work` with a window on a library, in the system's browser or the one Playwright brought; null where there is none. */
export async function inWindow(host, folder, work) {
  const { chromium } = await import('@playwright/test');
  const executablePath = installed ?? chromium.executablePath();
  if (!existsSync(executablePath)) return null;
  const server = spawn(process.execPath, [host, '--library', folder, '--port', '0', '--no-open'], { cwd: root, env: { ...process.env, LECTERN_USER_DATA: join(folder, 'user') }, stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(await addressOf(server));
    await page.getByRole('navigation', { name: 'Library' }).waitFor();
    await page.evaluate(installWatch);
    return await work(page);
  } finally {
    await browser.close();
    const ended = once(server, 'exit');
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
  const long = [];
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) long.push(duration); }).observe({ type: 'longtask' });
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
  const painted = () => new Promise((resolve) => { requestAnimationFrame(() => { setTimeout(() => resolve(performance.now())); }); });
  const until = async (isThere) => {
    const seen = new Promise((resolve) => {
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      function look() {
        const there = isThere();
        if (!there) return;
        observer.disconnect();
        resolve(there);
      }
      look();
    });
    return seen;
  };
  const scroller = () => document.querySelector('[role=region][aria-label="Pages"]');
  const drawn = (page) => document.querySelector(`[data-page="${page}"] [data-drawn] canvas`);
  const rest = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

  globalThis.watch = {
    /** From the click to the first page as it will stay: sharp, and painted. */
    async open(hash, page = 0) {
      const began = performance.now();
      window.location.hash = hash;
      const canvas = await until(() => drawn(page));
      const at = await painted();
      return { took: at - began, width: canvas.width, height: canvas.height };
    },
    async leave() {
      window.location.hash = '/all';
      await until(() => scroller() === null);
      await rest(300);
    },
    /** The same page by pdf.js alone, its worker warm, into a canvas of the same size. */
    async bare(pdfjs, address, width) {
      const began = performance.now();
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      const task = pdfjs.getDocument({ data: bytes, worker: globalThis.bareWorker, verbosity: 0, isEvalSupported: false, useWasm: false });
      const page = await (await task.promise).getPage(1);
      const canvas = document.createElement('canvas');
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      document.body.append(canvas);
      await page.render({ canvas, viewport }).promise;
      const took = (await painted()) - began;
      canvas.remove();
      await task.destroy();
      return took;
    },
    /** From end to end, a part of the window with each frame; answers the gaps between frames, long tasks, and what canvases took at the most. */
    async scroll(step) {
      const element = scroller();
      element.scrollTop = 0;
      await rest(600);
      long.length = 0;
      const gaps = [];
      let last = await frame();
      let pixels = 0;
      let pages = 0;
      while (element.scrollTop + element.clientHeight < element.scrollHeight - 2) {
        element.scrollTop += step;
        const at = await frame();
        gaps.push(at - last);
        last = at;
        const canvases = [...document.querySelectorAll('[data-page] canvas')];
        pixels = Math.max(pixels, canvases.reduce((sum, { width, height }) => sum + width * height, 0));
        pages = Math.max(pages, document.querySelectorAll('[data-page]').length);
      }
      return { gaps, long: [...long], megabytes: (pixels * 4) / 1e6, pages };
    },
    /** Scrolls about on the first pages and zooms in steps, and tells how long each frame took on the thread. */
    async use(frames) {
      const element = scroller();
      element.scrollTop = 0;
      await rest(500);
      const gaps = [];
      let last = await frame();
      for (let n = 0; n < frames; n += 1) {
        element.scrollTop += n % 60 < 30 ? 14 : -14;
        if (n % 40 === 20) element.dispatchEvent(new WheelEvent('wheel', { deltaY: n % 80 === 20 ? -20 : 20, ctrlKey: true, bubbles: true, cancelable: true, clientX: 700, clientY: 400 }));
        const at = await frame();
        gaps.push(at - last);
        last = at;
      }
      return gaps.slice(2);
    },
  };
}
