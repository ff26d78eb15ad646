// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { createFakePort, accountRow, later, openWorld, type World } from '../app/fake-port';
import { createFakeSecurity } from './fake-security';
import { OptionsApp } from './options-app';

afterEach(() => act(() => render(null, document.body)));

async function open(world: World) {
  const fake = createFakePort(world);
  await act(async () => {
    render(
      <OptionsApp
        port={fake.port}
        first={fake.first}
        later={later}
        version="1.2.3"
        security={createFakeSecurity()}
        askToSaveFiles={() => Promise.resolve(true)}
      />,
      document.body,
    );
  });
  return fake;
}

async function choose(index: number, value: string) {
  const select = document.querySelectorAll('select')[index];
  if (!select) throw new RangeError('"select" expected');
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

test('each setting is sent as soon as it is changed', async () => {
  const { asked } = await open(openWorld([accountRow(0)]));
  await choose(0, 'fr');
  await choose(1, '');
  await act(async () => document.querySelector<HTMLElement>('input[type=checkbox]')?.click());
  const changes = asked.filter(({ name }) => name === 'settings.change').map(({ request }) => request);
  expect(changes).toEqual([
    { change: { language: 'fr' } },
    { change: { lockAfterMinutes: null } },
    { change: { fillAtEnrolment: false } },
  ]);
});

test('“the browser’s language” is no choice of one', async () => {
  const { asked } = await open(openWorld([accountRow(0)]));
  await choose(0, '');
  expect(asked).toContainEqual({ name: 'settings.change', request: { change: { language: null } } });
});

test('says the version, and asks for a password while there is none', async () => {
  const world = openWorld([accountRow(0)]);
  world.vault = { kind: 'open', protected: false, accounts: 1 };
  await open(world);
  expect(document.body.textContent).toContain('Version 1.2.3');
  expect(document.body.textContent).toContain('Not protected yet');
  expect(document.querySelector('.primary')?.textContent).toBe('Set a password');
});

test('a locked vault offers no copy and no change of password', async () => {
  await open({ rows: [], card: null, vault: { kind: 'locked' } });
  expect(document.body.textContent).toContain('The vault is locked.');
  expect(document.querySelector('input[autocomplete=new-password]')).toBeNull();
  expect(document.body.textContent).not.toContain('Backup copy');
});
