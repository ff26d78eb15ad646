import { beforeEach, describe, expect, it } from 'vitest';
import { countedCode } from '@/lib/otp/code';
import type { HotpParameters } from '@/lib/otp/parameters';
import { type FakeWorld, account, createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import * as details from './account-details';
import { accountDetails } from './account-page';
import { fill } from './fill';
import { glance } from './show';

const day = 86_400_000;
const asked = { frameId: null, focusedOnly: false, accountId: null, confirmedHost: null };
const counted: HotpParameters = {
  kind: 'hotp',
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 6,
  counter: 100,
};

let world: FakeWorld;
beforeEach(() => {
  world = createWorld();
});
const one = () => world.content.accounts[0];

describe('an entry without a code', () => {
  beforeEach(async () => {
    await details.addReminder(world.ports, {
      issuer: ' Jeton virtuel ',
      name: '',
      expiresAtMs: world.nowMs + 10 * day,
      renewalNote: ' Appeler. ',
    });
  });

  it('is in the list with its date, and counts as an account', async () => {
    const seen = await glance(world.ports, { tabId, limit: 12 });
    expect(seen.vault).toMatchObject({ accounts: 1 });
    expect(seen.page?.rows).toMatchObject([
      { issuer: 'Jeton virtuel', code: { kind: 'none' }, extra: { expiresAtMs: one()?.expiresAtMs } },
    ]);
    expect(one()?.renewalNote).toBe('Appeler.');
  });

  it('is never filled, and no site chooses it', async () => {
    await fill(world.ports, tabId, { ...asked, accountId: one()?.id ?? '' });
    expect(world.record().card).toMatchObject({ kind: 'failed', failure: { code: 'account-without-code' } });
    await fill(world.ports, tabId, asked);
    expect(world.typed).toEqual([]);
  });

  it('makes no code when asked for the next one', async () => {
    expect(await details.findCounter(world.ports, one()?.id ?? '', ['123456'])).toMatchObject({ ok: false });
  });
});

it('speaks of ends from 30 days before, and after, the first of them first', () => {
  const at = (id: string, days: number) => account({ id, expiresAtMs: world.nowMs + days * day });
  const content = {
    schema: 1 as const,
    accounts: [at('far', 31), at('soon', 30), at('over', -400), at('next', 1), account({ id: 'never' })],
  };
  expect(details.expiring(content, world.nowMs).map(({ accountId }) => accountId)).toEqual([
    'over',
    'next',
    'soon',
  ]);
});

it('sets a date and a note, and takes them away', async () => {
  world.content = { schema: 1, accounts: [account()] };
  await details.setDates(world.ports, 'a1', { expiresAtMs: 5, renewalNote: 'x' });
  expect(one()).toMatchObject({ expiresAtMs: 5, renewalNote: 'x' });
  await details.setDates(world.ports, 'a1', { expiresAtMs: null, renewalNote: ' ' });
  expect(one()).toEqual({ ...account(), history: expect.any(Array) });
  expect(await details.setDates(world.ports, 'b', { expiresAtMs: 5, renewalNote: '' })).toMatchObject({
    failure: { code: 'account-unknown' },
  });
});

it('tells of the site in front only where it is one of the account’s', async () => {
  world.content = { schema: 1, accounts: [account({ sites: [origin] })] };
  expect(await accountDetails(world.ports, 'a1', tabId)).toMatchObject({
    value: { site: { host: 'id.example.org', adjustedMs: null }, counter: null },
  });
  world.page.url = 'https://elsewhere.example';
  expect(await accountDetails(world.ports, 'a1', tabId)).toMatchObject({ value: { site: null } });
});

describe('a counter that has drifted', () => {
  beforeEach(() => {
    world.content = { schema: 1, accounts: [account({ otp: counted })] };
  });
  const codes = (...counters: number[]) => counters.map((counter) => countedCode({ ...counted, counter }));

  it.each([
    ['forward', codes(140, 141), 142],
    ['back', codes(20, 21), 22],
    ['nowhere', codes(98, 99), 100],
  ])('is found %s', async (moves, typed, counter) => {
    expect(await details.findCounter(world.ports, 'a1', typed)).toEqual({
      ok: true,
      value: { kind: 'found', counter, moves },
    });
  });

  it('is not found in a code of another account', async () => {
    expect(await details.findCounter(world.ports, 'a1', ['000000', '000000'])).toMatchObject({
      value: { kind: 'none' },
    });
  });

  it('goes forward, and back only with a yes', async () => {
    expect(await details.setCounter(world.ports, 'a1', 142, false)).toMatchObject({ ok: true });
    expect(await details.setCounter(world.ports, 'a1', 7, false)).toMatchObject({
      failure: { code: 'counter-back' },
    });
    expect(one()?.otp).toMatchObject({ counter: 142 });
    await details.setCounter(world.ports, 'a1', 7, true);
    expect(one()?.otp).toMatchObject({ counter: 7 });
  });
});
