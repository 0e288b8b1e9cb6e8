import type { Clock, Timer } from './ports';

/** How often it is looked whether it is quiet, in milliseconds. */
const TICK_MS = 200;
/** What is asked for again within this time is done together… */
const QUIET_MS = 400;
/** …but nothing waits longer than this. */
const PATIENCE_MS = 1000;

/** Work that is done soon after it was asked for, once for all that asked meanwhile, and never twice at the same time. */
export interface WhenQuiet {
  ask(): void;
  /** Does other work in between, at once or when what is under way is done. */
  between<T>(work: () => Promise<T>): Promise<T>;
  /** Ends it, after what is under way. Answers whether something was still waiting. */
  stop(): Promise<boolean>;
}

/** `work` does not reject. */
export function whenQuiet(work: () => Promise<void>, { clock, timer }: { clock: Pick<Clock, 'elapsed'>; timer: Timer }): WhenQuiet {
  let waiting: { first: number; last: number } | null = null;
  let ticking: (() => void) | null = null;
  let running = false;
  let stopped = false;
  let underWay: Promise<unknown> = Promise.resolve();

  function tick(): void {
    if (running) return;
    const now = clock.elapsed();
    if (waiting === null) stopTicking();
    else if (now - waiting.last >= QUIET_MS || now - waiting.first >= PATIENCE_MS) {
      waiting = null;
      running = true;
      void between(work).finally(() => { running = false; });
    }
  }

  function stopTicking(): void {
    ticking?.();
    ticking = null;
  }

  function between<T>(other: () => Promise<T>): Promise<T> {
    const done = underWay.then(other);
    underWay = done.catch(() => undefined); // whoever asked for it hears of it
    return done;
  }

  return {
    between,
    ask() {
      const now = clock.elapsed();
      waiting = { first: waiting?.first ?? now, last: now };
      if (!stopped) ticking ??= timer.every(TICK_MS, tick);
    },
    async stop() {
      stopped = true;
      stopTicking();
      await underWay;
      return waiting !== null;
    },
  };
}
