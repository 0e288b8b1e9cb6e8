import { writeFile } from 'node:fs/promises';
import { printCslJson } from '../src/core/formats/csl';
import type { PaperId } from '../src/core/model';
import { newPaper } from '../src/core/papers';
import { describedPaper, numbers } from '../tests/support/generated';

/** Where the arXiv ids begin, past those of any generated library, so that all papers are new to it. */
const PAST_ALL = 2_000_000;

/** Writes papers that no generated library has, as CSL-JSON. */
export async function writePapersToImport(path: string, count: number): Promise<void> {
  const random = numbers(PAST_ALL);
  const at = '2025-06-01T00:00:00.000Z';
  const papers = Array.from({ length: count }, (_, index) => newPaper(describedPaper(random, PAST_ALL + index), { id: `import-${index}` as PaperId, at, citationKey: `import${index}` }));
  await writeFile(path, printCslJson(papers));
}
