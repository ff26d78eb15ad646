// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { type SettingsArea, followAppearance } from './appearance';

type Changes = Record<string, { newValue?: unknown }>;

function area(settings: unknown) {
  const listeners: ((changes: Changes) => void)[] = [];
  const get = vi.fn(() => Promise.resolve(settings === undefined ? {} : { settings }));
  const tell = (newValue: unknown) => listeners.forEach((listener) => listener({ settings: { newValue } }));
  const shape: SettingsArea = { get, onChanged: { addListener: (listener) => listeners.push(listener) } };
  return { area: shape, get, tell };
}

const shown = () => document.documentElement.dataset.appearance;
const frame = vi.fn<(task: () => void) => void>();
const idle = vi.fn<(task: () => void) => void>();

beforeEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset.appearance;
  idle.mockReset();
  vi.stubGlobal('requestIdleCallback', idle);
  vi.stubGlobal('requestAnimationFrame', frame);
  frame.mockReset();
});
const rest = () => idle.mock.calls.splice(0).forEach(([task]) => task());

test('a page is shown as it was chosen before anything is waited for', () => {
  localStorage.setItem('appearance', 'dark');
  followAppearance(area({ appearance: 'dark' }).area);
  expect(shown()).toBe('dark');
});

test('without a copy the setting itself is read, and the next page has the copy', async () => {
  followAppearance(area({ appearance: 'light' }).area);
  await vi.waitFor(() => expect(shown()).toBe('light'));
  rest();
  expect(localStorage.getItem('appearance')).toBe('light');
});

test('a copy that is out of date is put right', async () => {
  localStorage.setItem('appearance', 'dark');
  followAppearance(area(undefined).area);
  rest();
  await vi.waitFor(() => expect(shown()).toBeUndefined());
  rest();
  expect(localStorage.getItem('appearance')).toBe('system');
});

test('settings that are on their way are waited for until the first frame, then the copy is read', async () => {
  localStorage.setItem('appearance', 'light');
  let answer: (settings: unknown) => void = () => undefined;
  const asked = new Promise((resolve) => (answer = resolve));
  followAppearance(area({}).area, asked);
  expect(shown()).toBeUndefined();
  frame.mock.calls[0]?.[0]();
  expect(shown()).toBe('light');
  answer({ appearance: 'dark' });
  await vi.waitFor(() => expect(shown()).toBe('dark'));
  rest();
  expect(localStorage.getItem('appearance')).toBe('dark');
});

test('settings that came in time are shown, and the copy is not read', async () => {
  localStorage.setItem('appearance', 'light');
  followAppearance(area({}).area, Promise.resolve({ appearance: 'dark' }));
  await vi.waitFor(() => expect(shown()).toBe('dark'));
  frame.mock.calls[0]?.[0]();
  expect(shown()).toBe('dark');
});

test('a first answer without settings leaves it to the copy', async () => {
  localStorage.setItem('appearance', 'light');
  followAppearance(area({}).area, Promise.resolve(undefined));
  await Promise.resolve();
  frame.mock.calls[0]?.[0]();
  expect(shown()).toBe('light');
});

test('a choice made in another page is followed at once, and so is its undoing', () => {
  const { area: settings, tell } = area({ appearance: 'system' });
  followAppearance(settings);
  tell({ appearance: 'dark' });
  expect(shown()).toBe('dark');
  tell(undefined);
  expect(shown()).toBeUndefined();
});

test.each([['sepia'], [null], [7]])('what is no appearance is the browser’s: %j', (appearance) => {
  const { area: settings, tell } = area({});
  followAppearance(settings);
  tell({ appearance });
  expect(shown()).toBeUndefined();
});
