import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { createMessageHost } from '../../src/api/messageHost';
import type { Reply } from '../../src/api/messages';
import type { BackupInfo } from '../../src/core/ports';
import { digestOf, temporaryApp, temporaryFolder } from '../support/library';

interface Ended { code: number; out: string; err: string }

function lectern(library: string, args: string[], input = ''): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [join(inject('built'), 'cli.js'), '--library', library, ...args], (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
    child.stdin?.end(input);
  });
}

describe('backups at the terminal', () => {
  it('are made, listed, restored by name or file, and undone', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    const file = join(folder.path, 'mine.zip');
    await lectern(library, ['import', '-'], digestOf('Alpha: small models'));
    expect((await lectern(library, ['backup', '--out', file])).out).toContain('1 paper');
    const made = JSON.parse((await lectern(library, ['backup', '--json'])).out) as BackupInfo;
    expect(made).toMatchObject({ reason: 'manual', papers: 1, verified: true });
    expect(JSON.parse((await lectern(library, ['backups', '--json'])).out)).toContainEqual(made);

    await lectern(library, ['import', '-'], digestOf('Beta: pruning of models'));
    const dry = await lectern(library, ['restore', file, '--dry-run', '--json']);
    expect(JSON.parse(dry.out)).toMatchObject({ differences: { papers: { removed: { count: 1, examples: ['Beta: pruning of models'] } } } });
    expect((await lectern(library, ['list'])).out.split('\n')).toHaveLength(3);
    expect(await lectern(library, ['restore', made.name])).toMatchObject({ code: 0, out: expect.stringContaining('papers: 0 added, 0 changed, 1 removed') as string });
    expect(await lectern(library, ['restore', file])).toMatchObject({ code: 1, out: expect.stringContaining('already') as string });
    expect((await lectern(library, ['undo'])).out).toContain('Restore the backup of');
    expect((await lectern(library, ['list'])).out.split('\n')).toHaveLength(3);
  }, 60_000);

  it('say why a file cannot be restored', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    const file = join(folder.path, 'mine.zip');
    await writeFile(file, 'not a zip');
    expect(await lectern(library, ['restore', file])).toMatchObject({ code: 2, err: expect.stringContaining('no backup of Lectern') as string });
    expect((await lectern(library, ['restore', join(folder.path, 'nothing.zip')])).code).toBe(2);
    expect((await lectern(library, ['restore'])).code).toBe(2);
    expect(await lectern(library, ['backups'])).toMatchObject({ code: 1, out: '' });
  }, 60_000);
});

describe('a window', () => {
  it('names backups, never files', async () => {
    await using opened = await temporaryApp();
    const file = join(opened.folder, '..', 'mine.zip');
    const window = { app: opened.app, host: { kind: 'browser' as const, version: '', library: '', address: null }, sample: '' };
    const ask = (path: string, input: unknown): Promise<Reply> => new Promise((answer) => {
      createMessageHost(window, (reply) => answer(reply)).receive({ id: 1, kind: 'mutation', path, input });
    });
    const refusal = { kind: 'error', failure: { code: 'invalid-input' } };
    expect(await ask('backups.make', { to: file })).toMatchObject(refusal);
    expect(await ask('backups.restore', { kind: 'path', path: file })).toMatchObject(refusal);
    expect(await ask('backups.previewRestore', { kind: 'path', path: file })).toMatchObject(refusal);
    const made = await ask('backups.make', {});
    expect(made).toMatchObject({ kind: 'data', data: { reason: 'manual' } });
    const { name } = (made as Extract<Reply, { kind: 'data' }>).data as BackupInfo;
    expect(await ask('backups.restore', { kind: 'name', name })).toMatchObject({ kind: 'data' });
  });
});
