import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

export const project = resolve(import.meta.dirname, '../..');

/** Where one running Lectern keeps what it keeps. */
export interface Folders {
  library: string;
  userData: string;
}

/** One running Lectern with its window; each start makes a new one. */
export interface RunningHost {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Gives the window this size inside its frame, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Ends it as a person would: the window closes first, then the process, which must end well. */
  close(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Chromium refuses its sandbox to root; only tests ever run as root. */
export const asRoot: string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Nothing but this machine resolves: a test that passes needed no network, and the browser's own calls go nowhere. */
export const offline = ['--disable-background-networking', '--disable-component-update', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
