import { describe, expect, it } from 'vitest';
import { importParsers } from '@/lib/messages/parse-import';
import type { ImportChoice } from '@/lib/messages/import-protocol';
import type { ImportedEntry } from '@/lib/transfer/file-format';
import type { Account } from '@/lib/vault/account';
import { sampleAccount } from '@/tests/fakes/accounts';
import { createWorld } from '@/tests/fakes/walk-ports';
import { editFields } from './account-edit';
import { commitImport, importState, previewImport, undoImport } from './import-accounts';

const totp = (secret: string, change: object = {}) =>
  ({ kind: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30, ...change }) as const;
const entry = (n: number, change: Partial<ImportedEntry> = {}): ImportedEntry => ({
  issuer: `Issuer ${n}`,
  name: `name ${n}`,
  otp: totp(`${'AB'[n % 2]}${'A'.repeat(20)}${'ABCDEFGHIJ'[n % 10]}`),
  ...change,
});
const accountOf = (n: number, change: Partial<Account> = {}): Account => ({
  ...sampleAccount(n),
  issuer: `Issuer ${n}`,
  name: `name ${n}`,
  otp: entry(n).otp,
  sites: [],
  ...change,
});

function worldWith(...accounts: readonly Account[]) {
  const world = createWorld();
  world.content = { ...world.content, accounts };
  return world;
}

async function rowsOf(accounts: readonly Account[], entries: readonly ImportedEntry[]) {
  const preview = await previewImport(worldWith(...accounts).ports, entries);
  if (!preview.ok) throw new Error(preview.failure.code);
  return preview.value.rows;
}

describe('the preview', () => {
  it('says new, same and twice, and what is here only; nothing is written', async () => {
    const world = worldWith(accountOf(1), accountOf(3));
    const before = world.content;
    const preview = await previewImport(world.ports, [entry(1), entry(2), entry(2)]);
    expect(preview).toEqual({
      ok: true,
      value: {
        rows: [{ status: 'same' }, { status: 'new' }, { status: 'same', twice: true }],
        seen: ['same', 'new', 'same'],
        hereOnly: [{ issuer: 'Issuer 3', name: 'name 3' }],
      },
    });
    expect(world.content).toBe(before);
  });

  const hotp = {
    kind: 'hotp',
    secret: 'AAAAAAAAAAAAAAAA',
    algorithm: 'SHA1',
    digits: 6,
    counter: 7,
  } as const;
  it.each([
    ['other names', { issuer: 'X' }, {}, ['issuer'], 'leave'],
    ['other codes', { otp: { ...entry(1).otp, digits: 8 } as never }, {}, ['codes'], 'leave'],
    ['a counter that is further on', { otp: hotp }, { otp: { ...hotp, counter: 6 } }, ['counter'], 'take'],
    ['another key under the same names', { otp: totp('CCCCCCCCCCCCCCCC') }, {}, ['secret'], 'both'],
    ['a note', { note: 'n' }, {}, ['note'], 'leave'],
    [
      'a tag, a pin, a site',
      { tags: ['t'], pinned: true, suggestedSites: ['https://a.ca'] } as const,
      {},
      ['tags', 'pinned', 'sites'],
      'take',
    ],
  ] as const)('%s: changed, with what is usual', async (_name, change, here, fields, usual) => {
    const [row] = await rowsOf([accountOf(1, here)], [entry(1, change)]);
    expect(row).toEqual({ status: 'changed', fields, here: { issuer: 'Issuer 1', name: 'name 1' }, usual });
  });

  it('a counter that is behind changes nothing', async () => {
    const here = accountOf(1, { otp: { ...hotp, counter: 9 } });
    expect(await rowsOf([here], [entry(1, { otp: hotp })])).toEqual([{ status: 'same' }]);
  });

  it('the same key under two names in one file is two accounts', async () => {
    const rows = await rowsOf([], [entry(1), entry(1, { issuer: 'Other' })]);
    expect(rows.map(({ status }) => status)).toEqual(['new', 'new']);
  });
});

describe('the commit', () => {
  /** `since`: what happens between the look and the yes. */
  const commit = async (
    world: ReturnType<typeof worldWith>,
    entries: readonly ImportedEntry[],
    choices: readonly ImportChoice[],
    since: () => void = () => undefined,
  ) => {
    const preview = await previewImport(world.ports, entries);
    if (!preview.ok) throw new Error(preview.failure.code);
    since();
    const done = await commitImport(world.ports, { entries, choices, seen: preview.value.seen });
    if (!done.ok) throw new Error(done.failure.code);
    return done.value;
  };
  const happening =
    (world: ReturnType<typeof worldWith>, ...accounts: readonly Account[]) =>
    () => {
      world.content = { ...world.content, accounts };
    };

  it('puts no key in the place of a namesake that came between the look and the yes, and names it', async () => {
    const world = worldWith();
    const namesake = accountOf(1, { otp: totp('CCCCCCCCCCCCCCCC') });
    const done = await commit(world, [entry(1), entry(2)], ['take', 'take'], happening(world, namesake));
    expect(done).toEqual({ added: 1, changed: 0, meanwhile: [0] });
    expect(world.content.accounts).toMatchObject([namesake, { issuer: 'Issuer 2' }]);
    expect(world.content.accounts[0]).toBe(namesake);
  });

  it.each([
    ['has another key', { otp: totp('DDDDDDDDDDDDDDDD') }],
    ['has another note', { note: 'newer' }],
    ['is another account of these names', { id: 'another' }],
  ])('leaves what %s than when it was looked at', async (_name, change) => {
    const here = accountOf(1, { otp: totp('CCCCCCCCCCCCCCCC') });
    const world = worldWith(here);
    const after = { ...here, ...change };
    const done = await commit(world, [entry(1)], ['take'], happening(world, after));
    expect(done).toEqual({ added: 0, changed: 0, meanwhile: [0] });
    expect(world.content.accounts).toEqual([after]);
    expect(world.content.lastImport).toBeUndefined();
  });

  it('is not stopped by what it would not touch: a counter that moved, a pin, an account elsewhere', async () => {
    const hotp = { kind: 'hotp', secret: 'AAAAAAAAAAAAAAAA', algorithm: 'SHA1', digits: 6 } as const;
    const here = accountOf(1, { otp: { ...hotp, counter: 7 } });
    const world = worldWith(here);
    const since = happening(world, { ...here, otp: { ...hotp, counter: 8 }, pinned: true }, accountOf(5));
    const file = entry(1, { otp: { ...hotp, counter: 20 }, issuer: 'Renamed' });
    expect(await commit(world, [file], ['take'], since)).toEqual({ added: 0, changed: 1, meanwhile: [] });
  });

  it('says nothing of what came here meanwhile by another way, just as it is in the file', async () => {
    const world = worldWith();
    const done = await commit(world, [entry(1)], ['take'], happening(world, accountOf(1)));
    expect(done).toEqual({ added: 0, changed: 0, meanwhile: [] });
  });

  it('writes nothing for a mark that is none', async () => {
    const world = worldWith(accountOf(1));
    const request = { entries: [entry(2)], choices: ['take'], seen: ['made up'] } as const;
    expect(await commitImport(world.ports, request)).toMatchObject({ value: { added: 0, meanwhile: [0] } });
  });

  it('no longer counts an account as verified whose key it replaces, until that is taken back', async () => {
    const world = worldWith(accountOf(1, { confirmed: true }), accountOf(2, { confirmed: true }));
    const entries = [entry(1, { otp: totp('CCCCCCCCCCCCCCCC') }), entry(2, { issuer: 'Renamed' })];
    await commit(world, entries, ['take', 'take']);
    expect(world.content.accounts.map(({ confirmed }) => confirmed)).toEqual([false, true]);
    await undoImport(world.ports);
    expect(world.content.accounts.map(({ confirmed }) => confirmed)).toEqual([true, true]);
    expect(world.content.accounts[0]?.otp).toEqual(accountOf(1).otp);
  });

  it('writes what was chosen in one go, with everything the entry holds', async () => {
    const world = worldWith(accountOf(1));
    const rich = entry(2, { note: 'n', tags: ['t'], pinned: true, suggestedSites: ['https://a.ca'] });
    expect(await commit(world, [entry(1), rich, entry(3)], ['take', 'take', 'leave'])).toEqual({
      added: 1,
      changed: 0,
      meanwhile: [],
    });
    expect(world.content.accounts).toHaveLength(2);
    expect(world.content.accounts.find(({ issuer }) => issuer === 'Issuer 2')).toMatchObject({
      otp: rich.otp,
      note: 'n',
      tags: ['t'],
      pinned: true,
      suggestedSites: ['https://a.ca'],
      sites: [],
    });
  });

  it('takes the file’s values, keeps ours in the history, and never sets a counter back', async () => {
    const hotp = {
      kind: 'hotp',
      secret: 'AAAAAAAAAAAAAAAA',
      algorithm: 'SHA1',
      digits: 6,
      counter: 7,
    } as const;
    const world = worldWith(
      accountOf(1, { otp: { ...hotp, counter: 9 }, tags: ['ours'], sites: ['https://ours.ca'] }),
    );
    await commit(world, [entry(1, { otp: hotp, issuer: 'Renamed', tags: ['theirs'] })], ['take']);
    const [account] = world.content.accounts;
    expect(account).toMatchObject({
      issuer: 'Renamed',
      otp: { counter: 9 },
      tags: ['ours', 'theirs'],
      sites: ['https://ours.ca'],
    });
    expect(account?.history).toMatchObject([{ before: { issuer: 'Issuer 1' }, by: 'import' }]);
    await undoImport(world.ports);
    expect(world.content.accounts[0]?.history).toMatchObject([{ by: 'import' }, { by: 'import-undone' }]);
  });

  it('beside: another account of the same names', async () => {
    const world = worldWith(accountOf(1));
    await commit(world, [entry(1, { otp: totp('CCCCCCCCCCCCCCCC') })], ['both']);
    expect(world.content.accounts.map(({ otp }) => otp.secret)).toContain('CCCCCCCCCCCCCCCC');
    expect(world.content.accounts).toHaveLength(2);
  });

  it('an account in the trash comes back as it was', async () => {
    const world = worldWith();
    const old = accountOf(1, { sites: ['https://ours.ca'] });
    world.content = { ...world.content, trash: [{ account: old, deletedAtMs: 1 }] };
    await commit(world, [entry(1)], ['take']);
    expect(world.content.accounts).toMatchObject([{ id: old.id, sites: ['https://ours.ca'] }]);
    expect(world.content.trash).toEqual([]);
  });

  it('an entry without a code is none of those without a code in the trash', async () => {
    const world = worldWith();
    const codes = [{ value: 'libre-2222', usedAtMs: null }];
    const old = accountOf(1, { otp: { kind: 'none' }, recoveryCodes: codes });
    world.content = { ...world.content, trash: [{ account: old, deletedAtMs: 1 }] };
    const other = entry(2, { otp: { kind: 'none' } });
    expect(await previewImport(world.ports, [other])).toMatchObject({
      value: { rows: [{ status: 'new' }] },
    });
    await commit(world, [other], ['take']);
    expect(world.content.accounts[0]?.id).not.toBe(old.id);
    expect(world.content.accounts[0]?.recoveryCodes).toBeUndefined();
    expect(world.content.trash).toMatchObject([{ account: { id: old.id } }]);
  });

  it('a backup of ours with the identifier of an account in the trash puts nothing out of it', async () => {
    const world = worldWith();
    const old = accountOf(1);
    world.content = { ...world.content, trash: [{ account: old, deletedAtMs: 1 }] };
    const whole = { ...accountOf(2), id: old.id };
    await commit(world, [entry(2, { account: whole })], ['take']);
    expect(world.content.accounts).toMatchObject([{ otp: whole.otp }]);
    expect(world.content.accounts[0]?.id).not.toBe(old.id);
    expect(world.content.trash).toMatchObject([{ account: old }]);
  });

  it('taken back, it leaves what the person changed since', async () => {
    const world = worldWith(accountOf(1, { note: 'before' }));
    await commit(world, [entry(1, { issuer: 'Renamed', note: 'of the file', tags: ['t'] })], ['take']);
    world.nowMs += 1000;
    const edited = await editFields(world.ports, accountOf(1).id, { note: 'of the person' });
    expect(edited.ok).toBe(true);
    world.nowMs += 1000;
    expect((await undoImport(world.ports)).ok).toBe(true);
    const [account] = world.content.accounts;
    expect(account).toMatchObject({ issuer: 'Issuer 1', note: 'of the person' });
    expect(account?.tags).toEqual(accountOf(1).tags);
  });

  it('a backup of ours brings accounts whole, under their own identifier unless it is taken', async () => {
    const whole = accountOf(2, { domains: ['ours.ca'], confirmed: true });
    const world = worldWith(accountOf(1));
    await commit(world, [entry(2, { account: whole })], ['take']);
    expect(world.content.accounts).toContainEqual(whole);
  });

  it('can be taken back, also after other changes; a second time there is nothing', async () => {
    const world = worldWith(accountOf(1), accountOf(3));
    await commit(world, [entry(2), entry(1, { issuer: 'Renamed' })], ['take', 'take']);
    expect(await importState(world.ports)).toMatchObject({ value: { last: { added: 1, changed: 1 } } });
    world.content = { ...world.content, accounts: [...world.content.accounts, accountOf(4)] };
    expect(await undoImport(world.ports)).toEqual({ ok: true, value: { removed: 1, putBack: 1 } });
    expect(world.content.accounts.map(({ issuer }) => issuer).toSorted()).toEqual([
      'Issuer 1',
      'Issuer 3',
      'Issuer 4',
    ]);
    expect(world.content.trash).toMatchObject([{ account: { issuer: 'Issuer 2' } }]);
    expect(await importState(world.ports)).toEqual({ ok: true, value: { last: null } });
    expect(await undoImport(world.ports)).toMatchObject({ ok: false, failure: { code: 'import-gone' } });
  });

  it('of ten thousand entries takes linear time', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      entry(n, { otp: totp(`${n.toString(2).replaceAll('0', 'A').replaceAll('1', 'B').padStart(16, 'C')}`) }),
    );
    const world = worldWith();
    expect(
      await commit(
        world,
        many,
        many.map(() => 'take' as const),
      ),
    ).toEqual({ added: 10_000, changed: 0, meanwhile: [] });
  });
});

describe('at the door', () => {
  const accepts = (one: unknown) => importParsers['import.preview']({ entries: [one] }) !== undefined;

  it('every kind of entry is let in', () => {
    const kept = { kind: 'kept', secret: '', what: 'SHA384', address: 'otpauth://totp/a', format: 'aegis' };
    expect(accepts(entry(1))).toBe(true);
    expect(accepts(entry(1, { otp: kept as never }))).toBe(true);
    expect(accepts(entry(1, { otp: { kind: 'motp', secret: 'AAAA', pin: '1234' } }))).toBe(true);
    expect(accepts(entry(1, { account: accountOf(1) }))).toBe(true);
    const history = [{ changedAtMs: 1, before: { note: null } }];
    const later = { ...accountOf(1, { history, domains: ['a.ca'], mark: 'github' }), ofLater: { x: 1 } };
    expect(accepts(entry(1, { account: later }))).toBe(true);
  });

  it.each([
    ['a field that is none', { ...entry(1), sites: ['https://evil.ca'] }],
    [
      'a field named like a part of every object',
      JSON.parse(`{"issuer":"","name":"","__proto__":{},"otp":{"kind":"none"}}`),
    ],
    ['an account whose sites are none', entry(1, { account: accountOf(1, { sites: [5] as never }) })],
    ['an account without a word for its name', entry(1, { account: accountOf(1, { name: 5 as never }) })],
    [
      'an account with an earlier value that is none',
      entry(1, { account: accountOf(1, { history: [null] as never }) }),
    ],
    ['no name', { issuer: '', otp: entry(1).otp }],
    ['digits nobody has', entry(1, { otp: { ...entry(1).otp, digits: 99 } as never })],
    ['a key that is none', entry(1, { otp: { ...entry(1).otp, secret: 'a b' } as never })],
    ['another kind', entry(1, { otp: { kind: 'other' } as never })],
  ])('%s is not', (_name, one) => expect(accepts(one)).toBe(false));

  it('as many choices and marks as entries', () => {
    const parse = (choices: unknown, seen: unknown) =>
      importParsers['import.commit']({ entries: [entry(1)], choices, seen });
    expect(parse([], ['new'])).toBeUndefined();
    expect(parse(['take'], [])).toBeUndefined();
    expect(parse(['take'], undefined)).toBeUndefined();
    expect(parse(['take'], [7])).toBeUndefined();
    expect(parse(['take'], ['new'])).toBeDefined();
  });
});
