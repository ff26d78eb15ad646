import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const suites: Readonly<Record<string, string>> = {
  long: 'e2e/**/*.long.test.ts',
  screens: 'e2e/**/*.screens.test.ts',
};
const chosen = suites[env['SECONDE_SUITE'] ?? ''];

/**
 * Everything that needs a server, a build or a real browser. Two files at a time: each driver has a screen of its own.
 * `*.long.test.ts` is what `npm test` has no time for: `npm run test:long`; `*.screens.test.ts`, every state in every look, is
 * for after a change to what people see: `npm run test:screens`.
 */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('..', import.meta.url)) } },
  test: {
    include: [chosen ?? 'e2e/**/*.test.ts'],
    exclude: chosen ? [] : Object.values(suites),
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
