import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '@/lib/errors';
import type { PracticeState } from '@/lib/settings/practice';
import { defaultSettings } from '@/lib/settings/settings';
import type { Way } from '@/lib/vault/ways';
import {
  changePassword,
  checkPassword,
  isPracticeDue,
  noteOpened,
  openings,
  putOffPractice,
  tryPassword,
  type OpenedBy,
  type OpeningPorts,
} from './opening';

const dayMs = 24 * 60 * 60_000;
const way = (type: Way['type']): Way => ({ id: type, type, label: '', createdAt: null });

let ways: Way[];
let right: string;
let kind: 'open' | 'locked';
let by: OpenedBy | null;
let practice: PracticeState | null;
let nowMs: number;
let isPracticed: boolean;
let protectedWith: string[];

const ports: OpeningPorts = {
  vault: {
    ways: () => Promise.resolve(ok(ways)),
    state: () =>
      Promise.resolve(kind === 'locked' ? { kind } : { kind, protected: ways.length > 0, accounts: 1 }),
    unlock: (password) => Promise.resolve(password === right ? ok() : fail('password-wrong')),
    protect: (password) => {
      protectedWith.push(password);
      return Promise.resolve(ok());
    },
  },
  openedBy: {
    get: () => Promise.resolve(by),
    set: (next) => {
      by = next;
      return Promise.resolve();
    },
  },
  practice: {
    read: () => Promise.resolve(practice),
    write: (next) => {
      practice = next;
      return Promise.resolve();
    },
  },
  settings: { read: () => Promise.resolve({ ...defaultSettings, practice: isPracticed }) },
  clock: { now: () => nowMs },
};

beforeEach(() => {
  ways = [way('password'), way('recovery'), way('prf')];
  right = 'the right one';
  kind = 'open';
  by = null;
  practice = null;
  nowMs = Date.UTC(2026, 10, 21);
  isPracticed = true;
  protectedWith = [];
});

describe('changing the password', () => {
  it('needs the current one of who opened the vault with it, or in a way that nobody noted', async () => {
    for (const opened of ['password', null] as const) {
      by = opened;
      expect(await openings(ports)).toMatchObject({ value: { asksPassword: true } });
      expect(await changePassword(ports, null, 'a new one')).toEqual(fail('password-wrong'));
      expect(await changePassword(ports, 'not it', 'a new one')).toEqual(fail('password-wrong'));
      expect(protectedWith).toEqual([]);
    }
    expect(await changePassword(ports, right, 'a new one')).toEqual(ok());
    expect(protectedWith).toEqual(['a new one']);
  });

  it.each(['recovery', 'passkey'] as const)('needs none of who came in by %s', async (opened) => {
    by = opened;
    expect(await openings(ports)).toMatchObject({ value: { asksPassword: false } });
    expect(await changePassword(ports, null, 'a new one')).toEqual(ok());
  });

  it('needs none where there is no password yet', async () => {
    ways = [way('device')];
    expect(await changePassword(ports, null, 'the first one')).toEqual(ok());
    expect(protectedWith).toEqual(['the first one']);
  });

  it('is from then on known, and practised a week later', async () => {
    by = 'recovery';
    await changePassword(ports, null, 'a new one');
    expect(by).toBe('password');
    expect(practice).toEqual({ dueAtMs: nowMs + 7 * dayMs, step: 0 });
  });
});

describe('the practice', () => {
  beforeEach(() => {
    practice = { dueAtMs: nowMs - 1, step: 1 };
    by = 'passkey';
  });

  it('is asked for when it is due and something else opened the vault', async () => {
    expect(await isPracticeDue(ports)).toBe(true);
    by = 'recovery';
    expect(await isPracticeDue(ports)).toBe(true);
  });

  it('is not asked of who just typed the password, nor against a setting, nor without a password, nor too early', async () => {
    by = 'password';
    expect(await isPracticeDue(ports)).toBe(false);
    by = 'passkey';
    isPracticed = false;
    expect(await isPracticeDue(ports)).toBe(false);
    isPracticed = true;
    ways = [way('recovery'), way('prf')];
    expect(await isPracticeDue(ports)).toBe(false);
    ways = [way('password')];
    practice = { dueAtMs: nowMs + 1, step: 1 };
    expect(await isPracticeDue(ports)).toBe(false);
  });

  it('moves away after the right password, and comes back in two days after a wrong one or a later', async () => {
    expect(await tryPassword(ports, right)).toEqual(ok());
    expect(practice).toEqual({ dueAtMs: nowMs + 30 * dayMs, step: 2 });
    expect(await tryPassword(ports, 'forgotten')).toEqual(fail('password-wrong'));
    expect(practice).toEqual({ dueAtMs: nowMs + 2 * dayMs, step: 2 });
    nowMs += dayMs;
    await putOffPractice(ports);
    expect(practice).toEqual({ dueAtMs: nowMs + 2 * dayMs, step: 2 });
    expect(protectedWith).toEqual([]);
  });

  it('starts with the first unlock by password where none was noted before', async () => {
    practice = null;
    await noteOpened(ports, 'passkey');
    expect(practice).toBeNull();
    await noteOpened(ports, 'password');
    expect(practice).toEqual({ dueAtMs: nowMs + 7 * dayMs, step: 0 });
  });
});

it('checks no password of a locked vault: that would open it', async () => {
  kind = 'locked';
  expect(await checkPassword(ports, right)).toEqual(fail('vault-locked'));
});
