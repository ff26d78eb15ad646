import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '@/lib/errors';
import type { MoveTo } from '@/lib/messages/list-protocol';
import { defaultSettings, type Sort, sorts } from '@/lib/settings/settings';
import type { Account } from '@/lib/vault/account';
import { contentAfter } from '@/lib/vault/changing';
import { account, createWorld, tabId } from '@/tests/fakes/walk-ports';
import { about, move, pin, tag } from './arrange';
import { arranged, groupsOf } from './list-order';
import { accountsPage, page } from './show';

const site = 'https://id.example.org';

function worldOf(accounts: Account[]) {
  const world = createWorld();
  world.content = { schema: 1, accounts };
  const ports = {
    ...world.ports,
    changeSettings: async (change: object) => {
      world.settings = { ...world.settings, ...change };
    },
  };
  const shown = async (more: object = {}) => {
    const answer = await page(world.ports, { tabId, query: '', offset: 0, limit: 100, ...more });
    return answer.ok ? answer.value.rows.map(({ id }) => id).join(' ') : answer.failure.code;
  };
  return { world, ports, shown };
}
const five = () => [
  account({ id: 'a', issuer: 'Amisgest', createdAtMs: 5 }),
  account({ id: 'b', issuer: 'Bell', createdAtMs: 1, sites: [site] }),
  account({ id: 'c', issuer: 'Caisse', createdAtMs: 3, pinned: true }),
  account({ id: 'd', issuer: 'Desjardins', createdAtMs: 4, tags: ['Banque'] }),
  account({ id: 'e', issuer: 'Enbridge', createdAtMs: 6, tags: ['Banque'] }),
];

it('shows the site’s accounts, then those pinned, then the others', async () => {
  const { shown } = worldOf(five());
  expect(await shown()).toBe('b c a d e');
  expect(await shown({ tag: 'Banque' })).toBe('d e');
  expect(await shown({ offset: 1, limit: 3 })).toBe('c a d');
});

it.each<[Sort, string]>([
  ['name', 'b c a d e'],
  ['own', 'b c a d e'],
  ['added', 'b c e a d'],
  ['recent', 'b c e d a'],
])('orders each part by %s', async (sort, expected) => {
  const { world, shown } = worldOf(five());
  world.settings = { ...world.settings, sort };
  for (const id of ['d', 'e']) await world.ports.uses.note(id, null, 0);
  expect(await shown()).toBe(expected);
});

it.each<[string, MoveTo, string, number, boolean]>([
  ['d', 'up', 'b c d a e', 3, true],
  ['d', 'down', 'b c a e d', 5, true],
  ['e', 'first', 'b c e a d', 3, true],
  ['a', 'last', 'b c d e a', 5, true],
  ['e', { side: 'before', accountId: 'd' }, 'b c a e d', 4, true],
  ['a', { side: 'after', accountId: 'd' }, 'b c d a e', 4, true],
  ['a', 'up', 'b c a d e', 3, false],
  ['e', 'down', 'b c a d e', 5, false],
  ['b', 'down', 'b c a d e', 1, false],
  ['c', 'last', 'b c a d e', 2, false],
  ['a', { side: 'before', accountId: 'c' }, 'b c a d e', 3, false],
  ['a', { side: 'before', accountId: 'a' }, 'b c a d e', 3, false],
])('moves %s %o', async (accountId, to, expected, place, moved) => {
  const { world, ports, shown } = worldOf(five());
  expect(await move(ports, { tabId, accountId, to })).toEqual(ok({ moved, place, total: 5 }));
  expect(await shown()).toBe(expected);
  expect(world.settings.sort).toBe(moved ? 'own' : 'name');
});

it('moves within a group as the person sees it', async () => {
  const { ports, shown } = worldOf(five());
  expect(await move(ports, { tabId, tag: 'Banque', accountId: 'e', to: 'up' })).toEqual(
    ok({ moved: true, place: 1, total: 2 }),
  );
  expect(await shown({ tag: 'Banque' })).toBe('e d');
});

it('keeps the person’s order through later changes, with what is new at the end; by name it is still by name', async () => {
  const { world, ports, shown } = worldOf(five());
  await move(ports, { tabId, accountId: 'e', to: 'first' });
  const before = world.content;
  const added = { ...before, accounts: [...before.accounts, account({ id: 'z', issuer: 'Aaa' })] };
  world.content = contentAfter(before, added, 0);
  expect(await shown()).toBe('b c e a d z');
  world.settings = { ...world.settings, sort: 'name' };
  expect(await shown()).toBe('b c z a d e');
});

it('takes the order that is shown for the person’s own at the first move', async () => {
  const { world, ports, shown } = worldOf(five());
  world.settings = { ...world.settings, sort: 'added' };
  expect(await shown()).toBe('b c e a d');
  await move(ports, { tabId, accountId: 'd', to: 'up' });
  expect(await shown()).toBe('b c e d a');
});

it('never loses or doubles an account, wherever one is moved to', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'gone'];
  const to: fc.Arbitrary<MoveTo> = fc.oneof(
    fc.constantFrom('up' as const, 'down' as const, 'first' as const, 'last' as const),
    fc.record({
      side: fc.constantFrom('before' as const, 'after' as const),
      accountId: fc.constantFrom(...ids),
    }),
  );
  const moves = fc.array(fc.tuple(fc.constantFrom(...ids), to), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(moves, fc.constantFrom(...sorts), async (made, sort) => {
      const { world, ports, shown } = worldOf(five());
      world.settings = { ...defaultSettings, sort };
      for (const [accountId, where] of made) {
        const answer = await move(ports, { tabId, accountId, to: where });
        const now = (await shown()).split(' ');
        expect(now.toSorted().join('')).toBe('abcde');
        expect(now.slice(0, 2)).toEqual(['b', 'c']);
        if (answer.ok) expect(now[answer.value.place - 1]).toBe(accountId);
      }
    }),
    { numRuns: 60 },
  );
});

it('pins, and takes the pin away', async () => {
  const { world, ports, shown } = worldOf(five());
  expect(await pin(ports, 'e', true)).toEqual(ok(null));
  expect(await shown()).toBe('b c e a d');
  await pin(ports, 'c', false);
  expect(await shown()).toBe('b e a c d');
  expect(world.content.accounts.find(({ id }) => id === 'c')).not.toHaveProperty('pinned');
  expect(await pin(ports, 'gone', true)).toMatchObject({ failure: { code: 'account-unknown' } });
});

it('puts an account into groups and says which there are', async () => {
  const { world, ports } = worldOf(five());
  await tag(ports, 'a', ['Travail', 'Banque']);
  expect(await about(ports, 'a')).toEqual(
    ok({ pinned: false, tags: ['Travail', 'Banque'], known: ['Banque', 'Travail'] }),
  );
  await tag(ports, 'a', []);
  expect(world.content.accounts[0]).not.toHaveProperty('tags');
  expect(groupsOf(world.content.accounts)).toEqual(['Banque']);
});

it('says until when the code of this step is spent, and no longer', async () => {
  const { world } = worldOf(five());
  const step = Math.floor(world.nowMs / 30_000);
  await world.ports.uses.note('a', (step + 1) * 30_000, world.nowMs);
  await world.ports.uses.note('d', step * 30_000, world.nowMs);
  const answer = await page(world.ports, { tabId, query: '', offset: 0, limit: 9 });
  const extras = answer.ok ? answer.value.rows.map(({ id, extra }) => [id, extra?.usedUntilMs]) : [];
  expect(extras.filter(([, until]) => until !== undefined)).toEqual([['a', (step + 1) * 30_000]]);
});

it('says where an account that is followed has gone', () => {
  const content = { schema: 1 as const, accounts: five() };
  const tab = { id: 1, url: `${site}/login`, privateWindow: false, active: true };
  for (const query of ['', 'e']) {
    const whole = accountsPage(content, tab, { query, offset: 0, limit: 9 }, 0).rows;
    for (const id of ['a', 'b', 'c', 'd', 'e', 'gone'])
      expect(accountsPage(content, tab, { query, offset: 0, limit: 0, follow: id }, 0).at).toBe(
        whole.findIndex((row) => row.id === id),
      );
  }
});

it('sorts nothing twice for the same accounts', () => {
  const content = { schema: 1 as const, accounts: five() };
  const how = { sort: 'added' as const, recent: [] };
  expect(arranged(content, how)).toBe(arranged(content, how));
});
