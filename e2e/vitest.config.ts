import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const longSuite = 'e2e/**/*.long.test.ts';
const long = env['SECONDE_SUITE'] === 'long';

/**
 * Everything that needs a server, a build or a real browser. Two files at a time: each driver has a screen of its own.
 * `*.long.test.ts` is what `npm test` has no time for: `npm run test:long`.
 */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('..', import.meta.url)) } },
  test: {
    include: [long ? longSuite : 'e2e/**/*.test.ts'],
    exclude: long ? [] : [longSuite],
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
