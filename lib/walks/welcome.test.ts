import { expect, test } from 'vitest';
import { noPolicy, strictestPolicy } from '@/lib/settings/policy';
import { isWelcome } from './welcome';

test.each([
  ['install', noPolicy, true],
  ['update', noPolicy, false],
  ['chrome_update', noPolicy, false],
  ['browser_update', noPolicy, false],
  ['shared_module_update', noPolicy, false],
  ['', noPolicy, false],
  ['install', { ...noPolicy, disable: true }, false],
  ['install', strictestPolicy(['*']), false],
  ['install', { ...noPolicy, requirePassword: true }, true],
] as const)('%s under %o opens a tab: %s', async (reason, policy, opens) => {
  expect(await isWelcome(reason, async () => policy)).toBe(opens);
});
