import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** A file of the tree and one import in it that the house plan forbids. */
const breaches: [file: string, line: string][] = [
  ['src/core/papers.ts', "import { readFile } from 'node:fs';"],
  ['src/core/papers.ts', "import { readFile } from 'fs';"],
  ['src/core/papers.ts', "import { app } from 'electron';"],
  ['src/core/papers.ts', "import { useState } from 'react';"],
  ['src/core/papers.ts', "import { Low } from 'lowdb';"],
  ['src/core/papers.ts', "import { initTRPC } from '@trpc/server';"],
  ['src/core/formats/csl.ts', "import { z } from 'zod-like';"],
  ['src/core/formats/csl.ts', "import { journal } from '../../node/journal';"],
  ['src/core/app/create.ts', "import { router } from '../../api/router';"],
  ['src/node/journal.ts', "import { app } from 'electron';"],
  ['src/node/journal.ts', "import { router } from '../api/router';"],
  ['src/node/worker/index.ts', "import { host } from '../../main/ipcHost';"],
  ['src/api/router.ts', "import { app } from 'electron';"],
  ['src/api/router.ts', "import { journal } from '../node/journal';"],
  ['src/api/router.ts', "import { host } from '../server/host';"],
  ['src/main/index.ts', "import { serve } from '../server/serve';"],
  ['src/main/index.ts', "import { App } from '../renderer/App';"],
  ['src/server/index.ts', "import { app } from 'electron';"],
  ['src/server/index.ts', "import { app } from 'electron/main';"],
  ['src/server/index.ts', "import { host } from '../main/ipcHost';"],
  ['src/cli/index.ts', "import { app } from 'electron';"],
  ['src/cli/index.ts', "import { host } from '../main/ipcHost';"],
  ['src/preload/index.ts', "import { z } from 'zod';"],
  ['src/preload/index.ts', "import { join } from 'node:path';"],
  ['src/preload/index.ts', "import { channel } from '../main/channel';"],
  ['src/renderer/client.ts', "import { router } from '../api/router';"],
  ['src/renderer/client.ts', "import { createMessageHost } from '../api/messageHost';"],
  ['src/renderer/client.ts', "import { createApp } from '../core/app';"],
  ['src/renderer/client.ts', "import { initTRPC } from '@trpc/server';"],
  ['src/renderer/client.ts', "import { callTRPCProcedure } from '@trpc/server/unstable-core-do-not-import';"],
  ['src/renderer/client.ts', "import type { Journal } from '../node/journal';"],
  ['src/renderer/client.ts', "import { ipcRenderer } from 'electron';"],
  ['src/renderer/client.ts', "import { readFile } from 'node:fs';"],
  ['src/renderer/features/library/Table.tsx', "import { router } from '../../../api/router';"],
  ['src/renderer/features/library/Table.tsx', "import { clientOver } from '../../../api/messageLink';"],
  ['src/renderer/features/library/Table.tsx', "import { Notes } from '../notes/Notes';"],
  ['src/renderer/features/library/Table.tsx', "import { Notes } from '../../features/notes/Notes';"],
  ['src/renderer/features/library/cells/Cell.tsx', "import { Notes } from '../../notes/Notes';"],
  ['src/renderer/features/library/cells/Cell.tsx', "import { App } from '../../../../core/app';"],
];

/** The same kinds of files doing what they may. */
const permitted: [file: string, line: string][] = [
  ['src/core/papers.ts', "import { z } from 'zod';"],
  ['src/core/formats/digest.ts', "import { parse } from 'parse5';"],
  ['src/core/formats/yamlValue.ts', "import { parseDocument } from 'yaml';"],
  ['src/core/formats/formatted.ts', "import CSL from 'citeproc';"],
  ['src/core/textDiff.ts', "import { diffArrays } from 'diff';"],
  ['src/core/formats/csl.ts', "import { DomainError } from '../errors';"],
  ['src/node/journal.ts', "import { readFile } from 'node:fs/promises';"],
  ['src/node/journal.ts', "import { createApp } from '../core/app';"],
  ['src/api/router.ts', "import { createApp } from '../core/app';"],
  ['src/main/index.ts', "import { app } from 'electron';"],
  ['src/server/index.ts', "import { router } from '../api/router';"],
  ['src/cli/index.ts', "import { serve } from '../server/serve';"],
  ['src/preload/index.ts', "import { ipcRenderer } from 'electron';"],
  ['src/renderer/client.ts', "import type { AppRouter } from '../api/router';"],
  ['src/renderer/client.ts', "import { observable } from '@trpc/server/observable';"],
  ['src/renderer/client.ts', "import { clientOver } from '../api/messageLink';"],
  ['src/renderer/App.tsx', "import { Library } from './features/library/Library';"],
  ['src/renderer/features/library/Table.tsx', "import { Paper } from '../../../core/model';"],
  ['src/renderer/features/library/Table.tsx', "import { Button } from '../../components/Button';"],
  ['src/renderer/features/library/cells/Cell.tsx', "import { row } from '../row';"],
];

describe('the import fences', () => {
  it('hold back every breach of the house plan, at the line of the import', async () => {
    expect(await fencedIn(breaches)).toEqual(breaches.map(([file, line]) => `${file}: ${line}`));
  });

  it('let through what the plan permits', async () => {
    expect(await fencedIn(permitted)).toEqual([]);
  });
});

/** Lints one small file a case with the project's own rules; answers the cases that a fence held back. */
async function fencedIn(cases: [file: string, line: string][]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-fences-'));
  try {
    const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as { options: object };
    // The fences need no types, and the program that knows them is looked for beside the linted files.
    writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, options: { ...config.options, typeAware: false } }));
    const placed = cases.map(([file, line], index) => {
      const path = posix.join(posix.dirname(file), `case${index}.${file.endsWith('x') ? 'tsx' : 'ts'}`);
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), `${line}\n`);
      return { path, shown: `${file}: ${line}` };
    });
    const held = await restrictedFiles(folder);
    return placed.filter(({ path }) => held.has(path)).map(({ shown }) => shown);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Finding {
  code: string;
  filename: string;
}

async function restrictedFiles(folder: string): Promise<Set<string>> {
  const report = await new Promise<string>((done) => {
    execFile(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '-f', 'json'], { cwd: folder }, (_, stdout) => done(stdout));
  });
  const { diagnostics } = JSON.parse(report) as { diagnostics: Finding[] };
  const fenced = diagnostics.filter(({ code }) => code === 'eslint(no-restricted-imports)');
  return new Set(fenced.map(({ filename }) => filename.split(sep).join('/')));
}

/** Which of the others the files of a top-level folder may import, types included. */
const plan: Record<string, string[]> = {
  core: [],
  node: ['core'],
  api: ['core'],
  main: ['core', 'node', 'api'],
  server: ['core', 'node', 'api'],
  cli: ['core', 'node', 'api', 'server'],
  preload: ['core', 'api'],
  renderer: ['core', 'api', 'preload'],
};

describe('the tree as it is', () => {
  const edges = importsBetweenFolders();

  it('has only folders that the plan knows', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => plan[name] === undefined)).toEqual([]);
  });

  it('has no import against the plan, wherever it is written', () => {
    expect(edges.filter(({ from, to }) => !(plan[from] ?? []).includes(to)).map(({ shown }) => shown)).toEqual([]);
  });

  it('has no cycle between its folders', () => {
    const next = groupTargets(edges);
    expect([...next.keys()].filter((folder) => reaches(folder, folder, next))).toEqual([]);
  });
});

interface Edge {
  from: string;
  to: string;
  shown: string;
}

/** Every import that crosses from one folder of src/ into another, `import()` and re-exports included; tests aside. */
function importsBetweenFolders(): Edge[] {
  const source = join(root, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  return files.flatMap((file) =>
    relativeImports(readFileSync(join(source, file), 'utf8')).flatMap((target) => {
      const from = topFolder(file);
      const to = topFolder(relative(source, resolve(source, dirname(file), target)));
      return from === to || to === '..' ? [] : [{ from, to, shown: `src/${file} → ${target}` }];
    }),
  );
}

function relativeImports(text: string): string[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]*)['"]/g)].map((match) => match[1] ?? '');
}

function topFolder(path: string): string {
  return path.split(sep)[0] ?? '';
}

function groupTargets(edges: Edge[]): Map<string, Set<string>> {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of edges) targets.set(from, (targets.get(from) ?? new Set<string>()).add(to));
  return targets;
}

function reaches(from: string, goal: string, next: Map<string, Set<string>>, seen = new Set<string>()): boolean {
  return [...(next.get(from) ?? [])].some((folder) => {
    if (folder === goal) return true;
    if (seen.has(folder)) return false;
    seen.add(folder);
    return reaches(folder, goal, next, seen);
  });
}
