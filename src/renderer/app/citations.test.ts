import { describe, expect, it } from 'vitest';
import { citationOf, type CiteForm, type Cited } from './citations';

const osei: Cited = { key: 'osei2023', title: 'Bits [new]', doi: '10.1/a(b)', url: 'https://example.org' };
const novak: Cited = { key: 'a:b.', title: '', doi: '', url: '' };

describe('citationOf', () => {
  it.each<[CiteForm, string]>([
    ['key', 'osei2023, a:b.'],
    ['latex', '\\cite{osei2023,a:b.}'],
    ['pandoc', '[@osei2023; @{a:b.}]'],
    ['link', '[Bits \\[new\\]](https://doi.org/10.1/a%28b%29)\na:b.'],
  ])('writes the form %s', (form, text) => {
    expect(citationOf([osei, novak], form)).toBe(text);
  });
});
