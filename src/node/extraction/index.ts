import { refuseCancelled, type Cancellation } from '../../core/cancelling';
import { DomainError } from '../../core/errors';
import type { FileTexts, TextFile, TextOutcome } from '../../core/files/texts';
import type { WorkerThread } from '../worker/client';
import { keepText, knownText, pagesIn } from './textCache';

/** A file that takes longer to be looked at, or to give its next pages, is given up, in milliseconds. */
const PATIENCE_MS = 30_000;

type Thread = Pick<WorkerThread, 'run' | 'close'>;

/**
 * Reads files in threads of their own: one looks at a file that somebody waits for, the other reads in the background, one
 * file after the other. A file on which reading does not come to an end costs its thread, and the next gets a fresh one.
 */
export function fileTexts(library: string, threads: { glancing: Thread; reading: Thread }, patience = PATIENCE_MS): FileTexts {
  let last: Promise<unknown> = Promise.resolve();

  async function readOne(file: TextFile, { onPart, cancellation }: { onPart: (part: number) => void; cancellation: Cancellation }): Promise<TextOutcome> {
    refuseCancelled(cancellation);
    const abandoned = new AbortController();
    void cancellation.requested.then(() => abandoned.abort());
    try {
      return await within(patience, threads.reading, (onProgress) => threads.reading.run('readText', { library, ...file }, { signal: abandoned.signal, onProgress: (part) => {
        onProgress();
        onPart(part);
      } }));
    } catch (error) {
      if (!(error instanceof Endless)) throw error;
      await keepText(library, file.sha256, { reason: error.message });
      return { kind: 'unreadable', reason: error.message };
    }
  }

  return {
    glance: (path) => within(patience, threads.glancing, (onProgress) => threads.glancing.run('glance', { path }, { onProgress })),
    read(file, watched) {
      const done = last.then(() => readOne(file, watched));
      last = done.catch(() => undefined); // whoever asked for it hears of it
      return done;
    },
    known: (sha256) => knownText(library, sha256),
    pages: (sha256) => pagesIn(library, sha256),
  };
}

class Endless extends DomainError {
  constructor() {
    super('unreadable', 'Lectern could not come to an end with this PDF, which seems to be broken. It can be kept, but its text cannot be read.');
  }
}

/** Work in a thread that tells of its progress; one that tells nothing for too long is ended with its thread. */
async function within<T>(patience: number, thread: Thread, work: (onProgress: () => void) => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const endless = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Endless());
      void thread.close();
    }, patience);
  });
  try {
    return await Promise.race([work(() => timer?.refresh()), endless]);
  } finally {
    clearTimeout(timer);
  }
}
