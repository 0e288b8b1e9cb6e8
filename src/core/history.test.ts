import { describe, expect, it } from 'vitest';
import { historyOf } from './history';
import type { Transaction } from './transaction';

const step = (seq: number, more: Partial<Transaction> = {}): Transaction => ({ seq, at: '', device: 'd', label: `step ${seq}`, changes: [], ...more });
const seqs = (steps: { seq: number }[]): number[] => steps.map(({ seq }) => seq);

describe('history', () => {
  it('moves an undone step to what can be redone, and a redone one back', () => {
    const undone = historyOf([step(1), step(2), step(3, { undoes: 2 })]);
    expect(seqs(undone.undo)).toEqual([1]);
    expect(seqs(undone.redo)).toEqual([2]);
    const redone = historyOf([step(1), step(2), step(3, { undoes: 2 }), step(4, { redoes: 2 })]);
    expect(seqs(redone.undo)).toEqual([1, 2]);
    expect(seqs(redone.redo)).toEqual([]);
  });

  it('forgets what could be redone at a new step', () => {
    const { undo, redo } = historyOf([step(1), step(2, { undoes: 1 }), step(3)]);
    expect(seqs(undo)).toEqual([3]);
    expect(redo).toEqual([]);
  });
});
