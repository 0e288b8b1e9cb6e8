import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** How often the event loop is looked at, in milliseconds. */
const RESOLUTION = 2;

/**
 * For how long the event loop did not turn at the longest, in milliseconds: by the clock, and how much of it this
 * thread was on a processor at the most. The difference is other processes' turn: on a busy machine an idle
 * process is late too. Without Linux's figures the two are the same.
 */
export interface Blocked { longestBlock: number; onProcessor: number }

/** Does a piece of work and says for how long it blocked the event loop. */
export async function withBlocks<T>(work: () => Promise<T>): Promise<Blocked & { result: T }> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  const watch = watchProcessor();
  await pause(4 * RESOLUTION); // the histogram counts from its second tick on
  const result = await work();
  await pause(4 * RESOLUTION); // a block at the very end is seen by the next tick
  delay.disable();
  const longestBlock = Math.max(0, delay.max / 1e6 - RESOLUTION);
  return { result, longestBlock, onProcessor: watch.stop() ?? longestBlock };
}

function watchProcessor(): { stop: () => number | undefined } {
  let last = processorTime();
  let longest = 0;
  const timer = setInterval(() => {
    const now = processorTime();
    if (now !== undefined && last !== undefined) longest = Math.max(longest, now - last);
    last = now;
  }, RESOLUTION);
  return {
    stop() {
      clearInterval(timer);
      return last === undefined ? undefined : longest;
    },
  };
}

/** Milliseconds that the main thread has been on a processor, where the kernel tells. */
function processorTime(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  return Number(readFileSync(`/proc/${process.pid}/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

/** Long enough for what a piece of work has left behind to be done. */
export const settle = (): Promise<void> => pause(1000);
