import type { Cancellation } from '../../core/cancelling';
import { DomainError } from '../../core/errors';
import type { ReadOptions } from '../../core/formats/read';
import type { Reading } from '../../core/formats/reading';
import type { PaperReader } from '../../core/ports';
import type { WorkerThread } from './client';

/**
 * Reads papers in a thread of their own and fetches them in portions. A reading cannot be interrupted, so the thread is
 * ended where one is cancelled; it begins anew with the next.
 */
export function paperReader(thread: Pick<WorkerThread, 'run' | 'close'>): PaperReader {
  return {
    read: (text, options, { cancellation, onPart }) => Promise.race([readAll(thread, text, options, onPart), endOn(cancellation, thread)]),
  };
}

async function readAll(thread: Pick<WorkerThread, 'run'>, text: string, options: ReadOptions, onProgress: (part: number) => void): Promise<Reading> {
  const { key, ...reading } = await thread.run('read', { text, ...options }, { onProgress });
  if (key === null) return reading;
  for (let portion = await thread.run('readOn', { key }); portion.length > 0; portion = await thread.run('readOn', { key })) reading.papers.push(...portion);
  return reading;
}

async function endOn({ requested }: Cancellation, thread: Pick<WorkerThread, 'close'>): Promise<never> {
  await requested;
  // Before the thread's own failure: the first to reject is the one that is told.
  void thread.close();
  throw new DomainError('cancelled', 'Reading was cancelled. Nothing has changed.');
}
