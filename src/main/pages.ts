import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import { securityHeaders } from '../node/contentSecurity';
import { portionOf } from '../node/portion';
import { attachmentIn, fileOf, SCHEME } from './addresses';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf', '.svg': 'image/svg+xml', '.png': 'image/png', '.map': 'application/json',
  '.bcmap': 'application/octet-stream', '.pfb': 'application/octet-stream',
};

/** Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the built renderer from `folder`, and the files of papers, whose paths `pathOf` tells for a window and an attachment's id, and nothing else. */
export function servePages(folder: string, pathOf: (window: number, id: string) => Promise<string | null>): void {
  protocol.handle(SCHEME, async (request) => {
    const attachment = attachmentIn(request.url);
    if (attachment !== null) return fileResponse(request, await pathOf(attachment.window, attachment.id));
    const path = fileOf(folder, request.url);
    const type = path === null ? undefined : types[extname(path)];
    if (path === null || type === undefined) return new Response('Not found', { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(path)), { headers: { 'Content-Type': type, ...securityHeaders() } });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Response('Not found', { status: 404 });
      throw error;
    }
  });
}

async function fileResponse(request: Request, path: string | null): Promise<Response> {
  if (path === null || request.method !== 'GET') return new Response('Not found', { status: 404 });
  const { status, headers, body } = await portionOf(path, request.headers.get('range'));
  return new Response(body === null ? null : Readable.toWeb(body) as ReadableStream<Uint8Array>, { status, headers: { ...headers, ...securityHeaders() } });
}
