import { fileURLToPath } from 'node:url';
import open from 'open';
import sample from '../../resources/sample-digest.txt?raw';
import { DomainError } from '../core/errors';
import { openApp } from '../node/openApp';
import { version } from '../node/version';
import { startBrowserHost, type BrowserHost } from './browserHost';

export interface ServeOptions {
  library: string;
  /** The port to listen on; 0 for any. Undefined: Lectern's own, or any if that is taken. */
  port: number | undefined;
  openBrowser: boolean;
  /** The folder of the built entries, with a `/` at its end. */
  built: URL;
}

/** A fixed port, so that what a browser keeps for the window (columns, light or dark) is there again the next time. */
const OWN_PORT = 4127;

/** Serves a library to the browser until the process is told to end; resolves then, with everything closed. */
export async function serve({ library, port, openBrowser, built }: ServeOptions): Promise<void> {
  const app = await openApp(library, new URL('worker.js', built));
  const context = { app, host: { kind: 'browser' as const, version, library }, sample };
  const renderer = fileURLToPath(new URL('../renderer', built));
  let host: BrowserHost;
  try {
    host = await start({ context, renderer }, port);
  } catch (error) {
    await app.close();
    throw error;
  }
  process.stdout.write(`Lectern is at ${host.url}\n`);
  if (openBrowser) await openInBrowser(host.url);
  await told();
  await host.close();
  await app.close();
}

type Served = Omit<Parameters<typeof startBrowserHost>[0], 'port'>;

async function start(served: Served, port: number | undefined): Promise<BrowserHost> {
  try {
    return await startBrowserHost({ ...served, port: port ?? OWN_PORT });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    if (port === undefined) return startBrowserHost({ ...served, port: 0 });
    throw new DomainError('conflict', `Port ${port} is in use. Choose another one, or 0 for any that is free.`, { cause });
  }
}

async function openInBrowser(url: string): Promise<void> {
  // Where there is no browser to open, the address that was printed is what remains; that is no failure.
  const child = await open(url).catch(() => undefined);
  child?.once('error', () => undefined);
}

/** Resolves when the process is told to end. */
function told(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
