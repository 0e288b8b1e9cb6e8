import type { PaperReader } from '../../core/ports';
import type { WorkerThread } from './client';

/** Reads papers in the worker thread and fetches them in portions. */
export function paperReader(worker: Pick<WorkerThread, 'run'>): PaperReader {
  return {
    async read(text, { format, fileName }) {
      const { key, ...reading } = await worker.run('read', { text, format, fileName });
      if (key === null) return reading;
      for (let portion = await worker.run('readOn', { key }); portion.length > 0; portion = await worker.run('readOn', { key })) reading.papers.push(...portion);
      return reading;
    },
  };
}
