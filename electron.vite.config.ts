import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import sirv from 'sirv';
import type { Plugin } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** What pdf.js fetches at need, beside the page: character maps, fonts that a PDF may leave out, and the decoder of JPEG 2000 that needs no WebAssembly. */
function pdfjsData(): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const isNeeded = (name: string): boolean => !name.endsWith('.wasm');
  return {
    name: 'pdfjs-data',
    configureServer(server) {
      server.middlewares.use('/pdfjs', sirv(folder, { dev: true }));
    },
    async generateBundle() {
      for (const part of ['cmaps', 'standard_fonts', 'wasm']) {
        for (const name of (await readdir(join(folder, part))).filter(isNeeded)) this.emitFile({ type: 'asset', fileName: `pdfjs/${part}/${name}`, source: await readFile(join(folder, part, name)) });
      }
    },
  };
}

/**
 * One run builds all of Lectern: the node side (desktop host, browser host, terminal, worker) as ES modules,
 * the preload as one CommonJS file, because a sandboxed preload can neither import nor require packages, and
 * the renderer, the same files for `lectern://app/` and `http://127.0.0.1`.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          server: at('src/server/index.ts'),
          cli: at('src/cli/index.ts'),
          worker: at('src/node/worker/index.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react(), pdfjsData()],
    build: {
      target: 'chrome130',
      minify: true,
      // Data URLs would need holes in the content security policy; files need none.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('src/renderer/index.html'), palette: at('src/renderer/palette.html') } },
    },
  },
});
