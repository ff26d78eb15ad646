// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { fail, ok } from '@/lib/errors';
import type { AccountDetails } from '@/lib/messages/account-protocol';
import type { ClockNote } from '@/lib/messages/token-protocol';
import { createFakePort, english, openWorld } from '../app/fake-port';
import { SpeechProvider } from '../ui/speech';
import { AccountView } from './account-view';
import { endOfDay } from './dates-part';

const details: AccountDetails = {
  id: 'a',
  issuer: 'CISSS',
  name: 'alice',
  deviceName: '',
  note: '',
  tags: [],
  knownTags: [],
  pinned: false,
  mark: null,
  confirmed: true,
  createdAtMs: 0,
  otp: { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 },
  sites: [],
  domains: [],
  suggestedSites: [],
  history: [],
  twins: [],
  isProtected: true,
  rehearsal: false,
  counter: null,
  expiresAtMs: null,
  renewalNote: '',
  token: {},
  site: null,
  recoveryCodes: { total: 0, left: 0 },
};
const box = document.createElement('div');
document.body.append(box);
afterEach(() => render(null, box));

/** Does something and lets every answer to it come: they are promises, one after the other. */
const during = (run: () => void) =>
  act(async () => {
    run();
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  });
async function show(change: Partial<AccountDetails>, answers: Parameters<typeof createFakePort>[1] = {}) {
  const fake = createFakePort(openWorld([]), {
    'accounts.details': () => ok({ ...details, ...change }),
    ...answers,
  });
  await during(() =>
    render(
      <SpeechProvider value={english}>
        <AccountView
          accountId="a"
          ask={fake.port.ask}
          tabId={7}
          copy={async () => true}
          onBack={() => undefined}
          onWide={null}
          onOther={() => undefined}
          onRemove={() => undefined}
        />
      </SpeechProvider>,
      box,
    ),
  );
  return fake;
}
const text = () => box.textContent ?? '';
async function press(label: string) {
  const button = [...box.querySelectorAll('button')].find((one) => one.textContent?.trim() === label);
  await during(() => button?.click());
}
async function type(label: string, value: string) {
  const field = [...box.querySelectorAll('label')].find((one) => one.textContent === label);
  const input = document.getElementById(field?.htmlFor ?? '') as HTMLInputElement;
  await act(() => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return input;
}
async function submit(input: HTMLInputElement) {
  await during(() => input.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
}
const sent = (fake: Awaited<ReturnType<typeof show>>, wanted: string) =>
  fake.asked.filter(({ name }) => name === wanted).map(({ request }) => request);

test('saves the day it ends, to its last second, with a note', async () => {
  const fake = await show({}, { 'accounts.dates': () => ok({ changedAtMs: 7 }) });
  await type('What to do then', 'Call 4521.');
  await submit(await type('Expires on', '2026-12-01'));
  expect(sent(fake, 'accounts.dates')).toEqual([
    { accountId: 'a', expiresAtMs: new Date(2026, 11, 1, 23, 59, 59).getTime(), renewalNote: 'Call 4521.' },
  ]);
  expect(text()).toContain('Saved.');
  await press('Undo');
  expect(sent(fake, 'account.put-back')).toEqual([{ accountId: 'a', changedAtMs: 7, grant: null }]);
});

test('keeps the hour that an issuer’s file gave, and takes the date away when asked', async () => {
  const expiresAtMs = new Date(2026, 11, 1, 8, 30).getTime();
  const fake = await show({ expiresAtMs }, { 'accounts.dates': () => ok({ changedAtMs: 7 }) });
  await submit(await type('Expires on', '2026-12-01'));
  await press('Remove the date');
  expect(sent(fake, 'accounts.dates')).toMatchObject([{ expiresAtMs }, { expiresAtMs: null }]);
});

test('reads a day as the end of it, and nothing as none', () => {
  expect(endOfDay('')).toBeNull();
  expect(endOfDay('2026-02-30x')).toBeNull();
  expect(new Date(endOfDay('2026-12-01') ?? 0).getHours()).toBe(23);
});

test('finds a counter by a code, and moves it forward', async () => {
  const fake = await show(
    { counter: 12 },
    { 'counter.find': () => ok({ kind: 'found', counter: 58, moves: 'forward' }) },
  );
  await type('The code right after it, if you have it', '654 321');
  await submit(await type('A code from your other device, or from the service centre', '123 456'));
  expect(sent(fake, 'counter.find')).toEqual([{ accountId: 'a', codes: ['123456', '654321'] }]);
  expect(text()).toContain('The next code will be number 58.');
  await press('Continue from there');
  expect(sent(fake, 'counter.set')).toEqual([{ accountId: 'a', counter: 58, back: false }]);
});

test('goes back only when the person says so', async () => {
  const set = vi.fn(({ back }: { back: boolean }) => (back ? ok(null) : fail('counter-back')));
  await show({ counter: 12 }, { 'counter.set': set as never });
  await submit(await type('Or set the number of the next code', '3'));
  expect(text()).toContain('That is lower than now');
  expect(set).toHaveBeenCalledTimes(1);
  await press('Go back anyway');
  expect(set).toHaveBeenLastCalledWith({ accountId: 'a', counter: 3, back: true });
});

test.each([
  ['ambiguous', 'could be in two places'],
  ['none', 'not among the thousand codes'],
] as const)('says when a code is %s', async (kind, sentence) => {
  await show({ counter: 12 }, { 'counter.find': () => ok({ kind }) });
  await submit(await type('A code from your other device, or from the service centre', '123456'));
  expect(text()).toContain(sentence);
});

const ahead: ClockNote = {
  kind: 'known',
  host: 'id.example.ca',
  offsetMs: -47_300,
  adjustedMs: null,
  notable: true,
  tooFar: false,
};

test('asks the site for its time when told to, says it in seconds, and follows it with a yes', async () => {
  const fake = await show(
    { site: { host: 'id.example.ca', adjustedMs: null } },
    { 'clock.check': () => ok(ahead) },
  );
  expect(sent(fake, 'clock.check')).toEqual([]);
  await press('Check the clock');
  expect(text()).toContain('This computer’s clock is 47 seconds ahead of id.example.ca.');
  await press('Adjust for this site');
  expect(sent(fake, 'clock.adjust')).toEqual([{ tabId: 7, on: true }]);
});

test.each<[string, ClockNote, string]>([
  ['cannot be read', { kind: 'unknown', host: 'id.example.ca' }, 'could not be read'],
  ['agrees', { ...ahead, offsetMs: 200, notable: false }, 'agrees with id.example.ca'],
  ['is days away', { ...ahead, offsetMs: 3e8, tooFar: true }, 'more than a day'],
])('offers nothing to adjust where the clock %s', async (_, note, sentence) => {
  await show({ site: { host: 'id.example.ca', adjustedMs: null } }, { 'clock.check': () => ok(note) });
  await press('Check the clock');
  expect(text()).toContain(sentence);
  expect(text()).not.toContain('Adjust for this site');
});

test('stops adjusting', async () => {
  const fake = await show({ site: { host: 'id.example.ca', adjustedMs: -47_000 } });
  expect(text()).toContain('Codes for id.example.ca are adjusted by 47 seconds.');
  await press('Stop adjusting');
  expect(sent(fake, 'clock.forget')).toEqual([{ host: 'id.example.ca' }]);
});

test('says what the issuer’s file said', async () => {
  await show({ token: { manufacturer: 'Feitian', serial: '77', pin: true } });
  expect(text()).toContain('Manufacturer: Feitian');
  expect(text()).toContain('Serial number: 77');
  expect(text()).toContain('asks for a PIN');
});
