import { describe, expect, it } from 'vitest';
import { linesOf, type Box } from './quads';

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

describe('the lines of a passage', () => {
  it('are made of the words beside one another', () => {
    expect(linesOf([box(0, 0, 30, 10), box(33, 1, 60, 11), box(0, 12, 40, 22)])).toEqual([box(0, 0, 60, 11), box(0, 12, 40, 22)]);
  });

  it('do not reach over from one column to the other', () => {
    expect(linesOf([box(0, 0, 100, 10), box(130, 0, 230, 10)])).toHaveLength(2);
  });

  it('take in what stands high or low in them, and nothing that is empty', () => {
    expect(linesOf([box(0, 0, 30, 10), box(30, -3, 34, 4), box(34, 0, 60, 10), box(60, 0, 60, 10)])).toEqual([box(0, -3, 60, 10)]);
  });
});
