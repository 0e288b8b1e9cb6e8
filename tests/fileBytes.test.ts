import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBrowserHost } from '../src/server/browserHost';
import { temporaryApp, temporaryFolder } from './support/library';

const content = `%PDF-1.4\n% ${'words '.repeat(20)}\n%%EOF\n`;

/** A library with one file, served to the browser; `ask` brings the cookie unless told otherwise. */
async function servedFile() {
  const library = await temporaryApp();
  const outside = await temporaryFolder();
  const { app } = library;
  await writeFile(join(outside.path, 'a.pdf'), content);
  const paperId = await app.papers.create({ title: 'Tapes' });
  const { id } = await app.attachments.add({ arrival: (await app.attachments.arrive({ path: join(outside.path, 'a.pdf'), link: false })).id, paperId });
  const host = await startBrowserHost({ context: { app, host: { kind: 'browser', version: '', library: '', address: null }, sample: '' }, renderer: outside.path, port: 0 });
  const cookie = (await fetch(host.url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, host.url), { headers: { cookie, ...headers } });
  const dispose = async (): Promise<void> => {
    await host.close();
    await library[Symbol.asyncDispose]();
    await outside[Symbol.asyncDispose]();
  };
  return { id, app, ask, [Symbol.asyncDispose]: dispose };
}

describe('the bytes of a file in the browser host', () => {
  it('are sent by the id of the attachment, whole or in part, as nothing that a browser runs', async () => {
    await using served = await servedFile();
    const whole = await served.ask(`/files/${served.id}`);
    expect([whole.status, await whole.text()]).toEqual([200, content]);
    expect(whole.headers.get('content-type')).toBe('application/octet-stream');
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    expect(whole.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    const part = await served.ask(`/files/${served.id}`, { range: 'bytes=0-7' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 0-7/${content.length}`, '%PDF-1.4']);
    expect((await served.ask(`/files/${served.id}`, { range: 'bytes=9999-' })).status).toBe(416);
  });

  it('are sent to our own page alone', async () => {
    await using served = await servedFile();
    expect((await served.ask(`/files/${served.id}`, { cookie: '' })).status).toBe(403);
    expect((await served.ask(`/files/${served.id}`, { origin: 'http://127.0.0.1:1' })).status).toBe(403);
  });

  it('are those of attachments alone', async () => {
    await using served = await servedFile();
    for (const id of ['no-such-file', '', '..', '%2e%2e%2fjournal', `${served.id}/..`, 'A B']) expect([id, (await served.ask(`/files/${id}`)).status]).toEqual([id, 404]);
    await served.app.attachments.remove(served.id);
    expect((await served.ask(`/files/${served.id}`)).status).toBe(404);
  });
});
