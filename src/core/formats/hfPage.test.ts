import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPapers } from './read';
import { readHfPage } from './hfPage';
import { squash } from './readText';

const hostile = new URL('../../../../shared/corpus/hostile-strings.jsonl', import.meta.url);
const hostilePresent = existsSync(hostile);

const engine = {
  id: '2502.00001',
  title: 'Small "Engines" & <Large>\n  Sums',
  summary: 'We study arithmetic\nin small engines: $a < b$ &amp; c.\n\nOur code is public.',
  publishedAt: '2025-02-03T00:00:00.000Z',
  authors: [{ name: 'Ada Lovelace' }, { name: 'Charles Babbage', hidden: true }, { name: 'Ludwig van Beethoven', hidden: false }, { name: 'Plato' }],
  upvotes: 42,
  githubRepo: 'https://github.com/example/engine',
  projectPage: 'https://example.org',
  ai_keywords: ['engines', 'sums'],
  organization: { name: 'mill', fullname: 'The Mill' },
};
const loom = { id: '2502.00002', title: 'The Loom as a Teacher', summary: '', authors: [] };

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function pageOf(props: unknown, target = 'DailyPapers'): string {
  return `<!doctype html>\n<html><body>\n<div class="SVELTE_HYDRATER contents" data-target="${target}" data-props="${escape(JSON.stringify(props))}"></div>\n</body></html>`;
}

describe('a saved page with its papers as JSON', () => {
  it('is read with everything the site says', () => {
    const { papers, findings } = readPapers(pageOf({ dailyPapers: [{ paper: engine, numComments: 2 }] }), {});
    expect(findings).toEqual([]);
    expect(papers).toEqual([
      {
        line: 3,
        description: {
          type: 'preprint',
          title: 'Small "Engines" & <Large> Sums',
          authors: [{ family: 'Lovelace', given: 'Ada' }, { family: 'Beethoven', given: 'Ludwig', particle: 'van' }, { literal: 'Plato' }],
          issued: '2025-02-03',
          venue: 'arXiv',
          doi: '10.48550/arXiv.2502.00001',
          arxivId: '2502.00001',
          url: 'https://arxiv.org/abs/2502.00001',
          abstract: 'We study arithmetic in small engines: $a < b$ &amp; c.\n\nOur code is public.',
          extra: { code: 'https://github.com/example/engine', project: 'https://example.org', upvotes: '42', organization: 'The Mill', keywords: 'engines, sums' },
        },
      },
    ]);
  });

  it('keeps the good records beside bad ones, and says what is wrong', () => {
    const records = [{ paper: engine }, { paper: { ...loom, title: undefined } }, { paper: { ...loom, summary: 7 } }, null, { paper: { ...loom, upvotes: 'many' } }];
    const { papers, findings } = readHfPage(pageOf({ dailyPapers: records }));
    expect(papers.map(({ description }) => description.title)).toEqual(['Small "Engines" & <Large> Sums', 'The Loom as a Teacher']);
    expect(findings.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'This paper record has no title.'],
      [3, 'The summary of this paper record cannot be used.'],
      [3, 'This is not a paper record.'],
    ]);
  });

  it('is read from other parts of the page too, each paper once', () => {
    const page = pageOf({ dailyPapers: [{ paper: engine }] }) + pageOf({ list: { items: [engine, loom] } }, 'PaperList') + pageOf({ paper: loom }, 'PaperContent');
    expect(readHfPage(page).papers.map(({ description }) => description.arxivId)).toEqual(['2502.00001', '2502.00002']);
  });

  it('takes the date from the id where the record has none', () => {
    expect(readHfPage(pageOf({ dailyPapers: [{ paper: loom }] })).papers[0]?.description.issued).toBe('2025-02');
  });

  it('reports JSON that is broken', () => {
    const { papers, findings } = readHfPage('<p>\n<div data-target="DailyPapers" data-props="{&quot;dailyPapers&quot;:[{]}"></div>');
    expect(papers).toEqual([]);
    expect(findings).toMatchObject([{ line: 2 }]);
    expect(findings[0]?.reason).toContain('not valid JSON');
  });

  it.skipIf(!hostilePresent)('keeps hostile strings as text (skips where the shared corpus is absent)', () => {
    const strings = readFileSync(hostile, 'utf8').trim().split('\n').map((line): string => JSON.parse(line));
    const usable = strings.filter((text) => squash(text) !== '');
    expect(usable.length).toBeGreaterThan(4000);
    const { papers, findings } = readPapers(pageOf({ dailyPapers: usable.map((text) => ({ paper: { title: text, summary: text, authors: [{ name: text }] } })) }), {});
    expect(findings).toEqual([]);
    const expected = [...new Set(usable.map(squash))];
    expect(papers.map(({ description }) => description.title)).toEqual(expected);
    expect(papers.map(({ description }) => squash(description.abstract))).toEqual(expected);
  });
});

describe("the answer of the site's API", () => {
  it('is an array of records, each with its line', () => {
    const text = `[\n${[{ paper: engine, title: engine.title }, { title: 'No paper inside' }, 3, { paper: { ...loom, title: null }, title: 'Title Outside' }].map((record) => JSON.stringify(record)).join(',\n')}\n]`;
    const { format, papers, findings } = readPapers(text, {});
    expect(format).toBe('digest');
    expect(papers.map(({ line, description }) => [line, description.title])).toEqual([[2, 'Small "Engines" & <Large> Sums'], [3, 'No paper inside'], [5, 'Title Outside']]);
    expect(findings).toMatchObject([{ line: 4, text: '3' }]);
  });

  it('loses only the record that is broken', () => {
    const text = `[\n${JSON.stringify({ paper: engine })},\n{"paper": {"title": oops}},\n${JSON.stringify({ paper: loom })}\n]`;
    const { papers, findings } = readPapers(text, {});
    expect(papers.map(({ description }) => description.arxivId)).toEqual(['2502.00001', '2502.00002']);
    expect(findings).toMatchObject([{ line: 3 }]);
  });
});

describe('a page with article cards', () => {
  const card = (id: string, title: string, rest = ''): string =>
    `<article>\n<a href="/papers/${id}"><img src="x.png"></a>\n<h3><a href="/papers/${id}">${title}</a></h3>\n${rest}<a href="/papers/${id}#community">3</a><a href="/login?next=%2Fpapers%2F${id}">12</a>\n</article>\n`;

  it('gives one paper for each card', () => {
    const html = `<main>${card('2502.00001', 'Small Engines &amp; Large\n Sums', '<p>We study arithmetic in engines that are small, and find it cheap.</p><ul><li title="Ada Lovelace"></li><li title="Charles Babbage"></li><li>2 authors</li></ul><span>Published on Feb 3, 2025</span>')}${card('2502.00002', 'Looms')}</main>`;
    const { papers, findings } = readPapers(html, {});
    expect(findings).toEqual([]);
    expect(papers).toMatchObject([
      {
        line: 3,
        description: {
          title: 'Small Engines & Large Sums', arxivId: '2502.00001', issued: '2025-02-03', doi: '10.48550/arXiv.2502.00001',
          abstract: 'We study arithmetic in engines that are small, and find it cheap.',
          authors: [{ family: 'Lovelace', given: 'Ada' }, { family: 'Babbage', given: 'Charles' }],
        },
      },
      { line: 9, description: { title: 'Looms', arxivId: '2502.00002', issued: '2025-02', abstract: '', authors: [] } },
    ]);
  });

  it('leaves authors out where only some are shown', () => {
    const html = card('2502.00001', 'Small Engines', '<ul><li title="Ada Lovelace"></li><li>25 authors</li></ul>');
    expect(readPapers(html, {}).papers[0]?.description.authors).toEqual([]);
  });

  it('reads a fragment from the clipboard without any wrapping, with absolute links', () => {
    const html = `<meta charset='utf-8'><h3><a href="https://huggingface.co/papers/2502.00001">Small Engines</a></h3><p>We study arithmetic in engines that are small.</p><a href="https://huggingface.co/papers/2502.00001">2 authors</a><h3><a href="https://huggingface.co/papers/2502.00002">Looms</a></h3><a href="https://huggingface.co/papers/2502.00002"><p>We study weaving with looms that can count.</p></a>`;
    expect(readPapers(html, {}).papers.map(({ description: { title, abstract } }) => [title, abstract])).toEqual([
      ['Small Engines', 'We study arithmetic in engines that are small.'],
      ['Looms', 'We study weaving with looms that can count.'],
    ]);
  });

  it("takes the card's heading where the link is empty, and reports a link without a title", () => {
    const html = '<article><a href="/papers/2502.00001"></a><h3>Small Engines</h3></article>\n<article><a href="/papers/2502.00002"><img></a></article>';
    const { papers, findings } = readPapers(html, {});
    expect(papers.map(({ description }) => description.title)).toEqual(['Small Engines']);
    expect(findings).toMatchObject([{ line: 2, text: '/papers/2502.00002' }]);
  });

  it('says so when a page has no papers', () => {
    expect(readPapers('<html><p>Nothing here</p></html>', {})).toMatchObject({ papers: [], findings: [{ line: 1 }] });
  });
});

describe('any page', () => {
  it('is read without an error, with findings on its own lines', () => {
    const piece = fc.constantFrom('<article>', '</article>', '<a href="/papers/2502.00001">', '</a>', '<h3>', '</h3>', '<p>', 'Title of It', '\n', '<div data-target="X" data-props="', '{&quot;paper&quot;:', '{}', '">', '<table>', '<svg>', '<template>', '<li title="A B">');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))).map((pieces) => pieces.join('')), (html) => {
        const { papers, findings } = readHfPage(html);
        const lines = html.split(/\r\n?|\n/).length;
        for (const { line } of [...papers, ...findings]) expect(line >= 1 && line <= lines).toBe(true);
      }),
    );
  });

  it('may be nested deeply', () => {
    const depth = 5000;
    const html = `${'<div>'.repeat(depth)}<h3><a href="/papers/2502.00001">Small Engines</a></h3>${'</div>'.repeat(depth)}`;
    expect(readPapers(html, {}).papers).toHaveLength(1);
  });
});
