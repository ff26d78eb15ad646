import { expect, it } from 'vitest';
import type { OtpParameters } from '@/lib/otp/parameters';
import { account, createWorld, tabId } from '@/tests/fakes/walk-ports';
import { fill } from './fill';
import { accountsPage, next } from './show';

const tab = { id: 1, url: 'https://id.example.org/login', privateWindow: false, active: true };
const accounts = [
  account({ id: 'a', issuer: 'Amisgest' }),
  account({ id: 'b', issuer: 'Cégep Édouard-Montpetit', sites: ['https://id.example.org'] }),
  account({ id: 'c', issuer: 'Desjardins' }),
  account({ id: 'd', issuer: 'Omnivox', sites: ['https://id.example.org'] }),
  account({
    id: 'e',
    issuer: 'Zoom',
    otp: { kind: 'hotp', secret: 'GEZDGNBVGY3TQOJQ', algorithm: 'SHA1', digits: 6, counter: 4 },
  }),
];
const ids = (offset: number, limit: number, query = '', url: string | null = tab.url) =>
  accountsPage({ schema: 1, accounts }, { ...tab, url }, { query, offset, limit }, 59_000).rows.map(
    ({ id }) => id,
  );

it('puts the accounts of the site first, each group in the order of the vault', () => {
  expect(ids(0, 10)).toEqual(['b', 'd', 'a', 'c', 'e']);
  expect(ids(0, 10, '', null)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it('answers any window of the list with the same rows as the whole', () => {
  const whole = ids(0, 10);
  for (let offset = 0; offset <= 5; offset++)
    for (let limit = 0; limit <= 5; limit++)
      expect(ids(offset, limit)).toEqual(whole.slice(offset, offset + limit));
});

it('forgives accents and case in a search', () => {
  expect(ids(0, 10, 'cegep EDOUARD')).toEqual(['b']);
  expect(ids(0, 10, 'nothing like it')).toEqual([]);
});

it('gives this code and the next, RFC 6238 at 59 s, and no code of a counter before it is asked for', () => {
  const page = accountsPage({ schema: 1, accounts }, tab, { query: '', offset: 0, limit: 5 }, 59_000);
  expect(page.rows[0]?.code).toMatchObject({
    kind: 'timed',
    current: '287082',
    expiresAtMs: 60_000,
    periodSeconds: 30,
  });
  expect(page.rows[4]?.code).toEqual({ kind: 'counted', current: null, counter: 4 });
  expect(page).toMatchObject({ total: 5, here: 2, host: 'id.example.org' });
});

it('shows an account of a kind it does not know without a code, says so when asked, and types nothing', async () => {
  const world = createWorld();
  const otp = { kind: 'ocra', secret: 'GEZDGNBV', suite: 'x' } as unknown as OtpParameters;
  const unknown = account({ id: 'later', otp, sites: ['https://id.example.org'] });
  world.content = { ...world.content, accounts: [unknown] };
  const { rows } = accountsPage(
    { schema: 1, accounts: [unknown] },
    tab,
    { query: '', offset: 0, limit: 5 },
    59_000,
  );
  expect(rows[0]?.code).toEqual({ kind: 'counted', current: null, counter: 0 });
  const refusal = { ok: false, failure: { code: 'kind-unknown' } };
  expect(await next(world.ports, 'later')).toEqual(refusal);
  expect(await next(world.ports, 'nobody')).toMatchObject({ failure: { code: 'account-unknown' } });
  for (const accountId of ['later', null]) {
    await fill(world.ports, tabId, { frameId: null, focusedOnly: false, accountId, confirmedHost: null });
    const { card } = world.record();
    const said = card?.kind === 'signing-in' ? card.fill : card;
    expect(said).toMatchObject({ kind: 'failed', failure: { code: 'kind-unknown' } });
  }
  expect(world.typed).toEqual([]);
  expect(world.content.accounts).toEqual([unknown]);
});

it('shows the codes of kinds that need a PIN like any other', () => {
  const motp = account({ otp: { kind: 'motp', secret: '4MKSV7XGEWM4Q', pin: '1234' } });
  const yandex = account({
    otp: { kind: 'yandex', secret: 'LA2V6KMCGYMWWVEW64RNP3JA3I', pin: '7586' },
  });
  const { rows } = accountsPage(
    { schema: 1, accounts: [motp, yandex] },
    tab,
    { query: '', offset: 0, limit: 2 },
    1_581_064_020_000,
  );
  expect(rows.map(({ code }) => code)).toMatchObject([
    { kind: 'timed', periodSeconds: 10, current: expect.stringMatching(/^[0-9a-f]{6}$/) },
    { kind: 'timed', periodSeconds: 30, current: 'oactmacq' },
  ]);
});

it.each([
  ['https://id.exarnple.org/login', 'letters'],
  ['https://id.example.org.evil.test/', 'inside'],
  ['http://id.example.org/', 'insecure'],
])('says of %s that it is not the site of an account', (url, kind) => {
  const page = accountsPage({ schema: 1, accounts }, { ...tab, url }, { query: '', offset: 0, limit: 5 }, 0);
  expect(page).toMatchObject({ here: 0, resembles: { kind, known: 'id.example.org' } });
});

it('says nothing of the kind where an account belongs, or of a page like no other', () => {
  const page = (url: string, domains: string[] = []) =>
    accountsPage(
      { schema: 1, accounts: [account({ sites: ['https://bleu.omnivox.ca'], domains })] },
      { ...tab, url },
      { query: '', offset: 0, limit: 5 },
      0,
    );
  expect(page('https://bleu.omnivox.ca/x').resembles).toBeUndefined();
  expect(page('https://bleu-lea.omnivox.ca/x', ['omnivox.ca']).here).toBe(1);
  expect(page('https://meteo.example').resembles).toBeUndefined();
});

it('counts an insecure site only where the person allowed its host by name', () => {
  const intranet = account({ sites: ['http://intranet:8080'] });
  const page = (httpHosts: string[]) =>
    accountsPage(
      { schema: 1, accounts: [intranet], httpHosts },
      { ...tab, url: 'http://intranet:8080/x' },
      { query: '', offset: 0, limit: 5 },
      0,
    ).here;
  expect(page([])).toBe(0);
  expect(page(['intranet:8080'])).toBe(1);
});
