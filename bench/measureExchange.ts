/**
 * One measurement of the exchange of bibliographies in a process of its own, told as one line of JSON:
 * `node measureExchange.js WHAT FILE`. Times are milliseconds of processor, those of `import` and `formatting` of the clock.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { measureBibImport, measureImportsAgain } from './importingBib';
import { measureFormatting, references } from './formatting';
import { worker } from './opening';
import { readBibtex } from '../src/core/formats/bibtex/readBibtex';
import { printBiblatex, printBibtex } from '../src/core/formats/bibtex';
import { newPaper } from '../src/core/papers';
import type { Paper, PaperId } from '../src/core/model';

const measures: Record<string, (text: string) => Promise<object> | object> = {
  ours: measureOurs,
  citationJs: measureCitationJs,
  importAgain: (text) => measureImportsAgain(text, { isKept: false }),
  importKnown: (text) => measureImportsAgain(text, { isKept: true }),
  bibtex: (text) => measurePrinting(text, printBibtex),
  biblatex: (text) => measurePrinting(text, printBiblatex),
  import: measureBibImport,
  formatting: () => measureFormatting(worker, 'apa', references(1000)),
};

const [, , what = '', file = ''] = process.argv;
const measure = measures[what];
if (measure === undefined) throw new Error(`There is no measurement called ${what}.`);
const measured = await measure(await readFile(file, 'utf8'));
process.stdout.write(JSON.stringify({ ...measured, peak: process.resourceUsage().maxRSS * 1024 }));

function measureOurs(text: string): object {
  const { took, value } = timed(() => readBibtex(text));
  return { took, papers: value.papers.length, findings: value.findings.length };
}

/** Its modules for Node need an import attribute that this Node has not; its CommonJS ones are the same program. */
function measureCitationJs(text: string): object {
  const load = createRequire(join(process.cwd(), 'package.json'));
  const { plugins } = load('@citation-js/core') as { plugins: { input: { chain: (data: string, options: object) => unknown[] } } };
  load('@citation-js/plugin-bibtex');
  const { took, value } = timed(() => plugins.input.chain(text, { generateGraph: false }));
  return { took, papers: value.length, findings: 0 };
}

/** What is read, without its source, printed afresh. */
function measurePrinting(text: string, print: (papers: readonly Paper[]) => string): object {
  const papers = readBibtex(text).papers.map(({ description }, at) => newPaper(description, { id: `p-${at}` as PaperId, at: '2026-01-01T00:00:00.000Z', citationKey: `key${at}` }));
  const { took, value } = timed(() => print(papers));
  return { took, papers: papers.length, length: value.length };
}

function timed<Value>(work: () => Value): { took: number; value: Value } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { took: (user + system) / 1000, value };
}
