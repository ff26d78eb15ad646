// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchReady } from './ready-watch';
import { createOpenRoot } from './walk';

const view = document.defaultView as Window & typeof globalThis;
const openRoot = createOpenRoot(undefined);
const field = '<label>Code d’authentification <input name="otp"></label>';
let hints = 0;
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<h1>Authentification à deux facteurs</h1><main></main>';
  hints = 0;
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const main = () => document.querySelector('main') as HTMLElement;
const pass = (ms = 1000) => vi.advanceTimersByTimeAsync(ms);
function watch(forMs = 60_000): void {
  const visible = (each: Element) => !each.closest('[hidden]');
  const page = { doc: document, openRoot, drawn: visible, visible };
  const tell = () => void hints++;
  watchReady(view, page, { digits: 6, forMs, tell, signal: stop.signal });
}

test('tells once of a field that comes later', async () => {
  watch();
  await pass();
  expect(hints).toBe(0);
  main().innerHTML = field;
  await pass();
  main().append('more');
  await pass();
  expect(hints).toBe(1);
});

test('tells of a field that is there when it begins', async () => {
  main().innerHTML = field;
  watch();
  await pass();
  expect(hints).toBe(1);
});

test('tells of a field that is shown later', async () => {
  main().innerHTML = `<div hidden>${field}</div>`;
  watch();
  await pass();
  expect(hints).toBe(0);
  main().firstElementChild?.removeAttribute('hidden');
  await pass();
  expect(hints).toBe(1);
});

test('tells of a field in a shadow root', async () => {
  watch();
  await pass();
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  main().append(host);
  await pass();
  root.innerHTML = field;
  await pass();
  expect(hints).toBe(1);
});

test.each([
  [
    'sent by text message',
    '<p>Un code vous a été envoyé par texto.</p><label>Code <input name="otp"></label>',
  ],
  ['of a search', '<label>Recherche <input name="q"></label>'],
  ['that holds something', field.replace('<input', '<input value="12"')],
])('says nothing of a field %s', async (_, html) => {
  watch();
  main().innerHTML = html;
  await pass();
  expect(hints).toBe(0);
});

test('says nothing once stopped, nor after its time', async () => {
  watch(5000);
  await pass(6000);
  main().innerHTML = field;
  await pass();
  expect(hints).toBe(0);
  main().innerHTML = '';
  watch();
  stop.abort();
  main().innerHTML = field;
  await pass();
  expect(hints).toBe(0);
});

test('tells a page that makes fields without end of a few only', async () => {
  watch();
  for (let count = 0; count < 60; count++) {
    main().innerHTML = field;
    await pass(300);
  }
  expect(hints).toBeGreaterThan(0);
  expect(hints).toBeLessThanOrEqual(20);
});
