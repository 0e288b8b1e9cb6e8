import type { ReadonlyTables, Tables } from './tables';
import { apply, inverse, type Change, type Transaction } from './transaction';

/** What a use case wants to change, and how undo will call it. No changes: nothing to do. */
export interface Draft {
  label: string;
  changes: Change[];
}

/** A draft that may take another transaction back, or make it again. */
export type Planned = Draft & Pick<Transaction, 'undoes' | 'redoes'>;

/** A plan that waits for its turn, and who waits for its outcome. */
type Waiting = { resolve: (transaction: Transaction | null) => void; reject: (error: unknown) => void } & (
  | { slow: false; plan: (tables: ReadonlyTables) => Planned }
  | { slow: true; plan: (tables: ReadonlyTables) => Promise<Planned | null> }
);

interface Ready { transaction: Transaction; waiting: Waiting }

interface Needs {
  tables: Tables;
  /** Nothing is planned before. */
  ready: Promise<void>;
  /** The transaction of a plan that is the `ahead`th to come. Throws when nothing may be changed. */
  number(planned: Planned, ahead: number): Transaction;
  /** Makes transactions durable, all or none. */
  append(transactions: Transaction[]): Promise<void>;
  /** Hears of records that have changed in memory, also for as long as plans are made. */
  applied(changes: readonly Change[]): void;
  /** Hears of each transaction when memory has followed. */
  done(transaction: Transaction): void;
}

/** Plans changes one after the other and writes those that wait together at once. */
export class ChangeQueue {
  private readonly queue: Waiting[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly needs: Needs) {}

  /** Resolves with the transaction when it is durable and in memory; null when the plan had nothing to change. */
  add(what: Pick<Waiting, 'slow' | 'plan'>): Promise<Transaction | null> {
    return new Promise((resolve, reject) => {
      this.queue.push({ ...what, resolve, reject } as Waiting);
      this.running ??= this.drain();
    });
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    while (this.running !== undefined) await this.running;
  }

  private async drain(): Promise<void> {
    try {
      await this.needs.ready;
    } catch (error) {
      for (const { reject } of this.queue.splice(0)) reject(error);
    }
    while (this.queue.length > 0) await this.write(this.queue[0]?.slow === true ? await this.planSlowly() : this.planTogether());
    this.running = undefined; // in the same moment in which the queue was seen empty, so that nobody waits in vain
  }

  /** Plans all that waits, each against the state that those before it make. That state is taken back at once: nobody sees what is not durable. */
  private planTogether(): Ready[] {
    const { tables } = this.needs;
    const ready: Ready[] = [];
    for (let waiting = this.queue[0]; waiting?.slow === false; waiting = this.queue[0]) {
      this.queue.shift();
      try {
        const planned = waiting.plan(tables);
        if (planned.changes.length === 0) waiting.resolve(null);
        else {
          const transaction = this.needs.number(planned, ready.length + 1);
          this.make(transaction.changes);
          ready.push({ transaction, waiting });
        }
      } catch (error) {
        waiting.reject(error);
      }
    }
    for (const { transaction } of ready.toReversed()) this.make(transaction.changes.toReversed().map(inverse));
    return ready;
  }

  private async planSlowly(): Promise<Ready[]> {
    const { tables } = this.needs;
    const waiting = this.queue.shift();
    if (waiting?.slow !== true) return [];
    try {
      const planned = await waiting.plan(tables);
      if (planned === null || planned.changes.length === 0) {
        waiting.resolve(null);
        return [];
      }
      const transaction = this.needs.number(planned, 1);
      apply(tables, transaction.changes); // proves that the changes fit before they reach the disk
      apply(tables, transaction.changes.toReversed().map(inverse));
      return [{ transaction, waiting }];
    } catch (error) {
      waiting.reject(error);
      return [];
    }
  }

  private make(changes: readonly Change[]): void {
    apply(this.needs.tables, changes);
    this.needs.applied(changes);
  }

  private async write(ready: Ready[]): Promise<void> {
    if (ready.length === 0) return;
    try {
      await this.needs.append(ready.map(({ transaction }) => transaction));
    } catch (error) {
      for (const { waiting } of ready) waiting.reject(error);
      return;
    }
    for (const { transaction, waiting } of ready) {
      this.make(transaction.changes);
      this.needs.done(transaction);
      waiting.resolve(transaction);
    }
  }
}
