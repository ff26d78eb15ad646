// @vitest-environment happy-dom
import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '@/lib/errors';
import type { MessageName } from '@/lib/messages/protocol';
import { createActions } from '../app/actions';
import { accountRow, backupState, createFakePort, english, openWorld } from '../app/fake-port';
import { TrashSection } from '../trash/trash-section';
import { SpeechProvider } from '../ui/speech';
import { BackupSection } from './backup-section';
import { LeaveSection } from './leave-section';
import { RestoreSection } from './restore-section';
import type { Remember } from './use-undo';

type Answers = Partial<Record<MessageName, (request: never) => Result<unknown>>>;
const world = openWorld([accountRow(0), accountRow(1)]);

afterEach(() => act(() => render(null, document.body)));

function portWith(answers: Answers) {
  const fake = createFakePort(world, {
    'backup.look': () => ok({ savedAt: Date.UTC(2026, 10, 21), ways: ['password'] }),
    ...answers,
  });
  return { ...fake, port: { ...fake.port, askToSaveFiles: vi.fn(() => Promise.resolve(true)) } };
}

/** Answers come, and what they bring is drawn. */
async function settle(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
}
async function draw(view: ComponentChildren) {
  await act(async () => {
    render(<SpeechProvider value={english}>{view}</SpeechProvider>, document.body);
  });
  await settle();
}

const body = () => document.body.textContent ?? '';
const find = (text: string) =>
  [...document.querySelectorAll('button')].find((element) => element.textContent === text);
async function click(text: string) {
  const found = find(text);
  if (!found) throw new RangeError(`button "${text}" expected in: ${body()}`);
  await act(async () => found.click());
  await settle();
}
async function type(selector: string, value: string) {
  const input = document.querySelector<HTMLInputElement>(selector);
  if (!input) throw new RangeError(`"${selector}" expected`);
  await act(async () => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return input;
}
async function chooseFile(text = '{}') {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new RangeError('a file field expected');
  Object.defineProperty(input, 'files', { value: [new File([text], 'copy.json')], configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
async function givePassword(value: string) {
  const input = await type('input[autocomplete=current-password]', value);
  await act(async () => {
    input.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  await settle();
}

const remember = vi.fn<Remember>();
const backup = (fake: ReturnType<typeof portWith>) => {
  const actions = createActions({
    port: fake.port,
    tabId: () => null,
    reload: () => Promise.resolve(),
    onFailure: () => undefined,
  });
  return <BackupSection port={fake.port} actions={actions} remember={remember} />;
};

test('hands over the copy, then tests it, then says what is in it', async () => {
  const fake = portWith({
    'backup.write': () => ok({ fileName: 'seconde-2026-11-21.json', text: '{"a":1}', accounts: 2 }),
    'backup.test': () => ok({ savedAt: Date.UTC(2026, 10, 21), accounts: 2, missing: 0 }),
  });
  await draw(backup(fake));
  expect(body()).toContain('No copy has been tested yet.');
  expect(body()).toContain('Removing Seconde from the browser erases its accounts.');
  await click('Save the copy');
  expect(fake.port.download).toHaveBeenCalledExactlyOnceWith('seconde-2026-11-21.json', '{"a":1}');
  await chooseFile('{"a":1}');
  await givePassword('patate-frite-7');
  expect(fake.asked).toContainEqual({
    name: 'backup.test',
    request: { text: '{"a":1}', secret: { password: 'patate-frite-7' } },
  });
  expect(body()).toContain('opens and holds 2 accounts. Everything you have now is in it.');
});

test('a copy that lacks accounts is not called good', async () => {
  const fake = portWith({ 'backup.test': () => ok({ savedAt: 1, accounts: 1, missing: 1 }) });
  await draw(backup(fake));
  await chooseFile();
  await givePassword('patate-frite-7');
  expect(body()).toContain('1 account that you have now is not in it');
  expect(body()).not.toContain('Everything you have now is in it');
});

test('a file of another kind is said so before a password is asked', async () => {
  const fake = portWith({ 'backup.look': () => fail('backup-not-ours') });
  await draw(backup(fake));
  await chooseFile('nothing');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('not a backup copy from Seconde');
  expect(document.querySelector('input[type=password]')).toBeNull();
});

test('a vault without a password gets one before its first copy', async () => {
  const fake = portWith({ 'backup.state': () => ok(backupState(2, { ways: [] })) });
  await draw(backup(fake));
  expect(body()).toContain('First choose a password');
  expect(find('Save the copy')).toBeUndefined();
  for (const field of document.querySelectorAll<HTMLInputElement>('input[autocomplete=new-password]'))
    await act(async () => {
      field.value = 'chat bleu vif';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  await click('Protect with a password');
  expect(fake.asked).toContainEqual({ name: 'vault.protect', request: { password: 'chat bleu vif' } });
});

test('automatic copies are turned on only when the browser was allowed', async () => {
  const fake = portWith({});
  fake.port.askToSaveFiles.mockResolvedValue(false);
  await draw(backup(fake));
  const box = document.querySelector<HTMLInputElement>('input[type=checkbox]');
  await act(async () => box?.click());
  await settle();
  expect(fake.asked).toContainEqual({ name: 'backup.automatic', request: { on: false } });
  expect(body()).toContain('The browser did not allow it.');
  expect(remember).not.toHaveBeenCalled();
});

test('automatic copies that were turned on can be undone like any setting', async () => {
  const fake = portWith({});
  await draw(backup(fake));
  await act(async () => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
  await settle();
  const [step] = remember.mock.calls[0] ?? [];
  expect(step?.changed(english.t)).toBe('“Save a copy automatically after changes” was changed.');
  step?.takeBack();
  expect(fake.asked.at(-1)).toEqual({ name: 'backup.automatic', request: { on: false } });
});

test('shows what a file holds before anything is restored', async () => {
  const preview = {
    savedAt: Date.UTC(2026, 10, 21),
    accounts: [
      { issuer: 'Omnivox', name: '241', isNew: true },
      { issuer: 'GitHub', name: 'm', isNew: false },
    ],
    onlyHere: 1,
  };
  const fake = portWith({
    'backup.preview': () => ok(preview),
    'backup.restore': () => ok({ accounts: 3 }),
  });
  await draw(<RestoreSection port={fake.port} vault={world.vault} />);
  await chooseFile();
  await givePassword('patate-frite-7');
  expect(body()).toContain('holds 2 accounts');
  expect(
    [...document.querySelectorAll('.names li')].map((row) => row.querySelector('.tag') !== null),
  ).toEqual([true, false]);
  expect(body()).toContain('1 account that is only here would go to the trash.');
  expect(fake.names()).not.toContain('backup.restore');
  await click('Add the new account');
  expect(fake.asked.at(-1)).toMatchObject({ name: 'backup.restore', request: { mode: 'add' } });
  expect(body()).toContain('there are 3 accounts in the vault');
  expect(body()).not.toContain('Omnivox');
});

test('the trash gives back at once, and asks before anything is gone for good', async () => {
  const row = { id: 'a', issuer: 'Omnivox', name: '241', deletedAtMs: 0, daysLeft: 12 };
  const fake = portWith({ 'trash.list': () => ok([row, { ...row, id: 'b', issuer: 'GitHub' }]) });
  await draw(<TrashSection port={fake.port} />);
  expect(body()).toContain('12 days left');
  await click('Put back');
  expect(fake.asked).toContainEqual({ name: 'trash.restore', request: { accountId: 'a' } });
  await click('Empty the trash');
  expect(fake.names()).not.toContain('trash.empty');
  await click('Cancel');
  await click('Remove for good');
  expect(fake.names()).not.toContain('trash.empty');
  await click('Remove for good');
  expect(fake.asked).toContainEqual({ name: 'trash.empty', request: { accountId: 'a' } });
});

const leave = (fake: ReturnType<typeof portWith>, onLeft = vi.fn()) => (
  <LeaveSection port={fake.port} vault={world.vault} onLeft={onLeft} />
);

test('leaving without a tested copy needs the words, whatever their case', async () => {
  const fake = portWith({ 'leave.now': () => ok({ files: ['a.json'] }) });
  const onLeft = vi.fn();
  await draw(leave(fake, onLeft));
  await click('Leave this computer…');
  expect(find('Erase everything')?.disabled).toBe(true);
  await type('input', 'no');
  expect(find('Erase everything')?.disabled).toBe(true);
  const input = await type('input', ' No Copy ');
  await act(async () => {
    input.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  await settle();
  expect(fake.asked.at(-1)).toEqual({ name: 'leave.now', request: { withoutBackup: true } });
  expect(onLeft).toHaveBeenCalledWith(['a.json']);
});

test('with a tested copy it says so, and names the files that remain', async () => {
  const fake = portWith({
    'leave.state': () => ok({ accounts: 2, isBackedUp: true, files: ['seconde-2026-11-21.json'] }),
  });
  await draw(leave(fake));
  await click('Leave this computer…');
  expect(document.querySelector('.notice.good')?.textContent).toContain('was tested in the last day');
  expect(body()).toContain('seconde-2026-11-21.json');
  expect(find('Erase everything')?.disabled).toBe(false);
});
