import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeOf } from '../src/core/formatting';
import type { CslItem } from '../src/core/formats/csl-types';
import { searchable, styleSearch } from '../src/core/styles/search';
import { styleCatalogue } from '../src/node/citationStyles';
import { systemClock } from '../src/node/clock';
import { workerThread } from '../src/node/worker/client';
import { workerFormatter } from '../src/node/worker/formatter';
import { numbers, prose } from '../tests/support/generated';

export interface FormattingFigures {
  style: string;
  /** Milliseconds of waiting for the first time, the second, and the longest the asking thread was kept. */
  firstMs: number;
  againMs: number;
  longestBlockMs: number;
  /** How often progress was told. */
  told: number;
}

/** References such as a library has, the same in every run. */
export function references(count: number): CslItem[] {
  const random = numbers(7);
  const some = (of: number): number => Math.floor(random() * of);
  return Array.from({ length: count }, (_, index) => ({
    id: String(index), type: 'article-journal', title: prose(random, 60), 'container-title': prose(random, 25), volume: String(1 + some(40)), page: `${some(500)}-${500 + some(99)}`, DOI: `10.1000/${index}`,
    author: Array.from({ length: 1 + some(6) }, () => ({ family: prose(random, 8), given: prose(random, 6) })), issued: { 'date-parts': [[1990 + some(35)]] },
  }));
}

/** Formats references in a style twice, in the built worker. */
export async function measureFormatting(workerScript: URL, style: string, items: readonly CslItem[]): Promise<FormattingFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-formatting-'));
  const thread = workerThread(workerScript);
  const formatter = workerFormatter(folder, thread, systemClock);
  let told = 0;
  let longestBlockMs = 0;
  let ticked = performance.now();
  const ticking = setInterval(() => {
    longestBlockMs = Math.max(longestBlockMs, performance.now() - ticked - 5);
    ticked = performance.now();
  }, 5);
  try {
    const began = performance.now();
    const work = formatter.format(items, { style, output: 'html', as: 'bibliography' });
    for (let step = await work.next(); step.done !== true; step = await work.next()) told += 1;
    const between = performance.now();
    await outcomeOf(formatter.format(items, { style, output: 'html', as: 'bibliography' }));
    return { style, firstMs: between - began, againMs: performance.now() - between, longestBlockMs, told };
  } finally {
    clearInterval(ticking);
    await thread.close();
    await rm(folder, { recursive: true });
  }
}

/** Milliseconds for preparing the list of all styles, and for the slowest of some searches in it. */
export async function measureStyleSearch(): Promise<{ styles: number; prepareMs: number; slowestMs: number }> {
  const began = performance.now();
  const entries = [...await styleCatalogue()];
  const search = styleSearch(entries.map(searchable));
  const prepareMs = performance.now() - began;
  const times = ['a', 'nature', 'journal of', 'médecine', 'ieee trans', 'numeric medicine', 'zzz'].map((words) => {
    const start = performance.now();
    search({ words, first: ['apa'], limit: 60 }, []);
    return performance.now() - start;
  });
  return { styles: entries.length, prepareMs, slowestMs: Math.max(...times) };
}
