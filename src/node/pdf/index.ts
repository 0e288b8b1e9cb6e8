import { DomainError } from '../../core/errors';
import type { PdfMarks } from '../../core/marks/pdfMarks';
import type { WorkerThread } from '../worker/client';

/** A file on which the work takes longer is given up, in milliseconds. */
const PATIENCE_MS = 120_000;

/** Reads and writes marks in a thread of its own. A file on which that does not come to an end costs the thread, and the next begins a fresh one. */
export function workerPdfMarks(thread: Pick<WorkerThread, 'run' | 'close'>): PdfMarks {
  async function within<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const endless = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new DomainError('unreadable', 'Lectern could not come to an end with this PDF, which seems to be broken.'));
        void thread.close();
      }, PATIENCE_MS);
    });
    try {
      return await Promise.race([work, endless]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    read: (path) => within(thread.run('readMarks', { path })),
    write: (job) => within(thread.run('writeMarks', job)),
    move: (job) => within(thread.run('movePassages', job)),
  };
}
