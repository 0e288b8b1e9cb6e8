import type { Clock } from '../../core/ports';

/** The window's own clock; a breath lets it draw and hear. */
export const windowClock: Pick<Clock, 'elapsed' | 'breathe'> = {
  elapsed: () => performance.now(),
  breathe: () => new Promise((resolve) => { setTimeout(resolve); }),
};
