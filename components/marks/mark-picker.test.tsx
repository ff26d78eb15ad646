// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { english } from '../app/fake-port';
import { SpeechProvider } from '../ui/speech';
import { MarkPicker } from './mark-picker';

afterEach(() => act(() => render(null, document.body)));

function open(issuer: string, mark?: string) {
  const onChoose = vi.fn<(mark: string | null) => void>();
  act(() =>
    render(
      <SpeechProvider value={english}>
        <MarkPicker issuer={issuer} mark={mark} onChoose={onChoose} />
      </SpeechProvider>,
      document.body,
    ),
  );
  return onChoose;
}

const buttons = () => [...document.querySelectorAll('button')];
const press = (words: string) =>
  act(() =>
    buttons()
      .find(({ textContent }) => textContent?.includes(words))
      ?.click(),
  );
const chosen = () =>
  [...document.querySelectorAll('[aria-pressed="true"], [aria-selected="true"]')].map(
    ({ textContent }) => textContent,
  );
function search(text: string) {
  const input = document.querySelector('input');
  if (!input) throw new TypeError('a field expected');
  input.value = text;
  act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
}
const options = () => [...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent);

test('the picture that the name suggests is the one chosen until another is', () => {
  const onChoose = open('GitHub (travail)');
  expect(chosen()).toEqual(['Of GitHub, as its name says', 'GitHub']);
  press('Its first letter');
  expect(onChoose).toHaveBeenLastCalledWith('initials');
});

test('going back to the suggestion takes the choice away', () => {
  const onChoose = open('GitHub', 'gitlab');
  expect(chosen()).toEqual(['GitLab']);
  press('as its name says');
  expect(onChoose).toHaveBeenLastCalledWith(null);
});

test('where nothing is suggested the first letter is no choice to be kept', () => {
  const onChoose = open('CISSS de la Gaspésie', 'microsoft');
  expect(document.body.textContent).not.toContain('as its name says');
  press('Its first letter');
  expect(onChoose).toHaveBeenLastCalledWith(null);
});

test('a search forgives accents and case, and says what it found', () => {
  const onChoose = open('CISSS');
  search('Gît');
  expect(options()).toContain('GitHub');
  expect(options()).not.toContain('Google');
  expect(document.querySelector('[role=status]')?.textContent).toMatch(/pictures$/);
  press('GitLab');
  expect(onChoose).toHaveBeenLastCalledWith('gitlab');
  search('desjardins');
  expect(options()).toEqual([]);
  expect(document.querySelector('[role=status]')?.textContent).toBe('No picture is called “desjardins”.');
});

test('one service is reached by Tab, the others by arrows', () => {
  open('CISSS');
  const grid = document.querySelector('[role=listbox]');
  const stops = () =>
    [...document.querySelectorAll<HTMLElement>('[role=option]')].filter(({ tabIndex }) => tabIndex === 0);
  expect(stops()).toHaveLength(1);
  const [before] = stops();
  act(() => void grid?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true })));
  expect(stops()).toHaveLength(1);
  expect(stops()[0]).not.toBe(before);
  expect(document.activeElement).toBe(stops()[0]);
});

test('it may stand in a form, which a choice does not send', () => {
  open('GitHub', 'gitlab');
  for (const button of buttons()) expect(button.type).toBe('button');
  const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
  act(() => void document.querySelector('input')?.dispatchEvent(enter));
  expect(enter.defaultPrevented).toBe(true);
});
