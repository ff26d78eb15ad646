import { defineConfig } from 'vitest/config';

/** Everything that needs a server, a build or a real browser. Two files at a time: each driver has a screen of its own. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
