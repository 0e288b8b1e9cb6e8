import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../../src/core/app';

/** Milliseconds that a piece of work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** What the reading list takes to import, and what writing its papers once, durably, takes without us. */
export async function timeImport(app: App, text: string, scratch: string): Promise<{ ours: number; bare: number; papers: number }> {
  let papers = 0;
  const ours = await timed(async () => {
    const { previewId } = await app.imports.preview({ text, fileName: 'list.txt', format: 'auto' });
    papers = (await app.imports.commit({ previewId, complete: false })).added.length;
  });
  const records = (await app.papers.view({ scope: { kind: 'all' }, filter: '', sort: { column: 'added', direction: 'ascending' } })).map((id) => app.papers.get(id).paper);
  const bare = await timed(async () => {
    const file = await open(join(scratch, 'bare.json'), 'w');
    await file.writeFile(JSON.stringify(records));
    await file.sync();
    await file.close();
  });
  await app.undo();
  return { ours, bare, papers };
}

/** Saves of a growing note until durable, and the same number of bytes appended and forced to a bare file, in turn. */
export async function timeNoteSaves(app: App, scratch: string, saves: number): Promise<{ ours: number[]; bare: number[] }> {
  const paperId = await app.papers.create({ title: 'A paper with a long note' });
  const id = await app.notes.create({ paperId });
  const file = await open(join(scratch, 'bare.log'), 'a');
  const ours: number[] = [];
  const bare: number[] = [];
  const sentence = 'Two hundred characters of thought are added at every save, as somebody would who writes without haste and lets the words be kept for them while they go on to the next sentence of the note at hand. ';
  let body = '';
  for (let version = 0; version < saves; version += 1) {
    body += sentence;
    ours.push(await timed(() => app.notes.save({ id, body, version })));
    bare.push(await timed(async () => {
      await file.appendFile('x'.repeat(700));
      await file.datasync();
    }));
  }
  await file.close();
  return { ours, bare };
}
