import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Description } from '../model';
import { detectFormat } from './detect';
import { importFormats } from './kinds';
import { readPapers } from './read';
import type { ImportFormat } from './reading';

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
    ['PK\u0003\u0004…', null],
    ['<?xml version="1.0"?><feed><title>A</title></feed>', null],
    ['% my references\n@article{key,\n title = {On Engines}}', 'bibtex'],
    ['TY  - JOUR\nTI  - On Engines\nER  - ', 'ris'],
    ['\nPMID- 12345\nTI  - On Engines', 'nbib'],
    ['---\nreferences:\n- id: a\n', 'csl-yaml'],
    ['- title: On Engines\n  type: book\n', 'csl-yaml'],
    ['<?xml version="1.0" encoding="UTF-8"?>\n<xml><records><record></record></records></xml>', 'endnote-xml'],
    ['<xml><records><record>', 'endnote-xml'],
    ['10.1000/182\n\narXiv:2305.14314, https://example.org/a', 'ids'],
    ['10.1000/182 is a handbook', 'digest'],
  ])('takes %j for %s', (text, format) => {
    expect(detectFormat(text)).toBe(format);
  });

  it('goes by the name of a file that its content does not show', () => {
    expect(detectFormat('', 'a.bib')).toBeNull();
    expect(detectFormat('% nothing yet', 'refs.BIB')).toBe('bibtex');
    expect(detectFormat('nothing yet', 'refs.ris')).toBe('ris');
    expect(detectFormat('nothing yet', 'refs.nbib')).toBe('nbib');
    expect(detectFormat('title: A', 'refs.yml')).toBe('csl-yaml');
    expect(detectFormat('[{"title": "On Engines"}]', 'refs.bib')).toBe('csl-json');
  });
});

describe('readPapers', () => {
  it('says what an input is that it cannot read, and what to do', () => {
    const inputs = ['', 'a\u0000b\u0000', 'PK\u0003\u0004\u0000', 'PK\u0003\u0004\u0000[Content_Types].xml word/document.xml', '%PDF-1.7', '{\\rtf1', '\u001F\u008B\u0008', '<?xml version="1.0"?><rss/>'];
    const reasons = inputs.map((text) => {
      const { papers, findings } = readPapers(text, { fileName: 'references.bib' });
      expect(papers).toEqual([]);
      expect(findings).toMatchObject([{ line: 1 }]);
      return findings[0]?.reason;
    });
    expect(reasons).toEqual([
      'This file is empty.',
      expect.stringMatching(/not a text file.*CSL-JSON/),
      expect.stringMatching(/ZIP archive.*Unpack it/),
      expect.stringMatching(/Word document.*Export the references/),
      expect.stringMatching(/a PDF.*list of their DOIs/),
      expect.stringMatching(/RTF.*Export the references/),
      expect.stringMatching(/gzip.*Unpack it/),
      expect.stringMatching(/XML, but not EndNote’s.*export it/),
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

  it('says that an encoding was guessed, at the first letter that depends on it', () => {
    const text = 'TY  - JOUR\nTI  - Über Maschinen\nER  - ';
    expect(readPapers(text, { encoding: 'utf-8' }).findings).toEqual([]);
    expect(readPapers(text, { encoding: 'windows-1252' })).toMatchObject({ papers: [{ line: 1 }], findings: [], notices: [{ line: 2, column: 7, reason: expect.stringContaining('Windows-1252'), text: 'TI  - Über Maschinen' }] });
    expect(readPapers('TY  - JOUR\nTI  - A', { encoding: 'windows-1252' })).not.toHaveProperty('notices');
  });

  it('says so where a format has nothing in it', () => {
    expect(readPapers('% nothing yet', { fileName: 'a.bib' })).toMatchObject({ format: 'bibtex', papers: [], findings: [{ line: 1 }] });
  });

  it('follows a named format even where the text alone would not persuade it', () => {
    const text = 'Counting without any numbers';
    expect(readPapers(text, { format: 'auto' }).papers).toEqual([]);
    expect(readPapers(text, { format: 'digest' }).papers).toMatchObject([{ line: 1, description: { title: text } }]);
    expect(readPapers(text, { format: 'csl-json' })).toMatchObject({ format: 'csl-json', papers: [], findings: [{ line: 1 }] });
  });

  it.each<[ImportFormat, (at: number) => string, string?]>([
    ['bibtex', (at) => `@book{k${at}, title = {T}, author = {A}}\n`],
    ['bibtex', (at) => `@book{k${at}, title = {T}, crossref = {k0}}\n`],
    ['ris', () => 'TY  - BOOK\nTI  - T\nER  - \n'],
    ['nbib', (at) => `PMID- ${at}\nTI  - T\n\n`],
    ['ids', (at) => `10.1000/${at}\n`],
    ['csl-yaml', (at) => `- id: k${at}\n  type: book\n  title: T\n`],
    ['endnote-xml', () => '<record><titles><title>T</title></titles></record>\n'],
    ['csl-json', (at) => `${at === 0 ? '[' : ','}{"id": "k${at}", "type": "book", "title": "T"}\n`, ']'],
    ['digest', (at) => `A title of paper ${at}\n\nIts abstract is a sentence that ends with a full stop.\n\n`],
  ])('tells how far it is with %s', (format, record, foot = '') => {
    const parts: number[] = [];
    const { papers } = readPapers(`${Array.from({ length: 100 }, (_, at) => record(at)).join('')}${foot}`, { format }, (part) => { parts.push(part); });
    expect(papers).toHaveLength(100);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
    expect(new Set(parts).size).toBeGreaterThan(4);
  });

  it('reads any string without an error, into valid descriptions or findings on its own lines', () => {
    const format = fc.constantFrom('auto' as const, ...importFormats);
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
