// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '@/lib/errors';
import { loadLater } from '@/lib/i18n/catalogue';
import type { MessageName } from '@/lib/messages/protocol';
import { accountRow, backupState, createFakePort, openWorld } from '../app/fake-port';
import { KitApp } from './kit-app';
import { codeLines } from './kit-text';

type Answers = Partial<Record<MessageName, (request: never) => Result<unknown>>>;
const both = { fr: await loadLater('fr'), en: await loadLater('en') };
const code = '7KQ4M-0V3XB-YT8WC-2HDRN-5PJ9E-G6ZSA-1M4KQ-XB0V3';

afterEach(() => act(() => render(null, document.body)));

async function open(ways: ('password' | 'recovery')[], answers: Answers = {}) {
  const fake = createFakePort(openWorld([accountRow(0), accountRow(1)]), {
    'backup.state': () => ok(backupState(2, { ways })),
    'vault.add-recovery-code': () => ok({ code }),
    ...answers,
  });
  const print = vi.fn();
  await act(async () => {
    render(
      <KitApp port={{ ...fake.port, print, askPasskey: null }} first={fake.first} later={both} />,
      document.body,
    );
  });
  await settle();
  return { ...fake, print };
}

const body = () => document.body.textContent ?? '';
/** Answers come, and what they bring is drawn. */
async function settle(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
}
async function click(text: string) {
  const found = [...document.querySelectorAll('button')].find((element) => element.textContent === text);
  if (!found) throw new RangeError(`button "${text}" expected`);
  await act(async () => found.click());
  await settle();
}

test('makes no code before the person says so, and shows it on the page alone', async () => {
  const { names, print, port } = await open(['password']);
  expect(names()).not.toContain('vault.add-recovery-code');
  await click('Make the recovery code');
  expect(names().filter((name) => name === 'vault.add-recovery-code')).toHaveLength(1);
  for (const line of codeLines(code)) expect(body()).toContain(line);
  await click('Print');
  expect(print).toHaveBeenCalledOnce();
  expect(port.download).not.toHaveBeenCalled();
});

test('is in both languages, French first, with the date and the accounts', async () => {
  const { port } = await open(['password']);
  await click('Make the recovery code');
  const sheet = document.querySelector('.kit-sheet')?.textContent ?? '';
  expect(sheet.indexOf('Pour retrouver les comptes')).toBeGreaterThan(0);
  expect(sheet.indexOf('To get the accounts back')).toBeGreaterThan(sheet.indexOf('Pour retrouver'));
  expect(sheet).toContain('2 comptes ce jour-là');
  expect(
    [...document.querySelectorAll('.kit-sheet section')].map((part) => part.getAttribute('lang')),
  ).toEqual(['fr-CA', 'en-CA']);

  await click('Save as plain text');
  const [name, text] = vi.mocked(port.download).mock.calls[0] ?? [];
  expect(name).toMatch(/^seconde-recovery-kit-\d{4}-\d{2}-\d{2}\.txt$/);
  for (const line of codeLines(code)) expect(text).toContain(line);
  expect(text).not.toMatch(/\{\w+\}/);
});

test('makes none for whoever is at an open vault before they have shown that it is them', async () => {
  const password = { id: 'p', type: 'password', label: '', createdAt: 0 };
  const { names } = await open(['password'], {
    'vault.prove': ({ proof }: { proof: { password: string } | null }) =>
      proof === null
        ? ok({ kind: 'asks', ways: [password] })
        : proof.password === 'mine'
          ? ok({ kind: 'proved' })
          : fail('password-wrong'),
  });
  expect(body()).toContain('show that it is you');
  expect(body()).not.toContain('Make the recovery code');
  const say = async (value: string) => {
    const field = document.querySelector<HTMLInputElement>('input[autocomplete=current-password]');
    await act(async () => {
      if (field) field.value = value;
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await click('Continue');
  };
  await say('not mine');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('not the right password');
  await say('mine');
  await click('Make the recovery code');
  expect(names()).toContain('vault.add-recovery-code');
});

test('says that a new code ends the earlier one', async () => {
  await open(['password', 'recovery']);
  expect(body()).toContain('Making a new one ends the old one');
});

test('asks for a password first: a vault that only a long code opens would be a trap', async () => {
  await open([]);
  expect(body()).toContain('First, a password');
  expect(body()).not.toContain('Make the recovery code');
});
