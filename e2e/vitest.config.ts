import { defineConfig } from 'vitest/config';

/** Everything that needs a server, a build or a real browser. One file at a time: they share the machine's browsers. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
