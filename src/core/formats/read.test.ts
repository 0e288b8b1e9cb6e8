import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Description } from '../model';
import { detectFormat } from './detect';
import { readPapers } from './read';

const sample = readFileSync(new URL('../../../resources/sample-digest.txt', import.meta.url), 'utf8');

describe('detectFormat', () => {
  it.each([
    ['[{"paper": {"id": "2502.00001"}}]', 'digest'],
    ['{"dailyPapers": []}', 'digest'],
    ['[{"id": "k", "type": "book", "title": "On Engines"}]', 'csl-json'],
    ['{"items": []}', 'csl-json'],
    ['<!doctype html><html></html>', 'digest'],
    ['A Title\n\nAn abstract.', 'digest'],
    ['[1] A title in brackets', 'digest'],
    ['', null],
    [' \n ', null],
    ['\u0000\u0001\u0002PNG', null],
    ['%PDF-1.7 …', null],
    ['% my references\n@article{key,\n title = {On Engines}}', null],
    ['TY  - JOUR\nTI  - On Engines\nER  - ', null],
  ])('takes %j for %s', (text, format) => {
    expect(detectFormat(text)).toBe(format);
  });

  it('goes by the name of a file that its content does not show', () => {
    expect(detectFormat('', 'a.bib')).toBeNull();
    expect(detectFormat('% nothing yet', 'refs.BIB')).toBeNull();
    expect(detectFormat('nothing yet', 'refs.ris')).toBeNull();
    expect(detectFormat('[{"title": "On Engines"}]', 'refs.bib')).toBe('csl-json');
  });
});

describe('readPapers', () => {
  it('says why it cannot read an input, and what it can', () => {
    const reasons = ['', 'a\u0000b\u0000', '@book{k,\n}', 'TY  - BOOK'].map((text) => {
      const { papers, findings } = readPapers(text, {});
      expect(papers).toEqual([]);
      expect(findings).toMatchObject([{ line: 1 }]);
      return findings[0]?.reason;
    });
    expect(reasons).toEqual([
      'This file is empty.',
      expect.stringMatching(/not a text file.*CSL-JSON/),
      expect.stringMatching(/BibTeX.*cannot read yet.*CSL-JSON/),
      expect.stringMatching(/RIS.*cannot read yet.*CSL-JSON/),
    ]);
  });

  it('reads the sample: a dozen preprints with authors, ids, dates and summaries', () => {
    const { papers, findings } = readPapers(sample, { fileName: 'sample-digest.txt' });
    expect(findings).toEqual([]);
    expect(papers).toHaveLength(12);
    for (const { description } of papers) {
      expect(description.arxivId).toMatch(/^\d{4}\.\d{5}$/);
      expect(description.authors.length).toBeGreaterThan(1);
      expect(description.authors.every((author) => 'family' in author)).toBe(true);
      expect(description.abstract).toMatch(/\.$/);
      expect(Description.safeParse(description).success).toBe(true);
    }
    expect(papers[0]?.description).toMatchObject({ title: 'LoRA: Low-Rank Adaptation of Large Language Models', arxivId: '2106.09685', issued: '2021-06' });
  });

  it('takes a byte order mark, and any kind of line end', () => {
    const plain = readPapers(sample, {});
    expect(readPapers(`\uFEFF${sample}`, {})).toEqual(plain);
    expect(readPapers(sample.replaceAll('\n', '\r\n'), {})).toEqual(plain);
    expect(readPapers(sample.replaceAll('\n', '\r'), {})).toEqual(plain);
  });

  it('follows a named format even where the text alone would not persuade it', () => {
    const text = 'Counting without any numbers';
    expect(readPapers(text, { format: 'auto' }).papers).toEqual([]);
    expect(readPapers(text, { format: 'digest' }).papers).toMatchObject([{ line: 1, description: { title: text } }]);
    expect(readPapers(text, { format: 'csl-json' })).toMatchObject({ format: 'csl-json', papers: [], findings: [{ line: 1 }] });
  });

  it('reads any string without an error, into valid descriptions or findings on its own lines', () => {
    const format = fc.constantFrom('auto' as const, 'digest' as const, 'csl-json' as const);
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }), fc.json(), fc.constantFrom('<', '[', '{', '@', '\uFEFF'));
    fc.assert(
      fc.property(text, format, fc.string(), (input, chosen, fileName) => {
        const { papers, findings } = readPapers(input, { format: chosen, fileName });
        expect(papers.length + findings.length).toBeGreaterThan(0);
        const lines = input.split(/\r\n?|\n/).length;
        for (const { line } of [...papers, ...findings]) expect(line >= 1 && line <= lines).toBe(true);
        for (const { description } of papers) expect(Description.safeParse(description).success).toBe(true);
        for (const { text: shown } of findings) expect(shown.length).toBeLessThanOrEqual(500);
      }),
    );
  });
});
