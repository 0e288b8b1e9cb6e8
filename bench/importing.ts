import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importUseCases } from '../src/core/imports';
import { indexKeys } from '../src/core/keysInUse';
import { openLibrary } from '../src/core/library';
import type { Change } from '../src/core/transaction';
import { systemClock } from '../src/node/clock';
import { randomIds } from '../src/node/ids';
import { lowdbStore } from '../src/node/store/lowdbStore';
import { paperReader } from '../src/node/worker/paperReader';
import { workerThread } from '../src/node/worker/client';
import { settle, withBlocks, type Blocked } from './blocks';
import { worker } from './opening';

const ROUNDS = 5;

/**
 * Imports the papers of `papers.csl.json` as one transaction and takes them back, in turn with writing the
 * same records once as JSON. The backup that the app makes before an import as large is left out.
 */
export async function measureImport(folder: string): Promise<unknown> {
  const text = await readFile(join(folder, 'papers.csl.json'), 'utf8');
  const thread = workerThread(worker);
  const store = lowdbStore(folder, { clock: systemClock, compact: (path, seq) => thread.run('compact', { folder: path, seq }) });
  const library = openLibrary(store, systemClock, store.open());
  await library.ready;
  const imports = importUseCases({ library, reader: paperReader(thread), clock: systemClock, ids: randomIds, keys: indexKeys(library, systemClock), onProgress: () => undefined, beforeLarge: () => Promise.resolve() });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await settle();
    const preview = await withBlocks(() => timed(() => imports.preview({ text, fileName: 'papers.json', format: 'csl-json' })));
    await settle();
    const commit = await withBlocks(() => timed(() => imports.commit({ previewId: preview.result.value.previewId, complete: false })));
    const records = await lastRecords(folder);
    const bare = await timed(() => writeOnce(join(folder, 'bare.json'), records));
    await settle();
    const undo = await withBlocks(() => library.undo());
    rounds.push({
      papers: records.length,
      preview: preview.result.took, previewBlock: blockOf(preview),
      commit: commit.result.took, commitBlock: blockOf(commit),
      bare: bare.took, undoBlock: blockOf(undo),
    });
  }
  await library.close();
  await thread.close();
  return { rounds };
}

const blockOf = ({ longestBlock, onProcessor }: Blocked): Blocked => ({ longestBlock, onProcessor });

/** The records that the last transaction of the journal made. */
async function lastRecords(folder: string): Promise<unknown[]> {
  const last = (await readdir(join(folder, 'journal'))).filter((name) => name.endsWith('.jsonl')).toSorted().at(-1) ?? '';
  const line = (await readFile(join(folder, 'journal', last), 'utf8')).trimEnd().split('\n').at(-1) ?? '';
  const { changes } = JSON.parse(line.slice(9)) as { changes: Change[] };
  return changes.map((change) => (change.op === 'create' ? change.record : null));
}

async function writeOnce(path: string, records: unknown[]): Promise<void> {
  const file = await open(path, 'w');
  await file.writeFile(JSON.stringify(records));
  await file.sync();
  await file.close();
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; took: number }> {
  const began = performance.now();
  const value = await work();
  return { value, took: performance.now() - began };
}
