import { act } from '../../app/act';
import { client } from '../../client';

/** A name for a piece of work that the host may be asked to end. */
export function newJob(): string {
  return crypto.randomUUID();
}

/** Asks the host to end a piece of work. Whoever waits for it hears how it ended. */
export function cancelJob(job: string): Promise<boolean | undefined> {
  return act(() => client.imports.cancel.mutate(job));
}
