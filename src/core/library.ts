import { ChangeQueue, type Draft, type Planned } from './changeQueue';
import { refusalOf, type Condition } from './condition';
import { DomainError } from './errors';
import { record, type History, type Step } from './history';
import type { Clock, Opened, Store } from './ports';
import { shared } from './shared';
import type { ReadonlyTables } from './tables';
import { inverse, type Change, type Transaction } from './transaction';

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
  /** This copy of the library; '' until `ready` resolves. */
  readonly device: string;
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
  /** Calls `listener` whenever records have changed in `tables`, also when a plan sees what those before it will have made. */
  onApplied(listener: (changes: readonly Change[]) => void): void;
  /**
   * Goes on with what is sound of a damaged library; what was there is kept aside, in the folder named
   * in the answer. Throws `conflict` when the library is not damaged.
   */
  mend(): Promise<string>;
  close(): Promise<void>;
}

export function openLibrary(store: Store, clock: Clock, opened: Opened): Library {
  const { tables } = opened;
  const listeners = new Set<(transaction: Transaction) => void>();
  const followers: ((changes: readonly Change[]) => void)[] = [];
  const history: History = { undo: [], redo: [] };
  let seq = 0;
  let device = '';
  let condition: Condition = { kind: 'sound' };

  const ready = opened.ready.then((found) => {
    ({ seq, device, condition } = found);
    history.undo.push(...found.history.undo);
    history.redo.push(...found.history.redo);
  });
  ready.catch(() => undefined); // every change, and whoever waits for `ready`, hears of it

  const queue = new ChangeQueue({
    tables, ready,
    number(planned, ahead) {
      const refusal = refusalOf(condition);
      if (refusal !== null) throw refusal;
      return { seq: seq + ahead, at: clock.now(), device, ...planned };
    },
    applied(changes) {
      for (const follow of followers) follow(changes);
    },
    append: (transactions) => store.append(transactions, history),
    done(transaction) {
      seq = transaction.seq;
      record(history, transaction);
      for (const listener of listeners) listener(transaction);
    },
  });

  async function step(from: 'undo' | 'redo'): Promise<Undone> {
    let last: Step | undefined;
    await queue.add({
      slow: true,
      async plan() {
        last = history[from].at(-1);
        if (last === undefined) return null;
        return from === 'undo' ? takenBack(await store.transaction(last.seq)) : madeAgain(await store.transaction(last.seq));
      },
    });
    return last === undefined ? { kind: 'nothing' } : { kind: 'done', label: last.label };
  }

  async function mend(): Promise<string> {
    await ready;
    if (condition.kind !== 'damaged') throw new DomainError('conflict', 'This library is not damaged.');
    const aside = await store.mend(tables, seq, device);
    condition = { kind: 'sound' };
    history.undo.length = 0;
    history.redo.length = 0;
    return aside;
  }

  return {
    tables, ready, history,
    get condition() { return condition; },
    get seq() { return seq; },
    get device() { return device; },
    commit: (plan) => queue.add({ slow: false, plan }),
    commitSlowly: (plan) => queue.add({ slow: true, plan }),
    undo: () => step('undo'),
    redo: () => step('redo'),
    onCommit(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    onApplied: (listener) => { followers.push(listener); },
    mend: shared(mend), // two windows may ask at once, and a second mending would set aside what is written after the first
    async close() {
      await queue.idle();
      await ready.catch(() => undefined);
      await store.close();
    },
  };
}

function takenBack({ seq, label, changes }: Transaction): Planned {
  return { label, changes: changes.toReversed().map(inverse), undoes: seq };
}

function madeAgain({ seq, label, changes }: Transaction): Planned {
  return { label, changes, redoes: seq };
}
