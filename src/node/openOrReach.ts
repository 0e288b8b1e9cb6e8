import { setTimeout } from 'node:timers/promises';
import type { App } from '../core/app';
import { reach, type Connection } from './socket/connection';
import { LibraryInUse } from './store/lock';

/** A library that is open here now, or a connection to the process that has it open. */
export type Reached = { kind: 'opened'; app: App } | { kind: 'elsewhere'; connection: Connection };

/** How long to wait for a process that has the library and does not listen: it starts, ends, or does one piece of work, which may be a large import. */
const PATIENCE_MS = 20_000;
const RETRY_MS = 50;

/** Opens a library, or reaches who has it open. Throws `library-in-use` when neither goes. */
export async function openOrReach(folder: string, open: () => Promise<App>, patience = PATIENCE_MS): Promise<Reached> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return { kind: 'opened', app: await open() };
    } catch (error) {
      if (!(error instanceof LibraryInUse)) throw error;
      const connection = error.socket === undefined ? null : await reach(folder, error.socket);
      if (connection !== null) return { kind: 'elsewhere', connection };
      if (performance.now() > until) throw error;
    }
    await setTimeout(RETRY_MS);
  }
}
