import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../core/ports';

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  elapsed: () => performance.now(),
  breathe: () => setImmediate(),
};
