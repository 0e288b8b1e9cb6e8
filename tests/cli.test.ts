import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, inject, it } from 'vitest';
import { hostOn, lectern, type Ended } from './support/host';
import { digestOf, temporaryFolder } from './support/library';

/** Leaves the library to the commands. */
const nobody = (): Promise<AsyncDisposable> => Promise.resolve({ [Symbol.asyncDispose]: () => Promise.resolve() });

const corpus = resolve(import.meta.dirname, '../../shared/corpus/hf-papers-resource-efficient.txt');

describe.each([['no app', nobody], ['an app', hostOn]])('the command line, while %s has the library open', (_who, open) => {
  it('searches, and tells related papers', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using _other = await open(library);
    await lectern(library, ['import', '-'], digestOf('Alpha: pruning of wombats', 'Beta: pruning of roses', 'Gamma: numbers'));
    const found = await lectern(library, ['search', 'wombat', 'pruning', '--json']);
    expect((JSON.parse(found.out) as { whole: boolean; snippets: unknown[] }[]).map(({ whole }) => whole)).toEqual([true, false]);
    const rows = await lectern(library, ['search', 'wombat', 'prunnig', '--limit', '1']);
    expect(rows.out).toMatch(/^.*\tAlpha: pruning of wombats\n\t.*wombats.*\n$/);
    const [first] = JSON.parse((await lectern(library, ['list', 'wombats', '--json'])).out) as { id: string }[];
    const related = await lectern(library, ['related', first?.id ?? '', '--limit', '1']);
    expect(related.out).toMatch(/^.*\tBeta: pruning of roses\n\t.*pruning.*\n$/);
    expect((await lectern(library, ['search', 'quokka'])).code).toBe(1);
    expect((await lectern(library, ['search', 'year:soon'])).err).toContain('year:soon');
  });

  it('imports, lists, notes, exports, undoes and checks', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using _other = await open(library);
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
    await using _other = await open(library);
    expect((await lectern(library, ['frobnicate'])).code).toBe(2);
    expect((await lectern(library, ['export', '--format', 'docx'])).code).toBe(2);
    expect((await lectern(library, ['import', join(folder.path, 'nothing.txt')])).code).toBe(2);
    expect((await lectern(library, ['import', '-', '--format', 'bibtex'], 'no entry')).code).toBe(2);
    expect((await lectern(library, ['show', 'nobody'])).code).toBe(1);
    expect((await lectern(library, ['undo'])).code).toBe(1);
    expect((await lectern(library, ['--help'])).code).toBe(0);
  });

  it('tells how citation keys are made, keeps another pattern, and makes keys anew', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using _other = await open(library);
    expect((await lectern(library, ['import', '-'], digestOf('Alpha: pruning of models', 'Beta: small models'))).code).toBe(0);
    expect(JSON.parse((await lectern(library, ['keys', '--json'])).out)).toMatchObject({ suffix: 'letters', keys: [{ from: 'betasmall', to: 'betasmall' }, { from: 'alphapruning', to: 'alphapruning' }] });
    expect((await lectern(library, ['keys', '--pattern', '[title'])).code).toBe(2);
    expect((await lectern(library, ['keys', '--pattern', '[camel]', '--dry-run'])).out).toContain('betasmall\tBetaSmallModels');
    expect((await lectern(library, ['list'])).out).toContain('betasmall\t');
    expect((await lectern(library, ['keys', '--pattern', '[camel]', '--regenerate', 'betasmall', 'alphapruning'])).out).toContain('Changed 2 keys; 0 as they were; 0 pinned.');
    expect((await lectern(library, ['list'])).out).toContain('BetaSmallModels\t');
    expect((await lectern(library, ['keys', '--regenerate', 'BetaSmallModels'])).code).toBe(1);
    expect((await lectern(library, ['undo'])).out).toContain('Regenerate the citation keys of 2 papers');
  });

  it('prints more than fits into one answer', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using _other = await open(library);
    const references = Array.from({ length: 1203 }, (_, count) => ({ id: `k${count}`, type: 'book', title: `Paper ${count}: of many`, abstract: `${count}${'👩‍🔬'.repeat(250)}` }));
    const titles = references.map(({ title }) => title);
    expect(JSON.parse((await lectern(library, ['import', '-', '--json'], JSON.stringify(references))).out)).toMatchObject({ added: titles.length });
    const listed = JSON.parse((await lectern(library, ['list', '--json'])).out) as { title: string }[];
    expect(listed.map(({ title }) => title)).toEqual(titles);
    expect((await lectern(library, ['list'])).out.trim().split('\n').map((line) => line.split('\t')[4])).toEqual(titles);
    const exported = await lectern(library, ['export', '--format', 'csl-json']);
    expect((JSON.parse(exported.out) as { abstract: string }[]).map(({ abstract }) => abstract)).toEqual(references.map(({ abstract }) => abstract));
    expect(exported.out.length).toBeGreaterThan(1 << 20);
  });
});

describe('the command line', () => {
  it('lets go of the library before a pager has taken all that it prints', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    const file = join(folder.path, 'papers.json');
    await writeFile(file, JSON.stringify(Array.from({ length: 3000 }, (_, n) => ({ id: `key-${n}`, type: 'article', title: `Paper ${n}: a title that takes its room in a pipe that nobody empties` }))));
    await lectern(library, ['import', file]);
    const paged = spawn(process.execPath, [join(inject('built'), 'cli.js'), '--library', library, 'list'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(paged.stdout, 'readable');
    expect(await lectern(library, ['undo'])).toMatchObject({ code: 0 });
    expect((await text(paged.stdout)).trimEnd().split('\n')).toHaveLength(3000);
  });

  it('answers the same, word for word, whoever has the library open', async () => {
    await using folder = await temporaryFolder();
    const [alone, shared] = [join(folder.path, 'alone'), join(folder.path, 'shared')];
    await using _host = await hostOn(shared);
    const outFile = join(folder.path, 'no', 'such', 'folder.bib');
    const commands: [args: string[], code: number, input?: string][] = [
      [['list'], 1], [['list', '--json'], 1], [['undo'], 1], [['redo', '--json'], 1],
      [['export', '--format', 'ris'], 1],
      [['import', '-', '--dry-run', '--json'], 0, digestOf('Alpha: small models')],
      [['import', '-'], 0, digestOf('Alpha: small models', 'Beta: pruning')],
      [['import', '-'], 1, digestOf('Alpha: small models', 'Beta: pruning')],
      [['import', '-'], 2, '{"neither": "digest nor references"'],
      [['import', join(folder.path, 'nothing.txt'), '--json'], 2],
      [['import', '-', '--format', 'ris'], 2, 'nothing of the kind'],
      [['list'], 0], [['list', 'technique:pruning'], 0], [['list', 'nothing-like-it'], 1],
      [['list', 'models', 'OR', 'title:beta'], 0], [['list', 'year:abc'], 2], [['list', '(beta'], 2], [['list', 'titel:beta'], 1], [['list', 'technique:nothing'], 1],
      [['export', 'year:abc', '--format', 'bibtex'], 2], [['bind', 'year:abc beta', outFile], 2], [['bind', 'technique:nothing', outFile], 1],
      [['show', 'nobody'], 1], [['show', '../../etc/passwd'], 1], [['show', 'x'.repeat(2000)], 2], [['show', '\u202e'], 1],
      [['note', 'nobody'], 1], [['note', 'nobody', '--set', '-'], 1, 'text'],
      [['export', '--format', 'bibtex'], 0], [['export', '--format', 'html', '--style', 'ieee'], 0], [['export', '--format', 'text'], 0],
      [['export', '--format', 'bibtex', '--out', outFile], 1],
      [['list', 'x'.repeat(2000)], 2],
      [['undo'], 0], [['redo'], 0], [['undo', '--json'], 0], [['check'], 0],
      [['frobnicate'], 2], [['show'], 2], [['export', '--format', 'docx'], 2],
    ];
    for (const [args, code, input] of commands) {
      const [a, b]: Ended[] = await Promise.all([lectern(alone, args, input), lectern(shared, args, input)]);
      expect({ args, ...b }).toEqual({ args, ...a });
      expect({ args, code: a?.code }).toEqual({ args, code });
    }
  }, 120_000);

  it('makes a library of a new or an empty folder, and of no other', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'thesis.tex'), '');
    const refused = await lectern(folder.path, ['import', '-'], digestOf('Alpha: small models'));
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('There is no library in');
    expect((await lectern(join(folder.path, 'new'), ['import', '-'], digestOf('Alpha: small models'))).code).toBe(0);
  });

  it('checks a library of an older version without changing it', async () => {
    await using folder = await temporaryFolder();
    await cp(join(import.meta.dirname, 'fixtures/library-v1'), folder.path, { recursive: true });
    const names = await readdir(folder.path, { recursive: true });
    const checked = await lectern(folder.path, ['check']);
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(checked.out).toContain('12 papers');
    expect(await readdir(folder.path, { recursive: true })).toEqual(names);
  });

  it('names the place where a library is damaged', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await lectern(library, ['import', '-'], digestOf('Alpha: small models'));
    await lectern(library, ['import', '-'], digestOf('Beta: smaller models'));
    const journal = join(library, 'journal', '000000000001.jsonl');
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('Alpha', 'Omega'));
    const checked = await lectern(library, ['check']);
    expect(checked.code).toBe(1);
    expect(checked.err).toContain('journal/000000000001.jsonl, line 2: ');
    const listed = await lectern(library, ['list']);
    expect(listed).toMatchObject({ code: 0, err: expect.stringContaining('The library is damaged: 1 thing could not be read') as string });
    expect((await lectern(library, ['mend'])).out).toMatch(/goes on with what is sound.*damaged-/s);
    expect(await lectern(library, ['list'])).toMatchObject({ code: 0, err: '' });
    expect((await lectern(library, ['check'])).code).toBe(0);
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
