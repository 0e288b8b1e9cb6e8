import { describe, expect, it } from 'vitest';
import { issuedInWords, linksOf } from './description';

it.each([['2025', '2025'], ['2025-03', 'March 2025'], ['2025-03-14', '14 March 2025'], ['', ''], ['soon', 'soon'], ['2025-21~', 'about spring 2025'], ['2024-12/2025-03-14', 'December 2024 to 14 March 2025'], ['2024/', 'from 2024'], ['-0043-03-15', '-0043-03-15']])('writes the date %j as %j', (issued, words) => {
  expect(issuedInWords(issued)).toBe(words);
});

describe('linksOf', () => {
  const none = { arxivId: '', doi: '', url: '', extra: {} };

  it('leads to each place once', () => {
    expect(linksOf({ arxivId: '2402.05195', doi: '10.1/a b', url: 'https://arxiv.org/abs/2402.05195', extra: { code: 'https://example.org/x' } })).toEqual([
      { label: 'arXiv', href: 'https://arxiv.org/abs/2402.05195' },
      { label: 'DOI', href: 'https://doi.org/10.1/a%20b' },
      { label: 'Code', href: 'https://example.org/x' },
    ]);
  });

  it('leaves out what is no web address', () => {
    expect(linksOf({ ...none, url: 'javascript:alert(1)', extra: { code: 'file:///etc/passwd', project: 'nowhere' } })).toEqual([]);
  });
});
