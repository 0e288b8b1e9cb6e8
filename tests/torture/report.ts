import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether this is the long run, `npm run torture`. */
export const long = process.env['LECTERN_TORTURE'] !== undefined;

/** What was tried how many times, and from which seed where there is one. */
export interface Tried { what: string; count: number; failures: number; seed?: number }

/** Tells the long run of a trial, for its table. */
export function report(tried: Tried): void {
  const file = process.env['LECTERN_TORTURE'];
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(tried)}\n`);
}
