import { beforeEach, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '@/lib/settings/settings';
import { emptyIfDue, fingerprintOf, noteCopied, type ClipboardPorts, type PendingClear } from './clipboard';

let held: string;
let mayRead: boolean;
let mayEmpty: boolean;
let pending: PendingClear | null;
let nowMs: number;
let settings: Settings;
let wakes: number[];
let emptied: number;

const ports: ClipboardPorts = {
  pending: {
    get: () => Promise.resolve(pending),
    set: (next) => {
      pending = next;
      return Promise.resolve();
    },
  },
  clipboard: {
    canRead: () => Promise.resolve(mayRead),
    canEmpty: () => Promise.resolve(mayEmpty),
    empty: (expected) => {
      if (expected === null || fingerprintOf(held) === expected) {
        held = '';
        emptied += 1;
      }
      return Promise.resolve();
    },
  },
  wakeAt: (atMs) => wakes.push(atMs),
  settings: { read: () => Promise.resolve(settings) },
  clock: { now: () => nowMs },
};

beforeEach(() => {
  held = '123456';
  mayRead = false;
  mayEmpty = true;
  pending = null;
  nowMs = 1_000_000;
  settings = defaultSettings;
  wakes = [];
  emptied = 0;
});

it('notes when to empty, and not what was copied where it could not be compared', async () => {
  expect(await noteCopied(ports, '123456')).toBe(30);
  expect(pending).toEqual({ atMs: nowMs + 30_000, fingerprint: null });
  expect(wakes).toEqual([nowMs + 30_000]);
});

it('empties at the deadline, not before, and once', async () => {
  await noteCopied(ports, '123456');
  nowMs += 29_999;
  await emptyIfDue(ports);
  expect(held).toBe('123456');
  expect(wakes).toHaveLength(2);
  nowMs += 1;
  await Promise.all([emptyIfDue(ports), emptyIfDue(ports)]);
  expect([held, pending, emptied]).toEqual(['', null, 1]);
});

it('leaves what was copied since, where it may look', async () => {
  mayRead = true;
  await noteCopied(ports, '123456');
  expect(pending?.fingerprint).toBe(fingerprintOf('123456'));
  held = 'something else';
  nowMs += 30_000;
  await emptyIfDue(ports);
  expect([held, pending]).toEqual(['something else', null]);
});

it('keeps nothing of what was copied but what tells it again', async () => {
  mayRead = true;
  held = 'GEZDGNBVGY3TQOJQ';
  await noteCopied(ports, held);
  expect(JSON.stringify(pending)).not.toContain('GEZD');
  nowMs += 30_000;
  await emptyIfDue(ports);
  expect([held, pending]).toEqual(['', null]);
});

it('does what the person chose when it may no longer look', async () => {
  mayRead = true;
  await noteCopied(ports, '123456');
  mayRead = false;
  settings = { ...defaultSettings, clipboardUnsure: 'leave' };
  nowMs += 30_000;
  await emptyIfDue(ports);
  expect([held, pending]).toEqual(['123456', null]);
});

it('promises nothing where it may not empty, is told never, or is told to leave what it cannot see', async () => {
  mayEmpty = false;
  expect(await noteCopied(ports, '123456')).toBeNull();
  mayEmpty = true;
  settings = { ...defaultSettings, clipboardSeconds: null };
  expect(await noteCopied(ports, '123456')).toBeNull();
  settings = { ...defaultSettings, clipboardUnsure: 'leave' };
  expect(await noteCopied(ports, '123456')).toBeNull();
  expect([pending, wakes]).toEqual([null, []]);
  mayRead = true;
  expect(await noteCopied(ports, '123456')).toBe(30);
});

it('a second copy waits for its own time', async () => {
  await noteCopied(ports, '123456');
  nowMs += 20_000;
  await noteCopied(ports, '654321');
  nowMs += 10_000;
  await emptyIfDue(ports);
  expect(held).toBe('123456');
  nowMs += 20_000;
  await emptyIfDue(ports);
  expect(held).toBe('');
});

it('tries a failed one no second time', async () => {
  await noteCopied(ports, '123456');
  nowMs += 30_000;
  const refusing = { ...ports, clipboard: { ...ports.clipboard, empty: () => Promise.reject(new Error()) } };
  await expect(emptyIfDue(refusing)).rejects.toThrow();
  expect(pending).toBeNull();
});
