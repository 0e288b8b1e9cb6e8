/**
 * A process that changes a library until it is killed, and says on its standard output what was
 * acknowledged: `try N` before and `ok N` after each deed. `node victim.js FOLDER FIRST`.
 */
import { writeSync } from 'node:fs';
import type { App } from '../../src/core/app';
import type { NoteId, PaperId } from '../../src/core/model';
import { openApp } from '../../src/node/openApp';
import { bodyOf, KINDS, kindOf, partsOf, titleOf } from './deeds';

/** So small that the snapshot is renewed every few deeds. */
const SEGMENT_BYTES = 20_000;
const BACKUP_EVERY = 30;

const [, , folder = '', first = '1'] = process.argv;
const app = await openApp(folder, new URL('worker.js', import.meta.url), undefined, SEGMENT_BYTES);
await app.ready;
const say = (line: string): void => { writeSync(1, `${line}\n`); };
say('open');
let paperId: PaperId = await app.papers.create({ title: 'where notes go' });
for (let n = Number(first); ; n += KINDS) {
  if (n % BACKUP_EVERY < KINDS) void app.backups.make().catch((error: unknown) => say(`backup failed: ${String(error)}`));
  // Several at once, so that they become durable together.
  await Promise.all(Array.from({ length: KINDS }, (_, kind) => acknowledged(app, n + kind)));
}

async function acknowledged(on: App, n: number): Promise<void> {
  say(`try ${n}`);
  await deed(on, n);
  say(`ok ${n}`);
}

async function deed({ papers, notes, imports }: App, n: number): Promise<void> {
  switch (kindOf(n)) {
    case 'paper':
      paperId = await papers.create({ title: titleOf(n) });
      break;
    case 'note':
      await notes.create({ paperId, title: titleOf(n), body: bodyOf(n) });
      break;
    case 'edit': {
      const note: NoteId = await notes.create({ paperId, title: titleOf(n), body: '' });
      await notes.save({ id: note, body: bodyOf(n), version: 0 });
      break;
    }
    case 'import': {
      const text = JSON.stringify(partsOf(n).map((title) => ({ id: title, type: 'article', title })));
      const { previewId } = await imports.preview({ text, fileName: `${n}.json`, format: 'csl-json' });
      await imports.commit({ previewId, complete: false });
      break;
    }
  }
}
