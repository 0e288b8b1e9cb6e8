/** What fails more often is not tried again. */
const MOST_TRIES = 4;

/** Something that is begun once, and again where it fails. */
export interface Beginning<T> {
  readonly hasBegun: boolean;
  /** Begins it, unless it has begun. */
  start(): void;
  /** Begins it again, for a reason that is told where that has been done too often. */
  again(cause: unknown): void;
  /** What comes of it, as often as it is begun again on the way. */
  outcome(): Promise<T>;
  /** From now on it is not begun again, and nothing is told. */
  stop(): void;
}

export function beginning<T>(begin: () => Promise<T>, onFailed: (cause: unknown) => void): Beginning<T> {
  let attempt: Promise<T> | undefined;
  let tries = 0;
  let isStopped = false;

  function once(): Promise<T> {
    tries += 1;
    const own = begin();
    own.catch((cause: unknown) => { if (attempt === own) again(cause); });
    return own;
  }

  function again(cause: unknown): void {
    if (isStopped) return;
    if (tries < MOST_TRIES) attempt = once();
    else onFailed(cause);
  }

  return {
    get hasBegun() { return attempt !== undefined; },
    start: () => { attempt ??= once(); },
    again,
    async outcome() {
      for (;;) {
        const own = (attempt ??= once());
        try {
          return await own;
        } catch (cause) {
          if (attempt === own) throw cause;
        }
      }
    },
    stop: () => { isStopped = true; },
  };
}
