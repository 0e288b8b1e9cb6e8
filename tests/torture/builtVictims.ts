import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Builds what is to be killed as processes of their own, as the app is built. */
export async function builtVictims(): Promise<AsyncDisposable & { at: (name: 'victim' | 'racer') => string }> {
  const outDir = join(root, `.cache/victims-${process.pid}`);
  const input = { victim: join(root, 'tests/torture/victim.ts'), racer: join(root, 'tests/torture/racer.ts'), worker: join(root, 'src/node/worker/index.ts') };
  await build({
    root, configFile: false, logLevel: 'error',
    build: { ssr: true, target: 'node20.18', outDir, emptyOutDir: true, rolldownOptions: { input, output: { entryFileNames: '[name].js' } } },
  });
  return { at: (name) => join(outDir, `${name}.js`), [Symbol.asyncDispose]: () => rm(outDir, { recursive: true, force: true }) };
}
