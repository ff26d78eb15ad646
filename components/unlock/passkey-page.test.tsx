// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '@/lib/errors';
import type { PasskeyOpening } from '@/lib/messages/security-protocol';
import { createFakePort, later } from '../app/fake-port';
import { PasskeyPage } from './passkey-page';

afterEach(() => act(() => render(null, document.body)));

const way = { credentialId: 'AQID', rpId: 'abc', prfSalt: 's', label: 'Laptop' };
const given = { credentialId: 'AQID', prf: 'p' };

async function open(answers: Result<PasskeyOpening>[], ways = [way], kind: 'locked' | 'open' = 'locked') {
  const vault = kind === 'locked' ? { kind } : { kind, protected: true, accounts: 1 };
  const fake = createFakePort({ rows: [], card: null, vault }, { 'vault.passkeys': () => ok(ways) });
  const askPasskey = vi.fn(() => Promise.resolve(answers.shift() ?? fail('internal')));
  const page = <PasskeyPage port={fake.port} first={fake.first} later={later} askPasskey={askPasskey} />;
  await act(async () => render(page, document.body));
  await act(async () => new Promise((resolve) => setTimeout(resolve, 0)));
  return { ...fake, askPasskey };
}
const text = () => document.body.textContent;

test('asks at once, opens the vault with the answer, and closes itself', async () => {
  const { asked, askPasskey, port } = await open([ok(given)]);
  expect(askPasskey).toHaveBeenCalledWith([way]);
  expect(asked).toContainEqual({ name: 'vault.unlock-passkey', request: given });
  expect(port.close).toHaveBeenCalled();
});

test('stays with a way to try again when the person did not answer', async () => {
  const { port, names } = await open([fail('passkey-cancelled'), ok(given)]);
  expect(document.querySelector('[role=alert]')?.textContent).toContain('was not given');
  expect([names().includes('vault.unlock-passkey'), vi.mocked(port.close).mock.calls.length]).toEqual([
    false,
    0,
  ]);
  await act(async () => document.querySelector<HTMLElement>('button.primary')?.click());
  await act(async () => new Promise((resolve) => setTimeout(resolve, 0)));
  expect(port.close).toHaveBeenCalled();
});

test('says so where the vault has no passkey here, and where it is open already', async () => {
  const { askPasskey } = await open([], []);
  expect(text()).toContain('no passkey in this browser');
  expect(askPasskey).not.toHaveBeenCalled();
  act(() => render(null, document.body));
  const opened = await open([], [way], 'open');
  expect(text()).toContain('The vault is open.');
  expect(opened.askPasskey).not.toHaveBeenCalled();
});
