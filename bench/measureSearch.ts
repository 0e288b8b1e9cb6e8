/**
 * One measurement of the search in a process of its own, told as one line of JSON: `node measureSearch.js WHAT FOLDER`.
 * Times are milliseconds.
 */
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import type { App } from '../src/core/app';
import { SearchEngine } from '../src/core/search/engine';
import type { PaperId } from '../src/core/model';
import type { SearchDocument, TextQuery } from '../src/core/search/types';
import { SearchCache } from '../src/node/search/cache';
import { readDocuments } from '../src/node/search/libraryTexts';
import { openApp } from '../src/node/openApp';
import { searchFields } from '../src/core/search/types';
import { withBlocks } from './blocks';
import { newestFirst, worker } from './opening';

const measures: Record<string, (folder: string) => Promise<object>> = { rows: writeRows, build: measureBuild, engine: measureEngine, warm: measureWarm, memory: measureMemory };

const [, , what = '', folder = ''] = process.argv;
const measure = measures[what];
if (measure === undefined) throw new Error(`There is no measurement called ${what}.`);
process.env['LECTERN_USER_DATA'] = join(folder, 'user');
process.stdout.write(JSON.stringify(await measure(folder)));

/** The words that are looked for, the last one as the beginning of a word where `prefix` says so. */
export interface BenchQuery { words: string[]; prefix: boolean }

export function queryOf({ words, prefix }: BenchQuery): TextQuery {
  const parts = words.map((text, at): TextQuery => ({ kind: 'word', text, prefix: prefix && at === words.length - 1 }));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'and', parts };
}

async function queriesIn(folder: string): Promise<Record<string, BenchQuery[]>> {
  return JSON.parse(await readFile(join(folder, 'queries.json'), 'utf8')) as Record<string, BenchQuery[]>;
}

/** Writes the searchable texts as rows for the yardstick. */
async function writeRows(folder: string): Promise<object> {
  const out = createWriteStream(join(folder, 'rows.jsonl'));
  let bytes = 0;
  await readDocuments(folder, ({ texts }: SearchDocument) => {
    const columns = searchFields.map((field) => (texts[field] ?? []).join('\n'));
    bytes += columns.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    out.write(`${JSON.stringify(columns)}\n`);
  });
  out.end();
  await once(out, 'finish');
  return { bytes };
}

/** From the moment in which the library is read until the index is whole; what is asked meanwhile, and how late the thread of the windows is. */
async function measureBuild(folder: string): Promise<object> {
  const app = await openApp(folder, worker, () => undefined);
  await app.ready;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const queries = Object.values(await queriesIn(folder)).flat();
  const { result, ...block } = await withBlocks(async () => {
    const times: number[] = [];
    for (let at = 0; app.search.state().kind !== 'ready'; at += 1) {
      const asked = performance.now();
      await app.search.find({ query: queryOf(queries[(at * 7) % queries.length] ?? { words: [], prefix: false }), limit: 20 });
      times.push(performance.now() - asked);
      await new Promise((resume) => setTimeout(resume, 50));
    }
    return { took: performance.now() - began, times };
  });
  const { user, system } = process.cpuUsage(cpu);
  await app.close();
  return { ...result, cpu: (user + system) / 1000, ...block };
}

/** Each query as often as the yardstick is asked, in the thread that has the index. */
async function measureEngine(folder: string): Promise<object> {
  const cached = await new SearchCache(folder).read();
  const engine = new SearchEngine();
  for (const part of cached?.parts ?? []) engine.adopt(part);
  const times: Record<string, number[]> = {};
  const hits: Record<string, number> = {};
  for (let round = 0; round < 3; round += 1) {
    for (const [kind, queries] of Object.entries(await queriesIn(folder))) {
      hits[kind] = 0;
      for (const [at, query] of queries.entries()) {
        const began = performance.now();
        const found = engine.search({ query: queryOf(query), limit: 20 });
        const took = performance.now() - began;
        hits[kind] += found.slots.length;
        const of = (times[kind] ??= []);
        of[at] = Math.min(of[at] ?? Infinity, took);
      }
    }
  }
  return { papers: engine.size, times, hits };
}

/** A start with the cache: until a complete answer comes, keystrokes from the thread of the windows, and one changed paper. */
async function measureWarm(folder: string): Promise<object> {
  const app = await openApp(folder, worker, () => undefined);
  await app.ready;
  const began = performance.now();
  const first = await app.search.find({ query: { kind: 'word', text: 'ka', prefix: true }, limit: 20 });
  const usable = performance.now() - began;
  const queries = Object.entries(await queriesIn(folder));
  await app.search.find({ query: { kind: 'all' }, limit: 0 });
  const keystrokes: number[] = [];
  for (const [, list] of queries) {
    for (const query of list) {
      const asked = performance.now();
      await app.search.find({ query: queryOf(query), limit: 200 });
      keystrokes.push(performance.now() - asked);
    }
  }
  const changes = await changeSome(app);
  await app.close();
  return { usable, complete: first.complete, found: first.matches.size, keystrokes, changes };
}

async function changeSome(app: App): Promise<number[]> {
  const ids = await app.papers.view(newestFirst);
  const times: number[] = [];
  for (let edit = 0; edit < 30; edit += 1) {
    const text = `zzyzx${'abcdefghij'.charAt(edit % 10)}${'abcdefghij'.charAt(Math.floor(edit / 10))}`;
    await app.papers.edit(ids[edit * 31 % ids.length] as PaperId, { title: `Changed to ${text}` });
    const began = performance.now();
    const { matches } = await app.search.find({ query: { kind: 'word', text, fuzzy: 0 }, limit: 20 });
    if (matches.size !== 1) throw new Error(`A changed paper was not found: ${matches.size}.`);
    times.push(performance.now() - began);
  }
  return times;
}

/** What the index takes beyond its files: heap and buffers, after as many queries as there are. */
async function measureMemory(folder: string): Promise<object> {
  const queries = Object.values(await queriesIn(folder)).flat();
  const before = await inUse();
  const engine = new SearchEngine();
  const cached = await new SearchCache(folder).read();
  for (const part of cached?.parts ?? []) engine.adopt(part);
  for (const query of queries) engine.search({ query: queryOf(query), limit: 20 });
  await writeFile(join(folder, 'papers.txt'), String(engine.size)); // the index is in use until here
  return { bytes: (await inUse()) - before, papers: engine.size };
}

/** After two turns of collecting: buffers go with the objects that had them, one turn later. */
async function inUse(): Promise<number> {
  for (let turn = 0; turn < 2; turn += 1) {
    globalThis.gc?.();
    await new Promise((resume) => setTimeout(resume, 100));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
