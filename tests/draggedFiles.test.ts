import type { ServerResponse } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { DraggedFiles } from '../src/server/draggedFiles';
import { imported, temporaryApp } from './support/library';

/** What a request for a path is answered. */
async function answered(files: DraggedFiles, path: string): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const seen = { status: 0, headers: {}, body: '' };
  const response = {
    writeHead(status: number, headers: Record<string, string>) {
      Object.assign(seen, { status, headers });
      return this;
    },
    end(body: string) { seen.body = body; },
  };
  await files.answer(path, response as unknown as ServerResponse);
  return seen;
}

describe('a file that is dragged out of a browser window', async () => {
  const library = await temporaryApp();
  const { app } = library;
  const [first, second] = await imported(app, 'Early pruning of small networks', 'Late pruning of large networks');
  if (first === undefined || second === undefined) throw new Error('The papers were not imported.');
  afterAll(() => library[Symbol.asyncDispose]());

  it('is fetched once', async () => {
    const files = new DraggedFiles(app);
    const { address, name } = await files.prepare([first, second]);
    expect(name).toBe('2 papers.bib');
    const file = await answered(files, address);
    expect(file).toMatchObject({ status: 200, headers: { 'Content-Disposition': "attachment; filename*=UTF-8''2%20papers.bib" } });
    expect(file.body.match(/^@/gm)).toHaveLength(2);
    expect((await answered(files, address)).status).toBe(404);
  });

  it('is there for two minutes', async () => {
    let now = 0;
    const files = new DraggedFiles(app, () => now);
    const { address, name } = await files.prepare([first]);
    expect(name).toBe(`${(await app.papers.keys([first])).join('')}.bib`);
    now = 120_001;
    expect((await answered(files, address)).status).toBe(404);
  });

  it('is one of a few that wait', async () => {
    const files = new DraggedFiles(app);
    const addresses: string[] = [];
    for (let at = 0; at < 21; at += 1) addresses.push((await files.prepare([first])).address);
    expect((await answered(files, addresses[0] ?? '')).status).toBe(404);
    expect((await answered(files, addresses[1] ?? '')).status).toBe(200);
  });

  it('is none at any other address', async () => {
    const files = new DraggedFiles(app);
    for (const path of ['/dragged/', '/dragged/../x', '/dragged/__proto__']) expect((await answered(files, path)).status).toBe(404);
  });
});
