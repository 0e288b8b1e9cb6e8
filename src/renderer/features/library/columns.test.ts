import { describe, expect, it } from 'vitest';
import { columns, fittingColumns, templateOf } from './columns';

const all = columns.map(({ id }) => id);
const idsIn = (width: number, chosen = all) => fittingColumns(chosen, width).map(({ id }) => id);

describe('fittingColumns', () => {
  it('shows all in the order of the table where there is room', () => {
    expect(idsIn(2000)).toEqual(all);
  });

  it('gives room to the important ones first', () => {
    expect(idsIn(1000)).not.toContain('venue');
    expect(idsIn(700)).toEqual(['title', 'year', 'status', 'techniques']);
    expect(idsIn(560)).toEqual(['title', 'year', 'status']);
  });

  it('keeps the title whatever the width and the choice', () => {
    expect(idsIn(10)).toEqual(['title']);
    expect(idsIn(2000, ['year'])).toEqual(['title', 'year']);
  });
});

describe('templateOf', () => {
  it('fixes the columns of figures and stretches the others', () => {
    expect(templateOf(fittingColumns(['title', 'year'], 2000))).toBe('minmax(340px, 3fr) 60px');
  });
});
