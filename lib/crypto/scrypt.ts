import { scrypt as derive } from 'hash-wasm';
import type { Bytes } from '@/lib/crypto/bytes';

export interface ScryptParameters {
  readonly salt: Bytes;
  /** A power of 2; the memory is 128 × n × r bytes. The caller bounds them first where they come from outside. */
  readonly n: number;
  readonly r: number;
  readonly p: number;
  /** Bytes to derive. */
  readonly length: number;
}

/** scrypt (RFC 7914), as formats of others ask for; no key of ours is derived with it. */
export async function scrypt(password: Bytes, { salt, n, r, p, length }: ScryptParameters): Promise<Bytes> {
  const options = { password, salt, costFactor: n, blockSize: r, parallelism: p, hashLength: length };
  return new Uint8Array(await derive({ ...options, outputType: 'binary' }));
}
