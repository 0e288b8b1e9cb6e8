import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDigestText } from './digestText';

const corpus = new URL('../../../../shared/corpus/hf-papers-resource-efficient.txt', import.meta.url);
const corpusPresent = existsSync(corpus);

const abstract = (topic: string): string =>
  `We study ${topic} in machines that have little memory and less time. Earlier work looked at large machines only, and so left open what a small one can do. ` +
  `Here we show, by experiment and by proof, that ${topic} can be had for a tenth of the usual cost. Our code is public.`;

const read = (text: string) => readDigestText(text, { sure: false });
const outline = (text: string): [string, string][] => read(text).papers.map(({ description }) => [description.title, description.abstract]);

describe('a digest saved as text', () => {
  const head = 'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\nMay 29\n\n';

  it('alternates titles and abstracts between what belongs to the page', () => {
    const text = `${head}Small Engines for Large Sums\n\n${abstract('arithmetic')}\n\nCan a loom compute?\n\n${abstract('weaving')}`;
    expect(outline(text)).toEqual([
      ['Small Engines for Large Sums', abstract('arithmetic')],
      ['Can a loom compute?', abstract('weaving')],
    ]);
    expect(read(text).papers.map(({ line }) => line)).toEqual([11, 15]);
    expect(read(text).findings).toEqual([]);
  });

  it('keeps TeX and quotes as they are, and describes preprints', () => {
    const title = '"Useful" $\\lambda$-Engines: M$^3$ and 20$\\times$ Faster';
    const [paper] = read(`${title}\n\n${abstract('$\\alpha \\to \\beta$')}`).papers;
    expect(paper?.description).toMatchObject({ type: 'preprint', title, abstract: abstract('$\\alpha \\to \\beta$'), issued: '', arxivId: '' });
  });

  it('takes a paper without an abstract', () => {
    const text = `Small Engines for Large Sums\n\nThe Loom as a Teacher of Machines\n\n${abstract('weaving')}\n\nCounting Without Numbers`;
    expect(outline(text)).toEqual([
      ['Small Engines for Large Sums', ''],
      ['The Loom as a Teacher of Machines', abstract('weaving')],
      ['Counting Without Numbers', ''],
    ]);
  });

  it('keeps the paragraphs of an abstract together', () => {
    const text = `Small Engines for Large Sums\n\n${abstract('arithmetic')}\n\nCode is available at https://example.org/engine.\n\nThe Loom as a Teacher\n\n${abstract('weaving')}\n\n${abstract('dyeing')}`;
    expect(outline(text)).toEqual([
      ['Small Engines for Large Sums', `${abstract('arithmetic')}\n\nCode is available at https://example.org/engine.`],
      ['The Loom as a Teacher', `${abstract('weaving')}\n\n${abstract('dyeing')}`],
    ]);
  });

  it('takes a title that is a sentence, and an abstract that is one', () => {
    const text = `Looms Are All You Need.\n\n${abstract('weaving')}\n\nEngines Need Nothing.\n\n${abstract('arithmetic')}\n\nCounting Without Numbers\n\nA method is given.`;
    expect(outline(text)).toEqual([
      ['Looms Are All You Need.', abstract('weaving')],
      ['Engines Need Nothing.', abstract('arithmetic')],
      ['Counting Without Numbers', 'A method is given.'],
    ]);
  });

  it('joins wrapped lines, and takes no-break spaces for spaces', () => {
    const text = `Small Engines for Large Sums: a report on the first hundred days of\n  the mill\n\nWe study arithmetic in machines that have little memory and less time,\nand we show that it can be had for a tenth of the cost that is usual in\nthe\u00a0field.\n`;
    expect(outline(text)).toEqual([
      [
        'Small Engines for Large Sums: a report on the first hundred days of the mill',
        'We study arithmetic in machines that have little memory and less time, and we show that it can be had for a tenth of the cost that is usual in the field.',
      ],
    ]);
  });

  it.each([
    ['Small Engines for Large Sums\n\narXiv:2101.00001'],
    ['Small Engines for Large Sums\nhttps://arxiv.org/abs/2101.00001v3'],
    ['[2101.00001] Small Engines for Large Sums'],
    ['Small Engines for Large Sums (arXiv:2101.00001)'],
    ['arXiv:2101.00001\n\nSmall Engines for Large Sums'],
  ])('picks the arXiv id up from %j', (start) => {
    const [paper, ...others] = read(`${start}\n\n${abstract('arithmetic')}`).papers;
    expect(others).toEqual([]);
    expect(paper?.description).toMatchObject({
      title: 'Small Engines for Large Sums', arxivId: '2101.00001', issued: '2021-01', doi: '10.48550/arXiv.2101.00001', venue: 'arXiv', abstract: abstract('arithmetic'),
    });
  });

  it('reads authors below a title', () => {
    const [paper] = read(`Small Engines for Large Sums\n\nAda Lovelace, Charles Babbage and Ludwig van Beethoven\n\n${abstract('arithmetic')}`).papers;
    expect(paper?.description.authors).toEqual([
      { family: 'Lovelace', given: 'Ada' }, { family: 'Babbage', given: 'Charles' }, { family: 'Beethoven', given: 'Ludwig', particle: 'van' },
    ]);
    expect(paper?.description.abstract).toBe(abstract('arithmetic'));
  });

  it('reports what stands before the first title, and scraps', () => {
    const text = `${head}${abstract('nothing')}\n\nSmall Engines for Large Sums\n\n${abstract('arithmetic')}\n\nOdd scrap`;
    expect(outline(text)).toEqual([['Small Engines for Large Sums', abstract('arithmetic')]]);
    expect(read(text).findings.map(({ line, text: passage }) => [line, passage])).toEqual([[11, abstract('nothing')], [17, 'Odd scrap']]);
  });

  it.each([
    ['one sentence', 'Please remember the meeting at noon. Bring cake.'],
    ['one line', 'The quick brown fox jumps over the lazy dog'],
    ['a chapter', `Chapter One\n\n${[1, 2, 3, 4].map((part) => abstract(`part ${part}`)).join('\n\n')}`],
    ['a shopping list', 'milk\nbread\neggs'],
    ['a Markdown page', `# How to Build Engines\n\n${abstract('building')}\n\n## What You Will Need\n\n- one loom\n- two engines`],
  ])('refuses prose: %s', (_, text) => {
    expect(read(text).papers).toEqual([]);
    expect(read(text).findings[0]).toMatchObject({ line: 1 });
  });
});

describe('text copied from the browser window', () => {
  const page = `Hugging Face
Models
Datasets
Log In
Sign Up
new

Get trending papers in your email inbox once a day!

Subscribe
Daily Papers
byAK and the research community
Daily
Weekly
Monthly
Oct 15
Submitted by
akhaliq
112
Engines Are Free
·
25 authors
2
Submitted by
some user
84
Scaling Looms at Once Without Regret
Mill Research
·
Oct 13, 2024
3
Submitted by weaver
1.2k
Loom
Ada Lovelace, Charles Babbage
·
2 authors
Submitted by
bob
-
Counting Without Numbers

${abstract('counting')}

Published on Oct 1, 2024
Upvote
13
GitHub 13k
arXiv Page
Previous
Next
TOS
Privacy`;

  it('is titles, with what the page says about each', () => {
    const { papers, findings } = read(page);
    expect(papers.map(({ description: { title, authors, issued, extra, abstract: text } }) => ({ title, authors: authors.length, issued, extra, text }))).toEqual([
      { title: 'Engines Are Free', authors: 0, issued: '', extra: { upvotes: '112' }, text: '' },
      { title: 'Scaling Looms at Once Without Regret', authors: 0, issued: '2024-10-13', extra: { upvotes: '84', organization: 'Mill Research' }, text: '' },
      { title: 'Loom', authors: 2, issued: '', extra: { upvotes: '1200' }, text: '' },
      { title: 'Counting Without Numbers', authors: 0, issued: '2024-10-01', extra: {}, text: abstract('counting') },
    ]);
    expect(findings).toEqual([]);
  });

  it('knows a sole author by the count below', () => {
    const card = (title: string, name: string): string => `Submitted by\nbob\n17\n${title}\n${name}\n·\n1 author\n\n${abstract(title)}\n`;
    const { papers, findings } = read(`${card('Small Engines for Large Sums', 'Ada Lovelace')}\n${card('The Loom as a Teacher', 'Joseph Jacquard')}`);
    expect(papers.map(({ description: { title, authors } }) => [title, authors])).toEqual([
      ['Small Engines for Large Sums', [{ family: 'Lovelace', given: 'Ada' }]],
      ['The Loom as a Teacher', [{ family: 'Jacquard', given: 'Joseph' }]],
    ]);
    expect(findings).toEqual([]);
  });

  it('gives the references between the papers to their papers', () => {
    const text = `[-] 5\n\nhttps://huggingface.co/login?next=%2Fpapers%2F2101.00001\n\nEngines Are Free\n\nhttps://huggingface.co/papers/2101.00001\n\n${abstract('engines')}\n\nhttps://huggingface.co/papers/2101.00001\n\n2 authors\n\n·\n\nOct 7, 2024\n\n[-] -\n\nLooms Are Dear\n\nhttps://huggingface.co/papers/2101.00002\n\n${abstract('looms')}\n\nMill Research\n\n·\n\nOct 8, 2024\n\n1`;
    expect(read(text).papers.map(({ description: { title, arxivId, issued, abstract: body } }) => [title, arxivId, issued, body])).toEqual([
      ['Engines Are Free', '2101.00001', '2024-10-07', abstract('engines')],
      ['Looms Are Dear', '2101.00002', '2024-10-08', abstract('looms')],
    ]);
  });
});

describe('any text', () => {
  it('is read without an error, with findings on its own lines', () => {
    const pieces = fc.constantFrom('\n', '\n\n', 'Submitted by', '12', '·', 'A Title of Something', abstract('x'), 'arXiv:2101.00001', 'Ada Lovelace, Charles Babbage', '- ', '[-] 3', 'Oct 7, 2024', '[2101.00001]');
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))).map((parts) => parts.join('\n')), fc.boolean(), (text, sure) => {
        const { papers, findings } = readDigestText(text, { sure });
        const lines = text.split('\n').length;
        for (const { line } of [...papers, ...findings]) expect(line >= 1 && line <= lines).toBe(true);
      }),
    );
  });

  it('gives back as many papers as were printed, whole, with the page between them', () => {
    const word = fc.constantFrom('Engines', 'Looms', 'Memory', 'Sparse', 'Learning', 'Large', 'Models', 'Adaptive', 'Counting', 'Cheaply', '$\\lambda$-Mills', 'BERT');
    const title = fc.tuple(fc.constantFrom('Mill: ', 'A Survey of ', 'On ', ''), fc.array(word, { minLength: 3, maxLength: 12 })).map(([start, words]) => start + words.join(' '));
    const body = fc.array(fc.constantFrom('We study looms.', 'It costs 3.5 times less ($x < y$)!', 'Does it help?', 'In short, yes; see below.'), { minLength: 2, maxLength: 60 }).map((sentences) => `${sentences.join(' ')} We end here.`);
    const furniture = fc.constantFrom('new', 'Subscribe', 'May 29', 'Get trending papers in your email inbox!', 'byAK and the research community', '·', 'Daily', 'GitHub 12');
    const entry = fc.record({ title, body, before: fc.array(furniture, { maxLength: 3 }), between: fc.array(furniture, { maxLength: 1 }) });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 20 }), (entries) => {
        const text = entries.flatMap((one) => [...one.before, one.title, ...one.between, one.body]).join('\n\n');
        expect(outline(text)).toEqual(entries.map((one) => [one.title, one.body]));
      }),
    );
  });
});

describe.skipIf(!corpusPresent)('the saved search page of the shared corpus (skips where it is absent)', () => {
  const text = corpusPresent ? readFileSync(corpus, 'utf8') : '';
  const paragraphs = text.split('\n\n').map((paragraph) => paragraph.trim()).slice(5);
  const papers = Array.from({ length: 150 }, (_, at): [string, string] => [paragraphs[2 * at] ?? '', paragraphs[2 * at + 1] ?? '']);
  const wrap = (passage: string): string => passage.replaceAll(/(.{1,80})(?: |$)/g, '$1\n').trim();

  it('holds 150 papers', () => {
    expect(outline(text)).toEqual(papers);
    expect(read(text).findings).toEqual([]);
  });

  it('is read the same when it is wrapped, or has no empty lines', () => {
    expect(outline(papers.flat().map(wrap).join('\n\n'))).toEqual(papers);
    expect(outline(papers.flat().join('\n'))).toEqual(papers);
  });

  it('is read paper by paper when every third has no abstract', () => {
    const some = papers.map(([title, body], at): [string, string] => [title, at % 3 === 0 ? '' : body]);
    expect(outline(some.flatMap(([title, body]) => (body === '' ? [title] : [title, body])).join('\n\n'))).toEqual(some);
  });
});
