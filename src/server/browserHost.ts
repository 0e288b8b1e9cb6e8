import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import sirv from 'sirv';
import { WebSocketServer } from 'ws';
import { appRouter } from '../api/router';
import { pathOfFile } from '../api/fileBytes';
import type { Context } from '../api/trpc';
import type { App } from '../core/app';
import { securityHeaders } from '../node/contentSecurity';
import { portionOf } from '../node/portion';
import { access, type Access } from './access';
import { DraggedFiles } from './draggedFiles';

export interface BrowserHost {
  /** The address to open, with the token. */
  url: string;
  close(): Promise<void>;
}

interface Options {
  context: Context;
  /** The folder of the built renderer. */
  renderer: string;
  /** The port to listen on; 0 for any. */
  port: number;
}

/** The largest message that is taken from a window, in bytes. */
const MAX_MESSAGE = 256 << 20;

/**
 * Serves the window and the router on the loopback address. Every request must be addressed to a
 * loopback name and carry the token; whatever can change something must come from our own page. A file that is dragged out
 * has an address of its own, which is the right to it and opens nothing else.
 */
export async function startBrowserHost({ context: given, renderer, port }: Options): Promise<BrowserHost> {
  const dragged = new DraggedFiles(given.app);
  const context: Context = { ...given, dragOut: dragged, filesAt: FILES };
  const server = createServer();
  await listening(server, port);
  const { port: actual } = server.address() as AddressInfo;
  const token = randomBytes(24).toString('base64url');
  const gate = access(token, actual);

  const files = sirv(renderer, { etag: true });
  const procedures = createHTTPHandler({ router: appRouter, basePath: '/api/', createContext: () => context, maxBodySize: MAX_MESSAGE });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => answer(request, response, gate, { files, procedures, dragged, attachments: (id) => sendFile(given.app, id, request, response) }));

  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE });
  const calls = applyWSSHandler({ wss: sockets, router: appRouter, createContext: () => context });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => upgrade(request, socket, head, gate, sockets));

  return {
    url: `http://127.0.0.1:${actual}/?token=${token}`,
    async close() {
      await pause(LAST_WORDS_MS);
      calls.broadcastReconnectNotification();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await closed(server);
    },
  };
}

/** How long a page that was closed a moment ago has until its last save is here, in milliseconds. */
const LAST_WORDS_MS = 400;
/** How long calls under way may take to end, in milliseconds. */
const LAST_CALLS_MS = 3000;

/** Lets the calls under way end, and closes what is idle meanwhile. */
async function closed(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), LAST_CALLS_MS);
  await new Promise((resolve) => { server.close(resolve); });
  clearInterval(idle);
  clearTimeout(late);
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Where the window gets the files of papers. */
const FILES = '/files/';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

function answer(request: IncomingMessage, response: ServerResponse, gate: Access, { files, procedures, dragged, attachments }: { files: Handler; procedures: Handler; dragged: DraggedFiles; attachments: (id: string) => Promise<void> }): void {
  const url = new URL(request.url ?? '/', 'http://lectern.invalid');
  const isCall = url.pathname.startsWith('/api/');
  if (gate.isForUs(request) && request.method === 'GET' && url.pathname.startsWith('/dragged/')) {
    for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value);
    dragged.answer(url.pathname, response).catch(() => response.destroy());
    return;
  }
  if (!gate.isForUs(request) || !gate.isFromUs(request, isCall) || !gate.holdsToken(request, url)) {
    refuse(response, 'Open Lectern with the address that it printed when it was started.');
    return;
  }
  for (const [name, value] of Object.entries(securityHeaders(`ws://${request.headers.host ?? ''}`))) response.setHeader(name, value);
  if (url.searchParams.has('token')) {
    // The token leaves the address bar, and with it the history.
    response.writeHead(303, { 'Set-Cookie': gate.cookie, Location: '/' }).end();
  } else if (url.pathname.startsWith(FILES) && request.method === 'GET') attachments(url.pathname.slice(FILES.length)).catch(() => response.destroy());
  else if (!isCall) files(request, response);
  else if (request.method === 'POST') procedures(request, response);
  else refuse(response, 'Calls are made by POST.');
}

/** Sends a file of a paper, or the part of it that is asked for. It is named by its id; what is none, or is not there, is not found. */
async function sendFile(app: App, id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = await pathOfFile(app, id);
  if (path === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const { status, headers, body } = await portionOf(path, request.headers.range ?? null);
  response.writeHead(status, headers);
  if (body === null) response.end();
  else await pipeline(body, response);
}

function refuse(response: ServerResponse, words: string): void {
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }).end(`${words}\n`);
}

function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, gate: Access, sockets: WebSocketServer): void {
  const url = new URL(request.url ?? '/', 'http://lectern.invalid');
  if (url.pathname !== '/socket' || !gate.isForUs(request) || !gate.isFromUs(request, true) || !gate.holdsToken(request, url)) {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    return;
  }
  sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
}
