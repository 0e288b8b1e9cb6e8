import { open, rm } from 'node:fs/promises';
import type { Backups, Batch } from '../../core/ports';
import { withWords } from '../store/diskWords';
import type { WorkerThread } from '../worker/client';
import { datesOf, removeBackup } from './folder';
import { backupsOf } from './manifest';
import type { Prepared } from './prepareRestore';

/** The backups of a library folder. They are made and read in the worker thread, one at a time. */
export function folderBackups(folder: string, worker: Pick<WorkerThread, 'run'>): Backups {
  let last: Promise<unknown> = Promise.resolve();

  function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  }

  return {
    list: () => worker.run('listBackups', { folder }),
    dates: (reason) => withWords(folder, () => datesOf(folder, reason)),
    make: (reason, options) => oneAtATime(() => worker.run('makeBackup', { folder, reason, ...options })),
    async read(source) {
      const prepared = await oneAtATime(() => worker.run('prepareRestore', { folder, source }));
      return { info: prepared.info, batches: () => batchesOf(prepared), close: () => rm(prepared.file, { force: true }) };
    },
    remove: (name) => withWords(backupsOf(folder), () => removeBackup(folder, name)),
  };
}

async function* batchesOf({ file, places }: Prepared): AsyncGenerator<Batch> {
  const handle = await open(file, 'r');
  try {
    for (const { table, offset, length } of places) {
      const { buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, offset);
      const records: unknown = JSON.parse(buffer.toString('utf8')); // as the worker has checked
      yield { table, records } as Batch;
    }
  } finally {
    await handle.close();
  }
}
