// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { fail, ok } from '@/lib/errors';
import type { SitesState } from '@/lib/messages/sites-protocol';
import { noPolicy } from '@/lib/settings/policy';
import { createFakePort, english, openWorld } from '../app/fake-port';
import { SpeechProvider } from '../ui/speech';
import { SitesSection } from './sites-section';
import type { Step } from './use-undo';

afterEach(() => act(() => render(null, document.body)));

const origin = 'https://id.example.ca';
const account = { id: 'a1', issuer: 'Cégep', name: 'alice' };
const site = {
  origin,
  host: 'id.example.ca',
  accounts: [account],
  allowed: false,
  unattended: false,
  links: false,
  never: false,
  chosen: false,
};
const state = (
  change: Partial<SitesState['sites'][number]> = {},
  more: Partial<SitesState> = {},
): SitesState => ({
  sites: [{ ...site, ...change }],
  domains: [],
  httpHosts: [],
  isProtected: true,
  ...more,
});

let steps: Step[] = [];
async function open(answer: SitesState | 'locked') {
  const fake = createFakePort(openWorld([]), {
    'sites.list': () => (answer === 'locked' ? fail('vault-locked') : ok(answer)),
    'sites.untie': () => ok(untied),
  });
  steps = [];
  await act(async () =>
    render(
      <SpeechProvider value={english}>
        <SitesSection policy={noPolicy} port={fake.port} remember={(step) => steps.push(step)} />
      </SpeechProvider>,
      document.body,
    ),
  );
  return fake;
}
const untied = { origin, accountId: 'a1', memory: { field: 'k', unattended: true } };
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));
const press = (element: Element | undefined) =>
  act(async () => {
    (element as HTMLElement).click();
    await settled();
  });
const button = (text: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(text));
const sent = (fake: Awaited<ReturnType<typeof open>>) =>
  fake.asked.filter(({ name }) => name !== 'sites.list');

test('each site is listed with its accounts, and an account can be removed from it', async () => {
  const fake = await open(state());
  expect(document.body.textContent).toContain('id.example.ca');
  expect(document.body.textContent).toContain('Cégep, alice');
  await press(button('Remove'));
  expect(sent(fake)).toEqual([{ name: 'sites.untie', request: { origin, accountId: 'a1' } }]);
});

test('an account that was removed from a site can be given back, with all that was remembered', async () => {
  const fake = await open(state());
  await press(button('Remove'));
  expect(steps.map(({ changed }) => changed(english.t))).toEqual([
    'Cégep is no longer used on id.example.ca. You will be asked the next time.',
  ]);
  steps[0]?.takeBack();
  expect(sent(fake)[1]).toEqual({ name: 'sites.undo', request: untied });
  expect(steps[0]?.undone(english.t)).toBe('“id.example.ca” is as it was before.');
});

test('a site is allowed by the browser’s own question, for its host alone', async () => {
  const fake = await open(state());
  await press(boxes()[0]);
  expect(fake.port.allowSite).toHaveBeenCalledExactlyOnceWith('https://id.example.ca/*');
  expect(sent(fake)).toEqual([{ name: 'sites.allowed', request: { origin, allowed: true } }]);
});

test('a permission that is not given changes nothing, and says so', async () => {
  const fake = await open(state());
  vi.mocked(fake.port.allowSite).mockResolvedValue(false);
  await press(boxes()[1]);
  expect(sent(fake)).toEqual([]);
  expect(document.body.textContent).toContain(english.t('siteRefused'));
  expect(boxes()[1]?.checked).toBe(false);
});

test('filling by itself is turned on after the permission, and off with it', async () => {
  const on = await open(state());
  await press(boxes()[1]);
  expect(sent(on)).toEqual([
    { name: 'sites.allowed', request: { origin, allowed: true } },
    { name: 'sites.change', request: { origin, change: { unattended: true } } },
  ]);
  const off = await open(state({ allowed: true, unattended: true }));
  await act(() => render(null, document.body));
  const again = await open(state({ allowed: true, unattended: true }));
  expect(off.asked).toBeDefined();
  await press(boxes()[0]);
  expect(sent(again)).toEqual([
    { name: 'sites.change', request: { origin, change: { unattended: false } } },
    { name: 'sites.allowed', request: { origin, allowed: false } },
  ]);
});

test('clicks on account links are a choice of their own, off until it is made, after the permission', async () => {
  const off = await open(state());
  expect(document.body.textContent).toContain(english.t('siteLinks'));
  expect(boxes()[2]?.checked).toBe(false);
  await press(boxes()[2]);
  expect(sent(off)).toEqual([
    { name: 'sites.allowed', request: { origin, allowed: true } },
    { name: 'sites.links', request: { origin, on: true } },
  ]);
  await act(() => render(null, document.body));
  const on = await open(state({ allowed: true, links: true }));
  expect(boxes()[2]?.checked).toBe(true);
  await press(boxes()[2]);
  expect(sent(on)).toEqual([{ name: 'sites.links', request: { origin, on: false } }]);
});

test('clicks on account links stay the page’s where the browser did not give the permission', async () => {
  const fake = await open(state());
  vi.mocked(fake.port.allowSite).mockResolvedValue(false);
  await press(boxes()[2]);
  expect(sent(fake)).toEqual([]);
});

test.each([
  ['a vault without a password', state({}, { isProtected: false }), 'siteFillNeeds'],
  ['two accounts', state({ accounts: [account, { ...account, id: 'a2' }] }), 'siteFillOne'],
] as const)('is not offered for %s, and says why', async (_name, answer, word) => {
  await open(answer);
  expect(boxes()[1]?.disabled).toBe(true);
  expect(document.body.textContent).toContain(english.t(word));
});

test('every choice that was remembered can be taken back', async () => {
  const fake = await open(
    state(
      { never: true, chosen: true },
      { domains: [{ domain: 'example.ca', account }], httpHosts: ['intranet:8080'] },
    ),
  );
  await press(button(english.t('siteAgain')));
  await press(button(english.t('siteForget')));
  await press(button(english.t('domainRemove')));
  await press(button('intranet:8080'));
  expect(sent(fake).map(({ name, request }) => [name, request])).toEqual([
    ['sites.change', { origin, change: { never: false } }],
    ['sites.change', { origin, change: { choices: null } }],
    ['sites.narrow', { domain: 'example.ca', accountId: 'a1' }],
    ['sites.http', { host: 'intranet:8080', allowed: false }],
  ]);
  expect(steps).toHaveLength(4);
});

test('a locked vault shows no site', async () => {
  await open('locked');
  expect(document.body.textContent).toContain(english.t('sitesLocked'));
  expect(document.querySelectorAll('li')).toHaveLength(0);
});

test('where the organisation forbids it, nothing enters codes by itself, and who decided is said', async () => {
  const forbidding = { ...noPolicy, forbidUnattendedFill: true };
  const fake = createFakePort(openWorld([]), {
    'sites.list': () => ok(state({ allowed: true, unattended: true })),
  });
  await act(async () =>
    render(
      <SpeechProvider value={english}>
        <SitesSection policy={forbidding} port={fake.port} remember={() => undefined} />
      </SpeechProvider>,
      document.body,
    ),
  );
  await act(async () => void (await settled()));
  expect(boxes()[1]?.disabled).toBe(true);
  expect(boxes()[1]?.checked).toBe(false);
  expect(document.body.textContent).toContain('Set by your organization.');
});
