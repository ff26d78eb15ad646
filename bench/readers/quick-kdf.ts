/** In the place of hash-wasm: what it was asked once is remembered, and what a change asks for is answered at once. */
import { argon2d as realArgon2d, argon2id as realArgon2id, scrypt as realScrypt } from 'hash-wasm';

import { asked, otherKey } from './quick-keys.ts';

type Options = Readonly<Record<string, unknown>>;
const done = new Map<string, Promise<Uint8Array>>();

function remembered(name: string, real: unknown) {
  const derive = real as (options: Options) => Promise<Uint8Array>;
  return (options: Options): Promise<Uint8Array> => {
    const bytes = (field: string) => Buffer.from(options[field] as Uint8Array).toString('hex');
    const {
      memorySize = 0,
      iterations = 0,
      costFactor = 0,
      blockSize = 0,
      parallelism = 0,
      hashLength = 32,
    } = options as Record<string, number>;
    asked.work = Math.max(asked.work, memorySize * iterations, (costFactor * blockSize) / 8);
    // As hash-wasm itself does: a reader has to see to it that these never come.
    if (bytes('password') === '' || (name !== 'scrypt' && bytes('salt').length < 16))
      throw new Error('refused by hash-wasm');
    const named = [
      name,
      bytes('password'),
      bytes('salt'),
      memorySize,
      iterations,
      costFactor,
      blockSize,
      parallelism,
      hashLength,
    ].join(':');
    const before = done.get(named);
    if (before) return before.then((hash) => hash.slice());
    if (asked.isSettled) return Promise.resolve(new Uint8Array(otherKey(named, hashLength)));
    const hash = derive(options);
    done.set(named, hash);
    return hash.then((made) => made.slice());
  };
}

export const argon2d = remembered('argon2d', realArgon2d);
export const argon2id = remembered('argon2id', realArgon2id);
export const scrypt = remembered('scrypt', realScrypt);
