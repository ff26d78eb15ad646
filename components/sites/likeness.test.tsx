// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ok } from '@/lib/errors';
import type { LastFill } from '@/lib/messages/sites-protocol';
import { App } from '../app/app';
import { accountRow, createFakePort, english, later, openWorld } from '../app/fake-port';
import { aboutSite } from '../app/later';

beforeAll(() => aboutSite.load());
afterEach(() => act(() => render(null, document.body)));

const resembles = { kind: 'letters', host: 'id.examp1e.ca', known: 'id.example.ca' } as const;

async function open(change: object, more: { last?: LastFill; sure?: boolean } = {}) {
  const rows = [accountRow(0, { here: !('resembles' in change) }), accountRow(1)];
  const world = openWorld(rows);
  const plain = createFakePort(world);
  const { glance } = plain.first;
  if (!glance.ok || !glance.value.page) throw new TypeError('a page expected');
  const page = { ...glance.value.page, ...change };
  const answer = { ...glance.value, page, ...(more.last && { last: more.last }) };
  const fake = createFakePort(world, {
    glance: () => ok(answer),
    'fill.ready': () => ok({ sure: more.sure ?? false }),
  });
  await act(async () => {
    render(
      <App port={fake.port} first={{ ...fake.first, glance: ok(answer) }} later={later} />,
      document.body,
    );
  });
  await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
  return fake;
}
const text = () => document.body.textContent ?? '';
const press = (words: string) =>
  act(async () =>
    [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(words))?.click(),
  );
const key = (name: string, more: KeyboardEventInit = {}) =>
  act(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, ...more }),
    );
  });

test('a page that resembles a known one is named above the codes', async () => {
  await open({ resembles });
  const warning = document.querySelector('.likeness');
  expect(warning?.textContent).toContain('id.examp1e.ca');
  expect(warning?.textContent).toContain('id.example.ca');
  const list = document.querySelector('.list');
  expect(
    list && warning && warning.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy();
});

test('a copy there is asked about first, the safe answer first; a no copies nothing', async () => {
  const fake = await open({ resembles });
  await act(async () => document.querySelector<HTMLElement>('.row-main')?.click());
  expect(fake.port.copy).not.toHaveBeenCalled();
  expect([...document.querySelectorAll('.likeness button')].map((one) => one.textContent)).toEqual([
    english.t('likeCopyNo'),
    english.t('likeCopyYes'),
  ]);
  expect(document.activeElement?.textContent).toBe(english.t('likeCopyNo'));
  await press(english.t('likeCopyNo'));
  expect(fake.port.copy).not.toHaveBeenCalled();
  expect(text()).not.toContain(english.t('copyFailed'));
  await act(async () => document.querySelector<HTMLElement>('.row-main')?.click());
  await press(english.t('likeCopyYes'));
  await vi.waitFor(() => expect(fake.port.copy).toHaveBeenCalledTimes(1));
});

test('any other page copies at once', async () => {
  const fake = await open({});
  expect(document.querySelector('.likeness')).toBeNull();
  await act(async () => document.querySelector<HTMLElement>('.row-main')?.click());
  expect(fake.port.copy).toHaveBeenCalledTimes(1);
});

test('Enter puts the code in a page that is sure to want it, Control+C copies, and both are said', async () => {
  const fake = await open({}, { sure: true });
  expect(text()).toContain(english.t('enterFills'));
  await key('Enter');
  expect(fake.asked).toContainEqual({
    name: 'fill.account',
    request: { tabId: 7, accountId: 'id-0', confirmedHost: null },
  });
  expect(fake.port.copy).not.toHaveBeenCalled();
  await key('c', { ctrlKey: true });
  expect(fake.port.copy).toHaveBeenCalledTimes(1);
});

test('Enter copies where the page is not sure', async () => {
  const fake = await open({}, { sure: false });
  await key('Enter');
  expect(fake.names()).not.toContain('fill.account');
  expect(fake.port.copy).toHaveBeenCalledTimes(1);
});

test('the last code can be said to be wrong', async () => {
  const last = { host: 'id.example.ca', issuer: 'Cégep', name: 'alice', unattended: true };
  const fake = await open({}, { last });
  expect(text()).toContain('entered by itself in id.example.ca');
  await press(english.t('lastWrong'));
  expect(fake.asked).toContainEqual({ name: 'correct.show', request: { tabId: 7 } });
});
