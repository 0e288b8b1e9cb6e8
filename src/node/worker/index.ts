import { parentPort } from 'node:worker_threads';
import { DomainError } from '../../core/errors';
import { tasks, type TaskName } from './tasks';
import { watchOf, type Watch } from './watch';

/** A piece of work on its way to the thread, and its outcome on the way back. */
export interface Job {
  id: number;
  task: TaskName;
  input: unknown;
  /** Becomes 1 when nobody waits for the outcome any more. */
  cancelled?: Int32Array | undefined;
}
export type Outcome =
  | { id: number; result: unknown }
  /** The part that is done; the outcome is yet to come. */
  | { id: number; part: number }
  | { id: number; failure: { code: DomainError['code']; message: string } };

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread only.');

port.on('message', ({ id, task, input, cancelled }: Job) => {
  const watch = watchOf(cancelled, (part) => port.postMessage({ id, part } satisfies Outcome));
  (tasks[task] as (input: unknown, watch: Watch) => Promise<unknown>)(input, watch).then(
    (result) => port.postMessage({ id, result } satisfies Outcome),
    (error: unknown) => port.postMessage({ id, failure: failureOf(error) } satisfies Outcome),
  );
});

function failureOf(error: unknown): { code: DomainError['code']; message: string } {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  return { code: 'internal', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
