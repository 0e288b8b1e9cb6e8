import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portionOf, spanIn } from './portion';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-portion-'));
  await writeFile(join(folder, 'ten'), '0123456789');
});
afterAll(() => rm(folder, { recursive: true }));

describe('a span of bytes', () => {
  it.each([
    ['bytes=0-3', { first: 0, last: 3 }], ['bytes=4-', { first: 4, last: 9 }], ['bytes=-3', { first: 7, last: 9 }], ['bytes=-30', { first: 0, last: 9 }],
    ['bytes=8-100', { first: 8, last: 9 }], ['bytes=10-', 'none'], ['bytes=-0', 'none'],
    [null, 'all'], ['', 'all'], ['bytes=-', 'all'], ['bytes=5-2', 'all'], ['bytes=0-1,3-4', 'all'], ['lines=0-3', 'all'], ['bytes=0x1-2', 'all'],
  ])('%s', (range, span) => { expect(spanIn(range, 10)).toEqual(span); });
});

describe('the portion of a file', () => {
  it('is all of it, a part of it, or none', async () => {
    const all = await portionOf(join(folder, 'ten'), null);
    expect([all.status, all.headers['Content-Length'], all.body && await text(all.body)]).toEqual([200, '10', '0123456789']);
    const part = await portionOf(join(folder, 'ten'), 'bytes=2-4');
    expect([part.status, part.headers['Content-Range'], part.body && await text(part.body)]).toEqual([206, 'bytes 2-4/10', '234']);
    const none = await portionOf(join(folder, 'ten'), 'bytes=50-');
    expect([none.status, none.headers['Content-Range'], none.body]).toEqual([416, 'bytes */10', null]);
  });

  it('is never anything that a browser would run', async () => {
    for (const path of ['ten', 'missing']) {
      const { headers } = await portionOf(join(folder, path), null);
      expect([headers['Content-Type'], headers['X-Content-Type-Options']]).toEqual(['application/octet-stream', 'nosniff']);
    }
  });

  it('is missing where the file is, and where there is a folder', async () => {
    expect((await portionOf(join(folder, 'missing'), null)).status).toBe(404);
    expect((await portionOf(folder, null)).status).toBe(404);
    expect((await portionOf(join(folder, 'ten', 'deeper'), null)).status).toBe(404);
  });
});
