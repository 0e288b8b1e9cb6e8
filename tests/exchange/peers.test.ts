import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printBiblatex, printBibtex } from '../../src/core/formats/bibtex';
import { familyNameOf, yearOf, type Paper } from '../../src/core/model';
import { hasProgram } from '../exportPapers';
import { peerLibrary } from './peerLibrary';

const library = peerLibrary();
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-peers-'));
  writeFileSync(join(folder, 'bibtex.bib'), printBibtex(library));
  writeFileSync(join(folder, 'biblatex.bib'), printBiblatex(library));
});
afterAll(() => { rmSync(folder, { recursive: true }); });

/** What a program read of one work, by CSL's names; texts only. */
type Fields = Record<string, string>;

/** The share of the fields that come back, compared without case, marks of TeX and the kind of dashes. */
function shareRead(reader: string, read: ReadonlyMap<string, Fields>, wanted: (paper: Paper) => Fields): number {
  const misses = new Map<string, number>();
  let all = 0;
  for (const paper of library) {
    for (const [name, value] of Object.entries(wanted(paper))) {
      all += 1;
      if (plain(read.get(paper.citationKey)?.[name] ?? '') !== plain(value)) misses.set(name, (misses.get(name) ?? 0) + 1);
    }
  }
  const missed = [...misses.values()].reduce((sum, count) => sum + count, 0);
  const named = [...misses].map(([name, count]) => `${name} ${count}`).join(', ');
  process.stdout.write(`${reader}: ${all - missed}/${all} fields come back (${((all - missed) / all).toFixed(4)})${named === '' ? '' : `; missing: ${named}`}\n`);
  return (all - missed) / all;
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[{}\\]/g, '').replace(/[-–—]+/g, '-').replace(/[’']/g, "'").replace(/\s+/g, ' ').trim();
}

const inWork = new Set(['conference', 'chapter', 'article']);
const extra = (paper: Paper, name: string): string => paper.extra[name] ?? '';

function wantedInCsl(paper: Paper): Fields {
  const fields: Fields = {
    title: paper.title, author: paper.authors.map(familyNameOf).join('; '), given: paper.authors.map((name) => ('given' in name ? name.given : '')).join('; '), year: String(yearOf(paper)),
    DOI: paper.doi, URL: paper.url, abstract: paper.abstract, [inWork.has(paper.type) ? 'container-title' : 'publisher']: paper.venue,
  };
  for (const name of ['volume', 'issue', 'page', 'ISSN', 'ISBN', 'edition', 'collection-title', 'publisher', 'publisher-place', 'number']) if (extra(paper, name) !== '') fields[name] = extra(paper, name);
  return fields;
}

interface CslFromPandoc { id: string; author?: { family?: string; given?: string }[]; issued?: { 'date-parts'?: number[][] }; [name: string]: unknown }

function readByPandoc(format: 'bibtex' | 'biblatex'): Map<string, Fields> {
  const items = JSON.parse(execFileSync('pandoc', ['-f', format, '-t', 'csljson', join(folder, `${format}.bib`)], { encoding: 'utf8', maxBuffer: 1 << 26 })) as CslFromPandoc[];
  return new Map(items.map(({ id, author = [], issued, ...rest }) => [id, {
    ...Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    author: author.map(({ family = '' }) => family).join('; '), given: author.map(({ given = '' }) => given).join('; '), year: String(issued?.['date-parts']?.[0]?.[0] ?? ''),
  }]));
}

describe.skipIf(!hasProgram('pandoc'))('pandoc (skips where the program is absent)', () => {
  it.each(['bibtex', 'biblatex'] as const)('reads our %s', (format) => {
    expect(shareRead(`pandoc, ${format}`, readByPandoc(format), wantedInCsl)).toBeGreaterThanOrEqual(0.99);
  });
});

describe.skipIf(!hasProgram('biber'))('biber (skips where the program is absent)', () => {
  it.each(['bibtex', 'biblatex'])('finds nothing wrong in our %s', (name) => {
    const { stdout } = spawnSync('biber', ['--tool', '--validate-datamodel', '--nolog', '--output-file', join(folder, 'out.bib'), join(folder, `${name}.bib`)], { encoding: 'utf8', cwd: folder });
    expect(readFileSync(join(folder, 'out.bib'), 'utf8').match(/^@/gm)).toHaveLength(library.length);
    expect(complaints(stdout, name)).toEqual([]);
  }, 60_000);
});

/** In its own dialect nothing; of BibTeX, whose types have other fields, only what biblatex' data model does not have for them. */
function complaints(log: string, name: string): string[] {
  const lines = log.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line) && !/WARNINGS: \d+/.test(line));
  return name === 'biblatex' ? lines : lines.filter((line) => !/Invalid field '[a-z]+' for entrytype/.test(line));
}

describe.skipIf(!hasProgram('bibtex'))('BibTeX (skips where the program is absent)', () => {
  it.each(['plain', 'alpha', 'abbrv', 'unsrt'])('warns of nothing with the style %s', (style) => {
    writeFileSync(join(folder, 'all.aux'), `\\citation{*}\n\\bibdata{bibtex}\n\\bibstyle{${style}}\n`);
    const { stdout } = spawnSync('bibtex', ['all'], { cwd: folder, encoding: 'utf8' });
    expect(stdout.split('\n').filter((line) => /Warning|error/i.test(line))).toEqual([]);
    expect(readFileSync(join(folder, 'all.bbl'), 'utf8').match(/\\bibitem/g)).toHaveLength(library.length);
  });
});

const hasBibutils = spawnSync('bib2xml', ['-v'], { stdio: 'ignore' }).error === undefined;
describe.skipIf(!hasBibutils)('bibutils (skips where bib2xml is absent)', () => {
  it('reads our BibTeX', () => {
    const { stdout, stderr } = spawnSync('bib2xml', [join(folder, 'bibtex.bib')], { encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(stderr.replace(/bib2xml: Processed \d+ references\.\n/, '')).toBe('');
    const read = new Map(stdout.split('<mods ').slice(1).map((mods) => [/ID="([^"]*)"/.exec(mods)?.[1] ?? '', fieldsOfMods(mods)]));
    const share = shareRead('bibutils', read, (paper) => ({ title: paper.title, author: paper.authors.map(withParticle).join('; '), year: String(yearOf(paper)), DOI: paper.doi, URL: paper.url }));
    expect(share).toBeGreaterThanOrEqual(0.99);
  });
});

/** bibutils has no place for particles but the family name. */
function withParticle(name: Paper['authors'][number]): string {
  return 'droppingParticle' in name ? `${name.droppingParticle ?? ''} ${name.family}` : familyNameOf(name);
}

function fieldsOfMods(mods: string): Fields {
  const work = mods.split('<relatedItem')[0] ?? '';
  const first = (pattern: RegExp, from = mods): string => decoded(pattern.exec(from)?.[1] ?? '');
  const authors = [...work.matchAll(/<name type="personal">([^]*?)<\/name>/g)].filter(([, name = '']) => name.includes('>author<'));
  return {
    title: [first(/<title>([^<]*)/, work), first(/<subTitle>([^<]*)/, work)].filter((part) => part !== '').join(': '),
    author: authors.map(([, name = '']) => first(/<namePart type="family">([^<]*)/, name)).join('; '),
    year: first(/<date(?:Issued)?>(\d{4})/), DOI: first(/<identifier type="doi">([^<]*)/), URL: first(/<url[^>]*>([^<]*)/),
  };
}

function decoded(xml: string): string {
  return xml.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

const python = '/usr/bin/python3';
const hasPybtex = spawnSync(python, ['-c', 'import pybtex'], { stdio: 'ignore' }).status === 0;
describe.skipIf(!hasPybtex)('pybtex (skips where it is absent)', () => {
  it('reads our BibTeX', () => {
    const script = 'import json,sys\nfrom pybtex.database import parse_file\nd=parse_file(sys.argv[1])\nprint(json.dumps({k:{**{n.lower():v for n,v in e.fields.items()},"author":[[" ".join(p.last_names)," ".join(p.first_names+p.middle_names)] for p in e.persons.get("author",[])]} for k,e in d.entries.items()}))';
    const { stdout, stderr } = spawnSync(python, ['-c', script, join(folder, 'bibtex.bib')], { encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(stderr).toBe('');
    const entries = Object.entries(JSON.parse(stdout) as Record<string, Fields & { author: unknown }>);
    const read = new Map(entries.map(([key, { author, ...fields }]) => [key, { ...fields, author: (author as [string, string][]).map(([family]) => family).join('; '), given: (author as [string, string][]).map(([, given]) => given).join('; ') }]));
    const share = shareRead('pybtex', read, (paper) => ({
      title: paper.title, author: paper.authors.map((name) => ('family' in name ? name.family : name.literal)).join('; '), given: paper.authors.map((name) => ('given' in name ? name.given : '')).join('; '),
      year: String(yearOf(paper)), doi: paper.doi, url: paper.url, abstract: paper.abstract, keywords: paper.tags.join(', '),
    }));
    expect(share).toBeGreaterThanOrEqual(0.99);
  });
});
