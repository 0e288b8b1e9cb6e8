import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import type { App } from '../../src/core/app';
import type { PaperId } from '../../src/core/model';
import { openApp } from '../../src/node/openApp';

/** A folder that goes with the test. */
export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'lectern-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** The app on a library folder, closed with the test. */
export async function appOn(folder: string): Promise<AsyncDisposable & { app: App }> {
  const app = await openApp(folder, new URL('worker.js', pathToFileURL(`${inject('built')}/`)));
  await app.ready;
  return { app, [Symbol.asyncDispose]: () => app.close() };
}

/** The app on a new library of its own. */
export async function temporaryApp(): Promise<AsyncDisposable & { app: App; folder: string }> {
  const folder = await temporaryFolder();
  const library = join(folder.path, 'library');
  const opened = await appOn(library);
  return {
    app: opened.app,
    folder: library,
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** A digest page as text, of papers with these titles. */
export function digestOf(...titles: string[]): string {
  return ['new', 'Subscribe', ...titles.flatMap((title) => [title, `We present ${title}, which does what its name says at a small part of the usual cost. It is measured on three tasks.`])].join('\n\n');
}

/** Imports a digest of these titles; answers their ids in order. */
export async function imported(app: App, ...titles: string[]): Promise<PaperId[]> {
  const { previewId } = await app.imports.preview({ text: digestOf(...titles), fileName: 'digest.txt', format: 'digest' });
  return (await app.imports.commit({ previewId, complete: false })).added.map(({ id }) => id);
}
