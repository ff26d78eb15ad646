// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { failure, ok, type Failure } from '@/lib/errors';
import type { Way } from '@/lib/messages/security-protocol';
import { english } from '../app/fake-port';
import { SpeechProvider } from '../ui/speech';
import { PracticeView } from './practice-view';
import { UnlockView } from './unlock-view';

afterEach(() => act(() => render(null, document.body)));

async function draw(view: preact.JSX.Element) {
  await act(async () => render(<SpeechProvider value={english}>{view}</SpeechProvider>, document.body));
}
const way = (type: Way['type']): Way => ({ id: type, type, label: '', createdAt: null });

async function openLocked(types: Way['type'][], problem: Failure | null = null, hasPasskeys = true) {
  const props = {
    onUnlock: vi.fn(() => Promise.resolve(problem)),
    onUnlockWithCode: vi.fn(() => Promise.resolve(problem)),
    onPasskey: hasPasskeys ? vi.fn() : null,
    readWays: () => Promise.resolve(ok({ ways: types.map(way) })),
  };
  await draw(<UnlockView {...props} />);
  return props;
}
const links = () => [...document.querySelectorAll('.other-ways button')].map((link) => link.textContent);
const text = () => document.body.textContent;
async function click(words: string) {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words);
  if (!button) throw new RangeError(`button "${words}" expected`);
  await act(async () => button.click());
}
async function type(selector: string, value: string) {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) throw new RangeError(`"${selector}" expected`);
  await act(async () => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

test('offers only the ways this vault has', async () => {
  await openLocked(['password']);
  expect(links()).toEqual([]);
  await draw(<p />);
  await openLocked(['password', 'recovery', 'prf']);
  expect(links()).toEqual(['Use the recovery code', 'Use a passkey']);
  await draw(<p />);
  await openLocked(['password', 'prf'], null, false);
  expect(links()).toEqual([]);
});

test('starts with the recovery code where there is no password', async () => {
  await openLocked(['recovery']);
  expect(document.querySelector('textarea')).not.toBeNull();
  expect(document.querySelector('input[type=password]')).toBeNull();
});

test('gives the recovery code on as it was typed, and says which group is wrong', async () => {
  const problem = failure('recovery-code-malformed', { position: '3' });
  const { onUnlockWithCode } = await openLocked(['password', 'recovery'], problem);
  await click('Use the recovery code');
  await type('textarea', 'abc de-fgh');
  await click('Open the vault');
  expect(onUnlockWithCode).toHaveBeenCalledWith('abc de-fgh');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('group 3');
  await click('Use the password');
  expect(document.querySelector('input[type=password]')).not.toBeNull();
});

async function openPractice(problem: Failure | null) {
  const props = {
    isOpen: true,
    onOpen: vi.fn(),
    onTry: vi.fn(() => Promise.resolve(problem)),
    onLater: vi.fn(),
    onDone: vi.fn(),
    onChange: vi.fn(),
  };
  await draw(<PracticeView {...props} />);
  await type('input[type=password]', 'something');
  await click('Try it');
  return props;
}

test('a practice that goes well says so and is over', async () => {
  const { onDone } = await openPractice(null);
  expect(text()).toContain('You still know it.');
  expect(document.querySelector('input')).toBeNull();
  await click('Done');
  expect(onDone).toHaveBeenCalled();
});

test('a practice that fails blames nobody and offers a new password', async () => {
  const { onChange, onLater, onDone } = await openPractice(failure('password-wrong'));
  expect(text()).toContain('Nothing changed');
  expect(document.querySelector('[role=alert]')).toBeNull();
  await click('Choose a new password');
  expect(onChange).toHaveBeenCalled();
  await click('Later');
  expect([onLater, onDone].map((called) => called.mock.calls.length)).toEqual([1, 1]);
});
