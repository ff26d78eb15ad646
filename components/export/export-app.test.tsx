// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { fail, ok } from '@/lib/errors';
import { loadLater } from '@/lib/i18n/catalogue';
import type { AccountOutline, ExportState } from '@/lib/messages/export-protocol';
import { oddAccounts, usualAccounts } from '@/tests/fakes/exported-accounts';
import { accountRow, createFakePort, openWorld } from '../app/fake-port';
import { ExportApp } from './export-app';

const both = { fr: await loadLater('fr'), en: await loadLater('en') };
const everything = [...usualAccounts, ...oddAccounts];
const outlines: readonly AccountOutline[] = everything.map((account, index) => ({
  ...account,
  id: `id-${index}`,
  otp: { ...account.otp, secret: 'A'.repeat(account.otp.secret.length) },
}));
const password = { id: 'p', type: 'password', label: '', createdAt: 1 } as const;

afterEach(() => act(() => render(null, document.body)));

async function open(change: Partial<ExportState> = {}, taken = everything) {
  let state: ExportState = { accounts: outlines, ways: [password], isClearForbidden: false, ...change };
  let isLocked = false;
  const fake = createFakePort(openWorld([accountRow(0)]), {
    'export.state': () => (isLocked ? fail('vault-locked') : ok(state)),
    'export.take': ({ proof, accountIds }: { proof: { password?: string }; accountIds: string[] }) =>
      proof.password === 'le bon mot'
        ? ok(accountIds.map((id) => taken[Number(id.slice(3))]))
        : fail('password-wrong'),
  });
  const port = { ...fake.port, print: vi.fn(), askPasskey: null };
  await act(async () => render(<ExportApp port={port} first={fake.first} later={both} />, document.body));
  return {
    ...fake,
    port,
    lock: () =>
      act(async () => {
        isLocked = true;
        fake.changed();
      }),
    change: (next: Partial<ExportState>) =>
      act(async () => {
        state = { ...state, ...next };
        fake.changed();
      }),
  };
}

/** What is encrypted is encrypted for real, which a busy computer takes its time for. */
const patiently = { timeout: 15_000 };
const body = () => document.body.textContent ?? '';
const find = <E extends Element>(selector: string, text: string): E => {
  const found = [...document.querySelectorAll<E>(selector)].find((element) =>
    element.textContent?.includes(text),
  );
  if (!found) throw new RangeError(`${selector} with "${text}" expected`);
  return found;
};
const choose = (text: string) =>
  act(async () => find<HTMLLabelElement>('label', text).querySelector('input')?.click());
const type = (label: string, value: string) =>
  act(async () => {
    const field = find<HTMLLabelElement>('label', label);
    const input = document.getElementById(field.htmlFor) as HTMLInputElement;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
async function submit(button: string) {
  await act(async () => find<HTMLButtonElement>('button', button).click());
  await vi.waitFor(() => expect(document.querySelector('button[disabled]')).toBeNull(), patiently);
  await act(async () => undefined);
}

test('a clear file is said to be one, asks who it is, and is handed over once it was read back', async () => {
  const { port } = await open();
  await choose('A list, one address per account');
  expect(body()).toContain('opens all of these accounts to whoever has it');
  expect(body()).toContain('the note of 1 account');
  await type('Password', 'le mauvais');
  await submit('Save the file');
  expect(body()).toContain('password');
  expect(port.download).not.toHaveBeenCalled();
  await type('Password', 'le bon mot');
  await submit('Save the file');
  await vi.waitFor(() => expect(port.download).toHaveBeenCalledOnce(), patiently);
  const [name, text] = vi.mocked(port.download).mock.calls[0] ?? [];
  expect(name).toMatch(/^seconde-otpauth-list-\d{4}-\d{2}-\d{2}\.txt$/);
  expect(text?.trim().split('\n')).toHaveLength(everything.length);
  await vi.waitFor(() => expect(body()).toContain('It was read back'), patiently);
  expect(body()).not.toContain('GEZDGNBV');
});

test('what a format cannot carry is named before anything is asked', async () => {
  const { names } = await open();
  await choose('Google Authenticator');
  expect(body()).toContain('Steam · joueuse');
  expect(body()).toContain('a kind of code it does not know');
  expect(body()).toContain('Soixante · s');
  expect(names()).not.toContain('export.take');
});

test('only the chosen accounts leave', async () => {
  const { asked } = await open();
  await choose('Aegis, without a password');
  await choose('Those of a group');
  await type('Password', 'le bon mot');
  await submit('Save the file');
  const take = asked.find(({ name }) => name === 'export.take');
  expect(take?.request).toMatchObject({ accountIds: ['id-0', 'id-1'], isClosed: false });
});

test('QR codes and paper are gone when the person is done, and when the vault is locked', async () => {
  const { lock } = await open();
  await choose('Google Authenticator');
  await type('Password', 'le bon mot');
  await submit('Show the QR codes');
  await vi.waitFor(() => expect(document.querySelector('.qr-figure')).not.toBeNull(), patiently);
  await act(async () => find<HTMLButtonElement>('button', 'Hide them').click());
  expect(document.querySelector('.qr-figure')).toBeNull();
  await choose('Paper');
  await type('Password', 'le bon mot');
  await submit('Prepare the page');
  await vi.waitFor(() => expect(document.querySelector('.paper')).not.toBeNull(), patiently);
  await lock();
  expect(document.querySelector('.paper')).toBeNull();
  expect(body()).toContain('The vault is locked');
});

test('paper says what it is in both languages', async () => {
  await open();
  await choose('Paper');
  await type('Password', 'le bon mot');
  await submit('Prepare the page');
  await vi.waitFor(() => expect(document.querySelector('.paper')).not.toBeNull(), patiently);
  const sheet = document.querySelector('.paper')?.textContent ?? '';
  expect(sheet).toContain('Mes comptes dans Seconde · My accounts in Seconde');
  expect(sheet).toContain('GEZD GNBV');
  expect(document.querySelectorAll('.paper .qr-figure')).toHaveLength(everything.length);
});

test('2FAS asks for a long password, in letters that both of its apps take', async () => {
  await open();
  await choose('2FAS, with a password');
  await type('Password of the file', 'huit car');
  expect(body()).toContain('a sentence of at least 16');
  await type('Password of the file', 'une phrase assez longue et accentuée');
  expect(body()).toContain('without accents');
  expect(body()).not.toContain('Save the file');
  await type('Password of the file', 'une phrase assez longue');
  expect(body()).toContain('Save the file');
});

test('asks for a password first where this browser alone opens the vault', async () => {
  await open({ ways: [] });
  expect(body()).toContain('First, a password');
  expect(body()).not.toContain('Where to?');
});

test('offers no clear export where the organisation forbids them', async () => {
  await open({ isClearForbidden: true });
  expect(body()).toContain('only protected by a password');
  expect(body()).not.toContain('A list, one address per account');
  expect(body()).toContain('Aegis, with a password');
});
