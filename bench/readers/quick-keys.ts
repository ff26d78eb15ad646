/**
 * Slow derivations of keys, hash-wasm's and the browser's own, made quick: each is done once, and one that was changed to take
 * long is not done at all.
 */
import { createHash } from 'node:crypto';
import { registerHooks } from 'node:module';

/**
 * The greatest memory × passes (KiB), and the most rounds, that a reader asked for. `isSettled`: the files as they are have
 * been read, and nothing else is worth deriving.
 */
export const asked = { work: 0, rounds: 0, isSettled: false };

/** A change of the cost makes another key whatever it is, so any other key will do. */
const mostRounds = 4000;
const done = new Map<string, Promise<ArrayBuffer>>();
const passwords = new WeakMap<CryptoKey, string>();

/** To be called before any reader is loaded. */
export function quickKeys(): void {
  quickSubtle();
  const quick = new URL('quick-kdf.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'hash-wasm' && context.parentURL !== quick
        ? { url: quick, shortCircuit: true }
        : next(specifier, context),
  });
}

function quickSubtle(): void {
  const { subtle } = crypto;
  const own = { importKey: subtle.importKey, deriveBits: subtle.deriveBits, encrypt: subtle.encrypt };
  const replace = (name: keyof typeof own, value: unknown) =>
    Object.defineProperty(subtle, name, { value, configurable: true, writable: true });

  replace('importKey', async (...given: Parameters<SubtleCrypto['importKey']>) => {
    const key = await own.importKey.apply(subtle, given);
    if (given[2] === 'PBKDF2')
      passwords.set(key, Buffer.from(given[1] as unknown as Uint8Array).toString('hex'));
    return key;
  });
  replace('deriveBits', (algorithm: Pbkdf2Params, key: CryptoKey, length: number) => {
    if (algorithm.name !== 'PBKDF2' || algorithm.iterations <= mostRounds)
      return own.deriveBits.call(subtle, algorithm, key, length);
    asked.rounds = Math.max(asked.rounds, algorithm.iterations);
    const salt = Buffer.from(algorithm.salt as Uint8Array).toString('hex');
    const named = [
      passwords.get(key),
      salt,
      algorithm.iterations,
      JSON.stringify(algorithm.hash),
      length,
    ].join(':');
    const before = done.get(named);
    if (before) return before.then((bits) => bits.slice(0));
    if (asked.isSettled) return Promise.resolve(otherKey(named, length / 8));
    const bits = own.deriveBits.call(subtle, algorithm, key, length);
    done.set(named, bits);
    return bits.then((made) => made.slice(0));
  });
  // The oldest derivation of KeePass encrypts megabytes of zeros, over and over.
  replace('encrypt', (algorithm: AesCbcParams, key: CryptoKey, data: Uint8Array) =>
    algorithm.name === 'AES-CBC' && data.length > 2 ** 20
      ? Promise.resolve(otherKey('zeros', data.length))
      : own.encrypt.call(subtle, algorithm, key, data as BufferSource),
  );
}

export function otherKey(named: string, length: number): ArrayBuffer {
  const bytes = new Uint8Array(length);
  bytes.set(createHash('sha512').update(named).digest().subarray(0, length));
  return bytes.buffer;
}
