import type { Transaction } from './transaction';

/**
 * What can be undone and redone, newest last. It follows from the order of transactions alone, so it
 * is the same after a restart: an undo moves a step to `redo`, a redo moves it back, anything else
 * is a new step and ends what could be redone.
 */
export interface History {
  undo: Transaction[];
  redo: Transaction[];
}

export function record(history: History, transaction: Transaction): void {
  if (transaction.undoes !== undefined) {
    const step = history.undo.pop();
    if (step) history.redo.push(step);
  } else if (transaction.redoes !== undefined) {
    const step = history.redo.pop();
    if (step) history.undo.push(step);
  } else {
    history.undo.push(transaction);
    history.redo.length = 0;
  }
}

export function historyOf(transactions: readonly Transaction[]): History {
  const history: History = { undo: [], redo: [] };
  for (const transaction of transactions) record(history, transaction);
  return history;
}
