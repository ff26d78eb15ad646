import { beforeEach, describe, expect, it } from 'vitest';
import type { HistoryRow } from '@/lib/messages/account-protocol';
import { type FakeWorld, account, createWorld } from '@/tests/fakes/walk-ports';
import { addSite, editFields, lookAtSite, narrow, removeSite, widen } from './account-edit';
import { accountDetails } from './account-page';

let world: FakeWorld;
beforeEach(() => {
  world = createWorld();
  world.content = { schema: 1, accounts: [account(), account({ id: 'b', name: 'bob', tags: ['Travail'] })] };
});
const one = () => world.content.accounts[0];
const seen = async () => {
  const details = await accountDetails(world.ports, 'a1', null);
  if (!details.ok) throw new TypeError(details.failure.code);
  return details.value;
};
const edit = (change: Parameters<typeof editFields>[2]) => editFields(world.ports, 'a1', change);

describe('the fields of an account', () => {
  it('are changed, and what was there is told newest first with what it became', async () => {
    const first = await edit({ issuer: ' Hôpital\u202e ', name: 'alice' });
    expect(first).toEqual({ ok: true, value: { changedAtMs: world.nowMs } });
    world.nowMs += 1000;
    await edit({
      issuer: 'CHU',
      note: ' poste\r\n 4521\u0007 ',
      tags: [' Santé ', 'santé', ''],
      deviceName: '',
    });
    expect(one()).toMatchObject({ issuer: 'CHU', note: 'poste\n 4521', tags: ['Santé'] });
    const rows: readonly HistoryRow[] = (await seen()).history;
    expect(rows).toEqual([
      {
        changedAtMs: world.nowMs,
        by: null,
        changes: [
          { field: 'issuer', before: 'Hôpital', after: 'CHU' },
          { field: 'note', before: '', after: 'poste\n 4521' },
          { field: 'tags', before: [], after: ['Santé'] },
        ],
      },
      {
        changedAtMs: world.nowMs - 1000,
        by: null,
        changes: [{ field: 'issuer', before: 'Cégep', after: 'Hôpital' }],
      },
    ]);
  });

  it('by nothing are no edit, and a pin is none', async () => {
    expect(await edit({ issuer: 'Cégep', note: ' ', tags: [] })).toEqual({
      ok: true,
      value: { changedAtMs: null },
    });
    expect(world.events).toEqual([]);
    expect(await edit({ pinned: true })).toEqual({ ok: true, value: { changedAtMs: null } });
    expect(one()).toEqual(account({ pinned: true }));
    await edit({ pinned: false });
    expect(one()).toEqual(account());
  });

  it('of an account that is gone are not made up', async () => {
    expect(await editFields(world.ports, 'zz', { issuer: 'x' })).toEqual({
      ok: false,
      failure: { code: 'account-unknown' },
    });
  });

  it('come with the tags of all accounts, and the ones that may be this account twice', async () => {
    world.content = {
      ...world.content,
      accounts: [
        ...world.content.accounts,
        account({ id: 'c', name: 'alice', otp: { kind: 'steam', secret: 'AAAA' } }),
      ],
    };
    expect(await seen()).toMatchObject({
      knownTags: ['Travail'],
      twins: [
        { id: 'b', why: 'same-key' },
        { id: 'c', why: 'same-name' },
      ],
    });
  });

  it('tell how codes are made, and never with what', async () => {
    const details = await seen();
    expect(details.otp).toEqual({
      kind: 'totp',
      algorithm: 'SHA1',
      digits: 6,
      periodSeconds: 30,
      counter: 0,
    });
    expect(JSON.stringify(details)).not.toContain('GEZDGNBV');
  });
});

describe('a site that is typed', () => {
  beforeEach(() => {
    const [first, second] = world.content.accounts;
    if (!first || !second) throw new TypeError('two accounts expected');
    world.content = {
      ...world.content,
      accounts: [
        { ...first, sites: ['https://id.exemple.ca'] },
        { ...second, sites: ['https://portail.cegep.ca'] },
      ],
    };
  });

  it.each([
    ['id.exemple.ca', { already: true, resembles: null }],
    ['portail.cegep.ca/x', { already: false, resembles: null, others: [{ id: 'b' }] }],
    ['id.exernple.ca', { already: false, resembles: { known: 'id.exemple.ca' } }],
    ['ailleurs.org', { already: false, resembles: null, others: [] }],
  ])('%s is looked at before anything is tied', async (address, expected) => {
    expect(await lookAtSite(world.ports, 'a1', address)).toMatchObject({ ok: true, value: expected });
    expect(world.events).toEqual([]);
  });

  it('is added once, and not where no code may go', async () => {
    expect(await addSite(world.ports, 'a1', 'https://ailleurs.org')).toMatchObject({
      value: { changedAtMs: world.nowMs },
    });
    expect(await addSite(world.ports, 'a1', 'https://ailleurs.org')).toMatchObject({
      value: { changedAtMs: null },
    });
    expect(one()?.sites).toEqual(['https://id.exemple.ca', 'https://ailleurs.org']);
    for (const origin of ['http://ailleurs.org', 'https://ailleurs.org/x', 'data:x'])
      expect(await addSite(world.ports, 'a1', origin)).toMatchObject({ failure: { code: 'page-insecure' } });
    expect((await seen()).history).toMatchObject([{ changes: [{ field: 'sites' }] }]);
  });

  it('is widened only to a domain that it is under', async () => {
    expect(await widen(world.ports, 'a1', 'exemple.ca')).toMatchObject({ ok: true });
    expect(one()?.domains).toEqual(['exemple.ca']);
    for (const domain of ['autre.ca', 'ca'])
      expect(await widen(world.ports, 'a1', domain)).toMatchObject({ failure: { code: 'site-malformed' } });
    expect(one()?.domains).toEqual(['exemple.ca']);
    world.nowMs += 1;
    expect(await narrow(world.ports, 'a1', 'exemple.ca')).toMatchObject({
      value: { changedAtMs: world.nowMs },
    });
    expect(one()?.domains).toEqual([]);
  });

  it('is taken away, with what it was kept for the way back', async () => {
    expect(await removeSite(world.ports, 'a1', 'https://id.exemple.ca')).toMatchObject({
      value: { changedAtMs: world.nowMs },
    });
    expect(one()).toMatchObject({ sites: [], history: [{ before: { sites: ['https://id.exemple.ca'] } }] });
  });
});
