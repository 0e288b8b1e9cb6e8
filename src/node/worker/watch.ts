import { DomainError } from '../../core/errors';

/** How a task in the thread tells how far it is, and learns that nobody waits for it any more. */
export interface Watch {
  /** Tells the part that is done, from 0 to 1. Throws `cancelled` when the work is to end. */
  report(part: number): void;
}

/** So often is progress told, in milliseconds. */
const INTERVAL_MS = 80;

/** `cancelled` is shared with the thread that asked: 1 ends the work, which need not come to rest to see that. */
export function watchOf(cancelled: Int32Array | undefined, tell: (part: number) => void): Watch {
  let told = performance.now();
  return {
    report(part) {
      if (cancelled !== undefined && Atomics.load(cancelled, 0) === 1) throw new DomainError('cancelled', 'This was cancelled.');
      if (performance.now() - told < INTERVAL_MS) return;
      told = performance.now();
      tell(part);
    },
  };
}
