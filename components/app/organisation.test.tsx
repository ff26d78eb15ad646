// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { App } from './app';
import { accountRow, createFakePort, later, openWorld, type World } from './fake-port';
import * as views from './later';

afterEach(() => act(() => render(null, document.body)));

async function open(world: World) {
  const fake = createFakePort(world);
  await Promise.all([views.unusable.load(), views.protect.load(), views.card.load()]);
  await act(async () => render(<App port={fake.port} first={fake.first} later={later} />, document.body));
  return fake;
}
const text = () => document.body.textContent ?? '';

test('turned off by the organisation, the popup says so, even over a card, and leads to taking accounts out', async () => {
  const { port } = await open({
    rows: [],
    card: { kind: 'failed', failure: { code: 'organisation-disabled' } },
    vault: { kind: 'unusable', failure: { code: 'organisation-disabled' } },
  });
  expect(text()).toContain('Seconde is turned off here');
  expect(text()).toContain('(S-801)');
  expect(text()).not.toContain('Try again');
  expect(document.querySelector('footer')).toBeNull();
  const [out] = [...document.querySelectorAll<HTMLElement>('main button.primary')];
  await act(async () => out?.click());
  expect(port.openPage).toHaveBeenCalledWith('options.html#backup');
});

test('a password that the organisation requires comes before the list, and not later', async () => {
  const world = openWorld([accountRow(0)]);
  world.vault = { kind: 'open', protected: false, accounts: 1, mustProtect: true };
  await open(world);
  expect(text()).toContain('Your organization asks for a password');
  expect(document.querySelectorAll('input[autocomplete=new-password]')).toHaveLength(2);
  expect(text()).not.toContain('Issuer 0');
  expect(text()).not.toContain('Later');
});
