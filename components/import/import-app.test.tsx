// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { type Failure, fail, ok } from '@/lib/errors';
import type { ImportPreview } from '@/lib/messages/import-protocol';
import type { Response } from '@/lib/messages/protocol';
import type { ImportedEntry, ReadFile } from '@/lib/transfer/file-format';
import type { FileAnswer } from '@/lib/transfer/read-given';
import { createFakePort, english, later, openWorld } from '../app/fake-port';
import { ImportApp } from './import-app';

afterEach(() => act(() => render(null, document.body)));

const otp = { kind: 'totp', secret: 'AAAA', algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
const entry = (issuer: string, more: Partial<ImportedEntry> = {}): ImportedEntry => ({
  issuer,
  name: 'n',
  otp,
  ...more,
});
const readAnswer = (file: Partial<ReadFile>): FileAnswer => ({
  kind: 'read',
  format: 'Aegis',
  formatId: 'aegis',
  closed: false,
  file: { entries: [], problems: [], notes: [], ...file },
});
const preview: ImportPreview = {
  rows: [
    { status: 'new' },
    { status: 'changed', fields: ['name'], here: { issuer: 'B', name: 'ours' }, usual: 'leave' },
    { status: 'same' },
  ],
  seen: ['new', 'mark', 'same'],
  hereOnly: [{ issuer: 'Only here', name: '' }],
};

async function show(
  answers: readonly FileAnswer[],
  commit: Response<'import.commit'> | Failure = { added: 1, changed: 0, meanwhile: [] },
) {
  const fake = createFakePort(openWorld([]));
  const asked: { name: string; request: unknown }[] = [];
  const given = [...answers];
  const read = vi.fn(async () => given.shift() ?? null);
  const ask = async (name: string, request: unknown) => {
    asked.push({ name, request });
    if (name === 'import.preview') return ok(preview);
    if (name === 'import.state') return ok({ last: null });
    if (name === 'import.undo') return ok({ removed: 1, putBack: 0 });
    if (name === 'import.commit') return 'code' in commit ? fail(commit.code) : ok(commit);
    if (name === 'backup.state') return ok({ verifiedAtMs: null, changesSince: 1 });
    return fake.port.ask(name as never, request as never);
  };
  await act(async () => {
    render(
      <ImportApp
        first={fake.first}
        later={later}
        port={{
          ask: ask as never,
          onChange: () => () => undefined,
          openPage: vi.fn(),
          openPasskeyPage: null,
          read,
        }}
      />,
      document.body,
    );
  });
  return { asked, read };
}

const wait = () => act(() => new Promise((resolve) => setTimeout(resolve, 10)));
const text = () => document.body.textContent ?? '';
const press = async (words: string) => {
  await act(async () =>
    [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(words))?.click(),
  );
  await wait();
};
async function paste() {
  await press(english.t('bringPaste'));
  const field = document.querySelector('textarea');
  if (field) field.value = 'text';
  await act(async () => void field?.dispatchEvent(new Event('input', { bubbles: true })));
  await press(english.t('bringRead'));
}

const three = readAnswer({
  entries: [entry('A', { attention: [{ code: 'assumed-digits' }] }), entry('B'), entry('C')],
  problems: [{ where: 'D · n', failure: { code: 'secret-missing' } }],
});

test('what would change is shown by group, and nothing is written before the yes', async () => {
  const { asked } = await show([three]);
  await paste();
  expect(text()).toContain(english.t('previewAttention', { count: 1 }));
  expect(text()).toContain(english.t('attAssumedDigits'));
  expect(text()).toContain('D · n');
  expect(asked.some(({ name }) => name === 'import.commit')).toBe(false);
  await press(english.t('previewCommit', { count: 1 }));
  expect(asked.find(({ name }) => name === 'import.commit')?.request).toMatchObject({
    choices: ['take', 'leave', 'leave'],
    seen: preview.seen,
  });
  expect(text()).toContain(english.t('broughtAdded', { count: 1 }));
  expect(text()).toContain('Only here');
  expect(text()).toContain(english.t('remainBackupFirst'));
});

test('what changed here between the look and the yes is named', async () => {
  await show([three], { added: 0, changed: 0, meanwhile: [0] });
  await paste();
  await press(english.t('previewCommit', { count: 1 }));
  expect(text()).toContain(english.t('broughtMeanwhile', { count: 1 }));
  expect(document.querySelector('.notice.careful li')?.textContent).toContain('A');
  expect(text()).not.toContain(english.t('previewNothing'));
});

test('a password is asked, a wrong one said, and asked again', async () => {
  const asks: FileAnswer = {
    kind: 'secret',
    format: 'Aegis',
    secret: 'password',
    hint: '',
    memoryMiB: 0,
    wrong: false,
  };
  const { read } = await show([asks, { ...asks, wrong: true }, three]);
  await paste();
  for (const word of ['one', 'two']) {
    const field = document.querySelector<HTMLInputElement>('input[type=password]');
    if (field) field.value = word;
    await act(async () => void field?.dispatchEvent(new Event('input', { bubbles: true })));
    if (word === 'two') expect(text()).toContain(english.t('bringWrong'));
    await press(english.t('bringOpen'));
  }
  expect(read).toHaveBeenLastCalledWith(
    expect.objectContaining({ answers: { formatId: null, secret: 'two', agreedMiB: 0 } }),
  );
  expect(text()).toContain(english.t('previewTitle'));
});

test('a file without a mark is what the person says it is', async () => {
  const { read } = await show([
    { kind: 'unknown', possible: [{ id: 'andotp-closed', name: 'andOTP' }] },
    three,
  ]);
  await paste();
  await press('andOTP');
  expect(read).toHaveBeenLastCalledWith(
    expect.objectContaining({ answers: { formatId: 'andotp-closed', secret: null } }),
  );
});

test('parts of an export that are missing are counted over all files', async () => {
  const part = (index: number) =>
    readAnswer({ entries: [entry(`${index}`)], batches: [{ id: 7, index, size: 3 }] });
  await show([part(2), part(0)]);
  await paste();
  expect(text()).toContain(english.t('notePartsMissing', { size: '3', missing: '2' }));
  await paste();
  expect(text()).toContain(english.t('notePartsMissing', { size: '3', missing: '1' }));
});

test('an import is taken back', async () => {
  const { asked } = await show([three]);
  await paste();
  await press(english.t('previewCommit', { count: 1 }));
  await press(english.t('broughtUndo'));
  expect(asked.some(({ name }) => name === 'import.undo')).toBe(true);
  expect(text()).toContain(english.t('broughtUndone', { count: 1 }));
});

test('a PIN that the file does not hold is typed in its row, goes with the entry, and other choices stay', async () => {
  const kept = {
    kind: 'kept',
    secret: 'AAISEMY',
    what: 'PIN',
    address: 'motp://a?secret=00112233',
    format: 'otpauth',
  } as const;
  const file = {
    entries: [entry('A', { otp: kept, attention: [{ code: 'pin-missing' }] }), entry('B'), entry('C')],
  };
  const { asked } = await show([readAnswer(file)]);
  await paste();
  const select = document.querySelector('select');
  if (select) select.value = 'both';
  await act(async () => void select?.dispatchEvent(new Event('change', { bubbles: true })));
  const field = document.querySelector<HTMLInputElement>('form.pin input');
  if (field) field.value = '1234';
  await act(async () => void field?.dispatchEvent(new Event('input', { bubbles: true })));
  await act(async () => {
    field?.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  await wait();
  expect(document.querySelector('form.pin')).toBeNull();
  expect(text()).toContain(english.t('previewPinTyped'));
  expect(text()).not.toContain(english.t('attPinMissing'));
  await press(english.t('previewCommit', { count: 2 }));
  expect(asked.find(({ name }) => name === 'import.commit')?.request).toMatchObject({
    entries: [{ issuer: 'A', otp: { kind: 'motp', secret: 'AAISEMY', pin: '1234' } }, {}, {}],
    choices: ['take', 'both', 'leave'],
  });
});
