import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of somebody else on this machine, at another port: another origin, though the same site. */
export interface ForeignServer extends AsyncDisposable {
  readonly origin: string;
  /** What it was asked for, as `GET /path`. */
  readonly requests: readonly string[];
}

export async function startForeignServer(): Promise<ForeignServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Access-Control-Allow-Origin': '*' }).end('<!doctype html><title>A stranger</title><p>A page of somebody else.</p>');
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}
