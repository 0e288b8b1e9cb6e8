/**
 * One measurement in a process of its own, told as one line of JSON: `node measure.js WHAT FOLDER [FILE]`.
 * Times are milliseconds, those of `open` from the start of the process.
 */
import { measureBindings } from './bindings';
import { measureBare, measureOpen, measureParse } from './opening';
import { measureCompaction, measureSaves } from './saving';
import { measureImport } from './importing';

const measures: Record<string, (folder: string) => unknown> = {
  bare: measureBare,
  parse: measureParse,
  open: measureOpen,
  saves: measureSaves,
  compaction: measureCompaction,
  import: measureImport,
  bindings: measureBindings,
};

const [, , what = '', folder = ''] = process.argv;
const measure = measures[what];
if (measure === undefined) throw new Error(`There is no measurement called ${what}.`);
process.stdout.write(JSON.stringify(await measure(folder)));
