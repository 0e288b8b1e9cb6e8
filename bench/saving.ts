import { readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../src/core/app';
import type { NoteId } from '../src/core/model';
import { openApp } from '../src/node/openApp';
import { workerThread } from '../src/node/worker/client';
import { settle, withBlocks } from './blocks';
import { worker } from './opening';

const SAVES = 400;
const SENTENCE = 'Two hundred characters of thought are added at every save, as somebody would who writes without haste and lets the words be kept for them while they go on to the next sentence of the note at hand here.';

/** Saves of a growing note until durable, in turn with the same number of bytes appended and forced to a bare file. */
export async function measureSaves(folder: string): Promise<unknown> {
  const app = await openApp(folder, worker);
  await app.ready;
  const save = await noteSaver(app);
  const before = journalBytes(folder);
  for (let warm = 0; warm < 20; warm += 1) await save();
  const bytes = Math.round((journalBytes(folder) - before) / 20);
  const bare = await bareAppender(folder, bytes);
  await settle();
  const { result, ...block } = await withBlocks(async () => {
    const ours: number[] = [];
    const yardstick: number[] = [];
    for (let round = 0; round < SAVES; round += 1) {
      ours.push(await timed(save));
      yardstick.push(await timed(bare.append));
    }
    return { ours, yardstick };
  });
  await bare.close();
  await app.close();
  return { ...result, bytes, block };
}

/** Saves of a note while the snapshot is renewed, in a worker as ever. */
export async function measureCompaction(folder: string): Promise<unknown> {
  const app = await openApp(folder, worker);
  await app.ready;
  let seq = 0;
  app.onEvent((event) => { if (event.kind === 'changed') ({ seq } = event); });
  const save = await noteSaver(app);
  for (let warm = 0; warm < 20; warm += 1) await save();
  const thread = workerThread(worker);
  await settle();
  const { result, ...block } = await withBlocks(async () => {
    const times: number[] = [];
    let done = false;
    const took = timed(() => thread.run('compact', { folder, seq }).finally(() => { done = true; }));
    while (!done) times.push(await timed(save));
    return { times, took: await took };
  });
  await thread.close();
  await app.close();
  return { ...result, block };
}

async function noteSaver(app: App): Promise<() => Promise<void>> {
  const paperId = await app.papers.create({ title: 'A paper with a long note' });
  const id: NoteId = await app.notes.create({ paperId });
  let body = '';
  let version = 0;
  return async () => {
    body += SENTENCE;
    await app.notes.save({ id, body, version });
    version += 1;
  };
}

async function bareAppender(folder: string, bytes: number): Promise<{ append: () => Promise<void>; close: () => Promise<void> }> {
  const file = await open(join(folder, 'bare.log'), 'a');
  const line = Buffer.alloc(bytes, 'x');
  return {
    async append() {
      await file.appendFile(line);
      await file.datasync();
    },
    close: () => file.close(),
  };
}

function journalBytes(folder: string): number {
  return readdirSync(join(folder, 'journal')).reduce((sum, name) => sum + statSync(join(folder, 'journal', name)).size, 0);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
