// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ok } from '@/lib/errors';
import { createFakePort, later, openWorld } from '../app/fake-port';
import { TokenApp } from './token-app';

const box = document.createElement('div');
document.body.append(box);
afterEach(() => render(null, box));

async function show(answers: Parameters<typeof createFakePort>[1] = {}) {
  const fake = createFakePort(openWorld([]), answers);
  await act(async () => {
    render(<TokenApp port={fake.port} first={fake.first} later={later} />, box);
    await Promise.resolve();
  });
  return fake;
}
const text = () => box.textContent ?? '';
const button = (label: RegExp) =>
  [...box.querySelectorAll('button')].find((one) => label.test(one.textContent ?? ''));
const press = (label: RegExp) =>
  act(async () => {
    button(label)?.click();
    await new Promise((resolve) => setTimeout(resolve));
  });
const type = (field: Element | null, value: string) =>
  act(() => {
    (field as HTMLInputElement).value = value;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
const submit = (form: Element | null) =>
  act(async () => {
    form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
  });

test('says first what works without a phone, then why, then the request, then the countdown', async () => {
  await show();
  const titles = [...box.querySelectorAll('h2, h3')].map((title) => title.textContent);
  expect(titles.slice(0, 5)).toEqual([
    'Without a phone',
    'If your token still works: renew it before its date',
    'Ask for CA Desktop OTP',
    'Or ask for a standard token',
    'Why Seconde cannot activate it',
  ]);
});

test('has nowhere to type an activation code, and asks for none in the request', async () => {
  const { asked } = await show();
  const fields = [...box.querySelectorAll('input')].map((input) => input.type);
  expect(fields).toEqual(['date', 'datetime-local']);
  expect(box.querySelector('textarea')?.value).toMatch(/PSKC/);
  expect(box.querySelector('textarea')?.value).not.toMatch(/activation/i);
  expect(asked.map(({ name }) => name)).toEqual([]);
});

test('copies the request as the person left it', async () => {
  const { port } = await show();
  await type(box.querySelector('textarea'), 'Hello, Marie.');
  await press(/Copy the request/);
  expect(port.copy).toHaveBeenCalledWith('Hello, Marie.');
  expect(text()).toContain('Copied.');
});

test('keeps the end of the token as a reminder without a code', async () => {
  const remind = vi.fn(() => ok({ accountId: 'r' }));
  await show({ 'accounts.remind': remind });
  await type(box.querySelector('input[type=date]'), '2026-12-01');
  await submit(box.querySelector('ol form'));
  expect(remind).toHaveBeenCalledWith(
    expect.objectContaining({
      issuer: 'Virtual token',
      expiresAtMs: new Date(2026, 11, 1, 23, 59, 59).getTime(),
    }),
  );
  expect(text()).toContain('Seconde will remind you before');
});

test('counts 72 hours from when the code came', async () => {
  const remind = vi.fn(() => ok({ accountId: 'r' }));
  await show({ 'accounts.remind': remind });
  expect(text()).toMatch(/7[12] h \d+ min left/);
  const given = new Date(Date.now() - 70 * 3_600_000);
  await type(
    box.querySelector('input[type=datetime-local]'),
    new Date(given.getTime() - given.getTimezoneOffset() * 60_000).toISOString().slice(0, 16),
  );
  expect(text()).toMatch(/[12] h \d+ min left/);
  await press(/^Remind me$/);
  const buttons = [...box.querySelectorAll('#countdown button')] as HTMLButtonElement[];
  await act(async () => {
    buttons[0]?.click();
    await new Promise((resolve) => setTimeout(resolve));
  });
  const [[sent]] = remind.mock.calls as unknown as [[{ expiresAtMs: number }]];
  expect(Math.abs(sent.expiresAtMs - (given.getTime() + 72 * 3_600_000))).toBeLessThan(61_000);
  await type(box.querySelector('input[type=datetime-local]'), '2026-01-01T10:00');
  expect(text()).toContain('It expired on');
});

test('has the one door for the file of an issuer', async () => {
  const { port } = await show();
  await press(/^Bring in from a file/);
  expect(port.openPage).toHaveBeenCalledWith('import.html');
});
