import { parentPort } from 'node:worker_threads';
import { DomainError } from '../../core/errors';
import { tasks, type TaskName } from './tasks';

/** A piece of work on its way to the thread, and its outcome on the way back. */
export interface Job { id: number; task: TaskName; input: unknown }
export type Outcome =
  | { id: number; result: unknown }
  | { id: number; failure: { code: DomainError['code']; message: string } };

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread only.');

port.on('message', ({ id, task, input }: Job) => {
  (tasks[task] as (input: unknown) => Promise<unknown>)(input).then(
    (result) => port.postMessage({ id, result } satisfies Outcome),
    (error: unknown) => port.postMessage({ id, failure: failureOf(error) } satisfies Outcome),
  );
});

function failureOf(error: unknown): { code: DomainError['code']; message: string } {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  return { code: 'internal', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
