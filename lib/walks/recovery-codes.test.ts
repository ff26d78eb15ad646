import { beforeEach, describe, expect, it } from 'vitest';
import { type Result, fail, ok } from '@/lib/errors';
import type { Way } from '@/lib/vault/ways';
import { type FakeWorld, account, createWorld, tabId } from '@/tests/fakes/walk-ports';
import { askedCode, keepCodes, readCodes, showCodes, tickCode, type CodesPorts } from './recovery-codes';

const values = ['a1b2-c3d4', 'e5f6-a7b8', 'c9d0-e1f2', 'a3b4-c5d6'];

let world: FakeWorld;
let ports: CodesPorts;
let ways: Way[];
beforeEach(() => {
  world = createWorld();
  world.content = { schema: 1, accounts: [account(), account({ id: 'a2', name: 'bob' })] };
  ways = [];
  const opens = (right: string) => async (typed: string) =>
    typed === right ? ok() : (fail('password-wrong') as Result<void>);
  ports = {
    ...world.ports,
    vault: {
      ...world.ports.vault,
      ways: async () => ok(ways),
      unlock: opens('chat bleu'),
      unlockWithRecoveryCode: opens('00005'),
    },
  };
});
const protect = (type: 'password' | 'recovery'): void => {
  ways = [{ id: 'w', type, createdAtMs: 0, label: null, removable: false } as unknown as Way];
  world.vaultState = { kind: 'open', protected: true, accounts: 2 };
};

it('reads what the page shows, and keeps nothing by that', async () => {
  expect(await readCodes(ports, tabId)).toEqual(fail('codes-none'));
  world.page.recoveryCodes = values;
  expect(await readCodes(ports, tabId)).toEqual(ok({ codes: values }));
  expect(world.events).toEqual([]);
});

it('keeps them in order with their account, another set in the place of the first', async () => {
  await keepCodes(ports, 'a1', values);
  expect(world.content.accounts[0]?.recoveryCodes).toEqual(
    values.map((value) => ({ value, usedAtMs: null })),
  );
  expect(world.content.accounts[1]?.recoveryCodes).toBeUndefined();
  await keepCodes(ports, 'a1', values.slice(1));
  expect(world.content.accounts[0]?.recoveryCodes).toHaveLength(3);
  expect((await keepCodes(ports, 'gone', values)).ok).toBe(false);
});

it('ticks one off, and takes that back', async () => {
  await keepCodes(ports, 'a1', values);
  await tickCode(ports, 'a1', 1, true);
  expect(world.content.accounts[0]?.recoveryCodes?.map(({ usedAtMs }) => usedAtMs)).toEqual([
    null,
    world.nowMs,
    null,
    null,
  ]);
  await tickCode(ports, 'a1', 1, false);
  expect(world.content.accounts[0]?.recoveryCodes?.every(({ usedAtMs }) => usedAtMs === null)).toBe(true);
});

describe('showing them', () => {
  beforeEach(() => keepCodes(ports, 'a1', values));

  it('asks nobody where there is no password', async () => {
    expect(await showCodes(ports, 'a1', null)).toMatchObject(ok({ kind: 'shown', codes: { length: 4 } }));
  });

  it.each([
    ['password', 'chat bleu', '00005'],
    ['recovery', '00005', 'chat bleu'],
  ] as const)('of a protected vault asks again: %s', async (by, right, wrong) => {
    protect(by);
    expect(await showCodes(ports, 'a1', null)).toEqual(ok({ kind: 'asks', by }));
    expect(await showCodes(ports, 'a1', wrong)).toEqual(fail('password-wrong'));
    expect(await showCodes(ports, 'a1', '')).toEqual(fail('password-wrong'));
    expect(await showCodes(ports, 'a1', right)).toMatchObject(ok({ kind: 'shown' }));
  });

  it('shows nothing of a locked vault', async () => {
    ports.vault.content = async () => fail('vault-locked');
    expect(await showCodes(ports, 'a1', 'chat bleu')).toEqual(fail('vault-locked'));
  });
});

it('says which number the page asks for, and types nothing', async () => {
  world.page.askedRecovery = 3;
  expect(await askedCode(ports, tabId)).toEqual(ok({ number: 3 }));
  expect(world.typed).toEqual([]);
});
