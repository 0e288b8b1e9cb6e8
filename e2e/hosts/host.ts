import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { BrowserContext, ElectronApplication, Page } from '@playwright/test';

export const project = resolve(import.meta.dirname, '../..');

/** Where one running Lectern keeps what it keeps. */
export interface Folders {
  library: string;
  userData: string;
}

export interface Download {
  name: string;
  content: string;
}

export interface Ended {
  code: number | null;
  /** What it printed as an error. */
  said: string;
}

export interface InBrowser {
  /** The address with its token, as the host printed it. */
  readonly address: string;
  /** Opens another window on the same host. */
  openWindow(): Promise<Page>;
  /** Ends the host and leaves its windows open. */
  stopHost(): Promise<void>;
}

/** One running Lectern with its window; each start makes a new one. */
export interface RunningHost {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The desktop host's own process, to be looked into; a browser window's host has none. */
  readonly electron?: ElectronApplication;
  /** Gives the window this size inside its frame, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Lets `start` begin a download and answers what arrived. */
  download(start: () => Promise<void>): Promise<Download>;
  /** The plain text on the clipboard. */
  clipboardText(): Promise<string>;
  /** Starts Lectern once more on the same library, without a window of its own being asked for; answers how that process ended. */
  startAgain(): Promise<Ended>;
  /** What only a browser window can do; undefined in the desktop window. */
  readonly inBrowser?: InBrowser;
  /** Ends it as a person would: the window closes first, then the process, which must end well. */
  close(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Chromium refuses its sandbox to root; only tests ever run as root. */
export const asRoot: string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Nothing but this machine resolves: a test that passes needed no network, and the browser's own calls go nowhere. */
export const offline = ['--disable-background-networking', '--disable-component-update', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

/** Runs a program to its end. */
export async function endOf(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(program, args, { cwd: project, env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 30_000 });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  return { code, said };
}
