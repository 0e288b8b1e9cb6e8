import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may talk to the browser host: a page that it served itself, opened with the address that it printed. */
export interface Access {
  /** Whether the request is addressed to this machine by a loopback name, so that no foreign name was bound to it. */
  isForUs(request: IncomingMessage): boolean;
  /** Whether the request's page, if it names one, is ours. `required`: it must name one. */
  isFromUs(request: IncomingMessage, required: boolean): boolean;
  /** Whether the request carries the token: in its cookie, or as `token` in its address. */
  holdsToken(request: IncomingMessage, url: URL): boolean;
  /** The cookie that carries the token from the first page on. */
  cookie: string;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** `port` is part of the cookie's name, because cookies are shared by all ports of a machine. */
export function access(token: string, port: number): Access {
  const cookieName = `lectern-${port}`;
  return {
    isForUs: ({ headers }) => LOOPBACK.has(hostname(headers.host)),
    isFromUs: ({ headers }, required) => (headers.origin === undefined ? !required : headers.origin === `http://${headers.host ?? ''}`),
    holdsToken: ({ headers }, url) => [url.searchParams.get('token'), cookieOf(headers.cookie, cookieName)].some((given) => equal(given, token)),
    cookie: `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`,
  };
}

function hostname(host: string | undefined): string {
  return (host ?? '').replace(/:\d+$/, '');
}

function cookieOf(header: string | undefined, name: string): string | null {
  const pair = header?.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? null;
}

function equal(given: string | null, token: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}
