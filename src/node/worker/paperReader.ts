import { DomainError } from '../../core/errors';
import type { ReadOptions } from '../../core/formats/read';
import type { Reading } from '../../core/formats/reading';
import type { Cancellation, PaperReader } from '../../core/ports';
import type { WorkerThread } from './client';

/**
 * Reads papers in a thread of their own and fetches them in portions. A reading cannot be interrupted, so the thread is
 * ended where one is cancelled; it begins anew with the next.
 */
export function paperReader(thread: Pick<WorkerThread, 'run' | 'close'>): PaperReader {
  return {
    read(text, options, cancellation) {
      const reading = readAll(thread, text, options);
      return cancellation === undefined ? reading : unlessCancelled(reading, cancellation, () => thread.close());
    },
  };
}

async function readAll(thread: Pick<WorkerThread, 'run'>, text: string, options: ReadOptions): Promise<Reading> {
  const { key, ...reading } = await thread.run('read', { text, ...options });
  if (key === null) return reading;
  for (let portion = await thread.run('readOn', { key }); portion.length > 0; portion = await thread.run('readOn', { key })) reading.papers.push(...portion);
  return reading;
}

function unlessCancelled<T>(work: Promise<T>, cancellation: Cancellation, stop: () => Promise<void>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      reject(new DomainError('cancelled', 'Reading was cancelled. Nothing has changed.'));
      void stop();
    };
    if (cancellation.aborted) cancel();
    cancellation.addEventListener('abort', cancel, { once: true });
    const leave = (): void => cancellation.removeEventListener('abort', cancel);
    work.then((value) => { leave(); resolve(value); }, (error: Error) => { leave(); reject(error); });
  });
}
