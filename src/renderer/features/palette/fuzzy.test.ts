import { describe, expect, it } from 'vitest';
import { bestFitting, fits } from './fuzzy';

const commands = ['Import papers', 'Export or cite', 'Add a paper by hand', 'Mark as reading', 'Mark as done', 'Light or dark', 'Keep a .bib file up to date'];
const found = (typed: string): string[] => bestFitting(typed, commands, (name) => name, 9);

describe('what fits', () => {
  it('is found by its beginning, by words, by initials, and with letters left out', () => {
    expect(found('imp')[0]).toBe('Import papers');
    expect(found('done')[0]).toBe('Mark as done');
    expect(found('mad')[0]).toBe('Mark as done');
    expect(found('ipap')[0]).toBe('Import papers');
    expect(found('bib')[0]).toBe('Keep a .bib file up to date');
    expect(found('')).toHaveLength(7);
  });

  it('is not found by letters strewn about', () => {
    expect(found('attention')).toEqual([]);
    expect(fits('osei', 'Back to the list, or end the selection')).toBeNull();
    expect(fits('pape', 'xpxaxpxex')).toBeNull();
    expect(fits('Über', 'uberarbeiten')).toBeGreaterThan(900);
  });
});
