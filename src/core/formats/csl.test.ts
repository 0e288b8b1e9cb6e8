import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { corpusDigest, hasProgram, hostileStrings, hostileToBibliographies, isCorpusPresent, paper, works } from '../../../tests/exportPapers';
import { cslSchema } from '../../../tests/cslSchema';
import type { Paper } from '../model';
import { printCslJson, toCsl } from './csl';
import { readPapers } from './read';

const isCslJson = new Ajv({ allowUnionTypes: true }).compile(cslSchema);

describe('toCsl', () => {
  it('describes an arXiv preprint as Zotero does', () => {
    expect(toCsl(works[0] ?? paper())).toEqual({
      id: 'hopper2025lora', type: 'article', title: 'LoRA for M$^3$ViT: 20$\\times$ faster at 9\\% of the cost',
      author: [{ family: 'Hopper', given: 'Grace' }, { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, { literal: 'The Tensor & Co. Team' }],
      issued: { 'date-parts': [[2025, 3, 14]] }, publisher: 'arXiv', number: 'arXiv:2503.01234', DOI: '10.48550/arXiv.2503.01234',
      URL: 'https://arxiv.org/abs/2503.01234', abstract: 'A made-up abstract.', keyword: 'adapters; to cite, soon',
      custom: { code: 'https://example.org/code' },
    });
  });

  it('gives extra fields back as the variables they are', () => {
    const extra = { volume: '2', editor: 'Ada Lovelace; The Editors Group', accessed: '2024-02-01', submitted: 'last week', upvotes: '12', title: 'Another', 'csl-type': 'patent' };
    expect(toCsl(paper({ title: 'Tapes', venue: 'Notes', arxivId: '2007.00001', extra }))).toEqual({
      id: 'p-1', type: 'patent', title: 'Tapes', 'container-title': 'Notes', volume: '2', accessed: { 'date-parts': [[2024, 2, 1]] },
      editor: [{ family: 'Lovelace', given: 'Ada' }, { family: 'Group', given: 'The Editors' }],
      submitted: { literal: 'last week' }, custom: { upvotes: '12', title: 'Another', arxivId: '2007.00001' },
    });
  });

  it('gives names and dates by their parts, and in custom what CSL cannot say of a date', () => {
    const authors = [{ family: 'Humboldt', given: 'Alexander', droppingParticle: 'von' }, { family: 'Beethoven', given: 'Ludwig', particle: 'van', suffix: 'Jr.' }];
    const extra = { 'event-date': '2019-21', accessed: '2024/', 'original-date': '-0043~', 'available-date': '2020-21/2020-22?', editor: '{The Mill}; van der Berg, Jan' };
    expect(toCsl(paper({ authors, issued: '2020?', extra }))).toEqual({
      id: 'p-1', type: 'document', issued: { 'date-parts': [[2020]], circa: true },
      author: [{ family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' }, { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van', suffix: 'Jr.' }],
      'event-date': { 'date-parts': [[2019]], season: 1 }, accessed: { 'date-parts': [[2024], [0]] }, 'original-date': { 'date-parts': [[-44]], circa: true },
      'available-date': { 'date-parts': [[2020, 21], [2020, 22]], circa: true }, editor: [{ literal: 'The Mill' }, { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
      custom: { issued: '2020?', 'available-date': '2020-21/2020-22?' },
    });
  });

  it('keeps a date in words beside the year', () => {
    expect(toCsl(paper({ issued: '2020', extra: { issued: 'in press, 2020' } })).issued).toEqual({ 'date-parts': [[2020]], literal: 'in press, 2020' });
  });

  it('forgets the type that a source had when another kind was chosen', () => {
    expect(toCsl(paper({ type: 'book', extra: { 'csl-type': 'patent' } }))).toEqual({ id: 'p-1', type: 'book', custom: { 'csl-type': 'patent' } });
  });

  it('takes no harm from names that every object has', () => {
    const extra = Object.fromEntries([['__proto__', 'a'], ['constructor', 'b'], ['toString', 'c']]);
    const { custom } = toCsl({ ...paper(), extra });
    expect(Object.entries(custom ?? {})).toEqual([['__proto__', 'a'], ['constructor', 'b'], ['toString', 'c']]);
  });

  it('uses the id where a paper has no citation key', () => {
    expect(toCsl(paper({ citationKey: '' })).id).toBe('p-1');
  });
});

describe('printCslJson', () => {
  it('fits the schema of CSL-JSON for works of every kind', () => {
    expect(schemaErrors(works)).toEqual([]);
  });

  it('fits the schema for hostile texts', () => {
    expect(schemaErrors(hostile(hostileToBibliographies))).toEqual([]);
  });

  it('keeps text as it is, save halves of surrogate pairs', () => {
    const items: { title: string }[] = JSON.parse(printCslJson([paper({ title: 'a\uD800b \\ud800 🙂 \\\\' })]));
    expect(items[0]?.title).toBe('a\uFFFDb \\ud800 🙂 \\\\');
  });

  it('reads back as it was', () => {
    const { papers, findings } = readPapers(printCslJson(works), { format: 'csl-json', fileName: 'works.json' });
    expect(findings).toEqual([]);
    expect(papers.map(({ citationKey }) => citationKey)).toEqual(works.map(({ citationKey }) => citationKey));
    for (const [index, { type, title, authors, issued, doi, arxivId, url, abstract, extra }] of works.entries()) {
      expect(papers[index]?.description).toMatchObject({ type, title, authors, issued, doi, arxivId, url, abstract, extra });
    }
  });

  it.skipIf(!isCorpusPresent)('fits the schema for every hostile string and every paper of the digest (skips where the corpus is absent)', () => {
    expect(digestPapers()).toHaveLength(150);
    expect(schemaErrors([...hostile(hostileStrings()), ...digestPapers()])).toEqual([]);
  });
});

describe.skipIf(!hasProgram('pandoc'))('pandoc --citeproc (skips where the program is absent)', () => {
  it('cites works of every kind', () => {
    expect(cited(works)).toEqual({ complaints: '', missing: [] });
  });

  it.skipIf(!isCorpusPresent)('cites every hostile string and every paper of the digest (skips where the corpus is absent)', () => {
    expect(cited([...hostile(hostileStrings()), ...digestPapers()])).toEqual({ complaints: '', missing: [] });
  });
});

function hostile(strings: string[]): Paper[] {
  return strings.map((text, index) => paper({
    title: text, abstract: text, venue: text, doi: text, url: text, tags: [text], issued: '2024', authors: text === '' ? [] : [{ family: text, given: text }, { literal: text }],
    extra: { volume: text, page: text, editor: text, accessed: text, note: text, 'csl-type': text },
  }, `hostile-${index}`));
}

function digestPapers(): Paper[] {
  const { papers } = readPapers(corpusDigest(), { format: 'auto', fileName: 'digest.txt' });
  return papers.map(({ description }, index) => paper(description, `digest-${index}`));
}

function schemaErrors(papers: Paper[]): unknown[] {
  const items: unknown[] = JSON.parse(printCslJson(papers));
  isCslJson(items);
  return items.length === papers.length ? (isCslJson.errors ?? []) : [`${items.length} items of ${papers.length} papers`];
}

/** Lets pandoc format all of the papers: what it complains of, and the keys of those that have no entry in its bibliography. */
function cited(papers: Paper[]): { complaints: string; missing: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-pandoc-'));
  try {
    writeFileSync(join(folder, 'all.json'), printCslJson(papers));
    writeFileSync(join(folder, 'all.md'), '---\nnocite: "@*"\n---\n');
    const { stderr } = spawnSync('pandoc', ['--citeproc', '--bibliography=all.json', '-t', 'html', '-o', 'all.html', 'all.md'], { cwd: folder, encoding: 'utf8' });
    const keys = new Set(Array.from(readFileSync(join(folder, 'all.html'), 'utf8').matchAll(/id="ref-([^"]*)"/g), ([, key]) => key));
    return { complaints: stderr, missing: papers.map(({ citationKey }) => citationKey).filter((key) => !keys.has(key)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
