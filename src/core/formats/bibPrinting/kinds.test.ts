import { describe, expect, it } from 'vitest';
import { paper } from '../../../../tests/exportPapers';
import type { Paper } from '../../model';
import { readBibtex } from '../bibtex/readBibtex';
import { printBibEntry, type BibPaper } from './entry';
import type { BibDialect } from './kinds';

const ada = [{ family: 'Lovelace', given: 'Ada' }];

describe('the type of an entry', () => {
  it.each<[string, Partial<Paper>, BibDialect, string]>([
    ['a book with editors alone', { type: 'book', extra: { editor: 'Ada Lovelace' } }, 'biblatex', 'collection'],
    ['the same', { type: 'book', extra: { editor: 'Ada Lovelace' } }, 'bibtex', 'book'],
    ['a book with an author too', { type: 'book', authors: ada, extra: { editor: 'Ada Lovelace' } }, 'biblatex', 'book'],
    ['part of a collection', { type: 'chapter', authors: ada, extra: { editor: 'Ada Lovelace' } }, 'biblatex', 'incollection'],
    ['part of a book', { type: 'chapter', authors: ada, extra: { 'container-author': 'Ada Lovelace' } }, 'biblatex', 'inbook'],
    ['the thesis of a master', { type: 'thesis', extra: { genre: 'Master’s thesis' } }, 'bibtex', 'mastersthesis'],
  ])('of %s is the nearest: %j as %s is @%s', (_, fields, dialect, entry) => {
    expect(printBibEntry(paper(fields), 'k', dialect)).toMatch(`@${entry}{k,`);
  });

  it('stays what it was as long as the work is of its kind', () => {
    const was: BibPaper = { ...paper({ type: 'book', title: 'On Sums' }), entryType: 'mvreference' };
    expect(printBibEntry(was, 'k', 'biblatex')).toMatch(/^@mvreference\{/);
    expect(printBibEntry({ ...was, type: 'report' }, 'k', 'biblatex')).toMatch(/^@report\{/);
  });
});

describe('fields that biblatex has its own ideas about', () => {
  const patent = paper({ type: 'other', title: 'A Horn', extra: { 'csl-type': 'patent', jurisdiction: 'France; Germany', language: 'de-DE', number: '7', volume: '7.2' } });

  it('are written as it has them', () => {
    const printed = printBibEntry(patent, 'k', 'biblatex');
    for (const field of ['location = {France and Germany}', 'langid = {ngerman}', 'volume = {7}', 'part = {2}']) expect(printed).toContain(`  ${field},\n`);
  });

  it.each(['bibtex', 'biblatex'] as const)('come back from %s', (dialect) => {
    expect(readBibtex(printBibEntry(patent, 'k', dialect)).papers[0]?.description.extra).toMatchObject(patent.extra);
  });
});
