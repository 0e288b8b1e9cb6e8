import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileToBibliographies, paper } from '../../../../tests/exportPapers';
import { toCsl } from '../csl';
import { readBibtex } from './readBibtex';

/** The CSL item of the only paper in a file. */
function itemOf(bib: string): Record<string, unknown> {
  const [read] = readBibtex(bib).papers;
  if (read === undefined) throw new Error('no paper');
  return { ...toCsl(paper({ ...read.description, tags: read.tags ?? [], citationKey: read.citationKey ?? '' })) };
}

/** A file put together from the sources of its papers. */
function assembled(bib: string): string {
  return readBibtex(bib).papers.map(({ source }) => `${source?.before}${source?.text}${source?.after ?? ''}`).join('');
}

describe('readBibtex', () => {
  it('reads an article', () => {
    const bib = `@string{jml = "J. Mach. Learn."}\n@Article{hopper:84,
      author = {Hopper, Grace and {Team of Three}}, title = {{LoRA} for {\\'E}coles: a study}, journal = jml # { Res.}, year = 1984, month = feb,
      volume = 3, number = {2}, pages = {1--9}, doi = {https://doi.org/10.1/a_b}, keywords = {a b; c}, note = {50\\% done}, myfield = {kept {as} it is}}`;
    expect(readBibtex(bib)).toMatchObject({
      format: 'bibtex', findings: [],
      papers: [{
        line: 2, citationKey: 'hopper:84', tags: ['a b', 'c'],
        description: {
          type: 'article', title: 'LoRA for Écoles: a study', authors: [{ family: 'Hopper', given: 'Grace' }, { literal: 'Team of Three' }],
          issued: '1984-02', venue: 'J. Mach. Learn. Res.', doi: '10.1/a_b',
          extra: { volume: '3', issue: '2', page: '1-9', note: '50% done', myfield: 'kept as it is', 'title-short': 'LoRA for Écoles' },
        },
        source: { format: 'bibtex', at: 0, strings: { jml: '@string{jml = "J. Mach. Learn."}' } },
      }],
    });
  });

  it.each([
    ['a preprint on arXiv', '@misc{k, title = {T}, eprint = {2106.09685v2}, archiveprefix = {arXiv}, primaryclass = {cs.CL}}', { type: 'article', publisher: 'arXiv', number: 'arXiv:2106.09685', custom: { eprintclass: 'cs.CL' } }],
    ['an arXiv id in a journal', '@article{k, title = {T}, journal = {arXiv preprint arXiv:2106.09685}}', { type: 'article-journal', custom: { arxivId: '2106.09685' } }],
    ['a thesis', '@phdthesis{k, title = {T}, school = {ETH}, address = {Z{\\"u}rich}}', { type: 'thesis', genre: 'PhD thesis', publisher: 'ETH', 'publisher-place': 'Zürich' }],
    ['publishers of BibTeX', '@book{k, title = {T}, publisher = {John Wiley and Sons}}', { publisher: 'John Wiley and Sons' }],
    ['publishers of biblatex', '@book{k, title = {T}, date = 2001, publisher = {A and {B and C}}}', { publisher: 'A; B and C' }],
    ['an address in howpublished', '@misc{k, title = {T}, howpublished = {\\url{https://a.org/~b_c}}}', { type: 'document', URL: 'https://a.org/~b_c' }],
    ['an article number', '@article{k, title = {T}, journal = {J}, eid = {124106}}', { number: '124106' }],
    ['a title that is its book’s', '@proceedings{k, booktitle = {Proc. B}, year = 1999}', { title: 'Proc. B' }],
    ['a date that CSL cannot say', '@book{k, title = {T}, date = {1723?/1730~}}', { issued: { 'date-parts': [[1723], [1730]], circa: true }, custom: { issued: '1723?/1730~' } }],
    ['a date in words', '@book{k, title = {T}, year = {in press}}', { issued: { literal: 'in press' } }],
    ['a type of its own', '@hologram{k, title = {T}}', { type: 'document', custom: { entrytype: 'hologram' } }],
    ['an editor who directs', '@video{k, title = {T}, editor = {A, B}, editortype = {director}}', { director: [{ family: 'A', given: 'B' }] }],
    ['Mendeley’s tags and JabRef’s groups', '@book{k, title = {T}, mendeley-tags = {x,y}, groups = {G1, G2}, file = {:a\\_b.pdf:PDF}}', { keyword: 'x, y', custom: { groups: 'G1, G2', file: ':a\\_b.pdf:PDF' } }],
    ['a journal by its macro', '@article{k, title = {T}, journal = {\\apj}}', { 'container-title': 'Astrophysical Journal' }],
    ['an address with TeX in it', '@misc{k, title = {T}, url = {http://a.org/$\\sim$b{\\_}c\\%20{\\textasciitilde}d\\~{}e}}', { URL: 'http://a.org/~b_c%20~d~e' }],
    ['nothing but a note', '@misc{k, note = {A note}}', { title: 'A note' }],
  ])('reads %s', (_what, bib, item) => {
    expect(itemOf(bib)).toMatchObject(item);
  });

  it('expands the macros of the preamble, and keeps what is verbatim', () => {
    const bib = String.raw`@book{k, title = {On \lab{s}}, year = {\swap{--99}{1998}}, note = {\url{a\lab}}, file = {\lab.pdf}}
      @preamble{"\newcommand{\lab}[1]{Shelve#1}" # " \def\swap#1#2{#2#1} \providecommand{\url}[1]{}"}`;
    expect(itemOf(bib)).toMatchObject({ title: 'On Shelves', issued: { 'date-parts': [[1998], [1999]] }, custom: { file: '\\lab.pdf' } });
    expect(Object.keys(readBibtex(bib).papers[0]?.source?.strings ?? {})).toEqual(['\\lab', '\\swap']);
    expect(assembled(bib)).toBe(bib);
  });

  const original = '@book{o, title = {Le livre}, date = {1909}, publisher = {Nourry}, location = {Paris}}';
  it.each<[string, object]>([
    ['relatedtype = {translationof}', { 'original-title': 'Le livre', 'original-date': { 'date-parts': [[1909]] }, 'original-publisher': 'Nourry', 'original-publisher-place': 'Paris' }],
    ['relatedtype = {origpubin}, origdate = {1910}', { 'original-date': { 'date-parts': [[1910]] }, 'original-publisher': 'Nourry' }],
  ])('takes from the original of a work what CSL says of it: %s', (related, item) => {
    const [read] = readBibtex(`@book{k, title = {The Book}, related = {o}, ${related}, date = 1960}\n${original}`).papers;
    expect(toCsl(paper(read?.description))).toMatchObject({ ...item, custom: { related: 'o' } });
    expect(Object.hasOwn(read?.description.extra ?? {}, 'original-title')).toBe('original-title' in item);
  });

  it('takes nothing from works that are related otherwise, or not there', () => {
    for (const related of ['related = {o}, relatedtype = {bytranslator}', 'related = {o}', 'related = {x}, relatedtype = {reprintof}']) {
      const [read] = readBibtex(`@book{k, title = {The Book}, ${related}}\n${original}`).papers;
      expect(Object.keys(read?.description.extra ?? {}).filter((name) => name.startsWith('original'))).toEqual([]);
    }
  });

  it('keeps sets with what stands between entries: they are no works', () => {
    const bib = '@set{s, entryset = {a, b}}\n@book{a, title = {A}}\n@book{b, title = {B}}\n@set{t, entryset = {b}}';
    expect(readBibtex(bib)).toMatchObject({ papers: [{ citationKey: 'a' }, { citationKey: 'b' }], findings: [] });
    expect(assembled(bib)).toBe(bib);
  });

  it('lets entries inherit from the ones that they refer to', () => {
    const bib = `@inproceedings{a, title = {Part}, crossref = {B}, pages = {1}}
      @incollection{c, title = {Chapter}, xdata = {x}, booktitle = {Own}}
      @proceedings{b, title = {Whole}, subtitle = {Sub}, editor = {Ed, It}, year = 2001, doi = {10.1/whole}, shorttitle = {W}}
      @xdata{x, publisher = {P}, location = {L}}`;
    const [first, second, third, ...none] = readBibtex(bib).papers.map(({ description }) => description);
    expect(first).toMatchObject({ title: 'Part', venue: 'Whole: Sub', issued: '2001', doi: '', extra: { editor: 'Ed, It' } });
    expect(first?.extra).not.toHaveProperty('title-short');
    expect(first?.extra).not.toHaveProperty('crossref');
    expect(second).toMatchObject({ venue: 'Own', extra: { publisher: 'P', 'publisher-place': 'L' } });
    expect(third).toMatchObject({ title: 'Whole: Sub', doi: '10.1/whole' });
    expect(none).toEqual([]);
  });

  it('lets broken entries cost themselves alone, and says where they are', () => {
    const bib = '@book{a, title = {A}}\n@book{b, title = {B, year = 2}\n@book{c, title = {C}}\n@book{d, title {D}}\r\n@book{e, title = {E}}}, year = {5}\n@book{f, title = {F}}';
    const { papers, findings } = readBibtex(bib);
    expect(papers.map(({ citationKey }) => citationKey)).toEqual(['a', 'c', 'e', 'f']);
    expect(findings.map(({ line, column, reason, text }) => [line, column, reason, text])).toEqual([
      [2, 1, 'This entry does not end.', '@book{b, title = {B, year = 2}\n'],
      [4, 16, 'The field “title” has no equals sign.', '@book{d, title {D}}'],
      [5, 22, 'A closing brace too many ends the entry before this passage, which is not read.', '}, year = {5}'],
    ]);
    expect(assembled(bib)).toBe(bib);
  });

  it('does nothing for names that objects have', () => {
    const bib = '@string{__proto__ = {x}}@book{__proto__, title = {T} # __proto__ # constructor, __proto__ = {polluted}, constructor = {c}, crossref = {__proto__}}';
    const [read] = readBibtex(bib).papers;
    expect(read?.description.extra).toEqual({ constructor: 'c' });
    expect(Object.getPrototypeOf(read?.description.extra)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('bounds what macros that double one another cost', () => {
    const strings = Array.from({ length: 60 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}`).join('\n');
    const { papers } = readBibtex(`@string{s0 = {ha}}\n${strings}\n@book{k, title = s60}`);
    expect(papers).toHaveLength(1);
  });

  it('bears circles and long chains of references', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => `@book{k${at}, title = {T}, crossref = {k${at + 1}}}`).join('\n');
    expect(readBibtex(`${chain}\n@book{k20000, title = {T}, crossref = {k0}, year = 1}`).papers).toHaveLength(20_001);
  });

  const bits = fc.array(fc.constantFrom(
    '@', 'article', '{', '}', '"', '%', ',', '=', '#', '\n', '\r\n', ' ', '@article{k,', '\n@book{l,', ' title = {A}', ' year = 1999', '@comment{', '@string{s=', '(', ')', 'author={A and B, C, D}',
    ' month = jan', 'crossref={k}', '\\"', '$', '\uFEFF', ' date = {1999/..}', ' pages = {1--2}', '__proto__', ' keywords={a;b}', ...hostileToBibliographies,
  ), { maxLength: 30 });
  const anyText = fc.oneof(bits.map((parts) => parts.join('')), fc.string({ unit: 'binary' }));

  it('keeps every byte of a file that has a paper, whatever is in it', () => {
    fc.assert(fc.property(anyText, (text) => {
      const bib = `${text}\n@book{last, title = {T}}${text}`;
      expect([bib, '']).toContain(assembled(bib)); // a file in which nothing is a paper has no sources
    }), { numRuns: 2000 });
  });

  it('gives only papers that the library takes and findings at real lines, and never throws', () => {
    fc.assert(fc.property(anyText, (text) => {
      const { papers, findings } = readBibtex(text);
      const lines = text.split(/\r\n?|\n/).length;
      for (const { line, description, tags = [], citationKey = '' } of papers) {
        expect(line).toBeLessThanOrEqual(lines);
        expect(() => paper({ ...description, tags, citationKey })).not.toThrow();
      }
      for (const { line } of findings) expect(line).toBeLessThanOrEqual(lines);
    }), { numRuns: 3000 });
  });

  it('takes time in proportion to the file, however hostile', () => {
    const started = performance.now();
    for (const unit of ['@a{k, x = {\n', '\n@a{k, x = " {', '@book{k, title = {T}}', '\n@a(', '@string{s = s # s}', '@book{k, title = {T}},\n\n  ', '\n@book{k, title = {\\url{', '@book{k, author = { and and ,,, }}']) {
      readBibtex(unit.repeat(10_000));
    }
    readBibtex(`@book{k, title = ${'{'.repeat(100_000)}x${'}'.repeat(100_000)}}`);
    readBibtex(`@book{k, author = {${' '.repeat(200_000)}a${' and b'.repeat(50_000)}}, pages = {${' '.repeat(200_000)}-}}${' '.repeat(200_000)}x`);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
