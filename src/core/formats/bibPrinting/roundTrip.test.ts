import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paper, works } from '../../../../tests/exportPapers';
import type { Description, Paper } from '../../model';
import { bibtexPieces, printBiblatex, printBibtex } from '../bibtex';
import { readBibtex } from '../bibtex/readBibtex';
import { toPlain } from '../latexPlain';
import { typeIn, type BibPaper } from './entry';

const folder = '/usr/share/texlive/texmf-dist/bibtex/bib';
const examples = [`${folder}/biblatex/biblatex/biblatex-examples.bib`, `${folder}/base/xampl.bib`];

describe.each(examples)('%s (skips where the file is absent)', (path) => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const papers = readBibtex(text).papers.map(({ description, citationKey = '', tags = [], source }, index) => (
    paper({ ...description, citationKey, tags, ...(source !== undefined && { source: { ...source, file: 'f' } }) }, `p-${index}`)));
  const whole = (some: readonly Paper[]): string => [...bibtexPieces(some, { wholeFiles: new Set(['f']) })].join('');

  it.skipIf(text === '')('is given back byte for byte', () => {
    expect(papers.length).toBeGreaterThan(20);
    expect(whole(papers)).toBe(text);
    expect(whole(papers.map((each) => ({ ...each, rating: 3, modifiedAt: '2025-02-02T00:00:00Z' })))).toBe(text);
  });

  it.skipIf(text === '')('comes back from entries that are printed anew', () => {
    const fresh = papers.map(({ source: _, ...each }): Paper => each);
    const asTheyWere = papers.map(({ source, ...each }): BibPaper => ({ ...each, entryType: typeIn(source?.text) }));
    for (const print of [() => printBibtex(fresh), () => printBiblatex(fresh), () => printBiblatex(asTheyWere), () => printBibtex(asTheyWere)]) {
      expect(readBibtex(print()).papers.map(({ description: { extra: { key: __, ...extra }, ...rest } }) => ({ ...rest, extra }))).toEqual(fresh.map((each) => {
        const { extra: { key: ___, ...extra }, ...rest } = described(each);
        return { ...rest, extra };
      }));
    }
  });

  it.skipIf(text === '')('differs in one entry where one is edited, and says there what was edited', () => {
    for (const [at, each] of papers.entries()) {
      const extra = { ...each.extra, annote: `Seen ${at}` };
      const changed = { ...each, extra, modifiedAt: '2025-02-02T00:00:00Z' };
      const read = readBibtex(whole(papers.with(at, changed))).papers;
      expect(read.filter(({ source }, index) => source?.text !== papers[index]?.source?.text)).toHaveLength(1);
      expect(read[at]?.description).toEqual({ ...described(each), extra });
    }
  });
});

describe('works of every kind', () => {
  it.each([['BibTeX', printBibtex], ['BibLaTeX', printBiblatex]] as const)('come back from %s', (_, print) => {
    const read = readBibtex(print(works));
    expect(read.findings).toEqual([]);
    expect(read.papers.map(({ description }) => comparable(description))).toEqual(works.map(comparable));
    expect(read.papers.map(({ tags = [] }) => tags)).toEqual(works.map(({ tags }) => tags));
  });

  it('keep any text', () => {
    const text = fc.array(fc.constantFrom('a', 'B', ' ', '{', '}', '\\', '%', '&', '--', "''", '`', '#', '_', '^', '~', '"', '@', ',', '=', 'é', '模', '<', '|'), { minLength: 1, maxLength: 20 })
      .map((parts) => `x${parts.join('').replace(/\s+/g, ' ').trim()}y`).filter((words) => !/\\[%&#_${}'`^"~]/.test(words));
    fc.assert(fc.property(text, text, (title, note) => {
      const [read] = readBibtex(printBiblatex([paper({ title, extra: { note } })])).papers;
      expect([read?.description.title, read?.description.extra['note']]).toEqual([title, note]);
    }), { numRuns: 500 });
  });
});

function described({ type, title, authors, issued, venue, doi, arxivId, url, abstract, extra }: Description): Description {
  return { type, title, authors, issued, venue, doi, arxivId, url, abstract, extra };
}

/** Without what BibTeX's readers add: the key that sorts a nameless work, a short title, the kind of a thesis, the address of an eprint. */
function comparable({ type, title, authors, issued, venue, doi, arxivId, url, abstract, extra }: Description): unknown {
  const { key: _, 'title-short': __, genre: ___, ...rest } = extra;
  if (rest['page'] !== undefined) rest['page'] = rest['page'].replace('–', '-');
  return { type, title: toPlain(title), authors, issued, venue: venue === 'arXiv' ? '' : venue, doi, arxivId, url: arxivId === '' ? url : '', abstract, extra: rest };
}
