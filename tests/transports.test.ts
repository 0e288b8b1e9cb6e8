import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createTRPCClient, createWSClient, httpLink, splitLink, TRPCClientError, wsLink, type TRPCClient } from '@trpc/client';
import { afterAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createMessageHost } from '../src/api/messageHost';
import { clientOver } from '../src/api/messageLink';
import type { AppRouter } from '../src/api/router';
import type { Context } from '../src/api/trpc';
import type { App, AppEvent } from '../src/core/app';
import { startBrowserHost } from '../src/server/browserHost';
import { digestOf, temporaryApp } from './support/library';

type Connected = AsyncDisposable & { client: TRPCClient<AppRouter> };

const context = (app: App): Context => ({ app, host: { kind: 'browser', version: '0', library: '/library', address: null }, sample: digestOf('A sample: of papers') });

/** What goes through the desktop's channel is cloned; here it is too. */
function overMessages(app: App): Promise<Connected> {
  let toWindow: (message: unknown) => void = () => undefined;
  const host = createMessageHost(context(app), (reply) => toWindow(structuredClone(reply)));
  const client = clientOver({
    send: (message) => host.receive(structuredClone(message)),
    listen: (listener) => { toWindow = listener; },
  });
  return Promise.resolve({ client, [Symbol.asyncDispose]: () => { host.close(); return Promise.resolve(); } });
}

async function overLoopback(app: App): Promise<Connected> {
  const host = await startBrowserHost({ context: context(app), renderer: import.meta.dirname, port: 0 });
  const { origin, searchParams } = new URL(host.url);
  const headers = { Origin: origin, Cookie: `lectern-${new URL(origin).port}=${searchParams.get('token') ?? ''}` };
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers });
    }
  }
  const socket = createWSClient({ url: `${origin.replace('http', 'ws')}/socket`, WebSocket: Socket as unknown as typeof globalThis.WebSocket });
  const client = createTRPCClient<AppRouter>({
    links: [splitLink({
      // The one call that the page makes over HTTP.
      condition: ({ path }) => path === 'notes.save',
      true: httpLink({ url: `${origin}/api`, headers }),
      false: wsLink({ client: socket }),
    })],
  });
  return {
    client,
    async [Symbol.asyncDispose]() {
      await socket.close();
      await host.close();
    },
  };
}

describe.each([['messages', overMessages], ['loopback', overLoopback]])('over %s', (_name, connect) => {
  it('a journey is the same', async () => {
    await using library = await temporaryApp();
    await using connected = await connect(library.app);
    const { client } = connected;
    const preview = await client.imports.sample.mutate();
    const { added } = await client.imports.commit.mutate({ previewId: preview.previewId, complete: false });
    const [paper] = await client.papers.rows.query(added.map(({ id }) => id));
    expect(paper?.title).toBe('A sample: of papers');
    const id = await client.notes.create.mutate({ paperId: added[0]?.id ?? '' });
    const body = 'lone \ud800, nul \0, \u202e';
    expect(await client.notes.save.mutate({ id, body, version: 0 })).toEqual({ kind: 'saved', version: 1 });
    expect((await client.notes.get.query(id)).body).toBe(body);
  });

  it('a failure keeps its code and its words', async () => {
    await using library = await temporaryApp();
    await using connected = await connect(library.app);
    const failure: unknown = await connected.client.papers.get.query('nobody').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TRPCClientError);
    expect(failure).toMatchObject({ message: expect.stringContaining('not in the library') as string, data: { failure: { code: 'not-found' } } });
  });

  it('input that is not right is refused, and told from a fault of ours', async () => {
    await using library = await temporaryApp();
    await using connected = await connect(library.app);
    await expect(connected.client.papers.get.query('../../etc')).rejects.toMatchObject({ data: { failure: { code: 'invalid-input' } } });
    await expect(connected.client.papers.rows.query({} as string[])).rejects.toMatchObject({ data: { failure: { code: 'invalid-input' } } });
    await expect((connected.client as unknown as { nothing: { query(): Promise<unknown> } }).nothing.query()).rejects.toMatchObject({ data: { failure: { code: 'not-found' } } });
  });

  it('changes are told until the listener leaves', async () => {
    await using library = await temporaryApp();
    await using connected = await connect(library.app);
    const heard: AppEvent[] = [];
    const subscription = connected.client.library.events.subscribe(undefined, { onData: (event) => { heard.push(event); } });
    await connected.client.host.info.query(); // calls are taken in order: the host listens now
    await connected.client.papers.create.mutate({ title: 'First' });
    await expect.poll(() => heard.length).toBe(1);
    subscription.unsubscribe();
    await connected.client.host.info.query();
    await connected.client.papers.create.mutate({ title: 'Second' });
    expect(heard).toMatchObject([{ kind: 'changed', label: 'Add “First”' }]);
  });
});

describe('the message channel', () => {
  it('is silent to what is no request', async () => {
    await using library = await temporaryApp();
    const replies: unknown[] = [];
    const host = createMessageHost(context(library.app), (reply) => { replies.push(reply); });
    for (const message of [null, 'text', {}, { id: -1, kind: 'query', path: 'host.info' }, { id: 1, kind: 'shell', path: 'x' }, { id: 1, kind: 'query', path: 'x'.repeat(1000) }]) expect(host.receive(message)).toBe(false);
    host.receive({ id: 7, kind: 'query', path: 'host.info', input: undefined });
    await expect.poll(() => replies).toMatchObject([{ id: 7, kind: 'data' }]);
    host.close();
  });
});

describe('the loopback host', async () => {
  const library = await temporaryApp();
  const host = await startBrowserHost({ context: context(library.app), renderer: import.meta.dirname, port: 0 });
  const { origin, host: address, port } = new URL(host.url);
  const cookie = `lectern-${port}=${new URL(host.url).searchParams.get('token') ?? ''}`;
  const status = async (path: string, headers: Record<string, string>, method = 'GET'): Promise<number> => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers });
    sent.end();
    const [response] = await once(sent, 'response') as [IncomingMessage];
    response.resume();
    return response.statusCode ?? 0;
  };
  const upgraded = async (headers: Record<string, string>): Promise<boolean> => {
    const socket = new WebSocket(`ws://${address}/socket`, { headers });
    const opened = await new Promise<boolean>((resolve) => {
      socket.once('open', () => resolve(true));
      socket.on('error', () => resolve(false));
    });
    socket.terminate();
    return opened;
  };

  afterAll(async () => {
    await host.close();
    await library[Symbol.asyncDispose]();
  });

  it('shows the page to who holds the token, and takes the token out of the address', async () => {
    const first = await fetch(host.url, { redirect: 'manual' });
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe('/');
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect(await status('/transports.test.ts', { Host: address, Cookie: cookie })).toBe(200);
    const page = await fetch(`${origin}/transports.test.ts`, { headers: { Cookie: cookie } });
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  it('refuses a wrong token, or none', async () => {
    expect(await status('/', { Host: address })).toBe(403);
    expect(await status('/?token=wrong', { Host: address })).toBe(403);
    expect(await status('/', { Host: address, Cookie: `lectern-${port}=${'x'.repeat(32)}` })).toBe(403);
    expect(await upgraded({ Origin: origin })).toBe(false);
  });

  it('refuses a foreign name for this machine', async () => {
    expect(await status('/', { Host: `attacker.example:${port}`, Cookie: cookie })).toBe(403);
    expect(await upgraded({ Host: `attacker.example:${port}`, Origin: `http://attacker.example:${port}`, Cookie: cookie })).toBe(false);
  });

  it('refuses a page from elsewhere, and calls from no page', async () => {
    for (const foreign of ['http://attacker.example', 'null', `https://${address}`, 'http://127.0.0.1:1']) {
      expect(await upgraded({ Origin: foreign, Cookie: cookie })).toBe(false);
      expect(await status('/api/library.undo', { Host: address, Origin: foreign, Cookie: cookie }, 'POST')).toBe(403);
    }
    expect(await upgraded({ Cookie: cookie })).toBe(false);
    expect(await status('/api/library.undo', { Host: address, Cookie: cookie }, 'POST')).toBe(403);
    expect(await status('/api/library.overview', { Host: address, Origin: origin, Cookie: cookie }, 'GET')).toBe(403);
    expect(await upgraded({ Origin: origin, Cookie: cookie })).toBe(true);
    expect(await status('/api/library.undo', { Host: address, Origin: origin, Cookie: cookie, 'Content-Type': 'application/json' }, 'POST')).toBe(200);
  });

  it('gives a file that is dragged out once, to who has its address, and to none by a foreign name', async () => {
    await using connected = await overLoopback(library.app);
    const { client } = connected;
    const ids = [await client.papers.create.mutate({ title: 'Dragged', authors: [{ family: 'Lovelace', given: 'Ada' }], issued: '1843' })];
    const own = await client.host.info.query().then(() => client.host.dragOut.prepare.mutate(ids));
    expect(own).toMatchObject({ name: 'lovelace1843dragged.bib', address: expect.stringMatching(/^\/dragged\/[0-9a-f-]{36}$/) });
    expect(await status(own?.address ?? '', { Host: address })).toBe(404); // of another host
    expect(await status('/dragged/', { Host: address })).toBe(404);
    expect(await status('/dragged/x', { Host: `attacker.example:${port}` })).toBe(403);
    await expect(client.host.dragOut.prepare.mutate(['01890a5d-ac96-774b-bcce-b302099a8057'])).rejects.toThrow('not in the library');
  });

  it('serves nothing from outside its folder', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json']) {
      expect(await status(path, { Host: address, Cookie: cookie })).not.toBe(200);
    }
  });
});

describe('a loopback host that is told to end', () => {
  it('still takes what a page sent as it was closed', async () => {
    await using library = await temporaryApp();
    const host = await startBrowserHost({ context: context(library.app), renderer: import.meta.dirname, port: 0 });
    const { origin, port, searchParams } = new URL(host.url);
    const ended = host.close();
    const sent = await fetch(`${origin}/api/papers.create`, {
      method: 'POST', body: JSON.stringify({ title: 'Last words' }),
      headers: { Origin: origin, Cookie: `lectern-${port}=${searchParams.get('token') ?? ''}`, 'Content-Type': 'application/json' },
    });
    expect(sent.status).toBe(200);
    await ended;
    await expect(fetch(origin)).rejects.toThrow('fetch failed');
  });
});
