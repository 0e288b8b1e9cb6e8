import { defineConfig } from '@playwright/test';
import type { HostOptions } from './e2e/fixtures';

/** Every journey runs twice, against what `npm run build` left in out/: once in each window Lectern has. */
export default defineConfig<object, HostOptions>({
  testDir: 'e2e/journeys',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  projects: [
    { name: 'electron', use: { host: 'electron' } },
    { name: 'browser', use: { host: 'browser' } },
  ],
});
