// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { fail, ok, type Result } from '@/lib/errors';
import type { MessageName, Response } from '@/lib/messages/protocol';
import { createFakePort, later } from '../app/fake-port';
import { RecoveryApp } from './recovery-app';

type Findings = Response<'recovery.findings'>;
type Candidate = Findings['candidates'][number];

afterEach(() => act(() => render(null, document.body)));

const way = (type: 'password' | 'recovery' | 'device') => ({ id: type, type, label: '', createdAt: null });
const candidate = (id: string, gen: number, types: Parameters<typeof way>[0][]): Candidate => ({
  id,
  source: 'mirror',
  failure: null,
  gen,
  savedAt: Date.UTC(2026, 10, 21, 17),
  ways: types.map(way),
  passkeys: [],
});

async function open(findings: Findings, answers: Partial<Record<MessageName, () => Result<unknown>>> = {}) {
  const world = {
    rows: [],
    card: null,
    vault: { kind: 'unusable', failure: { code: 'vault-damaged' } },
  } as const;
  const fake = createFakePort(
    { ...world, rows: [] },
    {
      'recovery.findings': () => ok(findings),
      ...answers,
    },
  );
  await act(async () => {
    render(<RecoveryApp port={fake.port} first={fake.first} later={later} />, document.body);
  });
  await settle();
  return fake;
}

/** Answers come, and what they bring is drawn. */
async function settle(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
}

const body = () => document.body.textContent ?? '';
const button = (text: string) =>
  [...document.querySelectorAll('button')].find((element) => element.textContent === text);
async function click(text: string) {
  await act(async () => button(text)?.click());
  await settle();
}
async function givePassword(text: string) {
  const input = document.querySelector<HTMLInputElement>('input[type=password]');
  await act(async () => {
    if (input) input.value = text;
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    input?.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  await settle();
}

test('says what was found and never offers to begin anew', async () => {
  await open({ condition: 'damaged', candidates: [candidate('m', 4, ['password'])], unread: [] });
  expect(body()).toContain('The vault is damaged');
  expect(body()).toContain('Nothing was erased or replaced.');
  expect(body()).not.toContain('first account');
  expect(button('Use this one')).toBeUndefined();
});

test('uses a state only after it was opened, with what opened it', async () => {
  const { asked } = await open(
    { condition: 'lost', candidates: [candidate('m', 4, ['password'])], unread: [] },
    {
      'recovery.preview': () => ok({ accounts: 3, savedAt: 1 }),
      'recovery.restore': () => ok({ accounts: 3, savedAt: 1 }),
    },
  );
  await givePassword('patate-frite-7');
  expect(body()).toContain('3 accounts');
  await click('Use this one');
  expect(asked.at(-1)).toEqual({
    name: 'recovery.restore',
    request: { id: 'm', key: { password: 'patate-frite-7' } },
  });
  expect(body()).toContain('Your accounts are back');
});

test('a wrong password is said, and nothing is restored', async () => {
  const { names } = await open(
    { condition: 'lost', candidates: [candidate('m', 4, ['password'])], unread: [] },
    { 'recovery.preview': () => fail('password-wrong') },
  );
  await givePassword('pas le bon');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('not the right password');
  expect(button('Use this one')).toBeUndefined();
  expect(names()).not.toContain('recovery.restore');
});

test('a state that this browser opens is counted without a question', async () => {
  const { asked } = await open(
    { condition: 'lost', candidates: [candidate('m', 4, ['device'])], unread: [] },
    { 'recovery.preview': () => ok({ accounts: 1, savedAt: 1 }) },
  );
  expect(asked.at(-1)).toEqual({ name: 'recovery.preview', request: { id: 'm', key: { device: true } } });
  expect(document.querySelector('input[type=password]')).toBeNull();
  expect(button('Use this one')).toBeDefined();
});

test.each(['newer', 'unreadable'] as const)(
  'where storage is %s only a copy is offered',
  async (condition) => {
    const { port } = await open(
      { condition, candidates: [candidate('m', 4, ['password'])], unread: [] },
      {
        'recovery.preview': () => ok({ accounts: 1, savedAt: 1 }),
        'recovery.export': () => ok({ fileName: 'seconde-2026-11-21.json', text: '{}' }),
      },
    );
    await givePassword('patate-frite-7');
    expect(button('Use this one')).toBeUndefined();
    expect(document.querySelector('input[type=file]')).toBeNull();
    await click('Save a copy of it');
    expect(port.download).toHaveBeenCalledExactlyOnceWith('seconde-2026-11-21.json', '{}');
  },
);

test('asks again when the background did not answer', async () => {
  let isThere = false;
  await open(
    { condition: 'damaged', candidates: [], unread: [] },
    {
      'recovery.findings': () =>
        isThere ? ok({ condition: 'damaged', candidates: [], unread: [] }) : fail('internal'),
    },
  );
  expect(body()).not.toContain('The vault is damaged');
  isThere = true;
  await click('Try again');
  expect(body()).toContain('The vault is damaged');
});
