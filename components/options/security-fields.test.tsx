// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { defaultSettings, type Settings } from '@/lib/settings/settings';
import { english } from '../app/fake-port';
import { SpeechProvider } from '../ui/speech';
import { ClipboardFields } from './clipboard-fields';
import { createFakeSecurity } from './fake-security';
import { LockFields } from './lock-fields';
import { PracticeField } from './practice-field';
import type { ClipboardPermission } from './security-port';

afterEach(() => act(() => render(null, document.body)));

/** Answers of the browser's come after several turns. */
const settled = () => act(async () => new Promise((resolve) => setTimeout(resolve, 0)));

async function openLock(settings: Partial<Settings> = {}, screen = true) {
  const onChange = vi.fn();
  await act(async () =>
    render(
      <SpeechProvider value={english}>
        <LockFields settings={{ ...defaultSettings, ...settings }} screen={screen} onChange={onChange} />
      </SpeechProvider>,
      document.body,
    ),
  );
  return onChange;
}

async function openClipboard(held: ClipboardPermission[], settings: Partial<Settings> = {}) {
  const onChange = vi.fn();
  const security = createFakeSecurity({
    hasPermission: (name) => Promise.resolve(held.includes(name)),
    requestPermission: vi.fn((name: ClipboardPermission) => {
      held.push(name);
      return Promise.resolve(true);
    }),
  });
  await act(async () =>
    render(
      <SpeechProvider value={english}>
        <ClipboardFields
          settings={{ ...defaultSettings, ...settings }}
          security={security}
          onChange={onChange}
        />
      </SpeechProvider>,
      document.body,
    ),
  );
  await settled();
  return { onChange, security };
}

const options = (index: number) =>
  [...(document.querySelectorAll('select')[index]?.options ?? [])].map((option) => option.text);
async function choose(index: number, value: string) {
  const select = document.querySelectorAll('select')[index];
  if (!select) throw new RangeError('"select" expected');
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
async function clickFirst(selector: string) {
  await act(async () => document.querySelector<HTMLElement>(selector)?.click());
  await settled();
}

test('the longest the vault stays open is until the browser closes', async () => {
  const onChange = await openLock();
  expect(options(0)).toEqual(['1 minute', '5 minutes', '15 minutes', '1 hour', 'When the browser closes']);
  await choose(0, '');
  await choose(0, '5');
  await choose(1, '1');
  expect(onChange.mock.calls).toEqual([
    [{ lockAfterMinutes: null }],
    [{ lockAfterMinutes: 5 }],
    [{ lockWhenIdleMinutes: 1 }],
  ]);
});

test('a time that another version set stays among the choices', async () => {
  await openLock({ lockAfterMinutes: 30 });
  expect(options(0)).toContain('30 minutes');
  expect(document.querySelector('select')?.value).toBe('30');
});

test('the screen is spoken of only where the browser tells about it', async () => {
  await openLock({}, false);
  expect(document.body.textContent).not.toContain('screen');
  await openLock({}, true);
  expect(document.body.textContent).toContain('Lock with the computer’s screen');
});

test('the practice of the password can be turned off', async () => {
  const onChange = vi.fn();
  const field = <PracticeField isOn onChange={onChange} />;
  await act(async () => render(<SpeechProvider value={english}>{field}</SpeechProvider>, document.body));
  await clickFirst('input[type=checkbox]');
  expect(onChange).toHaveBeenCalledWith({ practice: false });
});

test('without the permission nothing is promised, and the click asks for it', async () => {
  const { security } = await openClipboard([]);
  expect(document.querySelectorAll('select')).toHaveLength(0);
  await clickFirst('button');
  expect(security.requestPermission).toHaveBeenCalledWith('clipboardWrite');
  expect(options(0)).toEqual(['After 10 s', 'After 30 s', 'After 60 s', 'Never'].map(narrow));
});

test('who does not let it look chooses between emptying anyway and leaving', async () => {
  const { onChange, security } = await openClipboard(['clipboardWrite']);
  expect(options(1)).toEqual(['Empty it anyway', 'Leave it as it is']);
  await choose(1, 'leave');
  await choose(0, '');
  expect(onChange.mock.calls).toEqual([[{ clipboardUnsure: 'leave' }], [{ clipboardSeconds: null }]]);
  await clickFirst('button');
  expect(security.requestPermission).toHaveBeenCalledWith('clipboardRead');
  expect(document.querySelectorAll('select')).toHaveLength(1);
  expect(document.body.textContent).toContain('only if it still holds the code');
});

/** English writes seconds short: `10s`; a minute in words. */
function narrow(option: string): string {
  return option.replace('60 s', '1 minute').replace(' s', 's');
}
