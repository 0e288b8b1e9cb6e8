import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSlices, mergeSorted, sortInSlices } from './slices';

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

describe('sorting in slices', () => {
  const clock = { elapsed: () => 0, breathe: () => Promise.resolve() };
  const byKey = (a: { key: number }, b: { key: number }): number => a.key - b.key;

  it('sorts as toSorted does, stably, whatever the number', async () => {
    for (const length of [0, 1, 4096, 4097, 20_000]) {
      const items = Array.from({ length }, (_, index) => ({ key: (index * 7919) % 101, index }));
      expect(await sortInSlices(items, byKey, clock)).toEqual(items.toSorted(byKey));
    }
  });

  it('joins two sorted lists into one', () => {
    const list = fc.array(fc.integer({ min: 0, max: 9 })).map((keys) => keys.toSorted((a, b) => a - b).map((key) => ({ key })));
    fc.assert(fc.property(list, list, (left, right) => {
      expect(mergeSorted(left, right, byKey)).toEqual([...left, ...right].toSorted(byKey));
    }));
  });
});
