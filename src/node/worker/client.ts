import { Worker } from 'node:worker_threads';
import { DomainError } from '../../core/errors';
import type { Job, Outcome } from './index';
import type { TaskName, Tasks } from './tasks';

/** A thread for long work. It is started by the first task and does not keep the process alive by itself. */
export interface WorkerThread {
  /** `watched` hears the part that is done and may end the work, if it is of the kind that looks up. */
  run<T extends TaskName>(task: T, input: Parameters<Tasks[T]>[0], watched?: Watched): ReturnType<Tasks[T]>;
  /** Ends the thread at whatever it is; what it was doing fails. The next task begins a new one. */
  close(): Promise<void>;
}

export interface Watched {
  onProgress: (part: number) => void;
  /** Ends the work, unless the thread is closed for that. */
  signal?: AbortSignal;
}

interface Waiting { resolve(result: unknown): void; reject(error: DomainError): void; onProgress?: ((part: number) => void) | undefined }

/** `script` is the built worker, beside the entry of each host. */
export function workerThread(script: URL): WorkerThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function started(): Worker {
    if (worker !== undefined) return worker;
    const fresh = new Worker(script);
    fresh.on('message', settle);
    fresh.on('error', (error) => failAll(error));
    fresh.on('exit', () => {
      if (worker === fresh) forget(new Error('The worker thread ended.'));
    });
    fresh.unref();
    worker = fresh;
    return fresh;
  }

  function forget(cause: Error): void {
    worker = undefined;
    failAll(cause);
  }

  function settle(outcome: Outcome): void {
    const job = waiting.get(outcome.id);
    if ('part' in outcome) {
      job?.onProgress?.(outcome.part);
      return;
    }
    waiting.delete(outcome.id);
    if (waiting.size === 0) worker?.unref();
    if (job === undefined) return;
    if ('failure' in outcome) job.reject(new DomainError(outcome.failure.code, outcome.failure.message));
    else job.resolve(outcome.result);
  }

  function failAll(cause: Error): void {
    for (const job of waiting.values()) job.reject(new DomainError('internal', `A piece of work was broken off: ${cause.message}. Try again.`, { cause }));
    waiting.clear();
  }

  return {
    run<T extends TaskName>(task: T, input: Parameters<Tasks[T]>[0], watched?: Watched) {
      const id = (last += 1);
      const cancelled = watched?.signal && new Int32Array(new SharedArrayBuffer(4));
      watched?.signal?.addEventListener('abort', () => { if (cancelled) Atomics.store(cancelled, 0, 1); }, { once: true });
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress: watched?.onProgress });
        const thread = started();
        thread.ref();
        thread.postMessage({ id, task, input, cancelled } satisfies Job);
      }) as ReturnType<Tasks[T]>;
    },
    async close() {
      const ending = worker;
      forget(new Error('The worker thread was ended.'));
      await ending?.terminate();
    },
  };
}
