import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import type { Context } from '../src/api/trpc';
import { windowedLibraries, type LibraryWindow } from '../src/main/libraries';
import { OpenLibraries } from '../src/node/openLibraries';
import { RecentLibraries } from '../src/node/recentLibraries';
import { clientOf, lectern, served } from './support/host';
import { digestOf, temporaryFolder } from './support/library';

/** A window as Electron would open one, without a screen. */
interface Shown { context: Context; raised: number; close(): void }

/** A desktop host on `userData` without a screen: `shown` are its open windows. */
function desktop(userData: string, chosen: string | null = null) {
  const shown: Shown[] = [];
  const recent = new RecentLibraries(userData);
  let told: string[] = [];
  const libraries = windowedLibraries({
    workerScript: new URL('worker.js', pathToFileURL(`${inject('built')}/`)),
    recent,
    openWindow(context): LibraryWindow {
      let closed: () => void = () => undefined;
      const window: Shown = { context, raised: 0, close: () => { shown.splice(shown.indexOf(window), 1); closed(); } };
      shown.push(window);
      return { raise: () => { window.raised += 1; }, onClosed: (listener) => { closed = listener; } };
    },
    chooseFolder: () => Promise.resolve(chosen),
    chooseFile: () => Promise.resolve(chosen),
    choosePaths: () => Promise.resolve([]),
    onUnwell: (error) => { throw error; },
    onRecent: (list) => { told = list.map(({ name }) => name); },
  });
  return { libraries, shown, recent, told: () => told, [Symbol.asyncDispose]: () => libraries.close() };
}

describe('the libraries of the desktop', () => {
  it('have a window each, which is raised when its library is opened again', async () => {
    await using folder = await temporaryFolder();
    const [a, b] = [join(folder.path, 'a'), join(folder.path, 'b')];
    await using host = desktop(folder.path);
    await Promise.all([host.libraries.open(a), host.libraries.open(a), host.libraries.open(b)]);
    await host.libraries.open(join(a, '..', 'a'));
    const [inA, inB] = host.shown.toSorted((x, y) => x.context.host.library.localeCompare(y.context.host.library));
    expect(host.shown).toHaveLength(2);
    expect(inA).toMatchObject({ context: { host: { library: a } }, raised: 2 });
    expect(inB).toMatchObject({ context: { host: { library: b } }, raised: 0 });
    await inA?.context.app.papers.create({ title: 'Only in a' });
    expect((await inB?.context.app.overview())?.all).toBe(0);
    await expect.poll(host.told).toHaveLength(2);
  });

  it('are closed with their last window, and can be opened again', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using host = desktop(folder.path);
    await host.libraries.open(library);
    await host.shown[0]?.context.app.papers.create({ title: 'Kept' });
    host.shown[0]?.close();
    await host.libraries.open(library); // while the first is still being closed
    expect((await host.shown[0]?.context.app.overview())?.all).toBe(1);
    host.shown[0]?.close();
    await expect.poll(async () => (await readdir(library)).filter((name) => name.startsWith('socket-'))).toEqual([]);
    expect((await lectern(library, ['list'])).out).toContain('Kept');
  });

  it('are raised by another process that wants them', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using host = desktop(join(folder.path, 'one'));
    await host.libraries.open(library);
    await using other = desktop(join(folder.path, 'other'));
    expect(await other.libraries.open(library)).toEqual({ folder: library, address: null });
    expect(other.shown).toEqual([]);
    expect(host.shown[0]?.raised).toBe(1);
    const serve = await lectern(library, ['serve', '--no-open']);
    expect(serve.code).toBe(1);
    expect(host.shown[0]?.raised).toBe(2);
  });

  it('that the browser host has are told with their address', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    await using browser = await served(library, folder.path);
    await using host = desktop(folder.path);
    expect(await host.libraries.open(library)).toEqual({ folder: library, address: browser.address });
    expect(host.shown).toEqual([]);
  });

  it('are chosen by the person', async () => {
    await using folder = await temporaryFolder();
    await using host = desktop(folder.path, join(folder.path, 'chosen'));
    await host.libraries.open(join(folder.path, 'first'));
    await host.shown[0]?.context.desk?.choose?.();
    expect(host.shown.map(({ context }) => basename(context.host.library))).toEqual(['first', 'chosen']);
    await using undecided = desktop(folder.path, null);
    await undecided.libraries.open(join(folder.path, 'other'));
    expect(await undecided.shown[0]?.context.desk?.choose?.()).toBeNull();
  });

  it('are made in new and empty folders alone', async () => {
    await using folder = await temporaryFolder();
    await using host = desktop(join(folder.path, 'user'));
    const [full, empty] = [join(folder.path, 'full'), join(folder.path, 'empty')];
    await mkdir(full);
    await mkdir(empty);
    await writeFile(join(full, 'thesis.tex'), '');
    await writeFile(join(empty, '.DS_Store'), '');
    await expect(host.libraries.open(full)).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringContaining('other files') as string });
    expect(await readdir(full)).toEqual(['thesis.tex']);
    await expect(host.libraries.open(join(full, 'thesis.tex'))).rejects.toMatchObject({ code: 'disk' });
    await expect(host.libraries.open('relative')).rejects.toMatchObject({ code: 'invalid-input' });
    await host.libraries.open(empty);
    expect(host.shown).toHaveLength(1);
  });
});

describe('the browser host', () => {
  it('opens a second library at an address of its own, and remembers both', async () => {
    await using folder = await temporaryFolder();
    const [first, second] = [join(folder.path, 'first'), join(folder.path, 'second')];
    await using host = await served(first, folder.path);
    await using window = await clientOf(first);
    const opened = await window.client.host.open.mutate({ folder: second });
    expect(opened).toMatchObject({ folder: second });
    expect(opened?.address).not.toBe(host.address);
    expect(await window.client.host.open.mutate({ folder: second })).toEqual(opened);
    expect(await window.client.host.open.mutate({ folder: first })).toEqual({ folder: first, address: host.address });
    await using other = await clientOf(second);
    expect(await other.client.host.info.query()).toMatchObject({ kind: 'browser', library: second, address: opened?.address });
    expect(await window.client.host.choose.mutate()).toBeUndefined();
    await rm(second, { recursive: true });
    expect((await window.client.host.recent.query()).map(({ name, missing }) => ({ name, missing }))).toEqual([{ name: 'second', missing: true }, { name: 'first', missing: false }]);
  });

  it('refuses a folder with other things in it, and goes on', async () => {
    await using folder = await temporaryFolder();
    await using _host = await served(join(folder.path, 'library'), join(folder.path, 'user'));
    await using window = await clientOf(join(folder.path, 'library'));
    await expect(window.client.host.open.mutate({ folder: folder.path })).rejects.toMatchObject({ data: { failure: { code: 'invalid-input' } } });
    expect((await window.client.host.info.query()).kind).toBe('browser');
  });
});

describe('a library folder', () => {
  it('may be moved between runs', async () => {
    await using folder = await temporaryFolder();
    const [here, there] = [join(folder.path, 'here'), join(folder.path, 'a stick', 'deeper', 'there')];
    await using killed = await served(here, folder.path);
    await lectern(here, ['import', '-'], digestOf('Alpha: small models'));
    await killed.end('SIGKILL');
    await mkdir(join(there, '..'), { recursive: true });
    await rename(here, there);
    await using _host = await served(there, folder.path);
    expect((await lectern(there, ['list'])).out).toContain('Alpha');
    const files = (await readdir(there, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(2);
    for (const { parentPath, name } of files) expect(await readFile(join(parentPath, name), 'utf8')).not.toContain(folder.path);
  });
});

describe('recent libraries', () => {
  it('are the ten newest, newest first, each once', async () => {
    await using folder = await temporaryFolder();
    const recent = new RecentLibraries(join(folder.path, 'user'));
    expect(await recent.list()).toEqual([]);
    await Promise.all(Array.from({ length: 12 }, (_, count) => recent.add(join(folder.path, `library-${count}`))));
    await recent.add(join(folder.path, 'library-5'));
    const names = (await recent.list()).map(({ name }) => name);
    expect(names).toEqual([5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((count) => `library-${count}`));
    await mkdir(join(folder.path, 'library-7'));
    expect((await recent.list()).filter(({ missing }) => !missing).map(({ name }) => name)).toEqual(['library-7']);
  });

  it('may be lost without harm', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'recent-libraries.json'), '[{"folder":');
    const recent = new RecentLibraries(folder.path);
    expect(await recent.list()).toEqual([]);
    await recent.add('/library');
    expect(await recent.list()).toMatchObject([{ folder: '/library', name: 'library' }]);
  });
});

describe('a process', () => {
  it('forgets a library that could not be opened', async () => {
    await using folder = await temporaryFolder();
    const libraries = new OpenLibraries<{ close(): Promise<void> }>();
    await expect(libraries.get(folder.path, () => Promise.reject(new Error('locked')))).rejects.toThrow('locked');
    const library = { close: () => Promise.resolve() };
    expect(await libraries.get(folder.path, () => Promise.resolve(library))).toBe(library);
    expect(await libraries.get(folder.path, () => Promise.reject(new Error('opened twice')))).toBe(library);
  });
});
