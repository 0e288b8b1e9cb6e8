import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built node side: cli.js, server.js and worker.js. */
    built: string;
  }
}

const root = resolve(import.meta.dirname, '../..');

/** Builds the node side once for all tests, so that threads and processes run what users run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = join(root, `.cache/test-build-${process.pid}`, 'main');
  const at = (path: string): string => join(root, path);
  await build({
    root, configFile: false, logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true, target: 'node20.18', outDir, emptyOutDir: true,
      rolldownOptions: {
        input: { cli: at('src/cli/index.ts'), server: at('src/server/index.ts'), worker: at('src/node/worker/index.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  project.provide('built', outDir);
  return () => rm(join(outDir, '..'), { recursive: true, force: true });
}
