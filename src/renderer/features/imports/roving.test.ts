import { describe, expect, it } from 'vitest';
import { moveOf } from './roving';

describe('moveOf', () => {
  it('goes by rows and pages and stays within the list', () => {
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => moveOf(key, 10, 100))).toEqual([11, 9, 18, 2, 0, 99]);
    expect(['ArrowDown', 'PageDown', 'End'].map((key) => moveOf(key, 2, 3))).toEqual([2, 2, 2]);
    expect(['ArrowUp', 'PageUp', 'Home'].map((key) => moveOf(key, 0, 3))).toEqual([0, 0, 0]);
  });

  it('leaves other keys to others', () => {
    expect(moveOf(' ', 0, 3)).toBeNull();
    expect(moveOf('Tab', 0, 3)).toBeNull();
  });
});
