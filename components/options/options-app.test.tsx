// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { ok } from '@/lib/errors';
import { createFakePort, accountRow, later, openWorld, type World } from '../app/fake-port';
import { createFakeSecurity } from './fake-security';
import { unlockForm } from '../app/later';
import * as views from './later';
import { OptionsApp } from './options-app';

afterEach(() => act(() => render(null, document.body)));

async function open(world: World, address = '', answers: Parameters<typeof createFakePort>[1] = {}) {
  location.hash = address;
  const fake = createFakePort(world, answers);
  await act(async () => {
    render(
      <OptionsApp
        port={fake.port}
        first={fake.first}
        later={later}
        version="1.2.3"
        browser="Firefox 140, Linux"
        security={createFakeSecurity()}
        askToSaveFiles={() => Promise.resolve(true)}
      />,
      document.body,
    );
  });
  return fake;
}

async function choose(row: string, value: string) {
  const select = document.querySelector<HTMLSelectElement>(`${row} select`);
  if (!select) throw new RangeError('"select" expected');
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** As a click on a link of the list does it. */
async function goTo(address: string) {
  await act(async () => {
    location.hash = address;
    dispatchEvent(new Event('hashchange'));
  });
}
const shown = () => document.querySelector('.options-section:not([hidden])')?.id;
const text = () => document.body.textContent ?? '';

test('each setting is sent as soon as it is changed', async () => {
  const { asked } = await open(openWorld([accountRow(0)]));
  await choose('#lock-after', '');
  await goTo('#language');
  await choose('#language', 'fr');
  await goTo('#sites');
  await act(async () => document.querySelector<HTMLElement>('#enrolment input')?.click());
  const changes = asked.filter(({ name }) => name === 'settings.change').map(({ request }) => request);
  expect(changes).toEqual([
    { change: { lockAfterMinutes: null } },
    { change: { language: 'fr' } },
    { change: { fillAtEnrolment: false } },
  ]);
});

test('“the browser’s language” is no choice of one', async () => {
  const { asked } = await open(openWorld([accountRow(0)]), '#appearance');
  await choose('#language', '');
  expect(asked).toContainEqual({ name: 'settings.change', request: { change: { language: null } } });
});

test('says the version, and asks for a password while there is none', async () => {
  const world = openWorld([accountRow(0)]);
  world.vault = { kind: 'open', protected: false, accounts: 1 };
  await open(world);
  expect(text()).toContain('Not protected yet');
  expect(document.querySelector('.primary')?.textContent).toBe('Set a password');
  await goTo('#about');
  expect(text()).toContain('Version 1.2.3');
});

test('a locked vault offers no copy and no change of password', async () => {
  await open({ rows: [], card: null, vault: { kind: 'locked' } });
  expect(text()).toContain('The vault is locked.');
  expect(document.querySelector('input[autocomplete=new-password]')).toBeNull();
  await unlockForm.load();
  await goTo('#backup');
  expect(document.querySelector('#copy input[type=password]')?.getAttribute('autocomplete')).toBe(
    'current-password',
  );
  expect(text()).not.toContain('Save the copy');
});

test('an address leads to its section, and one of a row to the row in it', async () => {
  await open(openWorld([accountRow(0)]), '#backup');
  expect(shown()).toBe('backup');
  expect(document.title).toBe('Seconde – Backup and recovery');
  expect(document.activeElement?.textContent).toBe('Backup and recovery');
  await goTo('#lock-idle');
  expect(shown()).toBe('security');
  expect(document.querySelector('[data-found]')?.id).toBe('lock-idle');
  expect(document.activeElement?.tagName).toBe('SELECT');
});

test('an address that names nothing leads to the first section, and nothing is marked', async () => {
  await open(openWorld([]), '#nothing-of-ours');
  expect(shown()).toBe('security');
  expect(document.querySelector('[data-found]')).toBeNull();
});

test('a row that is not there for now leads to the card it would stand in', async () => {
  await open({ rows: [], card: null, vault: { kind: 'locked' } }, '#way-recovery');
  expect(document.querySelector('[data-found]')?.id).toBe('ways');
});

test('what was begun in a section is still there after a look at another', async () => {
  await open(openWorld([accountRow(0)]), '#security');
  const select = document.querySelector('#lock-after select');
  await goTo('#about');
  expect(shown()).toBe('about');
  await goTo('#security');
  expect(document.querySelector('#lock-after select')).toBe(select);
});

async function search(query: string) {
  const input = document.querySelector<HTMLInputElement>('input[type=search]');
  if (!input) throw new TypeError('a search field expected');
  await act(async () => {
    input.value = query;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return {
    input,
    found: [...document.querySelectorAll('.found-list a')].map((link) => link.getAttribute('href')),
  };
}

test('settings are found by other words for them, in both languages, accents forgiven', async () => {
  await open(openWorld([accountRow(0)]));
  expect((await search('pressé-papier')).found).toEqual(['#clipboard']);
  expect((await search('corbeille')).found).toEqual(['#trash']);
  expect((await search('timeout')).found).toContain('#lock-after');
  expect((await search('verrouill ecran')).found).toContain('#lock-screen');
  expect((await search('empreinte')).found).toEqual(['#way-passkeys']);
  expect((await search('zzz')).found).toEqual([]);
  expect(document.querySelector('header [role=status]')?.textContent).toContain('No setting of that name');
});

test('Enter leads to the first setting found, Escape brings the sections back', async () => {
  await open(openWorld([accountRow(0)]));
  const { input } = await search('language');
  await act(
    async () => void input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })),
  );
  await goTo(location.hash);
  expect(shown()).toBe('appearance');
  await act(
    async () => void input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
  );
  expect(input.value).toBe('');
  expect(document.querySelectorAll('.section-list a')).toHaveLength(6);
});

async function press(name: string) {
  const button = [...document.querySelectorAll<HTMLElement>('button')].find((one) =>
    [one.textContent, one.ariaLabel].includes(name),
  );
  if (!button) throw new RangeError(`button "${name}" expected in: ${text()}`);
  await act(async () => button.click());
}
const bar = () => document.querySelector('.undo-bar [role=status]')?.textContent ?? '';

test('each change can be undone, several steps back, and what was done is said', async () => {
  const world = openWorld([accountRow(0)]);
  const { asked } = await open(world, '#lock');
  expect(bar()).toBe('');
  await choose('#lock-after', '60');
  await choose('#lock-idle', '5');
  expect(bar()).toBe('“Also lock when nobody uses the computer” was changed.');
  await press('Undo');
  expect(bar()).toBe(
    '“Also lock when nobody uses the computer” is as it was before. 1 change can still be undone.',
  );
  await press('Undo');
  expect(bar()).toBe('“Lock after” is as it was before.');
  expect(document.querySelector('.undo-bar')?.textContent).not.toContain('Undo');
  const changes = asked.filter(({ name }) => name === 'settings.change').map(({ request }) => request);
  expect(changes.slice(2)).toEqual([
    { change: { lockWhenIdleMinutes: null } },
    { change: { lockAfterMinutes: 15 } },
  ]);
});

test('Ctrl+Z undoes a setting, and not while a word is typed', async () => {
  const { asked } = await open(openWorld([accountRow(0)]), '#lock');
  await choose('#lock-after', '60');
  const undoKey = () => new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true });
  const { input } = await search('lock');
  await act(async () => void input.dispatchEvent(undoKey()));
  expect(asked.at(-1)?.request).not.toEqual({ change: { lockAfterMinutes: 15 } });
  await act(async () => void document.body.dispatchEvent(undoKey()));
  expect(asked.filter(({ name }) => name === 'settings.change').at(-1)?.request).toEqual({
    change: { lockAfterMinutes: 15 },
  });
});

test('light or dark is chosen at once', async () => {
  const { asked } = await open(openWorld([accountRow(0)]), '#look');
  await act(async () => document.querySelector<HTMLElement>('#look input[value=dark]')?.click());
  expect(asked).toContainEqual({ name: 'settings.change', request: { change: { appearance: 'dark' } } });
});

test('what the organisation has set is said above every section, with what cannot be read', async () => {
  const rules = {
    disable: false,
    requirePassword: true,
    forbidUnattendedFill: true,
    unreadable: ['requirePassword'],
  };
  await open(openWorld([accountRow(0)]), '#about', { 'policy.read': () => ok(rules) });
  expect(document.querySelector('#rules')?.textContent).toBe(
    'Set by your organizationThe vault must have a password.No code is entered without your asking for it.This cannot be read: requirePassword. Until it is corrected, the strictest rule applies.',
  );
});

test('turned off by the organisation, it offers ways out and no way in', async () => {
  const off = { disable: true, requirePassword: false, forbidUnattendedFill: false, unreadable: [] };
  const ids = () =>
    [...document.querySelectorAll('.options-section:not([hidden]) section[id]')].map(({ id }) => id);
  await open(openWorld([accountRow(0)]), '#transfer', { 'policy.read': () => ok(off) });
  await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
  expect(ids()).toEqual(['export']);
  await goTo('#backup');
  await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
  expect(ids()).toContain('copy');
  expect(ids()).toContain('leave');
  for (const id of ['restore', 'trash']) expect(ids()).not.toContain(id);
});

test('the support screen says what can be told, and its report is the same, without an account or a site in it', async () => {
  const world = openWorld([accountRow(0, { issuer: 'Omnivox', name: 'rosalie@exemple.test' })]);
  await views.support.load();
  const { port } = await open(world, '#support');
  await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
  expect(text()).toContain('Never tell anyone a code, a key or your recovery kit.');
  const lines = [...document.querySelectorAll('.support-lines > div')].map((line) =>
    [...line.children].map((cell) => cell.textContent).join(': '),
  );
  expect(lines).toEqual([
    'Version: 1.2.3',
    'Browser: Firefox 140, Linux',
    'Vault: Open, protected',
    'Ways to open it: Password, recovery code, 1 passkey',
    'Accounts: 3',
    'Last tested copy: November 21, 2026, 2 changes since, automatic copies off',
    'Clock: 47 seconds ahead',
    'Organization’s rules: None',
  ]);
  await press('Copy this report');
  const report = vi.mocked(port.copy).mock.calls[0]?.[0] ?? '';
  for (const line of lines) expect(report).toContain(line);
  expect(report).not.toMatch(/Omnivox|rosalie|exemple|https?:/);
  expect(text()).toContain('Copied.');
});
