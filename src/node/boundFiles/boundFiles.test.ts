import { chmod, lstat, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BindingId } from '../../core/model';
import { systemClock } from '../clock';
import { boundFilesOf } from './index';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'lectern-bound-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

const id = 'binding-1' as BindingId;

/** The files of a machine that remembers in `agreements`, and one of them that has been agreed to. */
async function machine(agreements = 'agreements') {
  const files = boundFilesOf(join(folder, agreements), systemClock);
  const file = { id, path: join(folder, 'refs.bib') };
  const write = (...pieces: string[]) => files.write(file, () => Promise.resolve(pieces));
  return { files, file, write, agree: (over = false) => files.agree(file, over), content: () => readFile(file.path, 'utf8') };
}

describe('a bound file on the disk', () => {
  it('is written when that was agreed to on this machine, and not before', async () => {
    const { write, agree, content } = await machine();
    expect(await write('@misc{a}\n')).toEqual({ kind: 'not-here' });
    await agree();
    expect(await write('@misc{a}\n', '\n', '@misc{b, title = {Ünïcode}}\n')).toMatchObject({ kind: 'ours' });
    expect(await content()).toBe('@misc{a}\n\n@misc{b, title = {Ünïcode}}\n');
    expect((await readdir(folder)).toSorted()).toEqual(['agreements', 'refs.bib']);
  });

  it('is not touched when it holds the same already', async () => {
    const { file, write, agree } = await machine();
    await agree();
    const first = await write('same');
    await utimes(file.path, 1000, 1000);
    expect(await write('sa', 'me')).toEqual(first);
    expect((await stat(file.path)).mtimeMs).toBe(1_000_000);
  });

  it('keeps its mode, and its links', async () => {
    const { file, write, agree, content } = await machine();
    await mkdir(join(folder, 'shared'));
    await writeFile(join(folder, 'shared/real.bib'), '');
    await chmod(join(folder, 'shared/real.bib'), 0o640);
    await symlink('shared/real.bib', file.path);
    await agree(true);
    expect(await write('new')).toMatchObject({ kind: 'ours' });
    expect((await lstat(file.path)).isSymbolicLink()).toBe(true);
    expect((await stat(join(folder, 'shared/real.bib'))).mode & 0o777).toBe(0o640);
    expect(await content()).toBe('new');
  });

  it('is known again by another process', async () => {
    const first = await machine();
    await first.agree();
    await first.write('one');
    const second = await machine();
    expect(await second.files.look(second.file, 'bib')).toMatchObject({ kind: 'ours' });
    expect(await second.write('two')).toMatchObject({ kind: 'ours' });
    const elsewhere = await machine('of another machine');
    expect(await elsewhere.write('three')).toEqual({ kind: 'not-here' });
    expect(await elsewhere.content()).toBe('two');
  });

  it('is written again when it was removed', async () => {
    const { file, write, agree, content } = await machine();
    await agree();
    await write('one');
    await rm(file.path);
    expect(await write('one')).toMatchObject({ kind: 'ours' });
    expect(await content()).toBe('one');
  });
});

describe('a file that someone else has changed', () => {
  it('is left alone until that is agreed to', async () => {
    const { files, file, write, agree, content } = await machine();
    await agree();
    await write('one');
    await writeFile(file.path, 'theirs');
    expect(await write('two')).toEqual({ kind: 'foreign' });
    expect(await files.look(file, 'bib')).toEqual({ kind: 'foreign' });
    await agree(false);
    expect(await write('two')).toEqual({ kind: 'foreign' });
    expect(await content()).toBe('theirs');
    expect(await files.read(file)).toBe('theirs');
    await agree(true);
    expect(await write('two')).toMatchObject({ kind: 'ours' });
    expect(await content()).toBe('two');
  });

  it('is ours again when it holds what it should, whoever wrote it', async () => {
    const { file, write, agree } = await machine();
    await agree();
    await write('one');
    await writeFile(file.path, 'two');
    expect(await write('two')).toMatchObject({ kind: 'ours' });
    expect(await write('three')).toMatchObject({ kind: 'ours' });
  });

  it('is not overwritten when it changes while the new content is made', async () => {
    const { files, file, write, agree, content } = await machine();
    await agree();
    await write('one');
    const found = await files.write(file, async () => {
      await writeFile(file.path, 'theirs, just now');
      return ['two'];
    });
    expect(found).toEqual({ kind: 'foreign' });
    expect(await content()).toBe('theirs, just now');
  });

  it('is not what was left there before the last time', async () => {
    const { file, write, agree } = await machine();
    await agree();
    await write('one');
    await write('two');
    await writeFile(file.path, 'one');
    expect(await write('three')).toEqual({ kind: 'foreign' });
  });
});

describe('a path', () => {
  it.each([['refs.bib', 'whole path'], ['/tmp/../refs.bib', 'whole path'], ['/tmp/refs.txt', '“.bib”'], ['/tmp/.bib', '“.bib”'], ['/tmp/a\0.bib', 'whole path']])('%j is refused in words', async (path, words) => {
    const { files } = await machine();
    await expect(files.look({ id, path }, 'bib')).rejects.toThrow(words);
  });

  it('may not lead to a file of another kind', async () => {
    const { files, file, write, agree } = await machine();
    await writeFile(join(folder, 'profile'), 'export PATH');
    await symlink('profile', file.path);
    await expect(files.look(file, 'bib')).rejects.toThrow('“.bib”');
    await agree(true);
    expect(await write('new')).toEqual({ kind: 'foreign' });
    expect(await readFile(join(folder, 'profile'), 'utf8')).toBe('export PATH');
  });

  it('into a folder that is not there says so, and is written once the folder is', async () => {
    const { files, write, agree, file } = await machine();
    const inner = { id, path: join(folder, 'usb', 'refs.bib') };
    expect(await files.look(inner, 'bib')).toEqual({ kind: 'folder-missing' });
    await agree();
    await files.agree(inner, false);
    expect(await files.write(inner, () => Promise.resolve(['one']))).toEqual({ kind: 'folder-missing' });
    await mkdir(join(folder, 'usb'));
    expect(await files.write(inner, () => Promise.resolve(['one']))).toMatchObject({ kind: 'ours' });
    expect(await write('other')).toMatchObject({ kind: 'ours' }); // a binding may have had several paths
    expect(file.path).not.toBe(inner.path);
  });

  it('of a write-protected file or of a folder fails in words and leaves nothing behind', async () => {
    const { file, write, agree } = await machine();
    await agree();
    await write('one');
    await chmod(file.path, 0o444);
    await expect(write('two')).rejects.toThrow('permissions');
    expect((await readdir(folder)).toSorted()).toEqual(['agreements', 'refs.bib']);
    await rm(file.path);
    await mkdir(file.path);
    await expect(write('two')).rejects.toThrow('folder of this name');
  });
});
