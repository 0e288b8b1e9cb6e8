import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusDigest, hasProgram, hostileStrings, hostileToBibliographies, isCorpusPresent, paper, works } from '../../../tests/exportPapers';
import type { Author, Paper } from '../model';
import { printBibtex } from './bibtex';
import { readPapers } from './read';

describe('printBibtex', () => {
  it('prints a preprint as arXiv does', () => {
    expect(printBibtex(works.slice(0, 1))).toBe(`@misc{hopper2025lora,
  title = {{LoRA} for {M$^3$ViT}: {20$\\times$} faster at 9\\% of the cost},
  author = {Hopper, Grace and van der Berg, Jan and {The Tensor \\& Co. Team}},
  options = {useprefix=true},
  year = {2025},
  month = mar,
  date = {2025-03-14},
  doi = {10.48550/arXiv.2503.01234},
  eprint = {2503.01234},
  archiveprefix = {arXiv},
  url = {https://arxiv.org/abs/2503.01234},
  abstract = {A made-up abstract.},
  keywords = {adapters, {to cite, soon}},
  code = {https://example.org/code},
}
`);
  });

  it('prints an article with its journal, volume, number and pages', () => {
    expect(printBibtex(works.slice(1, 2))).toBe(`@article{noether1918,
  title = {Invariant variation problems},
  author = {Noether, Emmy},
  year = {1918},
  journal = {Nachrichten},
  volume = {2},
  number = {3},
  pages = {235--257},
  issn = {1234-5679},
}
`);
  });

  it('names the venue as each entry type does', () => {
    const heads = works.map((work) => [/^@(\w+)/.exec(printBibtex([work]))?.[1], /(\w+) = \{venue\}/.exec(printBibtex([{ ...work, venue: 'venue' }]))?.[1]]);
    expect(heads).toEqual([
      ['misc', 'howpublished'], ['article', 'journal'], ['inproceedings', 'booktitle'], ['incollection', 'booktitle'], ['book', 'publisher'],
      ['phdthesis', 'school'], ['techreport', 'institution'], ['misc', 'howpublished'], ['misc', 'howpublished'], ['misc', 'journal'], ['misc', 'journal'],
    ]);
  });

  it.each<[Author, string]>([
    [{ family: 'Berg', given: 'Jan', particle: 'van der' }, 'van der Berg, Jan'],
    [{ family: 'Humboldt', given: 'Alexander', droppingParticle: 'von' }, 'von Humboldt, Alexander'],
    [{ family: 'van der Berg', given: 'Jan' }, '{van der Berg}, Jan'],
    [{ family: 'Davis', given: 'Sammy', suffix: 'Jr.' }, 'Davis, Jr., Sammy'],
    [{ family: 'King', given: 'Martin, Jr.' }, 'King, Jr., Martin'],
    [{ family: 'Plato', given: '' }, 'Plato'],
    [{ family: 'Ban Zhao', given: '' }, '{Ban Zhao}'],
    [{ literal: 'Smith, Jones and Sons' }, '{Smith, Jones and Sons}'],
    [{ family: 'Rock and Roll', given: 'Ann' }, 'Rock {and} Roll, Ann'],
    [{ family: 'a, b', given: 'c, d, e' }, '{c, d, e a, b}'],
    [{ family: '-', given: '--' }, '{-{}- -}'],
    [{ literal: 'others' }, '{others}'],
  ])('writes the name %j as %s', (author, name) => {
    expect(printBibtex([paper({ authors: [author] })])).toContain(`author = {${name}},\n`);
  });

  it('gives editors back as names', () => {
    expect(printBibtex([paper({ extra: { editor: 'Ada Lovelace; Jan van der Berg' } })])).toContain('editor = {Lovelace, Ada and van der Berg, Jan}');
  });

  it('mends keys that BibTeX cannot read and gives none twice', () => {
    const printed = printBibtex(['a key', 'a,key', 'A-KEY', '', '}'].map((citationKey, index) => paper({ citationKey }, `paper-${index}`)));
    expect([...printed.matchAll(/^@misc\{(.*),$/gm)].map(([, key]) => key)).toEqual(['a-key', 'a-keya', 'A-KEYb', 'paper-3', 'paper-4']);
  });

  it('keeps addresses as they are and breaks no value with them', () => {
    expect(printBibtex([paper({ url: 'https://example.org/a_b?c=%20#d{e} f' })])).toContain('url = {https://example.org/a_b?c=%20#d%7Be%7D%20f},');
  });
});

const hasBibtex = hasProgram('bibtex');
describe.skipIf(!hasBibtex)('BibTeX itself (skips where the program bibtex is absent)', () => {
  it('reads works of every kind and misses only what is not known', () => {
    const { log, bbl } = runBibtex(works);
    expect(log.filter((line) => line.startsWith('Warning'))).toEqual([]);
    expect(bbl.match(/\\bibitem/g)).toHaveLength(works.length);
  });

  it('finds no error in texts that are hostile to it', () => {
    expect(bibtexErrors(hostile(hostileToBibliographies))).toEqual([]);
  });

  it.skipIf(!isCorpusPresent)('finds no error in any hostile string (skips where the corpus is absent)', () => {
    expect(bibtexErrors(hostile(hostileStrings()))).toEqual([]);
  });

  it.skipIf(!isCorpusPresent)('finds no error in the papers of the digest (skips where the corpus is absent)', () => {
    const { papers } = readPapers(corpusDigest(), { format: 'digest' });
    expect(papers).toHaveLength(150);
    expect(bibtexErrors(papers.map(({ description }, index) => paper(description, `digest-${index}`)))).toEqual([]);
  });
});

describe.skipIf(!hasProgram('pandoc'))('pandoc (skips where the program is absent)', () => {
  it('reads titles, names and dates back from BibTeX', () => {
    const json = execFileSync('pandoc', ['-f', 'bibtex', '-t', 'csljson'], { input: printBibtex(works), encoding: 'utf8' });
    const items: { id: string; title?: string; author?: unknown; issued?: unknown }[] = JSON.parse(json);
    expect(items.map(({ id }) => id)).toEqual(works.map(({ citationKey }) => citationKey));
    expect(items[1]).toMatchObject({ title: 'Invariant variation problems', author: [{ family: 'Noether', given: 'Emmy' }], issued: { 'date-parts': [[1918]] } });
    expect(items[0]?.author).toMatchObject([{ family: 'Hopper' }, { family: 'Berg', 'non-dropping-particle': 'van der' }, { literal: 'The Tensor & Co. Team' }]);
  });
});

/** Each string as every value of an entry. */
function hostile(strings: string[]): Paper[] {
  const authors = (text: string): Author[] => (text === '' ? [] : [{ literal: text }, { family: text, given: text }, { family: 'X', given: text }]);
  return strings.map((text, index) => paper({
    type: index % 2 === 0 ? 'article' : 'preprint', title: text, abstract: text, tags: [text, text], venue: text, doi: text, url: text, arxivId: text,
    citationKey: index % 3 === 0 ? text : `key${index}`, issued: '2024', authors: authors(text), extra: { [text]: text, volume: text, page: text, note: text, editor: text },
  }, `paper-${index}`));
}

/** What BibTeX says but for warnings: a text can be empty, and a field is then missing. */
function bibtexErrors(papers: Paper[]): string[] {
  const { log, bbl } = runBibtex(papers);
  const errors = log.filter((line) => !/^(?:Warning--(?:empty|can't use both|there's a number) |This is BibTeX|The (?:top-level|style)|Database file|\(There (?:was|were) \d+ warnings?\))/.test(line));
  const entries = bbl.match(/\\bibitem/g)?.length ?? 0;
  return entries === papers.length ? errors : [...errors, `${entries} entries of ${papers.length}`];
}

function runBibtex(papers: Paper[]): { log: string[]; bbl: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bibtex-'));
  try {
    writeFileSync(join(folder, 'all.bib'), printBibtex(papers));
    writeFileSync(join(folder, 'all.aux'), '\\citation{*}\n\\bibdata{all}\n\\bibstyle{plain}\n');
    const { stdout } = spawnSync('bibtex', ['all'], { cwd: folder, encoding: 'utf8' });
    return { log: stdout.split('\n').filter((line) => line !== ''), bbl: readFileSync(join(folder, 'all.bbl'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
