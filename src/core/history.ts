import type { Transaction } from './transaction';

/** A step that can be undone or redone: the transaction's number and what it did, in words. */
export interface Step {
  seq: number;
  label: string;
}

/**
 * What can be undone and redone, newest last. It follows from the order of transactions alone, so it
 * is the same after a restart: an undo moves a step to `redo`, a redo moves it back, anything else
 * is a new step and ends what could be redone. The changes of a step are the store's to give.
 */
export interface History {
  undo: Step[];
  redo: Step[];
}

/** How many steps are kept at hand; older ones stay readable in the journal. */
export const KEPT_STEPS = 2000;

export function record(history: History, { seq, label, undoes, redoes }: Transaction): void {
  if (undoes !== undefined) {
    const step = history.undo.pop();
    if (step) history.redo.push(step);
  } else if (redoes !== undefined) {
    const step = history.redo.pop();
    if (step) history.undo.push(step);
  } else {
    history.undo.push({ seq, label });
    if (history.undo.length > KEPT_STEPS) history.undo.shift();
    history.redo.length = 0;
  }
}

export function historyOf(transactions: readonly Transaction[]): History {
  const history: History = { undo: [], redo: [] };
  for (const transaction of transactions) record(history, transaction);
  return history;
}
