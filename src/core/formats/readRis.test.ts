import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paper, works } from '../../../tests/exportPapers';
import { Description } from '../model';
import { readRis } from './readRis';
import { printRis } from './ris';

const record = (...lines: string[]) => readRis([...lines, 'ER  - ', ''].join('\n')).papers[0];
const described = (...lines: string[]) => record(...lines)?.description;

describe('readRis', () => {
  it('reads a journal article with all its parts', () => {
    expect(record('TY  - JOUR', 'AU  - van der Berg, Jan', 'AU  - Lovelace, Ada, Jr.', 'AU  - The Engine Group', 'T1  - On engines', 'JF  - Journal of Engines', 'JA  - J. Eng.', 'VL  - 3', 'IS  - 2', 'SP  - 11', 'EP  - 19', 'PY  - 1843/10/05/', 'SN  - 1234-567X', 'DO  - https://doi.org/10.1000/eng.1', 'UR  - https://example.org/a', 'KW  - engines', 'KW  - notes', 'N2  - One.', 'ID  - lovelace1843')).toEqual({
      line: 1,
      citationKey: 'lovelace1843',
      tags: ['engines', 'notes'],
      description: {
        type: 'article', title: 'On engines', issued: '1843-10-05', venue: 'Journal of Engines', doi: '10.1000/eng.1', arxivId: '', url: 'https://example.org/a', abstract: 'One.',
        authors: [{ family: 'Berg', given: 'Jan', particle: 'van der' }, { family: 'Lovelace', given: 'Ada', suffix: 'Jr.' }, { literal: 'The Engine Group' }],
        extra: { 'container-title-short': 'J. Eng.', volume: '3', issue: '2', page: '11-19', ISSN: '1234-567X' },
      },
    });
  });

  it.each([
    ['PY  - 2014', '2014'], ['PY  - 2014///', '2014'], ['Y1  - 2014/05/12/', '2014-05-12'], ['PY  - 2014/05//', '2014-05'],
    ['DA  - 2014-05-12', '2014-05-12'], ['PY  - 2014///Spring', '2014-21'], ['Y1  - 2014///May 12', '2014-05-12'], ['DA  - 2014/5/2', '2014-05-02'],
    ['PY  - May 2014', '2014-05'], ['PY  - 2014/13/40', '2014'], ['PY  - in press', ''], ['PY  - 2014/2016', '2014/2016'],
  ])('reads the date of %j as %j', (line, issued) => {
    expect(described('TY  - JOUR', 'TI  - A', line)?.issued).toBe(issued);
  });

  it('puts a year and a day of it together', () => {
    expect(described('TY  - JOUR', 'TI  - A', 'PY  - 2014', 'DA  - May 12')?.issued).toBe('2014-05-12');
    expect(described('TY  - JOUR', 'TI  - A', 'DA  - 2014/05/12/', 'PY  - 2014')?.issued).toBe('2014-05-12');
  });

  it('takes what a title is to each type', () => {
    expect(described('TY  - CHAP', 'TI  - A', 'T2  - The Book', 'T3  - Series', 'A2  - Noether, Emmy')).toMatchObject({ type: 'chapter', venue: 'The Book', extra: { editor: 'Noether, Emmy', 'collection-title': 'Series' } });
    expect(described('TY  - BOOK', 'BT  - A', 'T2  - Series', 'PB  - Press', 'CY  - Bonn', 'SN  - 978-3-16-148410-0', 'SP  - 312')).toMatchObject({ type: 'book', title: 'A', venue: 'Press', extra: { 'collection-title': 'Series', 'publisher-place': 'Bonn', ISBN: '978-3-16-148410-0', 'number-of-pages': '312' } });
    expect(described('TY  - CONF', 'TI  - A', 'T2  - Conf 2014', 'C3  - Proceedings of Conf')).toMatchObject({ type: 'conference', venue: 'Proceedings of Conf', extra: { 'event-title': 'Conf 2014' } });
    expect(described('TY  - JOUR', 'TI  - A', 'JO  - J. Eng.', 'T2  - Journal of Engines')).toMatchObject({ venue: 'Journal of Engines', extra: { 'container-title-short': 'J. Eng.' } });
    expect(described('TY  - RPRT', 'TI  - A', 'SN  - TR-12')).toMatchObject({ type: 'report', extra: { number: 'TR-12' } });
    expect(described('TY  - EJOUR', 'TI  - A', 'C1  - kept', 'X9  - also', 'X9  - twice')).toMatchObject({ type: 'article', extra: { TY: 'EJOUR', C1: 'kept', X9: 'also\n\ntwice' } });
  });

  it('joins what goes on in the next line', () => {
    expect(record('TY  - JOUR', 'TI  - A long', '      title', 'AB  - One', 'two.', '', 'Three.', 'KW  - a', 'b')).toMatchObject({ tags: ['a', 'b'], description: { title: 'A long title', abstract: 'One two.\n\nThree.' } });
  });

  it('reads records that lack their end or their beginning, and costs a bad one alone', () => {
    const { papers, findings } = readRis(['Provider: Somebody', '', 'stray', 'TY  - JOUR', 'TI  - A', 'TY  - BOOK', 'TI  - B', 'ER  -', 'TI  - C', 'ER  - ', 'TY  - JOUR', 'VL  - 2', 'ER  - '].join('\n'));
    expect(papers.map(({ line, description: { title, type } }) => [line, title, type])).toEqual([[4, 'A', 'article'], [6, 'B', 'book'], [9, 'C', 'other']]);
    expect(findings).toEqual([
      { line: 11, reason: 'This item has no title.', text: 'TY  - JOUR\nVL  - 2\nER  -' },
      { line: 3, reason: 'This line belongs to no record.', text: 'stray' },
    ]);
  });

  it('reads one space before the dash where a file writes it so, and no empty file', () => {
    expect(readRis('TY - JOUR\nTI - A\nER -').papers).toMatchObject([{ description: { title: 'A' } }]);
    expect(readRis('nothing').findings).toMatchObject([{ line: 1 }]);
    expect(readRis('').findings).toMatchObject([{ line: 1, reason: 'There are no RIS records in it.' }]);
  });

  it('reads what Lectern prints, save what it has no tag for', () => {
    const { papers, findings } = readRis(printRis(works).replaceAll('\r\n', '\n'));
    expect(findings).toEqual([]);
    const printed = new Set(['volume', 'issue', 'publisher', 'publisher-place', 'edition', 'ISBN', 'ISSN', 'language', 'collection-title', 'note', 'page', 'number']);
    const expected = works.map(({ type, title, authors, issued, venue, doi, arxivId, url, abstract, extra, citationKey, tags }) => ({
      type, title, authors, issued, doi, arxivId, url, abstract, citationKey, tags,
      venue: type === 'preprint' && arxivId !== '' ? 'arXiv' : venue,
      extra: Object.fromEntries(Object.entries(extra).filter(([name]) => printed.has(name)).map(([name, value]) => [name, value.replace('–', '-')])),
    }));
    expect(papers.map(({ description, citationKey, tags = [] }) => ({ ...description, citationKey, tags }))).toEqual(expected);
  });

  it('gives back plain texts and any date', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{1,9}$/);
    const date = fc.tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 3 }))
      .map(([year, month, day, length]) => [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].slice(0, length).join('-'));
    fc.assert(fc.property(word, word, word, date, (title, family, tag, issued) => {
      const printed = printRis([paper({ type: 'article', title, issued, authors: [{ family, given: 'A.' }], tags: [tag] })]);
      expect(readRis(printed.replaceAll('\r\n', '\n')).papers).toMatchObject([{ tags: [tag], description: { title, issued, authors: [{ family, given: 'A.' }] } }]);
    }));
  });

  it('reads any lines into valid descriptions', () => {
    const line = fc.tuple(fc.constantFrom('TY', 'ER', 'AU', 'PY', 'DA', 'SN', 'SP', 'EP', 'KW', 'UR', 'DO', 'T2', 'XX', 'A3'), fc.string()).map(([tag, value]) => `${tag}  - ${value.replace(/\n/g, ' ')}`);
    fc.assert(fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
      for (const { description } of readRis(lines.join('\n')).papers) expect(Description.safeParse(description).success).toBe(true);
    }));
  });
});
