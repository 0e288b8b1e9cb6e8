import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Browser, type ElectronApplication, type Page, type TestInfo } from '@playwright/test';
import { launchBrowser, startBrowserHost } from './hosts/browserHost';
import { startElectron } from './hosts/electronHost';
import type { Download, Ended, Folders, InBrowser, RunningHost } from './hosts/host';
import { runCli, type CliAnswer } from './support/cli';

export { expect } from '@playwright/test';

export interface HostOptions {
  /** Which of Lectern's two windows the project runs the journeys in. */
  host: 'electron' | 'browser';
}

/** Lectern as one test sees it: its own library folder, started and ended as often as the journey needs. */
export interface Lectern {
  readonly host: HostOptions['host'];
  /** The library's folder; not there before the first start. */
  readonly library: string;
  /** A folder of the test's own for files that come and go: exports, digests to import. */
  readonly scratch: string;
  /** The process of the desktop host that runs now. */
  readonly electron: ElectronApplication;
  open(): Promise<Page>;
  close(): Promise<void>;
  kill(): Promise<void>;
  /** Closes it where it runs, and opens the same library again. */
  reopen(): Promise<Page>;
  resize(width: number, height: number): Promise<void>;
  /** Lets `start` begin a download and answers what arrived. */
  download(start: () => Promise<void>): Promise<Download>;
  /** The plain text on the clipboard. */
  clipboardText(): Promise<string>;
  /** Starts Lectern once more on the library that is open; answers how the second process ended. */
  startAgain(): Promise<Ended>;
  /** What only a browser window can do. Journeys that use it are skipped in the desktop window. */
  readonly inBrowser: InBrowser;
  /** Runs the command line on the library. */
  cli(...args: string[]): Promise<CliAnswer>;
}

interface WorkerFixtures extends HostOptions {
  /** The browser of this worker, started at the first call. */
  browserOnce: () => Promise<Browser>;
}

export const test = base.extend<{ lectern: Lectern }, WorkerFixtures>({
  host: ['browser', { option: true, scope: 'worker' }],

  browserOnce: [
    async ({ playwright }, provide) => {
      let browser: Promise<Browser> | undefined;
      await provide(() => (browser ??= launchBrowser(playwright.chromium)));
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],

  lectern: async ({ host, browserOnce }, provide, testInfo) => {
    const home = await mkdtemp(join(tmpdir(), 'lectern-e2e-'));
    const folders = { library: join(home, 'library'), userData: join(home, 'user-data') };
    const start = host === 'electron' ? () => startElectron(folders) : async () => startBrowserHost(await browserOnce(), folders);
    const session = new Session(host, folders, home, start);
    try {
      await provide(session);
      await session.finish(testInfo);
    } finally {
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    }
  },
});

class Session implements Lectern {
  readonly library: string;
  #running: RunningHost | undefined;

  constructor(
    readonly host: HostOptions['host'],
    folders: Folders,
    readonly scratch: string,
    private readonly start: () => Promise<RunningHost>,
  ) {
    this.library = folders.library;
  }

  get electron(): ElectronApplication {
    if (this.#running?.electron === undefined) throw new Error('Lectern is not open in a desktop window.');
    return this.#running.electron;
  }

  async open(): Promise<Page> {
    if (this.#running !== undefined) throw new Error('Lectern is open already.');
    this.#running = await this.start();
    return this.#running.page;
  }

  async close(): Promise<void> {
    await this.#take().close();
  }

  async kill(): Promise<void> {
    await this.#take().kill();
  }

  async reopen(): Promise<Page> {
    if (this.#running !== undefined) await this.close();
    return this.open();
  }

  resize = (width: number, height: number): Promise<void> => this.#open().resize(width, height);
  download = (start: () => Promise<void>): Promise<Download> => this.#open().download(start);
  clipboardText = (): Promise<string> => this.#open().clipboardText();
  startAgain = (): Promise<Ended> => this.#open().startAgain();
  cli = (...args: string[]): Promise<CliAnswer> => runCli(this.library, args);

  get inBrowser(): InBrowser {
    const { inBrowser } = this.#open();
    if (inBrowser === undefined) throw new Error('This is not a browser window.');
    return inBrowser;
  }

  /** Ends what still runs; a failed test leaves a picture of its last window, and says what stood there. */
  async finish(testInfo: TestInfo): Promise<void> {
    if (this.#running === undefined) return;
    const host = this.#take();
    if (testInfo.status === testInfo.expectedStatus) return host.close();
    try {
      await keepEvidence(host, testInfo);
    } finally {
      await host.kill();
    }
  }

  #open(): RunningHost {
    if (this.#running === undefined) throw new Error('Lectern is not open.');
    return this.#running;
  }

  #take(): RunningHost {
    const host = this.#open();
    this.#running = undefined;
    return host;
  }
}

async function keepEvidence({ page }: RunningHost, testInfo: TestInfo): Promise<void> {
  const timeout = 5000;
  await page.screenshot({ path: testInfo.outputPath('failure.png'), timeout });
  const words = await page.locator('body').innerText({ timeout });
  process.stderr.write(`\nWhat the window showed when “${testInfo.title}” failed:\n${words.slice(0, 2000)}\n`);
}
