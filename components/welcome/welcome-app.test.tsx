// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fail, ok } from '@/lib/errors';
import type { MessageName } from '@/lib/messages/protocol';
import { timedCode } from '@/lib/otp/code';
import { rehearsalSecret } from '@/lib/otp/rehearsal';
import { createFakePort, english, later, openWorld } from '../app/fake-port';
import { WelcomeApp, type WelcomePort } from './welcome-app';

const secret = rehearsalSecret(new Uint8Array(10));
const otp = { kind: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
const { t } = english;

let accountId: string | null;
let onToolbar: boolean | null;
beforeEach(() => {
  accountId = null;
  onToolbar = null;
});
afterEach(() => {
  vi.useRealTimers();
  return act(() => render(null, document.body));
});

async function open(step = 0, answers: Partial<Record<MessageName, () => unknown>> = {}) {
  const fake = createFakePort(openWorld([]), {
    'rehearsal.find': () => ok({ accountId }),
    'rehearsal.clear': () => {
      accountId = null;
      return ok({ removed: 1 });
    },
    ...(answers as object),
  });
  const port: WelcomePort = {
    ...fake.port,
    browser: 'chromium',
    isOnToolbar: async () => onToolbar,
    random: (length) => new Uint8Array(length),
  };
  await act(async () => {
    render(<WelcomeApp port={port} first={fake.first} later={later} step={step} />, document.body);
  });
  await settle();
  return fake;
}
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 5)));
const text = () => document.body.textContent ?? '';
async function press(label: string) {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent === label);
  if (!button) throw new TypeError(`no button "${label}"`);
  await act(async () => button.click());
  await settle();
}
async function typeCode(code: string) {
  const input = document.querySelector('input');
  if (!input) throw new TypeError('a field expected');
  await act(async () => {
    input.value = code;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    input.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  await settle();
}

test('answers what people ask, on three screens, each reached by Next and left by Back', async () => {
  const fake = await open();
  for (const question of [t('welNoPhone'), t('welMicrosoft')]) expect(text()).toContain(question);
  await press(t('welNext'));
  for (const question of [t('welTwo'), t('welShared'), t('welLost')]) expect(text()).toContain(question);
  expect(document.activeElement?.textContent).toBe(t('welSecondTitle'));
  await press(t('welNext'));
  expect(text()).toContain(t('welThirdTitle'));
  await press(t('back'));
  expect(text()).toContain(t('welSecondTitle'));
  await press(t('welSkip'));
  expect(fake.port.close).toHaveBeenCalledTimes(1);
});

test('says where the button is only while it is put away', async () => {
  onToolbar = false;
  await open();
  expect(text()).toContain(t('welPinChromium'));
  onToolbar = true;
  await vi.waitFor(() => expect(text()).toContain(t('welPinned')), 4000);
});

test.each([null, true])('says nothing of the button where it is %j', async (state) => {
  onToolbar = state;
  await open();
  expect(text()).not.toContain(t('welPinTitle'));
  expect(text()).not.toContain(t('welPinned'));
});

describe('the rehearsal', () => {
  test('takes the code of the account once it was added, and tells Seconde', async () => {
    const fake = await open(2);
    expect(document.querySelector('svg.rehearsal-qr path')).not.toBeNull();
    await typeCode('000000');
    expect(text()).toContain(t('welTryNotAdded'));
    accountId = 'x';
    fake.changed();
    await settle();
    await typeCode('000000');
    expect(text()).toContain(t('welTryWrong'));
    await typeCode(timedCode(otp, Date.now()).code);
    expect(text()).toContain(t('welTryRight'));
    expect(fake.asked).toContainEqual({ name: 'rehearsal.done', request: { tabId: 7, secret } });
  });

  test('is taken away by one press', async () => {
    accountId = 'x';
    await open(2);
    expect(text()).toContain(t('welTryAdded'));
    await press(t('welTryRemove'));
    expect(text()).toContain(t('welTryRemoved'));
    expect(text()).not.toContain(t('welTryRemove'));
  });

  test('is added without a right-click too, unless the vault is locked', async () => {
    const fake = await open(2);
    await press(t('welTryForMe'));
    expect(fake.asked.filter(({ name }) => name === 'enrol.texts')).toMatchObject([
      { request: { tabId: 7, fromPicture: false, text: expect.stringContaining(secret) } },
    ]);
    await open(2, { 'rehearsal.find': () => fail('vault-locked') });
    await press(t('welTryForMe'));
    expect(text()).toContain(t('welTryLocked'));
  });
});
