import { resolve } from 'node:path';
import sample from '../../resources/sample-digest.txt?raw';
import { createMessageHost } from '../api/messageHost';
import { clientOver, type Client } from '../api/messageLink';
import type { Reply } from '../api/messages';
import type { App } from '../core/app';
import { openApp } from '../node/openApp';
import { openOrReach } from '../node/openOrReach';
import { version } from '../node/version';
import { printingAfter } from './output';

/**
 * Gives `work` the calls of the API on the library in `folder`: served by the Lectern that has the library
 * open, which sees each change at once, or else by this process, for as long as the work takes. The
 * outcomes and failures are the same. `built` is the folder of the built entries.
 */
export async function withLibrary<T>(folder: string, built: URL, work: (client: Client) => Promise<T>): Promise<T> {
  const library = resolve(folder);
  const reached = await openOrReach(library, () => openApp(library, new URL('worker.js', built)));
  if (reached.kind === 'opened') return printingAfter(() => withApp(reached.app, library, work));
  const { connection } = reached;
  try {
    return await work(clientOver(connection));
  } finally {
    connection.close();
  }
}

async function withApp<T>(app: App, library: string, work: (client: Client) => Promise<T>): Promise<T> {
  try {
    await app.ready;
    let hear: (message: unknown) => void = () => undefined;
    const host = createMessageHost({ app, host: { kind: 'terminal', version, library, address: null }, namesFiles: true, sample }, (reply: Reply) => hear(reply));
    return await work(clientOver({ send: (message) => host.receive(message), listen: (listener) => { hear = listener; } }));
  } finally {
    await app.close();
  }
}
