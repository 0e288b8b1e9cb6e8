import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import type { AppEvent } from '../../src/core/app';
import { openApp } from '../../src/node/openApp';
import { LibraryFolder } from '../../src/node/store/libraryFolder';
import { temporaryFolder } from '../support/library';

/** So small that every few papers fill a segment. */
const SEGMENT_BYTES = 5000;

/** Makes papers until the snapshot holds transaction `seq`. */
async function fillTo(app: Awaited<ReturnType<typeof openApp>>, snapshot: string, seq: number): Promise<void> {
  for (let n = 0; n < 500; n += 1) {
    await app.papers.create({ title: `Paper ${n} behind ${seq}` });
    if ((JSON.parse((await readFile(snapshot, 'utf8')).split('\n', 1)[0]?.replace(/,$/, '}') ?? '') as { seq: number }).seq >= seq) return;
  }
  throw new Error('The snapshot is not renewed.');
}

describe('damage that comes while the library is open', () => {
  it.each([
    ['the snapshot', 'library.json', 'Paper 1 behind 2'],
    ['the journal behind it', join('journal', '000000000001.jsonl'), 'Paper 1 behind 1'],
  ])('to %s is told in words, and the snapshot is written from memory', async (_what, file, title) => {
    await using folder = await temporaryFolder();
    const app = await openApp(folder.path, new URL('worker.js', pathToFileURL(`${inject('built')}/`)), undefined, SEGMENT_BYTES);
    const events: AppEvent[] = [];
    app.onEvent((event) => events.push(event));
    await app.ready;
    const snapshot = join(folder.path, 'library.json');
    if (file === 'library.json') await fillTo(app, snapshot, 2);
    else for (let n = 0; n < 3; n += 1) await app.papers.create({ title: `Paper ${n} behind 1` });
    const { seq } = await app.overview();
    const path = join(folder.path, file);
    const damaged = (await readFile(path, 'utf8')).replace(`"title":"${title}"`, '"title":"Something else"');
    expect(damaged).toContain('Something else');
    await writeFile(path, damaged);
    await fillTo(app, snapshot, seq);
    await app.close();
    expect(events.filter(({ kind }) => kind === 'notice')).toMatchObject([{ text: expect.stringContaining('no paper or note is lost') as string }]);
    const contents = await new LibraryFolder(folder.path).read();
    expect(contents?.condition).toEqual({ kind: 'sound' });
    expect(contents?.tables.papers.size).toBe(contents?.seq);
    expect((await readdir(folder.path)).filter((name) => name.startsWith('damaged-'))).toHaveLength(1);
  });
});
