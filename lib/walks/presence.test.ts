import { beforeEach, expect, it, vi } from 'vitest';
import { fail, ok } from '@/lib/errors';
import type { VaultState } from '@/lib/messages/protocol';
import type { Way } from '@/lib/vault/ways';
import {
  type Presence,
  type PresencePorts,
  forgetPresence,
  notePresence,
  presenceLifeMs,
  proveSelf,
  whilePresent,
} from './presence';

const way = (type: Way['type']): Way => ({ id: type, type, label: '', createdAt: null });
const open: VaultState = { kind: 'open', protected: true, accounts: 1 };

let state: VaultState;
let ways: Way[];
let noted: Presence | null;
let nowMs: number;
const change = vi.fn();

const ports: PresencePorts = {
  vault: {
    state: () => Promise.resolve(state),
    ways: () => Promise.resolve(ok(ways)),
    unlock: (password) => Promise.resolve(password === 'right' ? ok() : fail('password-wrong')),
    unlockWithRecoveryCode: () => Promise.resolve(ok()),
    unlockWithPasskey: () => Promise.resolve(ok()),
  },
  presence: {
    read: () => Promise.resolve(noted),
    write: (presence) => {
      noted = presence;
      return Promise.resolve();
    },
  },
  clock: { now: () => nowMs },
};

beforeEach(() => {
  state = open;
  ways = [way('password'), way('recovery')];
  noted = null;
  nowMs = Date.UTC(2026, 10, 22);
  change.mockReset().mockResolvedValue(ok('changed'));
});

it('changes nothing for who has proved nothing, and says by what it is proved', async () => {
  expect(await whilePresent(ports, change)).toEqual(fail('proof-needed'));
  expect(change).not.toHaveBeenCalled();
  expect(await proveSelf(ports, null)).toEqual(ok({ kind: 'asks', ways }));
  expect(noted).toBeNull();
});

it('remembers no wrong proof', async () => {
  expect(await proveSelf(ports, { password: 'wrong' })).toEqual(fail('password-wrong'));
  expect(await whilePresent(ports, change)).toEqual(fail('proof-needed'));
});

it('lets who proved it change things for five minutes, which no change makes longer', async () => {
  expect(await proveSelf(ports, { password: 'right' })).toEqual(ok({ kind: 'proved' }));
  expect(await proveSelf(ports, null)).toEqual(ok({ kind: 'proved' }));
  nowMs += presenceLifeMs - 1;
  expect(await whilePresent(ports, change)).toEqual(ok('changed'));
  nowMs += 1;
  expect(await whilePresent(ports, change)).toEqual(fail('proof-needed'));
  expect(change).toHaveBeenCalledOnce();
});

it('goes on after a change by who is present, although the vault has other ways then', async () => {
  await proveSelf(ports, { recoveryCode: 'CODE' });
  change.mockImplementation(() => {
    ways = [...ways, way('prf')];
    return Promise.resolve(ok());
  });
  await whilePresent(ports, change);
  expect(await proveSelf(ports, null)).toEqual(ok({ kind: 'proved' }));
});

it.each([
  ['another vault is in its place', () => (ways = [{ ...way('password'), id: 'another' }])],
  ['it went back to a state with fewer ways', () => (ways = [way('password')])],
  ['the clock was set back', () => (nowMs -= 1)],
  ['it was taken back', () => forgetPresence(ports)],
])('is not believed once %s', async (_, happen) => {
  await notePresence(ports);
  await happen();
  expect(await whilePresent(ports, change)).toEqual(fail('proof-needed'));
  expect(change).not.toHaveBeenCalled();
});

it.each([
  ['locked', { kind: 'locked' }, 'vault-locked'],
  ['unusable', { kind: 'unusable', failure: { code: 'vault-damaged' } }, 'vault-damaged'],
] as const)('is refused where the vault is %s, whatever was proved before', async (_, given, code) => {
  await notePresence(ports);
  state = given;
  expect(await whilePresent(ports, change)).toMatchObject({ failure: { code } });
  expect(await proveSelf(ports, null)).toMatchObject({ failure: { code } });
  expect(change).not.toHaveBeenCalled();
});

it('asks nobody where this browser alone opens the vault, and takes its first way for a proof', async () => {
  state = { ...open, protected: false };
  ways = [way('device')];
  expect(await proveSelf(ports, null)).toEqual(ok({ kind: 'proved' }));
  expect(noted).toBeNull();
  change.mockImplementation(() => {
    state = open;
    ways = [way('password')];
    return Promise.resolve(ok());
  });
  expect(await whilePresent(ports, change)).toEqual(ok());
  expect(await proveSelf(ports, null)).toEqual(ok({ kind: 'proved' }));
});

it('a change that fails proves nothing', async () => {
  state = { ...open, protected: false };
  change.mockResolvedValue(fail('password-too-short'));
  await whilePresent(ports, change);
  expect(noted).toBeNull();
});

it('does nothing where it cannot be told which vault this is', async () => {
  await notePresence(ports);
  const unread = {
    ...ports,
    vault: { ...ports.vault, ways: () => Promise.resolve(fail('vault-unreadable')) },
  };
  expect(await whilePresent(unread, change)).toEqual(fail('vault-unreadable'));
  expect(change).not.toHaveBeenCalled();
});
