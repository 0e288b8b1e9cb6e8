import type { Timer } from '../core/ports';

export const systemTimer: Timer = {
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};
