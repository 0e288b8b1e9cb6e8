import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { digestOf, temporaryFolder } from './support/library';

interface Ended { code: number; out: string; err: string }

function lectern(library: string, args: string[], input = ''): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [join(inject('built'), 'cli.js'), '--library', library, ...args], { maxBuffer: 1 << 28 }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
    child.stdin?.end(input);
  });
}

const corpus = resolve(import.meta.dirname, '../../shared/corpus/hf-papers-resource-efficient.txt');

describe('the command line', () => {
  it('imports, lists, notes, exports, undoes and checks', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    const digest = join(folder.path, 'digest.txt');
    await writeFile(digest, digestOf('Alpha: pruning of models', 'Beta: small models'));

    const dry = await lectern(library, ['import', digest, '--dry-run', '--json']);
    expect(JSON.parse(dry.out)).toMatchObject({ added: 2, papers: [{ id: null }, { id: null }] });
    const first = await lectern(library, ['import', digest, '--json']);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({ added: 2, duplicates: 0, problems: [], papers: [{ title: 'Alpha: pruning of models' }, { title: 'Beta: small models' }] });
    const second = await lectern(library, ['import', digest, '--json']);
    expect(second.code).toBe(1);
    expect(JSON.parse(second.out)).toMatchObject({ added: 0, duplicates: 2 });

    const [alpha] = JSON.parse((await lectern(library, ['list', 'technique:pruning', '--json'])).out) as { id: string; citationKey: string; techniques: unknown }[];
    expect(alpha).toMatchObject({ title: 'Alpha: pruning of models', authors: [], year: null, status: 'to-read', rating: 0, tags: [], collections: [] });
    expect(alpha?.techniques).toContainEqual(expect.objectContaining({ id: 'pruning', state: 'suggested' }));

    expect((await lectern(library, ['note', alpha?.citationKey ?? '', '--set', '-'], '# Read\r\nclosely')).code).toBe(0);
    expect((await lectern(library, ['note', alpha?.id ?? ''])).out).toBe('# Read\r\nclosely');
    expect((await lectern(library, ['show', alpha?.id ?? ''])).out).toContain('closely');

    const bib = join(folder.path, 'all.bib');
    expect((await lectern(library, ['export', '--format', 'bibtex', '--out', bib])).code).toBe(0);
    expect((await readFile(bib, 'utf8')).match(/^@/gm)).toHaveLength(2);
    expect((await lectern(library, ['export', 'beta', '--format', 'text', '--style', 'ieee'])).out).toContain('Beta');

    expect((await lectern(library, ['undo'])).out).toContain('note');
    expect((await lectern(library, ['undo'])).out).toContain('Import 2 papers');
    expect((await lectern(library, ['list'])).code).toBe(1);
    expect((await lectern(library, ['redo'])).code).toBe(0);
    expect((await lectern(library, ['check'])).code).toBe(0);
  });

  it('tells bad usage from nothing done', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    expect((await lectern(library, ['frobnicate'])).code).toBe(2);
    expect((await lectern(library, ['export', '--format', 'docx'])).code).toBe(2);
    expect((await lectern(library, ['import', join(folder.path, 'nothing.txt')])).code).toBe(2);
    expect((await lectern(library, ['import', '-', '--format', 'bibtex'], '@book{a}')).code).toBe(2);
    expect((await lectern(library, ['show', 'nobody'])).code).toBe(1);
    expect((await lectern(library, ['undo'])).code).toBe(1);
    expect((await lectern(library, ['--help'])).code).toBe(0);
  });

  it('names the place where a library is damaged', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await lectern(library, ['import', '-'], digestOf('Alpha: small models'));
    const journal = join(library, 'journal', '000000000001.jsonl');
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('Alpha', 'Omega'));
    const checked = await lectern(library, ['check']);
    expect(checked.code).toBe(1);
    expect(checked.err).toContain('journal/000000000001.jsonl, line 2: ');
  });
});

describe.skipIf(!existsSync(corpus))('the reading list (skipped where the corpus is absent)', () => {
  it('is imported as exactly 150 papers, once', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    expect(JSON.parse((await lectern(library, ['import', corpus, '--json'])).out)).toMatchObject({ added: 150, duplicates: 0, problems: [] });
    expect(JSON.parse((await lectern(library, ['import', corpus, '--json'])).out)).toMatchObject({ added: 0, duplicates: 150, problems: [] });
  });
});
