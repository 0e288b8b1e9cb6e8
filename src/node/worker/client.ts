import { Worker } from 'node:worker_threads';
import { DomainError } from '../../core/errors';
import type { Job, Outcome } from './index';
import type { TaskName, Tasks } from './tasks';

/** A thread for long work. It is started by the first task and does not keep the process alive by itself. */
export interface WorkerThread {
  run<T extends TaskName>(task: T, input: Parameters<Tasks[T]>[0]): ReturnType<Tasks[T]>;
  close(): Promise<void>;
}

interface Waiting { resolve(result: unknown): void; reject(error: DomainError): void }

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
      if (worker === fresh) worker = undefined;
      failAll(new Error('The worker thread ended.'));
    });
    fresh.unref();
    worker = fresh;
    return fresh;
  }

  function settle(outcome: Outcome): void {
    const job = waiting.get(outcome.id);
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
    run<T extends TaskName>(task: T, input: Parameters<Tasks[T]>[0]) {
      const id = (last += 1);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        const thread = started();
        thread.ref();
        thread.postMessage({ id, task, input } satisfies Job);
      }) as ReturnType<Tasks[T]>;
    },
    async close() {
      await worker?.terminate();
    },
  };
}
