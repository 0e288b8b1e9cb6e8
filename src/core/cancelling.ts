import { DomainError } from './errors';

/** Whether a piece of work is still wanted. */
export interface Wish {
  readonly isCancelled: boolean;
}

/** The same for whoever waits for it. */
export interface Cancellation extends Wish {
  /** Resolves when the work is no longer wanted. */
  readonly requested: Promise<void>;
}

/** The pieces of work under way that can be cancelled, by the names that those who wait for them have given. */
export class Jobs {
  private readonly running = new Map<string, () => void>();

  /** Does a piece of work that `cancel` may end until it is done. */
  async run<T>(name: string | undefined, work: (cancellation: Cancellation) => Promise<T>): Promise<T> {
    let isCancelled = false;
    let request: () => void = () => undefined;
    const requested = new Promise<void>((resolve) => { request = resolve; });
    const cancel = (): void => {
      isCancelled = true;
      request();
    };
    if (name !== undefined) this.running.set(name, cancel);
    try {
      return await work({ get isCancelled() { return isCancelled; }, requested });
    } finally {
      if (name !== undefined && this.running.get(name) === cancel) this.running.delete(name);
    }
  }

  /** Answers whether there was such work. It may be done nevertheless, where it was nearly finished. */
  cancel(name: string): boolean {
    const cancel = this.running.get(name);
    cancel?.();
    return cancel !== undefined;
  }
}

/** Throws `cancelled` where work is no longer wanted. */
export function refuseCancelled({ isCancelled }: Wish): void {
  if (isCancelled) throw new DomainError('cancelled', 'This was cancelled. Nothing has changed.');
}
