/**
 * Reads damaged files with every reader of papers: 20,000, or as many as LECTERN_FUZZ says; and writes marks into 2,000 damaged
 * PDFs, or as many as LECTERN_FUZZ_PDF says. `npm test` reads 1,000 and writes into 150.
 * Run: npm run fuzz
 */
import { runNode } from './lib/run.mjs';

const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', 'tests/exchange/fuzz.test.ts', 'tests/marks/fuzz.test.ts'], { env: { LECTERN_FUZZ: '20000', LECTERN_FUZZ_PDF: '2000', ...process.env } });
process.exitCode = code === 0 ? 0 : 1;
