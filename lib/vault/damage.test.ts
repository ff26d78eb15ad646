import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { floorCost } from '@/lib/crypto/kdf';
import type { Envelope } from '@/lib/vault/envelope';
import { parseEnvelope } from '@/lib/vault/envelope';
import { createVault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import type { Disk } from '@/tests/fakes/vault-ports';
import {
  copyOfDisk,
  createDisk,
  createFailingVaultPorts,
  createVaultPorts,
  storedOn,
  storeOn,
} from '@/tests/fakes/vault-ports';
import { codeOf, leaves, otherValue, withValue } from '@/tests/fakes/vault-worlds';

const derivations = vi.hoisted(() => ({ count: 0 }));
vi.mock('hash-wasm', async (load) => {
  const real = await load<typeof import('hash-wasm')>();
  // Derived once for each password and cost: this file is about what comes after.
  const known = new Map<string, Promise<unknown>>();
  const argon2id = (options: { password: Uint8Array; salt: Uint8Array }) => {
    derivations.count++;
    const name = JSON.stringify({ ...options, password: [...options.password], salt: [...options.salt] });
    if (!known.has(name)) known.set(name, real.argon2id(options as never));
    return known.get(name)!.then((output) => Uint8Array.from(output as Uint8Array));
  };
  return { ...real, argon2id };
});

const password = 'patate-frite-7';
const options = { lockAfterMinutes: () => 15, kdfCost: floorCost };
const vaultOn = (disk: Disk) => createVault(createVaultPorts(disk), options);

let open: Disk;
let locked: Disk;
let otherLocked: Disk;

beforeAll(async () => {
  open = createDisk();
  await vaultOn(open).update(adding(sampleAccount()));
  await vaultOn(open).update(adding(sampleAccount(2)));
  const protect = async (disk: Disk) => {
    await vaultOn(disk).protect(password);
    return { ...disk, session: null };
  };
  locked = await protect(copyOfDisk(open));
  otherLocked = await protect(createDisk());
});

describe('one changed value in a locked vault', () => {
  it('is damage, not a wrong password, wherever it is; in the password parameters it cannot be told', async () => {
    const envelope = storedOn(locked, 'vault')!;
    const seen: Record<string, string> = {};
    for (const { path, value } of leaves(envelope)) {
      const disk = copyOfDisk(locked);
      storeOn(disk, 'vault', withValue(envelope, path, otherValue(value)));
      seen[path.join('.')] = codeOf(await vaultOn(disk).unlock(password));
    }
    const { v, minReader, ...rest } = seen;
    expect([v, minReader]).toEqual(['vault-newer', 'vault-newer']);
    const inPassword = ['kdf.salt', 'kdf.memoryKiB', 'kdf.passes', 'kdf.lanes', 'check', 'id'].map(
      (name) => `slots.0.${name}`,
    );
    for (const [path, code] of Object.entries(rest)) {
      expect({ path, code }).toEqual({
        path,
        code: inPassword.includes(path) ? 'password-wrong' : 'vault-damaged',
      });
    }
    expect(Object.keys(rest).length).toBeGreaterThan(18);
  });

  it('is found in a vault that the device key opens, too', async () => {
    const envelope = storedOn(open, 'vault')!;
    for (const { path, value } of leaves(envelope)) {
      const disk = copyOfDisk(open);
      storeOn(disk, 'vault', withValue(envelope, path, otherValue(value)));
      const expected = ['v', 'minReader'].includes(path.join('.')) ? 'vault-newer' : 'vault-damaged';
      expect({ path, code: codeOf(await vaultOn(disk).content()) }).toEqual({ path, code: expected });
    }
  });

  it('is found in an open session, and nothing is written over it', async () => {
    const disk = copyOfDisk(open);
    const vault = vaultOn(disk);
    await vault.protect(password);
    const damaged = { ...storedOn(disk, 'vault')!, savedAt: 1 };
    storeOn(disk, 'vault', damaged);
    expect(codeOf(await vault.update(adding(sampleAccount(3))))).toBe('vault-damaged');
    expect(await vaultOn(disk).state()).toEqual({ kind: 'unusable', failure: { code: 'vault-damaged' } });
    expect(storedOn(disk, 'vault')).toEqual(damaged);
  });
});

describe('parts of two vaults', () => {
  it.each<[string, (a: Envelope, b: Envelope) => Envelope]>([
    ['body', (a, b) => ({ ...a, body: b.body })],
    ['slots', (a, b) => ({ ...a, slots: b.slots })],
    ['slots and vault key name', (a, b) => ({ ...a, slots: b.slots, vkId: b.vkId })],
    ['slots with their place', (a, b) => ({ ...a, slots: b.slots, vkId: b.vkId, vaultId: b.vaultId })],
    ['a second slot', (a, b) => ({ ...a, slots: [...a.slots, ...b.slots] })],
    ['everything but the body', (a, b) => ({ ...b, body: a.body })],
  ])('do not open together: %s', async (_, mix) => {
    const disk = copyOfDisk(locked);
    storeOn(disk, 'vault', mix(storedOn(locked, 'vault')!, storedOn(otherLocked, 'vault')!));
    expect(codeOf(await vaultOn(disk).unlock(password))).toMatch(/vault-damaged|password-wrong/);
    expect(codeOf(await vaultOn(disk).content())).not.toBe('ok');
  });
});

describe('a vault of a newer version', () => {
  it.each([{ v: 2 }, { minReader: 2 }, { v: 7, minReader: 3, extra: true, slots: 'other' }])(
    'is neither opened nor changed: %j',
    async (change) => {
      const disk = copyOfDisk(open);
      storeOn(disk, 'vault', { ...storedOn(open, 'vault')!, ...change });
      const before = [...disk.local];
      const vault = vaultOn(disk);
      expect(await vault.state()).toEqual({ kind: 'unusable', failure: { code: 'vault-newer' } });
      expect(codeOf(await vault.update(adding(sampleAccount(3))))).toBe('vault-newer');
      expect(codeOf(await vault.protect(password))).toBe('vault-newer');
      expect(codeOf(await vault.unlock(password))).toBe('vault-newer');
      await vault.lock();
      expect([...disk.local]).toEqual(before);
      expect(disk.keptKey).not.toBeNull();
    },
  );
});

describe('KDF parameters out of bounds', () => {
  it.each([
    { memoryKiB: 19455 },
    { memoryKiB: 1048577 },
    { passes: 1 },
    { passes: 17 },
    { lanes: 0 },
    { lanes: 1e9 },
    { memoryKiB: 1048576, passes: 5 },
  ])('are refused before derivation: %j', async (change) => {
    const disk = copyOfDisk(locked);
    const envelope = structuredClone(storedOn(locked, 'vault')!);
    Object.assign((envelope.slots[0] as unknown as { kdf: object }).kdf, change);
    storeOn(disk, 'vault', envelope);
    derivations.count = 0;
    expect(codeOf(await vaultOn(disk).unlock(password))).toBe('vault-damaged');
    expect(derivations.count).toBe(0);
  });
});

describe('storage that lost the vault', () => {
  it('is damage where the older envelope, a device key or a session is left', async () => {
    const traces: ((disk: Disk) => void)[] = [
      (disk) => (disk.keptKey = open.keptKey),
      (disk) => disk.local.set('deviceKey', open.local.get('deviceKey')!),
      (disk) => disk.local.set('vaultPrev', open.local.get('vaultPrev')!),
      (disk) => open.mirror.forEach((text, name) => disk.mirror.set(name, text)),
      (disk) => (disk.session = { vk: null as never, vkId: 'x', deadlineMs: null }),
    ];
    for (const leave of traces) {
      const disk = createDisk();
      leave(disk);
      const vault = vaultOn(disk);
      expect(await vault.state()).toEqual({ kind: 'unusable', failure: { code: 'vault-damaged' } });
      expect(codeOf(await vault.update(adding(sampleAccount())))).toBe('vault-damaged');
      expect(codeOf(await vault.protect(password))).toBe('vault-damaged');
      expect(disk.written).toEqual([]);
    }
  });

  it.each(['store.read', 'store.readPrevious', 'mirror.names', 'deviceKeys.read', 'sessions.read'] as const)(
    'is not taken for a first run when %s fails',
    async (step) => {
      const disk = createDisk();
      const vault = createVault(createFailingVaultPorts(disk, step), options);
      expect(await vault.state()).toEqual({ kind: 'unusable', failure: { code: 'vault-unreadable' } });
      expect(codeOf(await vault.update(adding(sampleAccount())))).toBe('vault-unreadable');
      expect(disk.written).toEqual([]);
    },
  );

  it('cannot be read while the device key cannot, and is locked while the session cannot', async () => {
    const failing = (disk: Disk, step: 'deviceKeys.read' | 'sessions.read') =>
      createVault(createFailingVaultPorts(copyOfDisk(disk), step), options).state();
    expect(await failing(open, 'deviceKeys.read')).toMatchObject({ failure: { code: 'vault-unreadable' } });
    expect(await failing(open, 'sessions.read')).toMatchObject({ kind: 'open' });
    expect(await failing(locked, 'sessions.read')).toEqual({ kind: 'locked' });
    expect(await failing(locked, 'deviceKeys.read')).toEqual({ kind: 'locked' });
  });

  it('does not fall back on the older envelope by itself', async () => {
    const disk = copyOfDisk(open);
    storeOn(disk, 'vault', 'not an envelope');
    expect(await vaultOn(disk).state()).toMatchObject({ failure: { code: 'vault-damaged' } });
    expect(codeOf(await vaultOn(disk).update(adding(sampleAccount(3))))).toBe('vault-damaged');
    expect(disk.written).toEqual(open.written);
  });
});

describe('a mutated envelope', () => {
  it('never opens with other content, never throws, never hangs', async () => {
    const envelope = storedOn(open, 'vault')!;
    const intended = JSON.stringify((await vaultOn(copyOfDisk(open)).content()) as unknown);
    const paths = leaves(envelope).map(({ path }) => path);
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(undefined, '', -1, 1e20, 'gzip', 'password', [], {}),
    );
    const mutation = fc.oneof(
      fc.tuple(fc.constantFrom(...paths), anything).map(([path, value]) => withValue(envelope, path, value)),
      fc
        .tuple(fc.constantFrom(...paths.flatMap((path) => path.map((_, at) => path.slice(0, at)))), anything)
        .map(([path, value]) => withValue(envelope, path, value)),
      fc
        .tuple(fc.nat(JSON.stringify(envelope).length - 1), fc.constantFrom(...'0aZ_-"{}[],:'))
        .map(([at, letter]) => {
          const text = JSON.stringify(envelope);
          try {
            return JSON.parse(text.slice(0, at) + letter + text.slice(at + 1)) as unknown;
          } catch {
            return text.slice(0, at);
          }
        }),
    );
    await fc.assert(
      fc.asyncProperty(mutation, async (mutated) => {
        const disk = copyOfDisk(open);
        if (mutated === undefined) disk.local.delete('vault');
        else storeOn(disk, 'vault', mutated);
        const content = await vaultOn(disk).content();
        expect(content.ok ? JSON.stringify(content) : content.failure.code).toSatisfy((seen) =>
          [intended, 'vault-damaged', 'vault-newer'].includes(seen as string),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is parsed into the same envelope or into none', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(codeOf(parseEnvelope(value))).toBe('vault-damaged');
      }),
    );
    const envelope = storedOn(locked, 'vault')!;
    expect(parseEnvelope(envelope)).toEqual({ ok: true, value: envelope });
  });
});
