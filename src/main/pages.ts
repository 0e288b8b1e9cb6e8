import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { securityHeaders } from '../node/contentSecurity';

/** The scheme of the window's own page: an origin of its own, which no other page has. */
const SCHEME = 'lectern';
const ORIGIN = `${SCHEME}://app`;
export const HOME = `${ORIGIN}/index.html`;

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
    const path = fileOf(folder, new URL(request.url));
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

/** The file that an address names, null if it lies outside the folder. */
export function fileOf(folder: string, url: URL): string | null {
  if (url.host !== 'app') return null;
  const path = normalize(join(folder, decodeURIComponent(url.pathname)));
  return path.startsWith(folder + sep) ? path : null;
}

/** Whether an address is the window's own page (whatever follows its `#`). */
export function isOurs(url: string): boolean {
  return url === HOME || url.startsWith(`${HOME}#`) || url === `${ORIGIN}/`;
}
