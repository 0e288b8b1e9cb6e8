import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { cp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { temporaryFolder } from '../support/library';
import { contentOf, libraryOn, onDisk, refusal, steps } from './scenario';

/** A folder on a small file system of its own in memory, if this person may mount one. */
async function smallDisk(): Promise<(AsyncDisposable & { path: string }) | undefined> {
  const folder = await temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'lectern-test', folder.path]).status === 0;
  if (!mounted) return undefined;
  return {
    path: folder.path,
    async [Symbol.asyncDispose]() {
      execFileSync('umount', [folder.path]);
      await folder[Symbol.asyncDispose]();
    },
  };
}

const maybe = await smallDisk();
await maybe?.[Symbol.asyncDispose]();
const mayMount = maybe !== undefined;
const isRoot = process.getuid?.() === 0;
const [first, ...others] = steps;
if (first === undefined) throw new Error('There are no steps.');

describe.skipIf(!mayMount)('a small file system (skipped where none may be mounted)', () => {
  it('that is full refuses changes in words, and takes them once there is space', async () => {
    await using disk = await smallDisk();
    const path = disk?.path ?? '';
    const library = await libraryOn(join(path, 'library'));
    await first(library);
    spawnSync('dd', ['if=/dev/zero', `of=${join(path, 'filler')}`, 'bs=4k']);
    const before = contentOf(library.tables);
    const outcomes = [];
    // The rest of the last page is still free; somewhere behind it the disk is full.
    for (let tries = 0; tries < 60 && outcomes.at(-1)?.kind !== 'refused'; tries += 1) outcomes.push(await refusal(() => library.commit(() => ({ label: 'Fill', changes: [{ op: 'create', table: 'collections', id: `fill-${tries}`, record: { id: `fill-${tries}`, name: 'x'.repeat(200), parentId: null, order: 0 } }] }))));
    expect(outcomes.at(-1)).toMatchObject({ kind: 'refused', message: expect.stringContaining('The disk is full') as string });
    expect(Object.keys(contentOf(library.tables))).toHaveLength(Object.keys(before).length + outcomes.length - 1);
    await rm(join(path, 'filler'));
    for (const step of others) await step(library);
    const content = contentOf(library.tables);
    await library.close();
    expect(await onDisk(join(path, 'library'))).toEqual({ content, condition: 'sound' });
  });

  it('that was made read-only refuses changes in words, and takes them once it is not', async () => {
    await using disk = await smallDisk();
    const path = disk?.path ?? '';
    const folder = join(path, 'library');
    await (await libraryOn(folder)).close();
    execFileSync('mount', ['-o', 'remount,ro', path]);
    expect(await refusal(() => libraryOn(folder))).toMatchObject({ kind: 'refused', message: expect.stringContaining('cannot be written to') as string });
    expect((await onDisk(folder)).condition).toBe('sound');
    execFileSync('mount', ['-o', 'remount,rw', path]);
    const library = await libraryOn(folder);
    await first(library);
    await library.close();
  });
});

describe.skipIf(isRoot)('a folder without permission to write (skipped for root, whom no permission stops)', () => {
  it('is refused in words', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'library');
    mkdirSync(path);
    chmodSync(path, 0o500);
    expect(await refusal(() => libraryOn(path))).toMatchObject({ kind: 'refused', message: expect.stringContaining('Check its permissions') as string });
    chmodSync(path, 0o700);
  });
});

describe('a folder that vanishes while the library is open', () => {
  it('takes no more changes, and does again when it is back', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'library');
    const library = await libraryOn(path);
    for (const step of steps) await step(library);
    const before = contentOf(library.tables);
    await cp(path, `${path}-copy`, { recursive: true, filter: (file) => !file.endsWith('.tmp') }); // the snapshot may be renewed meanwhile
    await rm(path, { recursive: true });
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await refusal(() => first(library))).toMatchObject({ kind: 'refused', message: expect.stringContaining('folder is gone') as string });
    }
    expect(contentOf(library.tables)).toEqual(before);
    expect(await refusal(() => library.close())).toMatchObject({ kind: 'refused' });
    expect(existsSync(path)).toBe(false);
    await rename(`${path}-copy`, path);
    await library.close();
    const again = await libraryOn(path);
    expect(contentOf(again.tables)).toEqual(before);
    await again.close();
  });
});

describe('a limit on the size of files', () => {
  it('refuses in words what does not fit, and nothing of it is left', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'library');
    const script = join(folder.path, 'limited.sh');
    await writeFile(script, 'ulimit -f 64\ntrap "" XFSZ\nexec "$@"\n');
    const cli = join(inject('built'), 'cli.js');
    const text = JSON.stringify(Array.from({ length: 400 }, (_, n) => ({ id: `k${n}`, type: 'article', title: `A long paper ${n}`, abstract: 'word '.repeat(100) })));
    await writeFile(join(folder.path, 'big.json'), text);
    const { status, stderr } = spawnSync('bash', [script, process.execPath, cli, '--library', path, 'import', join(folder.path, 'big.json')], { encoding: 'utf8' });
    expect({ status: status === 0, stderr }).toMatchObject({ status: false, stderr: expect.stringContaining('files this large') as string });
    const library = await libraryOn(path);
    expect(library.tables.papers.size).toBe(0);
    await library.close();
  });
});
