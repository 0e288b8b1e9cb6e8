import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 30_000,
    // One fewer than the processors is the default, which leaves a machine of two half idle.
    maxWorkers: '100%',
    projects: [
      // The tests beside the source share the modules that they load: to load them anew for each file is half of the work.
      { extends: true, test: { name: 'source', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], isolate: false } },
      { extends: true, test: { name: 'whole', include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'], globalSetup: ['tests/support/nodeBuild.ts'] } },
    ],
  },
});
