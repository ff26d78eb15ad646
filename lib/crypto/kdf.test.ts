import { argon2Sync } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { utf8 } from '@/lib/crypto/bytes';
import { deriveBytes, importHkdfKey } from '@/lib/crypto/hkdf';
import type { KdfCost } from '@/lib/crypto/kdf';
import { ceilingCost, defaultCost, floorCost, isCostAllowed, keyFromPassword } from '@/lib/crypto/kdf';
import { randomBytes } from '@/lib/crypto/random';

const derivations = vi.hoisted(() => ({ count: 0 }));
vi.mock('hash-wasm', async (load) => {
  const real = await load<typeof import('hash-wasm')>();
  const argon2id = (options: never) => {
    derivations.count++;
    return real.argon2id(options);
  };
  return { ...real, argon2id };
});

beforeEach(() => {
  derivations.count = 0;
});

const salt = Uint8Array.from({ length: 16 }, (_, at) => at);

/** Keys cannot be read, so what they derive is compared. */
async function fingerprint(material: Promise<CryptoKey>): Promise<string> {
  return Buffer.from(await deriveBytes(await material, utf8(''), 'fingerprint', 32)).toString('hex');
}

/** OpenSSL's Argon2id. */
function independent(message: Uint8Array, nonce: Uint8Array, cost: KdfCost) {
  const { memoryKiB: memory, passes, lanes: parallelism } = cost;
  return argon2Sync('argon2id', { message, nonce, parallelism, tagLength: 32, memory, passes });
}

describe('Argon2id', () => {
  it('has an oracle that gives the tag of RFC 9106 §5.3', () => {
    const tag = argon2Sync('argon2id', {
      message: Buffer.alloc(32, 1),
      nonce: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
      parallelism: 4,
      tagLength: 32,
      memory: 32,
      passes: 3,
    });
    expect(tag.toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it('equals the oracle on random costs, passwords and salts', { timeout: 60_000 }, async () => {
    const cost = fc.record({
      memoryKiB: fc.integer({ min: floorCost.memoryKiB, max: floorCost.memoryKiB + 4096 }),
      passes: fc.integer({ min: 2, max: 3 }),
      lanes: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), cost, async (password, costs) => {
        const random = randomBytes(16);
        const tag = independent(utf8(password.normalize('NFKC')), random, costs);
        const expected = fingerprint(importHkdfKey(Uint8Array.from(tag)));
        expect(await fingerprint(keyFromPassword(password, random, costs))).toBe(await expected);
      }),
      { numRuns: 12 },
    );
  });

  it('equals the oracle at the default cost', async () => {
    const tag = independent(utf8('motdepasse'), salt, defaultCost);
    const expected = await fingerprint(importHkdfKey(Uint8Array.from(tag)));
    expect(await fingerprint(keyFromPassword('motdepasse', salt, defaultCost))).toBe(expected);
  });

  it('takes a password typed in another Unicode form for the same', async () => {
    const composed = await fingerprint(keyFromPassword('\u00e9t\u00e9 \ufb01n', salt, floorCost));
    const decomposed = await fingerprint(keyFromPassword('e\u0301te\u0301 fin', salt, floorCost));
    expect(decomposed).toBe(composed);
  });

  it.each<[string, Partial<KdfCost>]>([
    ['memory below the floor', { memoryKiB: floorCost.memoryKiB - 1 }],
    ['memory above the ceiling', { memoryKiB: ceilingCost.memoryKiB + 1 }],
    ['one pass', { passes: 1 }],
    ['passes above the ceiling', { passes: 17 }],
    ['no lane', { lanes: 0 }],
    ['lanes above the ceiling', { lanes: 17 }],
    ['memory times passes above the ceiling', { memoryKiB: 1024 * 1024, passes: 5 }],
    ['a fraction', { passes: 2.5 }],
    ['no number', { memoryKiB: Number.NaN }],
  ])('refuses %s before deriving anything', async (_, change) => {
    const cost = { ...floorCost, ...change };
    expect(isCostAllowed(cost)).toBe(false);
    await expect(keyFromPassword('motdepasse', salt, cost)).rejects.toThrow(RangeError);
    expect(derivations.count).toBe(0);
  });

  it('allows the floor, the default and the ceiling of memory', () => {
    expect([floorCost, defaultCost, { ...ceilingCost, passes: 4 }].every(isCostAllowed)).toBe(true);
  });

  it('refuses an empty password and a salt of another length', async () => {
    await expect(keyFromPassword('', salt, floorCost)).rejects.toThrow(RangeError);
    await expect(keyFromPassword('motdepasse', salt.slice(1), floorCost)).rejects.toThrow(RangeError);
    expect(derivations.count).toBe(0);
  });
});
