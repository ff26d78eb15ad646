import { expect, test } from 'vitest';
import { fail, ok } from '@/lib/errors';
import type { VaultContent } from '@/lib/vault/account';
import { sampleAccount } from '@/tests/fakes/accounts';
import { withHttpHost } from '@/lib/sites/memory';
import { changedSite, narrowed, untiedSite } from './sites-list';
import { undoable, withChangeUndone } from './sites-undo';

const origin = 'https://portail.exemple.ca';
const { id: accountId } = sampleAccount(1);
const content: VaultContent = {
  schema: 1,
  accounts: [sampleAccount(1, { sites: ['https://a.exemple.ca', origin], domains: ['exemple.ca'] })],
  sites: { [origin]: { field: 'k', accountId, unattended: true } },
  httpHosts: ['intranet:8080'],
};
const back = { nowMs: 9, unattended: true };
/** A vault that holds `content`. */
function vaultOf(held: VaultContent) {
  const world = { held };
  const update = async (change: (before: VaultContent) => VaultContent) =>
    ok((world.held = change(world.held)));
  return { world, update };
}
const outline = ({ accounts, sites, httpHosts }: VaultContent) => ({
  sites: accounts.map((one) => new Set(one.sites)),
  domains: accounts.map((one) => one.domains ?? []),
  remembered: sites,
  httpHosts,
});

test.each([
  ['untying', { origin, accountId }, (before: VaultContent) => untiedSite(before, origin, accountId, 5)],
  [
    'narrowing',
    { domain: 'exemple.ca', accountId },
    (before: VaultContent) => narrowed(before, 'exemple.ca', accountId, 5),
  ],
  [
    'forgetting a choice',
    { origin },
    (before: VaultContent) => changedSite(before, origin, { choices: null }),
  ],
  [
    'forbidding a host',
    { httpHost: 'intranet:8080' },
    (before: VaultContent) => withHttpHost(before, 'intranet:8080', false),
  ],
])('%s is undone whole', async (_name, about, change) => {
  const { world, update } = vaultOf(content);
  const undo = await undoable({ update }, about, change);
  expect(outline(world.held)).not.toEqual(outline(content));
  if (!undo.ok) throw new TypeError('an undo expected');
  expect(outline(withChangeUndone(world.held, undo.value, back))).toEqual(outline(content));
});

test('a change that could not be written has nothing to undo', async () => {
  const update = async () => fail('vault-write-failed');
  expect(await undoable({ update }, { origin }, (before) => before)).toEqual(fail('vault-write-failed'));
});

test('what was chosen since stays, and nothing comes twice', () => {
  const undo = { origin, accountId, memory: { field: 'old', never: true } };
  const after = withChangeUndone(content, undo, back);
  expect(after.sites).toEqual({ [origin]: { field: 'k', accountId, unattended: true, never: true } });
  expect(after.accounts).toBe(content.accounts);
});

test('nothing comes back that the organisation forbids, or that no account may be tied to', () => {
  const bare: VaultContent = { schema: 1, accounts: [sampleAccount(1, { sites: [] })] };
  const undo = { origin, memory: { unattended: true, field: 'k' } };
  expect(withChangeUndone(bare, undo, { nowMs: 9, unattended: false }).sites).toEqual({
    [origin]: { field: 'k' },
  });
  for (const wrong of [
    { origin: 'http://portail.exemple.ca', accountId },
    { domain: 'exemple.ca', accountId },
    { origin, accountId: 'somebody' },
  ])
    expect(withChangeUndone(bare, wrong, back).accounts).toEqual(bare.accounts);
});

test('the account remembers that the site came back', () => {
  const untied = untiedSite(content, origin, accountId, 5);
  const [account] = withChangeUndone(untied, { origin, accountId }, back).accounts;
  expect(account?.history?.map(({ changedAtMs }) => changedAtMs)).toEqual([5, 9]);
});
