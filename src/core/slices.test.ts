import { describe, expect, it } from 'vitest';
import { inShortSlices, inSlices, piecesOf } from './slices';

describe('work in slices', () => {
  it('does all of it, in order, and lets others have their turn when a slice has taken its time', async () => {
    let now = 0;
    const order: (number | 'others')[] = [];
    const clock = { elapsed: () => now, breathe: async () => { order.push('others'); } };
    const work = (n: number): void => {
      order.push(n);
      now += 7;
    };
    await inSlices([1, 2, 3, 4, 5], clock, work);
    expect(order.splice(0)).toEqual([1, 2, 'others', 3, 4, 'others', 5]);
    await inShortSlices([1, 2], clock, work);
    expect(order).toEqual([1, 'others', 2, 'others']);
  });

  it('goes through a list in pieces that tell where they begin', () => {
    for (const length of [0, 1, 256, 257, 1000]) {
      const items = Array.from({ length }, (_, index) => index);
      const pieces = [...piecesOf(items)];
      expect(pieces.flatMap(({ piece }) => piece)).toEqual(items);
      expect(pieces.map(({ from }) => from)).toEqual(pieces.map(({ piece }) => piece[0]));
    }
  });
});
