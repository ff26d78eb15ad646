import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Pure rooms and the fake browser. Real browsers have their own configuration, e2e/vitest.config.ts. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['{lib,components,entrypoints,tests,scripts,bench}/**/*.test.{ts,tsx}'],
    sequence: { shuffle: true },
    // As the browsers have it; without, what is read by the browser itself would not be tested.
    execArgv: ['--js-base-64'],
    testTimeout: 20_000,
  },
});
