import { setTimeout as pause } from 'node:timers/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How often the event loop is looked at, in milliseconds. */
const RESOLUTION = 2;

/**
 * Does a piece of work and says for how long it kept the event loop from turning at the longest, in
 * milliseconds. The timer behind the measure is itself late now and then: an idle process is the yardstick.
 */
export async function withBlocks<T>(work: () => Promise<T>): Promise<{ result: T; longestBlock: number }> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  const result = await work();
  await pause(4 * RESOLUTION); // a block at the very end is seen by the next tick
  delay.disable();
  return { result, longestBlock: delay.max / 1e6 };
}

/** Long enough for what a piece of work has left behind to be done. */
export const settle = (): Promise<void> => pause(1000);
