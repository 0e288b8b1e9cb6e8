import { refusalOf, type Condition } from './condition';
import { record, type History, type Step } from './history';
import type { Clock, Opened, Store } from './ports';
import type { ReadonlyTables } from './tables';
import { apply, inverse, type Change, type Transaction } from './transaction';

/** What a use case wants to change, and how undo will call it. No changes: nothing to do. */
export interface Draft {
  label: string;
  changes: Change[];
}

export type Undone = { kind: 'done'; label: string } | { kind: 'nothing' };

/**
 * The library: its records in memory and the one way to change them. Changes are planned one after the
 * other; each is durable before memory follows and before anybody hears of it, and a failed write
 * changes nothing. Changes that wait together become durable together.
 */
export interface Library {
  /** Fill while the library is being read; whole once `ready` resolves. */
  readonly tables: ReadonlyTables;
  readonly ready: Promise<void>;
  readonly condition: Condition;
  readonly seq: number;
  readonly history: Readonly<History>;
  /**
   * Plans against the present state, writes, applies. `plan` runs when every earlier change is in.
   * Resolves with the transaction, or null when the plan had nothing to change.
   */
  commit(plan: (tables: ReadonlyTables) => Draft): Promise<Transaction | null>;
  /** The same for a plan that takes its time. Nothing else is changed meanwhile. */
  commitSlowly(plan: (tables: ReadonlyTables) => Promise<Draft>): Promise<Transaction | null>;
  undo(): Promise<Undone>;
  redo(): Promise<Undone>;
  /** Calls `listener` after each transaction; the answer ends it. */
  onCommit(listener: (transaction: Transaction) => void): () => void;
  close(): Promise<void>;
}

type Planned = Draft & Pick<Transaction, 'undoes' | 'redoes'>;

/** A plan that waits for its turn, and who waits for its outcome. */
type Waiting = { resolve(transaction: Transaction | null): void; reject(error: unknown): void } & (
  | { slow: false; plan(): Planned }
  | { slow: true; plan(): Promise<Planned | null> }
);

interface Ready { transaction: Transaction; waiting: Waiting }

export function openLibrary(store: Store, clock: Clock, opened: Opened): Library {
  const { tables } = opened;
  const listeners = new Set<(transaction: Transaction) => void>();
  const history: History = { undo: [], redo: [] };
  const queue: Waiting[] = [];
  let seq = 0;
  let device = '';
  let condition: Condition = { kind: 'sound' };
  let running: Promise<void> | undefined;

  const ready = opened.ready.then((found) => {
    ({ seq, device, condition } = found);
    history.undo.push(...found.history.undo);
    history.redo.push(...found.history.redo);
  });
  ready.catch(() => undefined); // every change, and whoever waits for `ready`, hears of it

  function enqueue(what: Pick<Waiting, 'slow' | 'plan'>): Promise<Transaction | null> {
    return new Promise((resolve, reject) => {
      queue.push({ ...what, resolve, reject } as Waiting);
      running ??= drain();
    });
  }

  async function drain(): Promise<void> {
    try {
      await ready;
    } catch (error) {
      for (const { reject } of queue.splice(0)) reject(error);
    }
    while (queue.length > 0) await write(queue[0]?.slow === true ? await planSlowly() : planTogether());
    running = undefined; // in the same moment in which the queue was seen empty, so that nobody waits in vain
  }

  /** Plans all that waits, each against the state that those before it make. That state is taken back at once: nobody sees what is not durable. */
  function planTogether(): Ready[] {
    const planned: Ready[] = [];
    for (let waiting = queue[0]; waiting?.slow === false; waiting = queue[0]) {
      queue.shift();
      try {
        const transaction = numbered(waiting.plan(), seq + planned.length + 1);
        if (transaction === null) waiting.resolve(null);
        else {
          apply(tables, transaction.changes);
          planned.push({ transaction, waiting });
        }
      } catch (error) {
        waiting.reject(error);
      }
    }
    for (const { transaction } of planned.toReversed()) apply(tables, transaction.changes.toReversed().map(inverse));
    return planned;
  }

  async function planSlowly(): Promise<Ready[]> {
    const waiting = queue.shift();
    if (waiting?.slow !== true) return [];
    try {
      const planned = await waiting.plan();
      const transaction = planned && numbered(planned, seq + 1);
      if (transaction === null) {
        waiting.resolve(null);
        return [];
      }
      apply(tables, transaction.changes); // proves that the changes fit before they reach the disk
      apply(tables, transaction.changes.toReversed().map(inverse));
      return [{ transaction, waiting }];
    } catch (error) {
      waiting.reject(error);
      return [];
    }
  }

  function numbered(planned: Planned, number: number): Transaction | null {
    if (planned.changes.length === 0) return null;
    const refusal = refusalOf(condition);
    if (refusal !== null) throw refusal;
    return { seq: number, at: clock.now(), device, ...planned };
  }

  async function write(planned: Ready[]): Promise<void> {
    if (planned.length === 0) return;
    try {
      await store.append(planned.map(({ transaction }) => transaction), history);
    } catch (error) {
      for (const { waiting } of planned) waiting.reject(error);
      return;
    }
    for (const { transaction, waiting } of planned) {
      apply(tables, transaction.changes);
      seq = transaction.seq;
      record(history, transaction);
      for (const listener of listeners) listener(transaction);
      waiting.resolve(transaction);
    }
  }

  async function step(from: 'undo' | 'redo'): Promise<Undone> {
    let last: Step | undefined;
    await enqueue({
      slow: true,
      async plan() {
        last = history[from].at(-1);
        if (last === undefined) return null;
        const { label, changes } = await store.transaction(last.seq);
        return from === 'undo'
          ? { label, changes: changes.toReversed().map(inverse), undoes: last.seq }
          : { label, changes, redoes: last.seq };
      },
    });
    return last === undefined ? { kind: 'nothing' } : { kind: 'done', label: last.label };
  }

  return {
    tables, ready, history,
    get condition() { return condition; },
    get seq() { return seq; },
    commit: (plan) => enqueue({ slow: false, plan: () => plan(tables) }),
    commitSlowly: (plan) => enqueue({ slow: true, plan: () => plan(tables) }),
    undo: () => step('undo'),
    redo: () => step('redo'),
    onCommit(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    async close() {
      while (running !== undefined) await running;
      await ready.catch(() => undefined);
      await store.close();
    },
  };
}
