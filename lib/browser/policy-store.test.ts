import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noPolicy } from '@/lib/settings/policy';

async function storeWith(get: () => Promise<unknown>) {
  vi.resetModules();
  Object.assign(browser.storage, { managed: { get } });
  return import('./policy-store');
}

beforeEach(() => fakeBrowser.reset());

it('reads what was set', async () => {
  const { readPolicy } = await storeWith(() => Promise.resolve({ requirePassword: true }));
  expect(await readPolicy()).toEqual({ ...noPolicy, requirePassword: true });
});

it('takes Firefox’s refusal where nothing was set for nothing', async () => {
  const { readPolicy } = await storeWith(() =>
    Promise.reject(new Error('Managed storage manifest not found')),
  );
  expect(await readPolicy()).toEqual(noPolicy);
});

it('takes any other refusal for the strictest rules', async () => {
  const { readPolicy } = await storeWith(() => Promise.reject(new Error('An unexpected error occurred')));
  expect(await readPolicy()).toMatchObject({ disable: true, unreadable: ['*'] });
});

it('has no rules where the browser knows no managed storage', async () => {
  vi.resetModules();
  Object.assign(browser.storage, { managed: undefined });
  const { readPolicy } = await import('./policy-store');
  expect(await readPolicy()).toEqual(noPolicy);
});

it('reads again when the browser says that rules changed, and not when something else did', async () => {
  let set: unknown = {};
  const heard: ((changes: object, area: string) => void)[] = [];
  vi.spyOn(browser.storage.onChanged, 'addListener').mockImplementation((listener) => {
    heard.push(listener as (typeof heard)[number]);
  });
  const { readPolicy, onPolicyChange } = await storeWith(() => Promise.resolve(set));
  const told = vi.fn();
  onPolicyChange(told);
  expect((await readPolicy()).disable).toBe(false);
  set = { disable: true };
  for (const listener of heard) listener({}, 'local');
  expect((await readPolicy()).disable).toBe(false);
  for (const listener of heard) listener({}, 'managed');
  expect((await readPolicy()).disable).toBe(true);
  expect(told).toHaveBeenCalledOnce();
});
