import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue, type StyleEntry } from './catalogue';
import { searchable, styleSearch } from './search';

const catalogue = [...readCatalogue([
  'apa\tAmerican Psychological Association 7th edition\tAPA\tauthor-date\tpsychology generic-base\t\t',
  'apa-6th\tAmerican Psychological Association 6th edition\tAPA\tauthor-date\tpsychology\t\t',
  'nature\tNature\t\tnumeric\tscience\ten-GB\t',
  'nature-medicine\tNature Medicine\t\tnumeric\tbiology medicine\ten-US\tnature',
  'signature\tSignature\t\tnumeric\tscience\ten-US\tnature',
  'revue-medicale\tRevue médicale suisse\tRev. méd.\tnumeric\tmedicine\tfr-FR\t',
  'speculum\tSpeculum\t\tnote\thistory\t\t',
].join('\n'))];
const search = styleSearch(catalogue.map(searchable));
const found = (words: string, first: string[] = [], own: StyleEntry[] = []) => search({ words, first, limit: 10 }, own).entries.map(({ id }) => id);

describe('readCatalogue', () => {
  it('reads what a line tells of a style', () => {
    expect(catalogue[3]).toEqual({ id: 'nature-medicine', title: 'Nature Medicine', shortTitle: '', kind: 'numeric', fields: ['biology', 'medicine'], locale: 'en-US', parent: 'nature' });
  });
});

describe('styleSearch', () => {
  it.each([
    ['apa', ['apa', 'apa-6th']],
    ['NATURE', ['nature', 'nature-medicine']],
    ['medicale', ['revue-medicale']],
    ['MÉD rev', ['revue-medicale']],
    ['med', ['revue-medicale', 'nature-medicine']],
    ['numeric medicine', ['revue-medicale', 'nature-medicine']],
    ['ature', []],
    ['nature psychology', []],
    ['.*+?^$(', ['apa', 'nature']],
  ])('finds by the beginnings of words: %s', (words, ids) => {
    expect(found(words)).toEqual(ids);
  });

  it('puts favourites and those used lately first, in their order', () => {
    expect(found('a', ['apa-6th', 'apa'])).toEqual(['apa-6th', 'apa']);
    expect(found('', ['speculum', 'gone'])).toEqual(['speculum', 'apa', 'nature']);
  });

  it('finds the styles of the library', () => {
    const own: StyleEntry = { id: 'own:nature-mine', title: 'Nature, but mine', shortTitle: '', kind: null, fields: [], locale: '', parent: '' };
    expect(found('nature mine', [], [own])).toEqual(['own:nature-mine']);
    expect(found('', [], [own])).toContain('own:nature-mine');
  });

  it('tells how many there are beyond the limit', () => {
    expect(search({ words: 'numeric', first: [], limit: 2 }, [])).toMatchObject({ total: 4, entries: [{}, {}] });
  });

  it('finds every style by its own title, and never throws', () => {
    for (const { id, title } of catalogue) expect(found(title)).toContain(id);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (words) => { expect(found(words).length).toBeLessThanOrEqual(10); }));
  });
});
