import { describe, expect, it } from 'vitest';
import { createBoundPrinter } from './boundPrinting';
import { printBiblatex, printBibtex } from './formats/bibtex';
import { readBibtex } from './formats/bibtex/readBibtex';
import type { Paper, PaperId } from './model';

const clock = { elapsed: () => 0, breathe: () => Promise.resolve() };
const none: ReadonlySet<string> = new Set();

const file = `@comment{Kept by hand}
@proceedings{conf, title = {The Conference}, booktitle = {The Conference}, year = 2024}

@inproceedings{one, title = {First}, author = {Lovelace, Ada}, crossref = {conf}}
@article{two, title = {Second}, author = {Babbage, Charles}, journal = {Engines}, year = 1837}
% the end
`;

/** The papers of the file as an import makes them. */
const imported: Paper[] = readBibtex(file).papers.map(({ description, citationKey = '', source, tags = [] }, index): Paper => ({
  ...description, id: `paper-${index}` as PaperId, citationKey, status: 'to-read', rating: 0, tags, collections: [], decisions: {},
  addedAt: '2026-11-24T09:00:00.000Z', modifiedAt: '2026-11-24T09:00:00.000Z', trashedAt: null, ...(source !== undefined && { source: { ...source, file: 'file-1' } }),
}));
const edited = (paper: Paper, fields: Partial<Paper>): Paper => ({ ...paper, ...fields, modifiedAt: '2026-11-24T10:00:00.000Z' });

describe('the printer of a file that is kept up to date', () => {
  it('gives a whole file back byte for byte', async () => {
    expect((await createBoundPrinter(clock).print(imported, new Set(['file-1']), 'bibtex')).join('')).toBe(file);
  });

  it('prints only what has changed again, and the same as without a memory', async () => {
    const printer = createBoundPrinter(clock);
    await printer.print(imported, none, 'bibtex');
    expect(printer.printed).toBe(3);
    const later = imported.map((paper, index) => (index === 2 ? edited(paper, { title: 'Second thoughts' }) : paper));
    expect((await printer.print(later, none, 'bibtex')).join('')).toBe(printBibtex(later));
    expect(printer.printed).toBe(4);
    await printer.print(later.map((paper) => ({ ...paper })), none, 'bibtex');
    expect(printer.printed).toBe(7); // other records
  });

  it('prints a paper again whose key is another one now', async () => {
    const printer = createBoundPrinter(clock);
    const [, one, two] = imported as [Paper, Paper, Paper];
    await printer.print([one, two], none, 'bibtex');
    const papers = [{ ...two, id: 'paper-9' as PaperId }, one, two]; // the first has taken the key
    expect((await printer.print(papers, none, 'bibtex')).join('')).toBe(printBibtex(papers));
  });

  it('prints an entry that inherits again when who lends to it is in the file no longer', async () => {
    const printer = createBoundPrinter(clock);
    const [conf, one, two] = imported as [Paper, Paper, Paper];
    const changed = edited(one, { title: 'First of all' });
    await printer.print([conf, changed, two], none, 'bibtex');
    expect((await printer.print([changed, two], none, 'bibtex')).join('')).toBe(printBibtex([changed, two]));
  });

  it('prints all again in another format', async () => {
    const printer = createBoundPrinter(clock);
    const fresh = imported.map(({ source: _, ...paper }): Paper => paper);
    await printer.print(fresh, none, 'bibtex');
    expect((await printer.print(fresh, none, 'biblatex')).join('')).toBe(printBiblatex(fresh));
    expect(printBiblatex(fresh)).not.toBe(printBibtex(fresh));
  });
});
