import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '@/lib/errors';
import type { PracticeState } from '@/lib/settings/practice';
import { defaultSettings } from '@/lib/settings/settings';
import type { Way } from '@/lib/vault/ways';
import {
  isPracticeDue,
  noteOpened,
  putOffPractice,
  setPassword,
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

it('a password that was set is known from then on, and practised a week later', async () => {
  by = 'recovery';
  expect(await setPassword(ports, 'a new one')).toEqual(ok());
  expect(protectedWith).toEqual(['a new one']);
  expect(by).toBe('password');
  expect(practice).toEqual({ dueAtMs: nowMs + 7 * dayMs, step: 0 });
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
  expect(await tryPassword(ports, right)).toEqual(fail('vault-locked'));
});
