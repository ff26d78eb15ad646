import { argon2id } from 'hash-wasm';
import type { Bytes } from '@/lib/crypto/bytes';
import { utf8 } from '@/lib/crypto/bytes';
import { importHkdfKey } from '@/lib/crypto/hkdf';
import { wipe } from '@/lib/crypto/wipe';

/** Cost of Argon2id (RFC 9106, version 0x13): m, t and p. */
export interface KdfCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** One lane: WebAssembly runs lanes one after the other, an attacker's machine would not. */
export const defaultCost: KdfCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
/** OWASP's minimum. A file that asks for less was weakened by somebody. */
export const floorCost: KdfCost = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 };
/** A file that asks for more would hang or kill the browser. */
export const ceilingCost: KdfCost = { memoryKiB: 1024 * 1024, passes: 16, lanes: 16 };
/** Memory × passes: 1 GiB four times takes about 8 s. */
const ceilingWorkKiB = 4 * 1024 * 1024;

export const kdfSaltBytes = 16;
const outputBytes = 32;

export function isCostAllowed(cost: KdfCost): boolean {
  const within = (['memoryKiB', 'passes', 'lanes'] as const).every(
    (name) =>
      Number.isSafeInteger(cost[name]) && cost[name] >= floorCost[name] && cost[name] <= ceilingCost[name],
  );
  return within && cost.memoryKiB * cost.passes <= ceilingWorkKiB;
}

/**
 * Key material for HKDF from a password: NFKC, UTF-8, Argon2id.
 *
 * @throws RangeError before any derivation when the cost is out of bounds, the salt is not 16 bytes or the password is
 * empty; who reads parameters from a file asks `isCostAllowed` first.
 */
export async function keyFromPassword(password: string, salt: Bytes, cost: KdfCost): Promise<CryptoKey> {
  if (!isCostAllowed(cost)) throw new RangeError('"cost" is out of bounds');
  if (salt.length !== kdfSaltBytes)
    throw new RangeError(`"salt" expected ${kdfSaltBytes} bytes, got ${salt.length}`);
  if (password === '') throw new RangeError('"password" must not be empty');
  const typed = utf8(password.normalize('NFKC'));
  const output = new Uint8Array(
    await argon2id({
      password: typed,
      salt,
      memorySize: cost.memoryKiB,
      iterations: cost.passes,
      parallelism: cost.lanes,
      hashLength: outputBytes,
      outputType: 'binary',
    }),
  );
  const key = await importHkdfKey(output);
  wipe(typed, output);
  return key;
}
