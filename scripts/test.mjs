/**
 * Runs everything that guards Lectern: `npm test`, or some stages by name: `node scripts/test.mjs lint unit`.
 * Words that name no stage go to the test runners: `npm run e2e -- import.spec.ts`. A stage that fails does not
 * keep the others from running; the last line printed counts all of them.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, runNode, say } from './lib/run.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { setUpTests } from './test-setup.mjs';

const unitReport = join(root, 'test-results/unit.json');
const journeyReport = join(root, 'test-results/e2e.json');

/** Each stage answers how much passed, failed and was skipped; one that throws counts as one failure. */
const stages = {
  lint: () => checked(runNode('node_modules/oxlint/bin/oxlint', [])),
  types: () => checked(runNode('node_modules/typescript/bin/tsc', ['-b'])),
  unit: (words) => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`, ...words];
    return counted(unitReport, unitCounts, () => runNode('node_modules/vitest/vitest.mjs', args));
  },
  build: async () => {
    await ensureBuilt();
    return { passed: 1, failed: 0, skipped: 0 };
  },
  e2e: (words) => counted(journeyReport, journeyCounts, () => runJourneys(words)),
};

const words = process.argv.slice(2);
const named = words.filter((word) => word in stages);
const others = words.filter((word) => !(word in stages));
const chosen = named.length === 0 ? Object.keys(stages) : named;
const results = new Map();
await record('install', installPackages);
if (results.get('install').failed === 0) {
  if (chosen.includes('e2e')) await record('set-up', prepareMachine);
  for (const name of chosen) {
    const unbuilt = name === 'e2e' && results.get('build')?.failed === 1;
    if (unbuilt) say('The journeys are left out: there is no build to walk through.');
    else await record(name, () => stages[name](others));
  }
}
summarise();

async function record(name, stage) {
  process.stdout.write(`\n── ${name}\n`);
  const started = performance.now();
  let result;
  try {
    result = await stage();
  } catch (error) {
    say(error.message);
    result = { passed: 0, failed: 1, skipped: 0 };
  }
  results.set(name, { ...result, seconds: (performance.now() - started) / 1000 });
}

async function installPackages() {
  await ensureInstalled();
  return { passed: 0, failed: 0, skipped: 0 };
}

/** What a machine lacks is told now; the tests that need it fail by themselves and are counted then. */
async function prepareMachine() {
  const problems = await setUpTests();
  for (const problem of problems) say(problem);
  return { passed: 0, failed: problems.length, skipped: 0 };
}

async function checked(running) {
  const { code } = await running;
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Runs a test runner and reads its report; a runner that fails without a failed test has crashed, which counts. */
async function counted(report, read, start) {
  rmSync(report, { force: true });
  const { code } = await start();
  if (!existsSync(report)) throw new Error('The test runner ended without a report.');
  const counts = read(JSON.parse(readFileSync(report, 'utf8')));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function unitCounts({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests };
}

function journeyCounts({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

function runJourneys(args) {
  const playwright = [join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...args];
  const needsDisplay = process.platform === 'linux' && !process.env['DISPLAY'];
  if (!needsDisplay) return run(process.execPath, playwright);
  // Without -noreset the display starts anew whenever its last window closes, and a window that opens just then hangs or fails.
  return run('xvfb-run', ['-a', '--server-args=-screen 0 1600x1200x24 -noreset', process.execPath, ...playwright]);
}

function summarise() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  process.stdout.write('\n');
  for (const [name, { passed, failed, skipped, seconds }] of results) {
    process.stdout.write(`${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${failed === 0 ? 'ok' : 'FAILED'}\n`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  if (total.skipped > 0) process.stdout.write(`${total.skipped} skipped\n`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
