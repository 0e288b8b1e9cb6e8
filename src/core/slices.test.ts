import { describe, expect, it } from 'vitest';
import { inSlices } from './slices';

describe('work in slices', () => {
  it('does all of it, in order, and lets others have their turn when a slice has taken its time', async () => {
    let now = 0;
    const order: (number | 'others')[] = [];
    const clock = { elapsed: () => now, breathe: async () => { order.push('others'); } };
    await inSlices([1, 2, 3, 4, 5], clock, (n) => {
      order.push(n);
      now += 7;
    });
    expect(order).toEqual([1, 2, 'others', 3, 4, 'others', 5]);
  });
});
