import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lectern } from '../support/host';
import { temporaryApp, temporaryFolder } from '../support/library';
import { seeds } from './mutations';

interface Place { file: string; line: number; column?: number; reason: string }
interface Report { added: number; problems: Place[]; notices: Place[]; papers: { title: string }[] }

const reportOf = (out: string): Report => JSON.parse(out) as Report;

describe('lectern import', () => {
  it('takes each format by its content or its name, from files and standard input', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    const files = (['bibtex', 'ris', 'csl-yaml', 'endnote-xml', 'nbib', 'ids'] as const).map((format) => ({ format, path: join(folder.path, `from-${format}`) }));
    for (const { format, path } of files) await writeFile(path, seeds[format]);
    const all = reportOf((await lectern(library, ['import', ...files.map(({ path }) => path), '--dry-run', '--json'])).out);
    expect(all.papers.map(({ title }) => title)).toEqual(expect.arrayContaining(['On Engines über $x^2$', 'On engines that go on', 'A: b', 'A & b', 'arXiv 2305.14314']));
    expect(all.problems).toEqual([]);
    const named = await lectern(library, ['import', '-', '--format', 'ris', '--json'], seeds.ris);
    expect(reportOf(named.out)).toMatchObject({ added: 2, problems: [] });
  });

  it('reads Latin-1 and UTF-16, and says so where it had to guess', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    const [latin, wide] = [join(folder.path, 'latin.ris'), join(folder.path, 'wide.ris')];
    await writeFile(latin, Buffer.from('TY  - JOUR\r\nTI  - Über Maschinen\r\nER  - \r\n', 'latin1'));
    await writeFile(wide, Buffer.from('\uFEFFTY  - JOUR\r\nTI  - Noch über Maschinen\r\nER  - \r\n', 'utf16le'));
    const report = reportOf((await lectern(library, ['import', latin, wide, '--json'])).out);
    expect(report.papers.map(({ title }) => title)).toEqual(['Über Maschinen', 'Noch über Maschinen']);
    expect(report.problems).toEqual([]);
    expect(report.notices).toMatchObject([{ file: latin, line: 2, column: 7, reason: expect.stringContaining('Windows-1252') }]);
  });

  it('has a clear word for what it cannot take in', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    const huge = join(folder.path, 'huge.bib');
    const handle = await open(huge, 'w');
    await handle.truncate(200 << 20);
    await handle.close();
    const zip = join(folder.path, 'zip.bib');
    await writeFile(zip, Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0xff, 0xfe]));
    const { code, out } = await lectern(library, ['import', huge, zip, '--json']);
    expect(code).toBe(2);
    expect(reportOf(out).problems).toMatchObject([
      { file: huge, reason: expect.stringContaining('200 MB') },
      { file: zip, reason: expect.stringContaining('ZIP archive') },
    ]);
  });
});

describe('a .bib file', () => {
  it('comes back as it was, with works that are one work and have two keys', async () => {
    await using library = await temporaryApp();
    const text = [
      '% Kept: what stands between the entries.\n@string{ph = "Phys. Rev."}\n',
      '@article{one, title = {On Sums}, author = "Ada Novak", journal = ph, year = 2001, doi = {10.1000/1}}\n',
      '@article{two,\n  author    = {Ben Osei},\n  title     = {On {Sums}},\n  doi       = {10.1000/1},\n}\n\n',
      '@book{three, title = {Letters}, volume = 1, year = 1999}\n@book{four, title = {Letters}, volume = 2, year = 1999}\n@comment{the end}\n',
    ].join('\n');
    const { previewId, fresh } = await library.app.imports.preview({ text, fileName: 'own.bib', format: 'auto' });
    expect(fresh).toHaveLength(4);
    await library.app.imports.commit({ previewId, complete: false });
    const exported = await library.app.exports.print({ selection: { kind: 'view', view: { scope: { kind: 'all' }, filter: '', sort: { column: 'added', direction: 'ascending' } } }, format: 'bibtex', style: 'apa' });
    expect(exported.content).toBe(text);
    const again = await library.app.imports.preview({ text, fileName: 'own.bib', format: 'auto' });
    expect(again.fresh).toEqual([]);
  });
});
