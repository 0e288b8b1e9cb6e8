import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Browser, BrowserType, Page } from '@playwright/test';
import { asRoot, endOf, offline, project, type Download, type Folders, type RunningHost } from './host';

type Server = ChildProcessByStdio<null, Readable, null>;

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** The system's Chromium, or the one Playwright brought where there is none. */
export function launchBrowser(chromium: BrowserType): Promise<Browser> {
  return chromium.launch({ args: [...asRoot, ...offline], ...(installed === undefined ? {} : { executablePath: installed }) });
}

export async function startBrowserHost(browser: Browser, folders: Folders): Promise<RunningHost> {
  const args = [join(project, 'out/main/server.js'), '--library', folders.library, '--port', '0', '--no-open'];
  const env = { ...process.env, LECTERN_USER_DATA: folders.userData };
  const server: Server = spawn(process.execPath, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const endWithUs = (): boolean => server.kill('SIGKILL');
  process.once('exit', endWithUs);
  server.once('exit', () => process.off('exit', endWithUs));
  const address = await addressOf(server);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const openWindow = async (): Promise<Page> => {
    const window = await context.newPage();
    await window.goto(address);
    return window;
  };
  const page = await openWindow();
  return {
    page,
    context,
    resize: (width, height) => page.setViewportSize({ width, height }),
    download: (start) => downloadOf(page, start),
    clipboardText: () => page.evaluate(() => navigator.clipboard.readText()),
    startAgain: () => endOf(process.execPath, args, env),
    inBrowser: { address, openWindow, stopHost: async () => { await end(server, 'SIGTERM'); } },
    close: async () => {
      // Leaving the page is what a closing tab does; closing the context at once would skip its last words.
      if (!page.isClosed()) await page.goto('about:blank');
      await context.close();
      const code = await end(server, 'SIGTERM');
      if (code !== 0) throw new Error(`The browser host ended with ${code} when it was told to end.`);
    },
    kill: async () => {
      await end(server, 'SIGKILL');
      await context.close();
    },
  };
}

async function downloadOf(page: Page, start: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), start()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') };
}

/** Waits for the line in which the host says where it is; lines after it are read and dropped, so that it never blocks. */
function addressOf(server: Server): Promise<string> {
  return new Promise((found, failed) => {
    createInterface(server.stdout).on('line', (line) => {
      const said = /^Lectern is at (http:\S+)$/.exec(line)?.[1];
      if (said !== undefined) found(said);
    });
    server.once('error', failed);
    server.once('exit', (code, signal) => failed(new Error(`The browser host ended (${code ?? signal}) before it said its address.`)));
  });
}

async function end(server: Server, signal: NodeJS.Signals): Promise<number | string> {
  if (server.exitCode === null && server.signalCode === null) {
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  }
  return server.exitCode ?? server.signalCode ?? 'no code';
}
