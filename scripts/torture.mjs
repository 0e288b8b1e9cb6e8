/**
 * Runs the long versions of the tests that try to make a library lose a word: a disk that fails in every place,
 * damage to every byte, 1,000 kills, 500 races for the lock, 10,000 random steps of history. Prints what was
 * tried how often, with the seeds; LECTERN_SEED=N repeats a run.
 * Run: npm run torture [-- FILE…]
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, say } from './lib/run.mjs';

const figures = join(root, 'test-results/torture.jsonl');
rmSync(figures, { force: true });

const files = process.argv.slice(2);
const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', ...(files.length > 0 ? files : ['tests/torture', 'tests/faults'])], {
  env: { ...process.env, LECTERN_TORTURE: figures },
});
if (existsSync(figures)) {
  const rows = readFileSync(figures, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  console.table(Object.fromEntries(rows.map(({ what, ...row }) => [what, row])));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  say(`${total.toLocaleString('en')} trials, ${rows.reduce((sum, { failures }) => sum + failures, 0)} failures.`);
}
process.exitCode = code === 0 ? 0 : 1;
