import { describe, expect, it } from 'vitest';
import { cellAfter } from './gridKeys';

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });

describe('keys in a grid', () => {
  it('lead from cell to cell and stop at the edges', () => {
    expect(cellAfter(press('ArrowDown'), { row: 1, column: 1 }, 3, 4)).toEqual({ row: 2, column: 1 });
    expect(cellAfter(press('ArrowDown'), { row: 2, column: 1 }, 3, 4)).toEqual({ row: 2, column: 1 });
    expect(cellAfter(press('ArrowLeft'), { row: 2, column: 0 }, 3, 4)).toEqual({ row: 2, column: 0 });
    expect(cellAfter(press('End'), { row: 1, column: 0 }, 3, 4)).toEqual({ row: 1, column: 3 });
    expect(cellAfter(press('Home', true), { row: 2, column: 3 }, 3, 4)).toEqual({ row: 0, column: 0 });
    expect(cellAfter(press('x'), { row: 2, column: 3 }, 3, 4)).toBeNull();
  });
});
