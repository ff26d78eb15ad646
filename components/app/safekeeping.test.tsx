// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '@/lib/errors';
import type { SafetyNotice } from '@/lib/messages/backup-protocol';
import { App } from './app';
import { accountRow, createFakePort, later, openWorld, type World } from './fake-port';
import * as views from './later';

beforeEach(() => Promise.all([views.rowMenu.load(), views.belowList.load(), views.unusable.load()]));
afterEach(() => act(() => render(null, document.body)));

async function settle(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
}
async function open(world: World, safety?: SafetyNotice) {
  const plain = createFakePort(world);
  const first = plain.first.glance;
  const seen = first.ok && safety ? ok({ ...first.value, safety }) : first;
  const fake = createFakePort(world, { glance: () => seen });
  await act(async () => {
    render(<App port={fake.port} first={{ ...fake.first, glance: seen }} later={later} />, document.body);
  });
  await settle();
  return fake;
}
async function click(text: string) {
  const found = [...document.querySelectorAll('button')].find(
    (button) => button.textContent === text || button.getAttribute('aria-label') === text,
  );
  if (!found) throw new RangeError(`button "${text}" expected in: ${document.body.textContent}`);
  await act(async () => found.click());
  await settle();
}
const quiet: SafetyNotice = { reminder: 'none', automaticFailed: false, offerKit: false };

test('an account is taken out from its row, and can be put back right away', async () => {
  const { asked } = await open(openWorld([accountRow(0), accountRow(1)]));
  await vi.waitFor(() => expect(document.querySelectorAll('.row-more')).toHaveLength(2));
  await click('More about Issuer 1');
  expect(asked.map(({ name }) => name)).not.toContain('accounts.remove');
  await click('Remove from Seconde');
  expect(asked).toContainEqual({ name: 'accounts.remove', request: { accountId: 'id-1' } });
  expect(document.querySelector('.below')?.textContent).toContain('Issuer 1 is in the trash for 30 days.');
  await click('Put it back');
  expect(asked).toContainEqual({ name: 'trash.restore', request: { accountId: 'id-1' } });
});

test('the menu of a row closes without a trace, and the keyboard opens it', async () => {
  const { names } = await open(openWorld([accountRow(0)]));
  const row = document.querySelector<HTMLElement>('[data-row="id-0"]');
  row?.focus();
  await act(async () => {
    row?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, cancelable: true }));
  });
  await settle();
  await click('Cancel');
  expect(document.querySelector('[data-row="id-0"]')).not.toBeNull();
  expect(names()).not.toContain('accounts.remove');
});

test('a copy is spoken of below the codes, and not for a week after “not this week”', async () => {
  const { asked, port } = await open(openWorld([accountRow(0)]), { ...quiet, reminder: 'first' });
  expect(document.querySelector('.below')?.textContent).toContain('only on this computer');
  await click('Save a copy');
  expect(port.openPage).toHaveBeenCalledExactlyOnceWith('options.html#backup');
  await click('Not this week');
  expect(asked).toContainEqual({ name: 'backup.not-now', request: null });
});

test('nothing is said while there is nothing to say, nor before there is a password', async () => {
  await open(openWorld([accountRow(0)]), quiet);
  expect(document.querySelector('.below')).toBeNull();
  const world = openWorld([accountRow(0)]);
  world.vault = { kind: 'open', protected: false, accounts: 1 };
  await act(() => render(null, document.body));
  await open(world, { ...quiet, reminder: 'first' });
  expect(document.querySelector('.below')).toBeNull();
});

test('a vault that cannot be used leads to the recovery page', async () => {
  const { port } = await open({
    rows: [],
    card: null,
    vault: { kind: 'unusable', failure: { code: 'vault-damaged' } },
  });
  await click('Open the recovery page');
  expect(port.openPage).toHaveBeenCalledExactlyOnceWith('recovery.html');
});
