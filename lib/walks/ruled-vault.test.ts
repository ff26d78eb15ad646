import { beforeEach, expect, it } from 'vitest';
import { type FakeWorld, account, createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import { parsers } from '@/lib/messages/parse';
import type { MessageName } from '@/lib/messages/protocol';
import { noPolicy, type Policy, strictestPolicy } from '@/lib/settings/policy';
import { enrol } from './enrol';
import { fill } from './fill';
import { refusalOf } from './message-rules';
import { glance } from './show';
import { createRuledVault, type Rules } from './ruled-vault';
import { hasAccountHere } from './site-mark';
import { fillUnattended } from './unattended';

let world: FakeWorld;
let policy: Policy;
let hasPassword: boolean;
const rules: Rules = { policy: async () => policy, hasPassword: async () => hasPassword };
const gesture = { frameId: null, focusedOnly: false, accountId: null, confirmedHost: null };

/** The walks' ports, their vault ruled as the background's is. */
const ruled = () => ({ ...world.ports, vault: createRuledVault(world.ports.vault, rules) });

beforeEach(() => {
  world = createWorld();
  policy = noPolicy;
  hasPassword = false;
  world.content = { schema: 1, accounts: [account({ sites: [origin] })] };
});

it('is the vault as it is, where there are no rules', async () => {
  const { vault } = ruled();
  expect(await vault.state()).toEqual(await world.ports.vault.state());
  expect(await vault.content()).toEqual(await world.ports.vault.content());
  await fill(ruled(), tabId, gesture);
  expect(world.typed).toHaveLength(1);
});

it('turned off, shows no account, enters no code, saves nothing, and says why', async () => {
  policy = { ...noPolicy, disable: true };
  const before = world.content;
  await fill(ruled(), tabId, gesture);
  expect(world.record().card).toMatchObject({ failure: { code: 'organisation-disabled' } });
  await enrol(ruled(), tabId, { srcUrl: null, targetElementId: null });
  expect(world.typed).toEqual([]);
  expect(world.content).toBe(before);
  expect((await ruled().vault.update(() => ({ schema: 1, accounts: [] }))).ok).toBe(false);
  expect(world.content).toBe(before);
  const seen = await glance(ruled(), { tabId, limit: 12 });
  expect(seen.vault).toEqual({ kind: 'unusable', failure: { code: 'organisation-disabled' } });
  expect(seen.page).toBeNull();
  expect(JSON.stringify(seen)).not.toContain(account().issuer);
  expect(await hasAccountHere(ruled(), origin)).toBe(false);
});

it('turned off by rules that nobody can read, names them', async () => {
  policy = strictestPolicy(['Disable']);
  expect(await ruled().vault.state()).toEqual({
    kind: 'unusable',
    failure: { code: 'organisation-unreadable', details: { rules: 'Disable' } },
  });
});

it('without a password that is required, enters and shows nothing that a site counts on', async () => {
  policy = { ...noPolicy, requirePassword: true };
  world.content = { schema: 1, accounts: [account({ sites: [origin], confirmed: true })] };
  await fill(ruled(), tabId, gesture);
  expect(world.typed).toEqual([]);
  expect(world.record().card).toMatchObject({ failure: { code: 'organisation-password' } });
  const seen = await glance(ruled(), { tabId, limit: 12 });
  expect(seen.vault).toMatchObject({ kind: 'open', mustProtect: true });
  expect(seen.page?.rows).toEqual([]);
  hasPassword = true;
  await fill(ruled(), tabId, gesture);
  expect(world.typed).toHaveLength(1);
});

it('without it, still saves an account that a page gives, and shows that one', async () => {
  policy = { ...noPolicy, requirePassword: true };
  const old = account({ sites: [origin], confirmed: true });
  world.content = { schema: 1, accounts: [old] };
  const fresh = account({ id: 'fresh', confirmed: false });
  const { vault } = ruled();
  expect((await vault.update((content) => ({ ...content, accounts: [...content.accounts, fresh] }))).ok).toBe(
    true,
  );
  expect(world.content.accounts).toEqual([old, fresh]);
  const content = await vault.content();
  expect(content.ok && content.value.accounts).toEqual([fresh]);
});

it('a vault with nothing in it has nothing to protect yet', async () => {
  policy = { ...noPolicy, requirePassword: true };
  world.content = { schema: 1, accounts: [] };
  expect(await ruled().vault.state()).toEqual({ kind: 'empty' });
});

it('where codes may not be entered by themselves, none is, whatever was turned on before', async () => {
  world.content = {
    schema: 1,
    accounts: [account({ sites: [origin] })],
    sites: { [origin]: { unattended: true } },
  };
  world.vaultState = { kind: 'open', protected: true, accounts: 1 };
  world.access.set(origin, 'kept');
  world.policy = { ...noPolicy, forbidUnattendedFill: true };
  await fillUnattended(world.ports, tabId, { origin, load: 'a' });
  expect(world.typed).toEqual([]);
  world.policy = noPolicy;
  await fillUnattended(world.ports, tabId, { origin, load: 'a' });
  expect(world.typed).toHaveLength(1);
});

const all = Object.keys(parsers) as MessageName[];
const answered = async () => {
  const refusals = await Promise.all(all.map((name) => refusalOf(name, world.ports.vault, rules)));
  return all.filter((_, index) => refusals[index] === null);
};

it('without rules every question is answered', async () => {
  expect(await answered()).toEqual(all);
});

it('turned off, only what takes data out is answered: no code, no account, no change of the accounts', async () => {
  policy = { ...noPolicy, disable: true };
  const left = await answered();
  for (const name of [
    'glance',
    'policy.read',
    'vault.unlock',
    'backup.write',
    'recovery.export',
    'leave.now',
  ])
    expect(left).toContain(name);
  for (const name of left.filter((one) => one !== 'account.prove'))
    expect(name).not.toMatch(/^(accounts|account|fill|card|enrol|list|sites|codes)\./);
});

it('without the password that is required, adding and protecting are answered, and no code is', async () => {
  policy = { ...noPolicy, requirePassword: true };
  const left = await answered();
  for (const name of ['enrol.scan', 'card.fill', 'vault.protect', 'accounts.page'])
    expect(left).toContain(name);
  for (const name of ['accounts.next', 'fill.account', 'codes.show', 'account.reveal', 'sites.list'])
    expect(left).not.toContain(name);
  hasPassword = true;
  expect(await answered()).toEqual(all);
});
