import { defineConfig } from 'vitest/config';

/** Everything that needs a server, a build or a real browser. Two files at a time: each driver has a screen of its own. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    maxWorkers: 2,
    // A real mouse in a busy machine's menus misses now and then; a second miss is a failure. Vitest tells of each retry.
    retry: 1,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
