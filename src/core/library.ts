import { historyOf, record, type History } from './history';
import type { Clock, Store } from './ports';
import type { ReadonlyTables } from './tables';
import { apply, inverse, type Change, type Transaction } from './transaction';

/** What a use case wants to change, and how undo will call it. No changes: nothing to do. */
export interface Draft {
  label: string;
  changes: Change[];
}

export type Undone = { kind: 'done'; label: string } | { kind: 'nothing' };

/**
 * The library: its records in memory and the one way to change them. Changes are serialised; each is
 * durable before memory follows and before anybody hears of it, and a failed write changes nothing.
 */
export interface Library {
  readonly tables: ReadonlyTables;
  readonly seq: number;
  readonly history: Readonly<History>;
  /**
   * Plans against the present state, writes, applies. `plan` runs when every earlier change is in.
   * Resolves with the transaction, or null when the plan had nothing to change.
   */
  commit(plan: (tables: ReadonlyTables) => Draft | Promise<Draft>): Promise<Transaction | null>;
  undo(): Promise<Undone>;
  redo(): Promise<Undone>;
  /** Calls `listener` after each transaction; the answer ends it. */
  onCommit(listener: (transaction: Transaction) => void): () => void;
  close(): Promise<void>;
}

export async function openLibrary(store: Store, clock: Clock): Promise<Library> {
  const { tables, device, transactions, ...stored } = await store.load();
  const history = historyOf(transactions);
  const listeners = new Set<(transaction: Transaction) => void>();
  let seq = stored.seq;
  let tail: Promise<unknown> = Promise.resolve();

  function serialised<T>(work: () => Promise<T>): Promise<T> {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined); // the caller of `turn` hears of the failure; the next in line goes on
    return turn;
  }

  async function write(draft: Draft & Pick<Transaction, 'undoes' | 'redoes'>): Promise<Transaction> {
    const transaction: Transaction = { seq: seq + 1, at: clock.now(), device, ...draft };
    // Proves that the changes fit before they reach the disk; taken back so that memory follows the disk.
    apply(tables, transaction.changes);
    apply(tables, transaction.changes.toReversed().map(inverse));
    await store.append(transaction);
    apply(tables, transaction.changes);
    seq = transaction.seq;
    record(history, transaction);
    for (const listener of listeners) listener(transaction);
    return transaction;
  }

  function step(from: 'undo' | 'redo'): Promise<Undone> {
    return serialised(async () => {
      const last = history[from].at(-1);
      if (last === undefined) return { kind: 'nothing' };
      const changes = from === 'undo' ? last.changes.toReversed().map(inverse) : last.changes;
      await write({ label: last.label, changes, ...(from === 'undo' ? { undoes: last.seq } : { redoes: last.seq }) });
      return { kind: 'done', label: last.label };
    });
  }

  return {
    tables,
    history,
    get seq() { return seq; },
    commit: (plan) => serialised(async () => {
      const draft = await plan(tables);
      return draft.changes.length === 0 ? null : write(draft);
    }),
    undo: () => step('undo'),
    redo: () => step('redo'),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => serialised(() => store.close()),
  };
}
