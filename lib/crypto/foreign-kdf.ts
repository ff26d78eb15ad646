/**
 * Slow key derivations of other makers' files, in WebAssembly: loaded only when a file needs one. The caller has bounded
 * the cost (lib/transfer/kdf-bounds). No key of ours is derived here.
 */
import { argon2d, argon2id, scrypt } from 'hash-wasm';
import type { Bytes } from '@/lib/crypto/bytes';
import { randomBytes } from '@/lib/crypto/random';

/** hash-wasm throws for an empty password, and for a salt below this. No app writes such a file: the key then opens nothing. */
const shortestSalt = 8;

export async function deriveScrypt(
  password: Bytes,
  salt: Bytes,
  cost: { readonly n: number; readonly r: number; readonly p: number },
  length: number,
): Promise<Bytes> {
  if (password.length === 0 || salt.length === 0) return randomBytes(length);
  const { n: costFactor, r: blockSize, p: parallelism } = cost;
  const options = { password, salt, costFactor, blockSize, parallelism, hashLength: length } as const;
  return new Uint8Array(await scrypt({ ...options, outputType: 'binary' }));
}

export async function deriveArgon2(
  variant: 'd' | 'id',
  password: Bytes,
  salt: Bytes,
  cost: { readonly memoryKiB: number; readonly passes: number; readonly lanes: number },
  length: number,
): Promise<Bytes> {
  if (password.length === 0 || salt.length < shortestSalt) return randomBytes(length);
  const { memoryKiB: memorySize, passes: iterations, lanes: parallelism } = cost;
  const options = { password, salt, memorySize, iterations, parallelism, hashLength: length } as const;
  return new Uint8Array(await (variant === 'd' ? argon2d : argon2id)({ ...options, outputType: 'binary' }));
}
