import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { securityHeaders } from '../node/contentSecurity';
import { fileOf, SCHEME } from './addresses';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf', '.svg': 'image/svg+xml', '.png': 'image/png', '.map': 'application/json',
};

/** Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the built renderer from `folder`, and nothing else. */
export function servePages(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
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
