import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bibFileName } from './bibFileName';

it('names a file after its one paper or their number', () => {
  expect(bibFileName(['lovelace2024'])).toBe('lovelace2024.bib');
  expect(bibFileName(Array.from({ length: 1200 }, (_, at) => `k${at}`))).toBe('1200 papers.bib');
  expect(bibFileName(['DBLP:conf/nips/Ada24'])).toBe('DBLP-conf-nips-Ada24.bib');
});

it('is one plain name of a file, whatever the key', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (key) => {
    expect(bibFileName([key])).toMatch(/^[\p{L}\p{N}_+][\p{L}\p{N}._+-]*\.bib$|^paper\.bib$/u);
  }));
});
