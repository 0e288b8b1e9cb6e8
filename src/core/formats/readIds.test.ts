import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Description } from '../model';
import { isIdList, readIds } from './readIds';

describe('readIds', () => {
  it('makes stubs that say what the ids say', () => {
    const { papers, findings } = readIds('10.1000/xyz.1\narXiv:2305.14314v2, hep-th/9901001\n\nhttps://doi.org/10.1000/Q(1)2;https://www.example.org/paper/');
    expect(findings).toEqual([]);
    expect(papers.map(({ line, description: { type, title, doi, arxivId, url, issued } }) => [line, type, title, doi, arxivId, url, issued])).toEqual([
      [1, 'article', 'DOI 10.1000/xyz.1', '10.1000/xyz.1', '', 'https://doi.org/10.1000/xyz.1', ''],
      [2, 'preprint', 'arXiv 2305.14314', '10.48550/arXiv.2305.14314', '2305.14314', 'https://arxiv.org/abs/2305.14314', '2023-05'],
      [2, 'preprint', 'arXiv hep-th/9901001', '10.48550/arXiv.hep-th/9901001', 'hep-th/9901001', 'https://arxiv.org/abs/hep-th/9901001', '1999-01'],
      [4, 'article', 'DOI 10.1000/Q(1)2', '10.1000/Q(1)2', '', 'https://doi.org/10.1000/Q(1)2', ''],
      [4, 'webpage', 'example.org/paper', '', '', 'https://www.example.org/paper/', ''],
    ]);
  });

  it('says what is no id, and keeps the others', () => {
    expect(readIds('10.1000/1\nnonsense, 2305.14314')).toMatchObject({ papers: [{ line: 1 }, { line: 2 }], findings: [{ line: 2, text: 'nonsense' }] });
    expect(readIds(' ').findings).toMatchObject([{ line: 1 }]);
  });

  it.each([
    ['2305.14314', true], ['doi: 10.1000/1\narXiv: 2305.14314', true], ['https://example.org/a b', false], ['A title\n10.1000/1', false],
    ['1.5, 2.5', false], ['10.1000/1, 10.1000/2;', true], ['', false], ['javascript:alert(1)', false],
  ])('takes %j for a list of ids: %j', (text, expected) => {
    expect(isIdList(text)).toBe(expected);
  });

  it('reads any text into valid descriptions', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('10.1000/a', '2305.14314', 'doi:'))), (parts) => {
      for (const { description } of readIds(parts.join('\n')).papers) expect(Description.safeParse(description).success).toBe(true);
    }));
  });
});
