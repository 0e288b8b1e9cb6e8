/**
 * Reads damaged files with every reader of papers: 20,000, or as many as LECTERN_FUZZ says. `npm test` reads 1,000.
 * Run: npm run fuzz
 */
import { runNode } from './lib/run.mjs';

const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', 'tests/exchange/fuzz.test.ts'], { env: { LECTERN_FUZZ: '20000', ...process.env } });
process.exitCode = code === 0 ? 0 : 1;
