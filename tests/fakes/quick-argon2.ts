import { createHash } from 'node:crypto';

/** In the place of `hash-wasm`, for tests about what comes after a derivation. As different for other input, and quick. */
export async function argon2id(options: {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly memorySize: number;
  readonly iterations: number;
  readonly parallelism: number;
}): Promise<Uint8Array> {
  const { password, salt, memorySize, iterations, parallelism } = options;
  const hash = createHash('sha256').update(JSON.stringify([memorySize, iterations, parallelism]));
  return Uint8Array.from(hash.update(password).update(salt).digest());
}
