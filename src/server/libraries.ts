import { fileURLToPath } from 'node:url';
import sample from '../../resources/sample-digest.txt?raw';
import { OpenElsewhere, showElsewhere } from '../api/elsewhere';
import { createPeers } from '../api/peers';
import type { Desk, HostInfo } from '../api/trpc';
import { DomainError } from '../core/errors';
import { openApp } from '../node/openApp';
import { OpenLibraries } from '../node/openLibraries';
import { openOrReach } from '../node/openOrReach';
import { RecentLibraries } from '../node/recentLibraries';
import { version } from '../node/version';
import { startBrowserHost, type BrowserHost } from './browserHost';

/** The libraries that this process serves to the browser, each at a port of its own. */
export interface ServedLibraries {
  /** Serves a library; answers its address. Undefined `port`: Lectern's own, or any if that is taken. Throws `OpenElsewhere`. */
  serve(folder: string, port: number | undefined): Promise<string>;
  close(): Promise<void>;
}

/** A fixed port, so that what a browser keeps for the window (columns, light or dark) is there again the next time. */
const OWN_PORT = 4127;

interface Served { url: string; close(): Promise<void> }

/** `built` is the folder of the built entries, with a `/` at its end. */
export function servedLibraries(built: URL): ServedLibraries {
  const libraries = new OpenLibraries<Served>();
  const recent = new RecentLibraries();
  const desk: Desk = {
    raise: () => Promise.resolve(),
    recent: () => recent.list(),
    async open(folder) {
      try {
        return { folder, address: await serve(folder, 0) };
      } catch (error) {
        if (error instanceof OpenElsewhere) return { folder, address: error.host.address };
        throw error;
      }
    },
  };

  async function serve(folder: string, port: number | undefined): Promise<string> {
    const { url } = await libraries.get(folder, (place) => serveHere(place, port));
    return url;
  }

  async function serveHere(folder: string, port: number | undefined): Promise<Served> {
    const peers = createPeers();
    const reached = await openOrReach(folder, () => openApp(folder, new URL('worker.js', built), (connection) => peers.enter(connection)));
    if (reached.kind === 'elsewhere') throw await showElsewhere(reached.connection);
    const { app } = reached;
    const info: HostInfo = { kind: 'browser', version, library: folder, address: null };
    const context = { app, host: info, desk, sample };
    try {
      const host = await start({ context, renderer: fileURLToPath(new URL('../renderer', built)) }, port);
      info.address = host.url;
      peers.serve(context);
      await recent.add(folder);
      return {
        url: host.url,
        async close() {
          await host.close();
          await app.close();
        },
      };
    } catch (error) {
      await app.close();
      throw error;
    }
  }

  return { serve, close: () => libraries.closeAll() };
}

type Options = Omit<Parameters<typeof startBrowserHost>[0], 'port'>;

async function start(options: Options, port: number | undefined): Promise<BrowserHost> {
  try {
    return await startBrowserHost({ ...options, port: port ?? OWN_PORT });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    if (port === undefined) return startBrowserHost({ ...options, port: 0 });
    throw new DomainError('conflict', `Port ${port} is in use. Choose another one, or 0 for any that is free.`, { cause });
  }
}
