import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: ['tests/support/nodeBuild.ts'],
    environment: 'node',
    testTimeout: 30_000,
    // One fewer than the processors is the default, which leaves a machine of two half idle.
    maxWorkers: '100%',
  },
});
