import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeWorld, account, createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import { fill } from './fill';
import { look, noteSubmitted } from './look';
import { hasAccountHere } from './site-mark';
import { changedSite, listSites, narrowed, untiedSite } from './sites-list';
import { codeAtStep } from '@/lib/otp/code';
import type { TotpParameters } from '@/lib/otp/parameters';
import { fillUnattended } from './unattended';

let world: FakeWorld;
const load = 'load-1';
beforeEach(() => {
  world = createWorld();
  world.content = {
    schema: 1,
    accounts: [account({ sites: [origin] })],
    sites: { [origin]: { unattended: true } },
  };
  world.vaultState = { kind: 'open', protected: true, accounts: 1 };
  world.access.set(origin, 'kept');
});

it('enters one code, says nothing, and remembers that it did it by itself', async () => {
  await fillUnattended(world.ports, tabId, { origin, load });
  expect(world.typed).toMatchObject([{ expectedOrigin: origin, focusedOnly: false }]);
  expect(world.shown).toEqual([]);
  expect(world.record()).toMatchObject({ card: null, last: { unattended: true, accountId: 'a1' } });
});

it('enters at most one code for one load of the page, and not one after the other', async () => {
  await fillUnattended(world.ports, tabId, { origin, load });
  await fillUnattended(world.ports, tabId, { origin, load });
  world.nowMs += 31_000;
  await fillUnattended(world.ports, tabId, { origin, load: 'load-2' });
  expect(world.typed).toHaveLength(1);
  world.nowMs += 120_000;
  await fillUnattended(world.ports, tabId, { origin, load: 'load-3' });
  expect(world.typed).toHaveLength(2);
});

it('enters none where this step’s code was used already', async () => {
  await world.ports.usedSteps.set('a1', Math.floor(world.nowMs / 30_000));
  await fillUnattended(world.ports, tabId, { origin, load });
  expect(world.typed).toHaveLength(0);
});

it('waits out a code that is about to die, and looks at everything again', async () => {
  world.nowMs = 1_700_000_010_000 - (1_700_000_010_000 % 30_000) + 27_000;
  await fillUnattended(world.ports, tabId, { origin, load });
  expect(world.typed).toHaveLength(1);
  expect(world.nowMs % 30_000).toBeLessThan(1000);
});

it('enters none when the page went elsewhere while a code was waited out', async () => {
  world.nowMs = 1_700_000_010_000 - (1_700_000_010_000 % 30_000) + 27_000;
  const { sleep } = world.ports.clock;
  Object.assign(world.ports.clock, {
    sleep: async (ms: number) => {
      world.page.url = 'https://elsewhere.example/';
      await sleep(ms);
    },
  });
  await fillUnattended(world.ports, tabId, { origin, load });
  expect(world.typed).toHaveLength(0);
});

describe('nothing is entered', () => {
  it.each([
    ['where it was not turned on', () => (world.content = { ...world.content, sites: {} })],
    [
      'on a site where nothing is to be entered',
      () => (world.content = { ...world.content, sites: { [origin]: { unattended: true, never: true } } }),
    ],
    ['without a password', () => (world.vaultState = { kind: 'open', protected: false, accounts: 1 })],
    ['while the vault is locked', () => (world.vaultState = { kind: 'locked' })],
    ['without the permission', () => world.access.clear()],
    ['with a permission for once', () => world.access.set(origin, 'once')],
    ['when the tab shows another origin', () => (world.page.url = 'https://id.example.org.evil.test/')],
    ['when the tab is not in front', () => (world.page.active = false)],
    ['when the page now answers from another origin', () => (world.page.surveyOrigin = 'https://evil.test')],
    [
      'for two accounts',
      () =>
        (world.content = {
          ...world.content,
          accounts: [...world.content.accounts, account({ id: 'a2', sites: [origin] })],
        }),
    ],
    [
      'for an account of a wider domain',
      () => (world.content = { ...world.content, accounts: [account({ domains: ['example.org'] })] }),
    ],
    [
      'for a counter',
      () =>
        (world.content = {
          ...world.content,
          accounts: [
            account({
              sites: [origin],
              otp: { kind: 'hotp', secret: 'GEZDGNBVGY3TQOJQ', algorithm: 'SHA1', digits: 6, counter: 1 },
            }),
          ],
        }),
    ],
    ['in an unsure field', () => (world.page.field = { certainty: 'unsure' })],
    ['in a hidden field', () => (world.page.field = { visible: false })],
    ['in a field that holds something', () => (world.page.field = { replaceable: false })],
    ['in a field for a code sent by message', () => (world.page.field = { class: 'delivered' })],
    ['on an insecure page', () => (world.page.secureContext = false)],
  ])('%s', async (_name, arrange) => {
    arrange();
    await fillUnattended(world.ports, tabId, { origin, load });
    expect(world.typed).toHaveLength(0);
    expect(world.shown).toEqual([]);
    expect(world.record().card).toBeNull();
  });

  it('while a card is shown', async () => {
    await world.ports.records.change(tabId, (record) => ({ ...record, card: { kind: 'private-window' } }));
    await fillUnattended(world.ports, tabId, { origin, load });
    expect(world.typed).toHaveLength(0);
  });

  it('right after a gesture of the person there', async () => {
    await fill(world.ports, tabId, {
      frameId: null,
      focusedOnly: false,
      accountId: null,
      confirmedHost: null,
    });
    world.nowMs += 31_000;
    await fillUnattended(world.ports, tabId, { origin, load });
    expect(world.typed).toHaveLength(1);
  });
});

describe('the mark on the icon', () => {
  it('stands where an account belongs and the person allowed the site', async () => {
    expect(await hasAccountHere(world.ports, `${origin}/login`)).toBe(true);
  });

  it.each([
    ['another host', () => undefined, 'https://evil.example/'],
    ['no permission to stay', () => world.access.set(origin, 'once'), `${origin}/`],
    ['a locked vault', () => (world.vaultState = { kind: 'locked' }), `${origin}/`],
    ['no account', () => (world.content = { schema: 1, accounts: [account()] }), `${origin}/`],
    ['no address', () => undefined, null],
  ])('does not stand for %s', async (_name, arrange, address) => {
    arrange();
    expect(await hasAccountHere(world.ports, address)).toBe(false);
  });
});

describe('the sites of the settings', () => {
  it('are listed with their accounts, permissions and choices', async () => {
    world.content = {
      schema: 1,
      accounts: [account({ sites: [origin, 'https://a.example'], domains: ['example.org'] })],
      sites: { [origin]: { unattended: true, field: 'k1' }, 'https://never.example': { never: true } },
      httpHosts: ['intranet:8080'],
    };
    const listed = await listSites(
      world.ports.vault,
      [origin, 'https://kept.example'],
      ['https://kept.example', 'https://gone.example'],
    );
    const option = { id: 'a1', issuer: 'Cégep', name: 'alice' };
    const site = (host: string) => ({
      origin: `https://${host}`,
      host,
      accounts: [],
      allowed: false,
      unattended: false,
      links: false,
      never: false,
      chosen: false,
    });
    expect(listed).toEqual({
      ok: true,
      value: {
        sites: [
          { ...site('a.example'), accounts: [option] },
          { ...site('id.example.org'), accounts: [option], allowed: true, unattended: true, chosen: true },
          { ...site('kept.example'), allowed: true, links: true },
          { ...site('never.example'), never: true },
        ],
        domains: [{ domain: 'example.org', account: option }],
        httpHosts: ['intranet:8080'],
        isProtected: true,
      },
    });
  });

  it('give back each thing by itself', () => {
    const before = { ...world.content, accounts: [account({ sites: [origin], domains: ['example.org'] })] };
    expect(changedSite(before, origin, { unattended: false }).sites).toEqual({});
    expect(untiedSite(before, origin, 'a1', 5)).toMatchObject({ accounts: [{ sites: [] }], sites: {} });
    expect(narrowed(before, 'example.org', 'a1', 5).accounts[0]?.domains).toEqual([]);
    const chosen = { ...before, sites: { [origin]: { field: 'k', accountId: 'a1', never: true } } };
    expect(changedSite(chosen, origin, { choices: null }).sites).toEqual({ [origin]: { never: true } });
    expect(changedSite(chosen, origin, { never: false }).sites).toEqual({
      [origin]: { field: 'k', accountId: 'a1' },
    });
  });
});

it.each([
  ['goes by a clock that is followed and was read lately', 3_600_000, 1],
  [
    'does nothing where the site would have to be asked for its time, which takes a gesture',
    13 * 3_600_000,
    0,
  ],
])('%s', async (_, agoMs, typed) => {
  world.nowMs = 1_700_000_010_000 - (1_700_000_010_000 % 30_000) + 12_000;
  world.page.clockMs = -60_000;
  const offset = { offsetMs: -60_000, errorMs: 510, measuredAtMs: world.nowMs - agoMs };
  world.content = { ...world.content, clockOffsets: { [origin]: offset } };
  await fillUnattended(world.ports, tabId, { origin, load: 'a'.repeat(24) });
  expect(world.page.clockReads).toBe(0);
  const otp = world.content.accounts[0]?.otp as TotpParameters;
  const code = codeAtStep(otp, Math.floor((world.nowMs - 60_000) / 30_000));
  expect(world.typed.map((one) => one.code)).toEqual(Array.from({ length: typed }, () => code));
});

it('asks nothing of a site that refuses its code, and says nothing', async () => {
  await fillUnattended(world.ports, tabId, { origin, load });
  await noteSubmitted(world.ports, tabId, { origin, cancelled: false });
  Object.assign(world.page, { outcome: 'refused', clockMs: 90_000 });
  await look(world.ports, tabId);
  expect(world.page.clockReads).toBe(0);
  expect(world.shown).toEqual([]);
  expect(world.record().card).toBeNull();
});
