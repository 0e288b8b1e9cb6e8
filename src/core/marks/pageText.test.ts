import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageTextOf, passageOf, readable, runAt } from './pageText';

const runs = [{ str: 'Two ', hasEOL: false }, { str: 'columns of compu-', hasEOL: true }, { str: '', hasEOL: false }, { str: 'ters are read', hasEOL: true }];

describe('the text of a page', () => {
  it('is its runs with a line feed where a line ends', () => {
    expect(pageTextOf(runs)).toEqual({ text: 'Two columns of compu-\nters are read\n', starts: [0, 4, 22, 22] });
  });

  it('tells which run an offset lies in', () => {
    const page = pageTextOf(runs);
    expect([0, 3, 4, 21, 22, 30].map((offset) => runAt(page, offset))).toEqual([0, 0, 1, 1, 3, 3]);
    expect(runAt(pageTextOf([]), 0)).toBe(-1);
  });

  it('finds each character in the run that it came from', () => {
    const run = fc.record({ str: fc.string({ maxLength: 6 }), hasEOL: fc.boolean() });
    fc.assert(fc.property(fc.array(run, { maxLength: 20 }), (given) => {
      const page = pageTextOf(given);
      for (let offset = 0; offset < page.text.length; offset += 1) {
        const index = runAt(page, offset);
        const { str = '', hasEOL = false } = given[index] ?? {};
        expect((hasEOL ? `${str}\n` : str)[offset - (page.starts[index] ?? 0)]).toBe(page.text[offset]);
      }
    }));
  });
});

describe('a passage', () => {
  const page = pageTextOf(runs);

  it('is kept without the white space at its ends, with what stands beside it', () => {
    expect(passageOf(page, 3, 12)).toEqual({ start: 4, end: 11, exact: 'columns', prefix: 'Two ', suffix: ' of compu-\nters are read\n' });
  });

  it('is none where there is white space alone', () => {
    expect(passageOf(page, 3, 4)).toBeNull();
    expect(passageOf(page, 9, 9)).toBeNull();
  });

  it('reads as one line, its divided words whole', () => {
    expect(readable('of compu-\nters are\nread')).toBe('of computers are read');
    expect(readable('Levenberg-\nMarquardt')).toBe('Levenberg- Marquardt');
  });
});
