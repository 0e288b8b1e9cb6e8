import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Description, PaperId, PaperType, type Paper } from '../model';
import { printCslJson } from './csl';
import { readCslJson } from './cslJson';
import { readPapers } from './read';

const read = (value: unknown) => readCslJson(JSON.stringify(value));
const one = (item: Record<string, unknown>) => read([{ title: 'A Title', ...item }]).papers[0];

describe('a CSL-JSON file', () => {
  it('is an array, an object with items, or one item', () => {
    const item = { id: 'k1', type: 'book', title: 'On Engines' };
    for (const value of [[item], { items: [item] }, item]) {
      expect(read(value)).toMatchObject({ format: 'csl-json', papers: [{ line: 1, citationKey: 'k1', description: { type: 'book', title: 'On Engines' } }], findings: [] });
    }
  });

  it('is read field by field', () => {
    const item = {
      id: 12,
      type: 'article-journal',
      title: ' On\n Engines ',
      author: [{ family: 'Lovelace', given: 'Ada' }, { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' }, { literal: 'The Mill' }, { family: 'Plato' }],
      issued: { 'date-parts': [['1843', 9, 1]] },
      'container-title': 'Memoirs',
      DOI: 'https://doi.org/10.1000/xyz',
      URL: 'https://example.org/a',
      abstract: '<jats:title>Abstract</jats:title><jats:p>First $x<y$.</jats:p>\n<jats:p>Second.</jats:p>',
      keyword: 'engines; looms; engines',
      volume: 3,
      page: '666-731',
      publisher: 'Taylor',
      editor: [{ family: 'Taylor', given: 'Richard' }],
      accessed: { 'date-parts': [[2024, 5]] },
      custom: { code: 'https://example.org/code' },
    };
    expect(one(item)).toEqual({
      line: 1,
      citationKey: '12',
      tags: ['engines', 'looms'],
      description: {
        type: 'article',
        title: 'On Engines',
        authors: [{ family: 'Lovelace', given: 'Ada' }, { family: 'Beethoven', given: 'Ludwig', particle: 'van' }, { literal: 'The Mill' }, { family: 'Plato', given: '' }],
        issued: '1843-09-01',
        venue: 'Memoirs',
        doi: '10.1000/xyz',
        arxivId: '',
        url: 'https://example.org/a',
        abstract: 'Abstract\n\nFirst $x<y$.\n\nSecond.',
        extra: { code: 'https://example.org/code', volume: '3', page: '666-731', publisher: 'Taylor', editor: 'Taylor, Richard', accessed: '2024-05' },
      },
    });
  });

  it.each<[unknown, string, Record<string, string>?]>([
    [{ 'date-parts': [[2020]] }, '2020'],
    [{ 'date-parts': [[2020, 5], [2021]] }, '2020-05/2021'],
    [{ 'date-parts': [[2020, 5], [0]], circa: true }, '2020-05~/'],
    [{ 'date-parts': [[2020, 17, 1]] }, '2020'],
    [{ 'date-parts': [[2020, 14]] }, '2020-22'],
    [{ 'date-parts': [[2020]], season: 'Fall' }, '2020-23'],
    [{ 'date-parts': [['2020', '5', null]], circa: 'false' }, '2020-05'],
    [{ 'date-parts': [[-44, 3, 15]] }, '-0043-03-15'],
    [{ 'date-parts': [[2020]], literal: '2020?' }, '2020?'],
    [{ raw: '2020-05-06' }, '2020-05-06'],
    [{ literal: 'Spring 2020' }, '2020-21'],
    [{ literal: '2020/' }, '2020/'],
    [{ literal: 'in press since 2020' }, '2020', { issued: 'in press since 2020' }],
    [{ 'date-parts': [[0], [1988]] }, '1988', { issued: '/1988' }],
    ['2020-05', '2020-05'],
    [2020, '2020'],
    [{ 'date-parts': [[]] }, ''],
    [null, ''],
  ])('reads the date %j', (issued, expected, extra = {}) => {
    expect(one({ issued })?.description).toMatchObject({ issued: expected, extra });
  });

  it.each([
    [{ type: 'book', publisher: 'Press', 'container-title': 'Works' }, 'Press', { 'container-title': 'Works' }],
    [{ type: 'software', 'container-title': 'Shelf' }, 'Shelf', { 'container-title': 'Shelf' }],
    [{ type: 'chapter', publisher: 'Press', 'container-title': 'Works' }, 'Works', { publisher: 'Press' }],
  ])('keeps container and publisher of %j', (item, venue, extra) => {
    expect(one(item)?.description).toMatchObject({ venue, extra });
  });

  it('takes a work without a title that is known by something else', () => {
    expect(read([{ id: 'k', author: [{ family: 'Lovelace' }] }]).papers).toMatchObject([{ description: { title: '', authors: [{ family: 'Lovelace', given: '' }] } }]);
  });

  it.each([
    ['paper-conference', 'conference', {}],
    ['article', 'preprint', {}],
    ['post-weblog', 'webpage', { 'csl-type': 'post-weblog' }],
    ['motion_picture', 'other', { 'csl-type': 'motion_picture' }],
    ['document', 'other', {}],
    ['', 'other', {}],
  ])('takes %j for %s', (type, ours, extra) => {
    expect(one({ type })?.description).toMatchObject({ type: ours, extra });
  });

  it.each([
    [{ DOI: '10.48550/arXiv.2106.09685' }],
    [{ URL: 'http://arxiv.org/abs/2106.09685v2' }],
    [{ number: 'arXiv:2106.09685' }],
    [{ number: '2106.09685', publisher: 'arXiv' }],
    [{ custom: { arxivId: '2106.09685' } }],
  ])('knows the arXiv id by %j', (fields) => {
    expect(one({ type: 'article', ...fields })?.description).toMatchObject({
      type: 'preprint', arxivId: '2106.09685', venue: 'arXiv', doi: '10.48550/arXiv.2106.09685', issued: '2021-06', extra: {},
    });
  });

  it('does not make a journal article into a preprint', () => {
    expect(one({ type: 'article-journal', URL: 'https://arxiv.org/abs/2106.09685' })?.description).toMatchObject({ type: 'article', arxivId: '2106.09685', venue: '', doi: '' });
  });
});

describe('what Lectern itself writes as CSL-JSON', () => {
  const sample = readFileSync(new URL('../../../resources/sample-digest.txt', import.meta.url), 'utf8');

  it.each(PaperType.options)('comes back the same, as %s', (type) => {
    const entries = readPapers(sample, {}).papers.map(({ description }, at) => ({
      description: { ...description, type, extra: { code: 'https://example.org', volume: '3' } },
      citationKey: `key${at}`,
      tags: ['efficient', 'language models'],
    }));
    const papers = entries.map(({ description, ...rest }, at): Paper => ({
      ...description, ...rest, id: PaperId.parse(`paper-${at}`), status: 'to-read', rating: 0, collections: [], decisions: {},
      addedAt: '2025-01-01T00:00:00Z', modifiedAt: '2025-01-01T00:00:00Z', trashedAt: null,
    }));
    const reading = readCslJson(printCslJson(papers));
    expect(reading.findings).toEqual([]);
    expect(reading.papers.map(({ line: _line, ...entry }) => entry)).toEqual(entries);
  });
});

describe('a CSL-JSON file with mistakes', () => {
  it('gives the good items, and for each bad one its line and the reason', () => {
    const text = '[\n  {"title": "One"},\n  {"id": "x"},\n  {"title": "Two",\n   "author": "Ada"},\n  7,\n  {"title": "Three"}\n]';
    const { papers, findings } = readCslJson(text);
    expect(papers.map(({ line, description }) => [line, description.title])).toEqual([[2, 'One'], [7, 'Three']]);
    expect(findings.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'This item has no title.'],
      [4, 'The field author of this item cannot be used.'],
      [6, 'This is not a CSL-JSON item.'],
    ]);
  });

  it('loses only the item in which the syntax is broken', () => {
    const text = '[\n{"title": "One"},\n{"title":\n "Two" "id": 3},\n{"title": "Three"}\n]';
    const { papers, findings } = readCslJson(text);
    expect(papers.map(({ description }) => description.title)).toEqual(['One', 'Three']);
    expect(findings).toMatchObject([{ line: 4 }]);
    expect(findings[0]?.reason).toContain('not valid JSON');
  });

  it('reports a file that ends too early, on its last line', () => {
    const { papers, findings } = readCslJson('[\n{"title": "One"},\n{"title": "Tw');
    expect(papers.map(({ description }) => description.title)).toEqual(['One']);
    expect(findings).toMatchObject([{ line: 3 }]);
    expect(readCslJson('[\n{"title": "One"}\n').findings).toHaveLength(1);
    expect(readCslJson('[]').findings).toHaveLength(1);
  });

  it('does not let a key reach a prototype', () => {
    const { papers } = readCslJson('[{"title": "One", "__proto__": {"polluted": "yes"}, "constructor": "c", "custom": {"__proto__": "p"}}]');
    expect(papers[0]?.description.extra).toEqual({ constructor: 'c' });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('any CSL-JSON', () => {
  it('is read without an error, into valid descriptions', () => {
    const key = fc.constantFrom('title', 'author', 'issued', 'id', 'type', 'keyword', 'custom', 'DOI', 'family', 'literal', 'date-parts', 'raw', '__proto__');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(tie('value')), fc.dictionary(key, tie('value'))),
    }));
    const item = fc.tuple(fc.string(), fc.dictionary(key, value)).map(([title, rest]) => ({ ...rest, title }));
    fc.assert(
      fc.property(fc.array(fc.oneof(item, value)), (items) => {
        const { papers, findings } = read(items);
        for (const { description } of papers) expect(Description.safeParse(description).success).toBe(true);
        expect(papers.length + findings.length).toBe(Math.max(1, items.length));
      }),
    );
  });

  it('is read without an error even where it is not JSON', () => {
    const piece = fc.constantFrom('[', ']', '{', '}', ',', '"', '\\', ':', '\n', '"title"', '"items"', 'null');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))).map((pieces) => pieces.join('')), (text) => {
        const { papers, findings } = readCslJson(text);
        const lines = text.split('\n').length;
        expect(papers.length + findings.length).toBeGreaterThan(0);
        for (const { line } of [...papers, ...findings]) expect(line >= 1 && line <= lines).toBe(true);
      }),
    );
  });
});
