import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSS_UNITS, GAP, layoutOf, mainPage, pageAt, pagesIn, placeAt, scaleOf, yOf } from './layout';

const letter = { width: 612, height: 792 };
const frame = { width: 800, height: 600 };
const laid = (count: number, options: Partial<Parameters<typeof layoutOf>[1]> = {}) => layoutOf(Array.from({ length: count }, () => letter), { scale: 1, rotation: 0, frame, only: null, ...options });

describe('the scale of pages', () => {
  const sizes = { widest: { width: 1000, height: 700 }, page: letter, frame };
  it('is a factor of their real size, within bounds', () => {
    expect(scaleOf(1, sizes)).toBe(CSS_UNITS);
    expect(scaleOf(100, sizes)).toBe(6 * CSS_UNITS);
    expect(scaleOf(0, sizes)).toBeCloseTo(0.2 * CSS_UNITS);
  });
  it('fits the widest page to the width, and a whole page into the frame', () => {
    expect(scaleOf('width', sizes)).toBeCloseTo((800 - 2 * GAP) / 1000);
    expect(scaleOf('page', sizes)).toBeCloseTo((600 - 2 * GAP) / 792);
  });
});

describe('the layout', () => {
  it('puts pages below one another, turned where they are', () => {
    const { pages, height, width } = laid(3, { rotation: 90 });
    expect(pages.map(({ top }) => top)).toEqual([GAP, 2 * GAP + 612, 3 * GAP + 2 * 612]);
    expect([height, width]).toEqual([4 * GAP + 3 * 612, 792 + 2 * GAP]);
  });

  it('shows one page alone in the middle', () => {
    const { pages } = laid(3, { only: 1, scale: 0.5 });
    expect(pages).toEqual([{ index: 1, top: 102, width: 306, height: 396 }]);
  });

  it('finds each place again', () => {
    fc.assert(fc.property(fc.array(fc.record({ width: fc.integer({ min: 50, max: 2000 }), height: fc.integer({ min: 50, max: 2000 }) }), { minLength: 1, maxLength: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (sizes, part) => {
      const layout = layoutOf(sizes, { scale: 1.3, rotation: 0, frame, only: null });
      const y = part * layout.height;
      expect(yOf(layout, placeAt(layout, y))).toBeCloseTo(y);
      const page = pageAt(layout, y);
      expect(page === layout.pages[0] || (page?.top ?? Infinity) <= y).toBe(true);
    }));
  });

  it('tells which pages a window shows, and which of them most', () => {
    const layout = laid(10);
    expect(pagesIn(layout, 0, 600)).toEqual({ first: 0, last: 0 });
    expect(pagesIn(layout, 700, 1400)).toEqual({ first: 0, last: 1 });
    expect(mainPage(layout, 700, 1400)).toBe(1);
    expect(mainPage(layout, 1e9, 1e9 + 600)).toBe(9);
    expect(mainPage(laid(3, { only: 2 }), 0, 600)).toBe(2);
    expect(pagesIn(laid(0), 0, 100)).toEqual({ first: 0, last: 0 });
    expect(yOf(laid(3, { only: 1 }), { page: 2, part: 0 })).toBeUndefined();
  });
});
