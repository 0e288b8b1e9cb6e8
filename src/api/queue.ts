import type { Wish } from '../core/cancelling';

/** Work is wanted until its caller has left. */
export function wishOf(signal: AbortSignal | undefined): Wish {
  return { get isCancelled() { return signal?.aborted ?? false; } };
}

/**
 * What a source pushes, as a stream that ends with the signal. The source is listened to from the
 * first step on and left at the end, however that comes.
 */
export async function* queueOf<T>(listen: (push: (value: T) => void) => () => void, signal: AbortSignal | undefined): AsyncGenerator<T, void> {
  const waiting: T[] = [];
  let wake: () => void = () => undefined;
  const leave = listen((value) => {
    waiting.push(value);
    wake();
  });
  let left = signal?.aborted ?? false;
  const stop = (): void => {
    left = true;
    wake();
  };
  signal?.addEventListener('abort', stop);
  try {
    while (!left) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else await new Promise<void>((resolve) => { wake = resolve; });
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    leave();
  }
}
