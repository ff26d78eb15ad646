// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { ok } from '@/lib/errors';
import type { Card } from '@/lib/messages/protocol';
import { type Actions, createActions } from '../app/actions';
import { createFakePort, english, openWorld } from '../app/fake-port';
import { SpeechProvider } from '../ui/speech';
import { CardView } from './card-view';
import { reasonWords } from './reasons';

afterEach(() => act(() => render(null, document.body)));

async function show(card: Exclude<Card, { kind: 'locked' }>) {
  const fake = createFakePort(openWorld([], card));
  const actions: Actions = createActions({
    port: fake.port,
    tabId: () => 7,
    reload: async () => undefined,
    onFailure: () => undefined,
  });
  await act(async () =>
    render(
      <SpeechProvider value={english}>
        <CardView
          card={card}
          actions={actions}
          isProtected
          findRow={async () => ok(null)}
          copy={async () => true}
          say={() => undefined}
        />
      </SpeechProvider>,
      document.body,
    ),
  );
  return fake;
}
const press = (words: string) =>
  act(async () => {
    [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(words))?.click();
    await new Promise((resolve) => setTimeout(resolve, 10));
  });
const text = () => document.body.textContent ?? '';
const buttons = () => [...document.querySelectorAll('.buttons button')].map((one) => one.textContent);

test('the fields of a page are listed by label and place', async () => {
  const fake = await show({
    kind: 'pick-field',
    host: 'id.example.ca',
    accountId: null,
    failure: { code: 'field-unsure' },
    options: [
      { label: 'Code', place: 'Sign in' },
      { label: '', place: '' },
    ],
  });
  expect(text()).toContain('near “Sign in”');
  await press(english.t('fieldNameless'));
  expect(fake.asked).toEqual([{ name: 'fill.field', request: { tabId: 7, index: 1 } }]);
});

test('a frame is named with the page around it; the browser is asked in the same click', async () => {
  const origin = 'https://login.example.net';
  const fake = await show({
    kind: 'ask-frame',
    accountId: 'a1',
    topHost: 'portal.example.ca',
    frames: [{ origin, host: 'login.example.net' }],
  });
  expect(text()).toContain('portal.example.ca');
  await press('login.example.net');
  expect(fake.port.allowSite).toHaveBeenCalledExactlyOnceWith('https://login.example.net/*');
  expect(fake.asked).toEqual([
    { name: 'fill.frame', request: { tabId: 7, origin, given: false } },
    { name: 'fill.frame', request: { tabId: 7, origin, given: true } },
  ]);
});

test('an insecure page is refused first; allowing it takes a second step with a warning', async () => {
  const fake = await show({ kind: 'insecure', host: 'intranet.local', accountId: 'a1' });
  expect(buttons()[0]).toBe(english.t('askSiteNo'));
  expect(text()).not.toContain(english.t('insecureWarning'));
  await press(english.t('insecureOnly'));
  expect(text()).toContain(english.t('insecureWarning'));
  await press('intranet.local');
  expect(fake.asked).toEqual([
    { name: 'sites.http', request: { host: 'intranet.local', allowed: true } },
    { name: 'fill.account', request: { tabId: 7, accountId: 'a1', confirmedHost: null } },
  ]);
});

test('a site where nothing is entered can be taken back', async () => {
  const fake = await show({
    kind: 'never-here',
    origin: 'https://id.example.ca',
    host: 'id.example.ca',
    accountId: null,
  });
  await press(english.t('neverUndo'));
  expect(fake.asked[0]).toEqual({
    name: 'sites.change',
    request: { origin: 'https://id.example.ca', change: { never: false } },
  });
});

test('what was wrong is put right in one click, with the reasons in words', async () => {
  const fake = await show({
    kind: 'correct',
    accountId: 'a1',
    issuer: 'Cégep',
    name: 'alice',
    host: 'id.example.ca',
    field: { label: 'Search', place: '' },
    reasons: ['name', 'length', 'besides'],
    unattended: false,
    accounts: [{ id: 'a2', issuer: 'Cégep', name: 'bob' }],
    fields: [{ label: 'Code', place: '' }],
  });
  expect(text()).toContain(english.t('whyName'));
  expect(text()).toContain(english.t('whyShape'));
  await press('bob');
  await press('Code');
  await press('Never enter');
  expect(fake.asked).toEqual([
    { name: 'correct.account', request: { tabId: 7, accountId: 'a2' } },
    { name: 'fill.field', request: { tabId: 7, index: 0 } },
    { name: 'correct.never', request: { tabId: 7 } },
  ]);
});

test.each([
  [[], ['whyUnknown']],
  [
    ['chosen', 'name'],
    ['whyChosen', 'whyName'],
  ],
  [['label', 'text-before'], ['whyLabel']],
])('the signals %j are said as %j', (reasons, said) => {
  expect(reasonWords(reasons)).toEqual(said);
});

const ask: Extract<Card, { kind: 'ask-site' }> = {
  kind: 'ask-site',
  accountId: 'a1',
  issuer: 'Cégep',
  name: 'alice',
  host: 'bleu-lea.omnivox.ca',
  knownHosts: ['bleu.omnivox.ca'],
};

test('the wider domain is offered last, and says whose else it is', async () => {
  const fake = await show(ask);
  await vi.waitFor(() => expect(text()).toContain('other schools'));
  expect(buttons()[0]).toBe(english.t('askSiteNo'));
  await press(english.t('askWiden', { domain: 'omnivox.ca' }));
  expect(fake.asked).toEqual([
    {
      name: 'fill.account',
      request: { tabId: 7, accountId: 'a1', confirmedHost: 'bleu-lea.omnivox.ca', widenTo: 'omnivox.ca' },
    },
  ]);
});

test.each([
  ['a neighbour under a public suffix', { host: 'toi.github.io', knownHosts: ['moi.github.io'] }],
  ['another domain', { host: 'id.example.org', knownHosts: ['id.example.com'] }],
])('no wider domain is offered for %s', async (_name, change) => {
  await show({ ...ask, ...change });
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(buttons()).toHaveLength(2);
});

test('a host that resembles a known one says which, and in what', async () => {
  await show({
    ...ask,
    host: 'bleu.omn1vox.ca',
    resembles: { kind: 'letters', host: 'bleu.omn1vox.ca', known: 'bleu.omnivox.ca' },
  });
  expect(text()).toContain(english.t('likeTitle', { known: 'bleu.omnivox.ca' }));
  expect(text()).toContain(english.t('likeLetters'));
  expect(buttons()[0]).toBe(english.t('askSiteNo'));
});

test('the page around a frame is named, and the yes is for both', async () => {
  const fake = await show({ ...ask, knownHosts: ['bleu-lea.omnivox.ca'], framedBy: 'evil.example' });
  expect(text()).toContain('evil.example');
  await press(english.t('askSiteYes', { host: ask.host }));
  expect(fake.asked[0]).toEqual({
    name: 'fill.account',
    request: { tabId: 7, accountId: 'a1', confirmedHost: ask.host, confirmedTop: 'evil.example' },
  });
});

test('an account from a link of the page is asked about, by its names as text and its page', async () => {
  const card = {
    kind: 'page-link',
    host: 'id.example.ca',
    issuer: '<b>Cégep</b>',
    name: 'alice',
    others: 2,
  } as const;
  const fake = await show(card);
  for (const said of ['<b>Cégep</b>', 'alice', 'id.example.ca', '2']) expect(text()).toContain(said);
  await press(english.t('pageLinkYes'));
  expect(fake.asked).toContainEqual({ name: 'card.choose', request: { tabId: 7, index: 0 } });
  const again = await show(card);
  await press(english.t('pageLinkNo'));
  expect(again.asked.map(({ name }) => name)).toEqual(['card.done']);
});

test('a site that the account’s file named: the yes comes first', async () => {
  const fake = await show({
    kind: 'ask-site',
    accountId: 'a1',
    issuer: 'Portal',
    name: 'alice',
    host: 'id.example.ca',
    knownHosts: [],
    suggested: true,
  });
  expect(text()).toContain(english.t('askSiteSuggested'));
  expect(buttons()[0]).toBe(english.t('askSiteYes', { host: 'id.example.ca' }));
  await press(english.t('askSiteYes', { host: 'id.example.ca' }));
  expect(fake.asked).toEqual([
    { name: 'fill.account', request: { tabId: 7, accountId: 'a1', confirmedHost: 'id.example.ca' } },
  ]);
});
