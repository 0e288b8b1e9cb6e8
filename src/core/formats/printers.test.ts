import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { hasProgram, hostileToBibliographies, paper, works } from '../../../tests/exportPapers';
import { describedPrinters, formattedPrinters, type DescribedFormat, type FormattedFormat } from '../exportFormats';
import { emptyDescription, type Paper } from '../model';
import { yamlMembers } from './printYaml';
import { readPapers } from './read';
import type { ImportFormat } from './reading';
import { readXml } from './xml';

function printed(format: DescribedFormat, papers: readonly Paper[]): string {
  const { head = '', separator = '', foot = '', pieces } = describedPrinters[format];
  return head + [...pieces(papers, new Set())].join(separator) + foot;
}

function formatted(format: FormattedFormat, entries: readonly string[]): string {
  const { head = '', separator = '', foot = '', pieces } = formattedPrinters[format];
  return head + [...pieces(entries)].join(separator) + foot;
}

const full = paper({
  type: 'conference', citationKey: 'full', title: 'Talking: "GPUs" & <Shelves>', issued: '2020-07-03', venue: 'Proceedings of Shelves', url: 'https://example.org/a?b=c&d', doi: '10.1000/x',
  authors: [{ family: 'Beethoven', given: 'Ludwig', particle: 'van' }, { family: 'Humboldt', given: 'Alexander', droppingParticle: 'von' }, { literal: 'The Team' }],
  tags: ['edge', 'to cite'], extra: { editor: 'Lovelace, Ada', page: '1-9', publisher: 'Shelf Press', 'publisher-place': 'Łódź', volume: '3', ISBN: '978-3-16-148410-0', accessed: '2021-02-03', note: 'yes', own: 'kept' },
}, 'w-full');

const hostile = hostileToBibliographies.map((text, at) => paper({
  title: text, abstract: text, citationKey: `h${at}`, tags: text.trim() === '' ? [] : [text], venue: text, extra: { note: text, publisher: text, 'publisher-place': text }, authors: text === '' ? [] : [{ literal: text }, { family: text, given: text }],
}, `h-${at}`));

describe('the printers', () => {
  it.each<[DescribedFormat & ImportFormat]>([['csl-json'], ['csl-yaml']])('give everything back as %s', (format) => {
    const all = [...works, full];
    const read = readPapers(printed(format, all), { format });
    expect(read.findings).toEqual([]);
    const wanted = readPapers(printed('csl-json', all), { format: 'csl-json' });
    expect(read.papers.map(({ description, tags }) => [description, tags])).toEqual(wanted.papers.map(({ description, tags }) => [description, tags]));
  });

  it('give the description of a usual work back as EndNote XML', () => {
    const [read] = readPapers(printed('endnote-xml', [full]), { format: 'endnote-xml' }).papers;
    const { title, authors, issued, venue, doi, url, type } = read?.description ?? emptyDescription;
    expect({ title, issued, venue, doi, url, type }).toEqual({ title: full.title, issued: full.issued, venue: full.venue, doi: full.doi, url: full.url, type: full.type });
    expect(authors).toHaveLength(3);
    expect(read?.tags).toEqual(full.tags);
  });

  it.each<[DescribedFormat]>([['endnote-xml'], ['word-xml']])('make well-formed %s of any text', (format) => {
    const outcome = readXml(printed(format, [...works, full, ...hostile]));
    expect(outcome.kind).toBe('document');
    const records = outcome.kind === 'document' ? JSON.stringify(outcome.root).match(/"name":"(?:record|b:Source)"/g) : [];
    expect(records).toHaveLength(works.length + 1 + hostile.length);
  });

  it.each<[DescribedFormat]>([['csl-yaml'], ['hayagriva']])('make one YAML document as %s of any text', (format) => {
    const read: unknown = parseYaml(printed(format, [...works, full, ...hostile]));
    const entries = format === 'hayagriva' ? Object.keys(read as object) : (read as { references: unknown[] }).references;
    expect(entries).toHaveLength(works.length + 1 + hostile.length);
  });

  it('describe a work to Typst with what it appeared in', () => {
    expect(parseYaml(printed('hayagriva', [full]))).toEqual({ full: {
      type: 'article', title: full.title, date: '2020-07-03', 'page-range': '1-9', url: { value: full.url, date: '2021-02-03' }, note: 'yes',
      author: [{ name: 'Beethoven', 'given-name': 'Ludwig', prefix: 'van' }, { name: 'Humboldt', 'given-name': 'Alexander', prefix: 'von' }, { name: 'The Team' }],
      parent: { type: 'proceedings', title: full.venue, editor: [{ name: 'Lovelace', 'given-name': 'Ada' }], volume: '3', publisher: { name: 'Shelf Press', location: 'Łódź' } },
      'serial-number': { doi: '10.1000/x', isbn: '978-3-16-148410-0' },
    } });
  });

  it('ask in a CITATION.cff for the work to be cited', () => {
    expect(parseYaml(printed('cff', [full]))).toMatchObject({
      'cff-version': '1.2.0', title: full.title, 'preferred-citation': { type: 'conference-paper', year: 2020, 'date-published': '2020-07-03', start: '1', end: '9', doi: '10.1000/x', conference: { name: full.venue } },
    });
    expect(parseYaml(printed('cff', works.filter(({ type }) => type === 'software')))).toMatchObject({ type: 'software', authors: [{ name: 'Somebody' }] });
  });
});

describe('CSV', () => {
  it('quotes what it must, keeps extra fields and lets no cell be a formula', () => {
    const csv = printed('csv', [paper({ title: '=HYPERLINK("x")', issued: '-0043', venue: 'a,b\nc', extra: { zeta: '-1', own: '+x' }, authors: [{ family: 'Lovelace', given: 'Ada' }] })]);
    expect(csv).toBe('\uFEFFCitation key,Type,Title,Authors,Year,Date,Venue,DOI,arXiv,URL,Abstract,Tags,Status,Rating,own,zeta\r\n'
      + `p-1,other,"'=HYPERLINK(""x"")","Lovelace, Ada",-43,-0043,"a,b\nc",,,,,,to-read,,'+x,-1\r\n`);
  });

  it.skipIf(spawnSync('python3', ['--version']).status !== 0)('is read by Python as it was meant (skips where it is absent)', () => {
    const script = 'import csv,json,sys,io\nprint(json.dumps([r for r in csv.DictReader(io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"),newline=""))]))';
    const rows = JSON.parse(execFileSync('python3', ['-c', script], { input: printed('csv', [...works, full]), encoding: 'utf8' })) as Record<string, string>[];
    expect(rows.map((row) => row['Title'])).toEqual([...works, full].map(({ title }) => title));
    expect(rows.at(-1)?.['own']).toBe('kept');
  });
});

describe('formatted bibliographies', () => {
  const entries = [
    '<div class="csl-entry">Osei, B. (2023). <i>A title with * and _ &amp; <sup>2</sup></i>. https://doi.org/10.1/x_y.</div>',
    '<div class="csl-entry">\n  <div class="csl-left-margin">[1]</div><div class="csl-right-inline">B. Ü, <b>12</b> {x} 🙂 <span style="font-variant:small-caps;">y</span>.</div>\n</div>',
  ];

  it('become a Markdown list', () => {
    expect(formatted('markdown', entries)).toBe('- Osei, B. (2023). *A title with \\* and \\_ & <sup>2</sup>*. <https://doi.org/10.1/x_y>.\n- \\[1\\] B. Ü, **12** {x} 🙂 y.\n');
  });

  it('become RTF in ASCII, with braces that match', () => {
    const rtf = formatted('rtf', entries);
    expect(rtf).toMatch(/^[\n\x20-\x7E]*$/);
    expect(rtf).toContain('{\\i A title with * and _ & }{\\i\\super 2}. https://doi.org/10.1/x_y.\\par}');
    expect(rtf).toContain(String.raw`B. \u220\'dc, {\b 12} \{x\} \u-10179\'3f\u-8638\'3f {\scaps y}.`);
    const braces = rtf.replace(/\\[{}\\]/g, '');
    expect(braces.split('{')).toHaveLength(braces.split('}').length);
  });

  it.skipIf(!hasProgram('pandoc'))('are read by pandoc as they look (skips where it is absent)', () => {
    const plain = execFileSync('pandoc', ['-f', 'commonmark', '-t', 'plain', '--wrap=none'], { input: formatted('markdown', entries), encoding: 'utf8' });
    expect(plain).toContain('Osei, B. (2023). A title with * and _ & 2. https://doi.org/10.1/x_y.');
  });
});

describe('yamlMembers', () => {
  it('writes any text so that YAML reads the same', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileToBibliographies, 'no', 'null', '1.0', '- a', 'a: b', 'a #b', ' a', '~', '2020-01-01'));
    const sound = text.filter((value) => !/\p{Cs}/u.test(value));
    fc.assert(fc.property(sound, fc.array(sound), (value, list) => {
      expect(parseYaml(yamlMembers({ value, list, map: { value } }))).toEqual({ value, list, map: { value } });
    }), { numRuns: 500 });
  });
});
