import { resolve } from 'node:path';
import open from 'open';
import { OpenElsewhere } from '../api/elsewhere';
import { servedLibraries } from './libraries';

export interface ServeOptions {
  library: string;
  /** The port to listen on; 0 for any. Undefined: Lectern's own, or any if that is taken. */
  port: number | undefined;
  openBrowser: boolean;
  /** The folder of the built entries, with a `/` at its end. */
  built: URL;
}

/**
 * Serves a library to the browser until the process is told to end; resolves then, with everything closed.
 * Throws `OpenElsewhere`, after showing it there.
 */
export async function serve({ library, port, openBrowser, built }: ServeOptions): Promise<void> {
  const show = async (url: string | null): Promise<void> => { if (openBrowser && url !== null) await openInBrowser(url); };
  const libraries = servedLibraries(built);
  try {
    const url = await libraries.serve(resolve(library), port);
    process.stdout.write(`Lectern is at ${url}\n`);
    await show(url);
    await told();
  } catch (error) {
    if (error instanceof OpenElsewhere) await show(error.host.address);
    throw error;
  } finally {
    await libraries.close();
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
