import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Browser, BrowserType } from '@playwright/test';
import { asRoot, offline, project, type Folders, type RunningHost } from './host';

type Server = ChildProcessByStdio<null, Readable, null>;

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** The system's Chromium, or the one Playwright brought where there is none. */
export function launchBrowser(chromium: BrowserType): Promise<Browser> {
  return chromium.launch({ args: [...asRoot, ...offline], ...(installed === undefined ? {} : { executablePath: installed }) });
}

export async function startBrowserHost(browser: Browser, folders: Folders): Promise<RunningHost> {
  const server: Server = spawn(process.execPath, [join(project, 'out/main/server.js'), '--library', folders.library, '--port', '0', '--no-open'], {
    cwd: project,
    env: { ...process.env, LECTERN_USER_DATA: folders.userData },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const endWithUs = (): boolean => server.kill('SIGKILL');
  process.once('exit', endWithUs);
  server.once('exit', () => process.off('exit', endWithUs));
  const address = await addressOf(server);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  return {
    page,
    context,
    resize: (width, height) => page.setViewportSize({ width, height }),
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
