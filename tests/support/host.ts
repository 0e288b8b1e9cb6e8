import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import { clientOver, type Client } from '../../src/api/messageLink';
import { createPeers } from '../../src/api/peers';
import type { App } from '../../src/core/app';
import { openApp } from '../../src/node/openApp';
import { openOrReach } from '../../src/node/openOrReach';
import type { Connection } from '../../src/node/socket/connection';

export interface Ended { code: number | null; out: string; err: string }

/** Runs the built command line to its end. */
export function lectern(library: string, args: string[], input = ''): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [join(inject('built'), 'cli.js'), '--library', library, ...args], { maxBuffer: 1 << 28 }, (_error, out, err) => {
      done({ code: child.exitCode, out, err });
    });
    child.stdin?.on('error', () => undefined).end(input); // a command that reads nothing may have ended
  });
}

/** A host without windows on a library, in this process. */
export async function hostOn(folder: string): Promise<AsyncDisposable & { app: App }> {
  const peers = createPeers();
  const app = await openApp(folder, new URL('worker.js', pathToFileURL(`${inject('built')}/`)), (connection) => peers.enter(connection));
  peers.serve({ app, host: { kind: 'electron', version: '0', library: folder, address: null }, sample: '' });
  await app.ready;
  return { app, [Symbol.asyncDispose]: () => app.close() };
}

/** A client of whoever has the library open in another way than by being opened here. */
export async function clientOf(folder: string): Promise<AsyncDisposable & { client: Client; connection: Connection }> {
  const reached = await openOrReach(folder, () => openApp(folder, new URL('worker.js', pathToFileURL(`${inject('built')}/`))));
  if (reached.kind === 'opened') {
    await reached.app.close();
    throw new Error('Nobody had the library open.');
  }
  const { connection } = reached;
  return { connection, client: clientOver(connection), [Symbol.asyncDispose]: () => Promise.resolve(connection.close()) };
}

export interface Served extends AsyncDisposable {
  pid: number;
  /** The address that it printed; null if it ended before. */
  address: string | null;
  /** Tells it to end, or waits for an end of its own. */
  end(signal?: NodeJS.Signals): Promise<Ended & { signal: NodeJS.Signals | null }>;
}

/** The built browser host, as a process. `userData` is where it keeps what belongs to the person. */
export async function served(library: string, userData: string, args: string[] = []): Promise<Served> {
  await mkdir(join(inject('built'), '../renderer'), { recursive: true });
  const child = spawn(process.execPath, [join(inject('built'), 'server.js'), '--library', library, '--port', '0', '--no-open', ...args], {
    env: { ...process.env, LECTERN_USER_DATA: userData }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const err = text(child.stderr);
  const lines: string[] = [];
  const address = await new Promise<string | null>((found) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const said = /^Lectern is at (http:\S+)$/.exec(line)?.[1];
      if (said !== undefined) found(said);
    });
    child.once('exit', () => found(null));
  });
  const end = async (told?: NodeJS.Signals) => {
    if (told !== undefined) child.kill(told);
    const [code, signal] = await exited;
    return { code, signal, out: lines.join('\n'), err: await err };
  };
  return { pid: child.pid ?? 0, address, end, [Symbol.asyncDispose]: async () => { await end('SIGKILL'); } };
}
