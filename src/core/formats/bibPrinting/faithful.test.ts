import { describe, expect, it } from 'vitest';
import { paper } from '../../../../tests/exportPapers';
import type { Paper } from '../../model';
import { printBibtex, bibtexPieces } from '../bibtex';
import { readBibtex } from '../bibtex/readBibtex';

const file = String.raw`% Made up, encoding: utf-8
@string{ jos = "Journal of Shelves" }
@STRING{unused = {Nobody}}

@Article{Osei:23,
  author  = "Ben Osei and Ada {\'E}toile",
  title   = {{Bits} and {\"U}bung},
  journal = jos,
  year    = 2023, volume = 4,
  bdsk-url-1 = {https://example.org/a_b},
  month   = "1~" # jan
}
  @comment{kept}
@inproceedings{nk, title={Halves}, author={Novak, Anna}, booktitle={Proc. of X}, year={2021}}

@book(
  teacher,
  TITLE = "Teach",
  YEAR = "1999",
  PUBLISHER = "P {and} Q"
)
% the end`;

/** The papers of a .bib file as an import keeps them. */
function imported(text: string): Paper[] {
  return readBibtex(text).papers.map(({ description, citationKey = '', tags = [], source }, index) => {
    if (source === undefined) throw new Error('no source');
    return paper({ ...description, citationKey, tags, source: { ...source, file: 'f' } }, `p-${index}`);
  });
}

function edited(of: Paper, fields: Partial<Paper>): Paper {
  return { ...of, ...fields, modifiedAt: '2025-02-02T00:00:00Z' };
}

const whole = (papers: readonly Paper[]): string => [...bibtexPieces(papers, { wholeFiles: new Set(['f']) })].join('');

describe('a .bib file that is given back', () => {
  const papers = imported(file);
  const [article, halves, book] = papers as [Paper, Paper, Paper];

  it('is the same byte for byte', () => {
    expect(papers).toHaveLength(3);
    expect(whole(papers)).toBe(file);
    expect(whole(papers.toReversed())).toBe(file);
    expect(whole(papers.map((each) => edited(each, { rating: 5 })))).toBe(file);
  });

  it.each<[string, Partial<Paper>, string, string]>([
    ['a title', { title: 'Nibbles' }, String.raw`{{Bits} and {\"U}bung}`, '{Nibbles}'],
    ['a venue', { venue: 'Other' }, 'journal = jos', 'journal = {Other}'],
    ['a year', { issued: '2024-01-01' }, '= 2023', '= 2024'],
    ['an author', { authors: [{ family: 'Osei', given: 'Ben' }] }, String.raw`"Ben Osei and Ada {\'E}toile"`, '"Osei, Ben"'],
    ['a key', { citationKey: 'osei2023' }, 'Osei:23', 'osei2023'],
    ['a new DOI', { doi: '10.1/x_y' }, '"1~" # jan', '"1~" # jan,\n  doi     = "10.1/x_y"'],
    ['no volume', { extra: {} }, ' volume = 4,', ''],
  ])('differs in nothing but %s', (_, fields, before, after) => {
    const extra = { ...article.extra };
    if (fields.extra !== undefined) delete extra['volume'];
    const changed = edited(article, { ...fields, extra });
    expect(whole([changed, halves, book])).toBe(file.replace(before, () => after));
  });

  it('keeps the way in which each entry is written', () => {
    expect(whole([article, edited(halves, { doi: '10.1/h' }), book])).toBe(file.replace('year={2021}', 'year={2021}, doi={10.1/h}'));
    expect(whole([article, halves, edited(book, { doi: '10.1/b', venue: 'R' })])).toBe(file.replace('"P {and} Q"', '"R",\n  DOI = "10.1/b"'));
  });

  it('gives an entry alone the strings that it uses', () => {
    expect(printBibtex([article])).toBe(`@string{ jos = "Journal of Shelves" }\n\n${article.source?.text ?? ''}\n`);
    expect(printBibtex([halves, paper({ title: 'New' })])).toBe(`${halves.source?.text ?? ''}\n\n@misc{p-1,\n  title = {New},\n  key = {p-1},\n}\n`);
  });

  it('prints an entry anew whose strings mean something else here', () => {
    const [other] = imported(file.replace('Journal of Shelves', 'Journal of Sofas')) as [Paper];
    const printed = printBibtex([article, { ...other, source: { ...(other.source as NonNullable<Paper['source']>), file: 'g' }, citationKey: 'b' }]);
    expect(printed).toContain('journal = {Journal of Sofas}');
    expect(readBibtex(printed).papers.map(({ description }) => description.venue)).toEqual(['Journal of Shelves', 'Journal of Sofas']);
  });
});

describe('an entry with macros of its preamble', () => {
  const text = String.raw`@preamble{"\newcommand{\lab}{Lab of Shelves}"}

@book{k, title = {At the \lab{}}, publisher = {P}, related = {o}, relatedtype = {origpubin}}
@book{o, title = {At the Lab}, year = 1909}
`;
  const [first, second] = imported(text) as [Paper, Paper];

  it('is given back with its file, changed in nothing but what was edited', () => {
    expect(first.title).toBe('At the Lab of Shelves');
    expect(whole([first, second])).toBe(text);
    expect(whole([edited(first, { venue: 'R' }), second])).toBe(text.replace('{P}', '{R}'));
  });

  it('brings alone the definition of what it uses', () => {
    expect(printBibtex([first])).toBe(`${String.raw`@preamble{{\providecommand{\lab}{Lab of Shelves}}}`}\n\n${first.source?.text ?? ''}\n`);
  });
});

describe('an entry that inherits', () => {
  const papers = imported('@inproceedings{child, crossref = {parent}, title = {C}, author = {A, B}, pages = {1--2}}\n\n@proceedings{parent, title = {Proc}, editor = {E, F}, year = 2001}\n');

  it('does not get what it inherits when something else changes', () => {
    const [child, parent] = papers as [Paper, Paper];
    expect(whole([edited(child, { title: 'Dogs' }), parent])).toContain('@inproceedings{child, crossref = {parent}, title = {Dogs}, author = {A, B}, pages = {1--2}}');
  });
});
