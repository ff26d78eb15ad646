/** The part of a KeePass database (KDBX 3.1 and 4) that is not closed: how it is. Nothing is derived here. */
import { type Bytes } from '@/lib/crypto/bytes';
import { type Result, fail, ok } from '@/lib/errors';
import { encodeHex } from '@/lib/otp/hex';
import { type Argon2Cost, boundArgon2 } from './kdf-bounds';

export type KdbxKdf =
  | { readonly kind: 'aes'; readonly seed: Bytes; readonly rounds: number }
  | { readonly kind: 'd' | 'id'; readonly salt: Bytes; readonly cost: Argon2Cost };

export interface KdbxHeader {
  readonly version: 3 | 4;
  readonly cipher: 'aes' | 'chacha20';
  readonly isCompressed: boolean;
  readonly masterSeed: Bytes;
  readonly iv: Bytes;
  readonly kdf: KdbxKdf;
  readonly memoryMiB: number;
  /** Of the whole header. */
  readonly bytes: number;
  /** Version 3: the cipher inside, its key, and what the content begins with. */
  readonly inner: { readonly stream: number; readonly key: Bytes; readonly start: Bytes } | null;
}

/** A minute on a slow computer. */
const mostAesRounds = 100_000_000;
const ciphers: Readonly<Record<string, KdbxHeader['cipher'] | 'Twofish'>> = {
  '31c1f2e6bf714350be5805216afc5aff': 'aes',
  d6038a2b8b6f4cb5a524339a31dbb59a: 'chacha20',
  ad68f29f576f4bb9a36ad47af965346c: 'Twofish',
};
const aesKdfs: ReadonlySet<string> = new Set([
  'c9d9f39a628a4460bf740d08c18a4fea',
  '7c02bb8279a74ac0927d114a00648238',
]);
const argonKdfs: Readonly<Record<string, 'd' | 'id'>> = {
  ef636ddf8c29444b91f7a9a403e30a0c: 'd',
  '9e298b1956db4773b23dfc3ec6f0a1e6': 'id',
};

const fields = {
  end: 0,
  cipher: 2,
  compression: 3,
  masterSeed: 4,
  transformSeed: 5,
  transformRounds: 6,
  iv: 7,
  innerKey: 8,
  start: 9,
  innerStream: 10,
  kdf: 11,
} as const;

export function isKdbx(bytes: Uint8Array): boolean {
  return bytes.length > 12 && encodeHex(bytes.subarray(0, 8)) === '03d9a29a67fb4bb5';
}

/** `file-newer`, `file-cipher` {cipher}, `file-cost`, `file-malformed`. */
export function readKdbxHeader(bytes: Bytes): Result<KdbxHeader> {
  if (!isKdbx(bytes)) return fail('file-malformed');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint16(10, true);
  if (version > 4) return fail('file-newer');
  if (version < 3) return fail('file-cipher', { cipher: `KDBX ${version}` });
  const header = version === 4 ? 4 : 2;
  const found = new Map<number, Bytes>();
  let at = 12;
  for (;;) {
    if (at + 1 + header > bytes.length) return fail('file-malformed');
    const type = view.getUint8(at);
    const length = header === 4 ? view.getUint32(at + 1, true) : view.getUint16(at + 1, true);
    at += 1 + header;
    if (at + length > bytes.length) return fail('file-malformed');
    found.set(type, bytes.slice(at, at + length));
    at += length;
    if (type === fields.end) break;
  }
  return described(version === 4 ? 4 : 3, found, at);
}

function described(version: 3 | 4, found: ReadonlyMap<number, Bytes>, bytes: number): Result<KdbxHeader> {
  const empty = new Uint8Array(0);
  const field = (name: keyof typeof fields) => found.get(fields[name]) ?? empty;
  const cipher = ciphers[encodeHex(field('cipher'))];
  if (cipher === 'Twofish') return fail('file-cipher', { cipher });
  const [masterSeed, iv] = [field('masterSeed'), field('iv')];
  const isWhole = masterSeed.length === 32 && iv.length === (cipher === 'aes' ? 16 : 12);
  if (cipher === undefined || !isWhole || (version === 3 && cipher !== 'aes')) return fail('file-malformed');
  const kdf =
    version === 4
      ? kdfOf(dictionaryOf(field('kdf')))
      : oldKdf(field('transformSeed'), field('transformRounds'));
  if (!kdf.ok) return kdf;
  const inner = { stream: field('innerStream')[0] ?? 0, key: field('innerKey'), start: field('start') };
  if (version === 3 && inner.start.length !== 32) return fail('file-malformed');
  return ok({
    version,
    cipher,
    isCompressed: field('compression')[0] === 1,
    masterSeed,
    iv,
    kdf: kdf.value.kdf,
    memoryMiB: kdf.value.memoryMiB,
    bytes,
    inner: version === 3 ? inner : null,
  });
}

interface BoundKdf {
  readonly kdf: KdbxKdf;
  readonly memoryMiB: number;
}

function oldKdf(seed: Bytes, written: Bytes): Result<BoundKdf> {
  return aesKdf(seed, wholeOf(written));
}

function aesKdf(seed: Bytes, rounds: number): Result<BoundKdf> {
  if (seed.length !== 32 || rounds < 1) return fail('file-malformed');
  return rounds > mostAesRounds
    ? fail('file-cost')
    : ok({ kdf: { kind: 'aes', seed, rounds }, memoryMiB: 1 });
}

function kdfOf(parameters: ReadonlyMap<string, Bytes> | null): Result<BoundKdf> {
  if (parameters === null) return fail('file-malformed');
  const empty = new Uint8Array(0);
  const field = (name: string) => parameters.get(name) ?? empty;
  const id = encodeHex(field('$UUID'));
  if (aesKdfs.has(id)) return aesKdf(field('S'), wholeOf(field('R')));
  const kind = argonKdfs[id];
  const salt = field('S');
  if (kind === undefined || salt.length < 8 || salt.length > 64) return fail('file-malformed');
  const cost = boundArgon2(Math.floor(wholeOf(field('M')) / 1024), wholeOf(field('I')), wholeOf(field('P')));
  if (!cost.ok) return cost;
  if (wholeOf(field('V')) !== 0x13 || field('K').length > 0 || field('A').length > 0)
    return fail('file-cipher', { cipher: 'Argon2 1.0' });
  return ok({ kdf: { kind, salt, cost: cost.value }, memoryMiB: cost.value.memoryMiB });
}

/** Little-endian; what is beyond 2^53 is beyond every bound. */
function wholeOf(bytes: Bytes): number {
  return bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
}

/** KeePass's `VariantDictionary`: values as bytes, whatever their kind. */
function dictionaryOf(bytes: Bytes): ReadonlyMap<string, Bytes> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, Bytes>();
  for (let at = 2; at < bytes.length && bytes[at] !== 0;) {
    if (at + 5 > bytes.length) return null;
    const keyEnd = at + 5 + view.getUint32(at + 1, true);
    if (keyEnd + 4 > bytes.length) return null;
    const end = keyEnd + 4 + view.getUint32(keyEnd, true);
    if (end > bytes.length) return null;
    found.set(new TextDecoder().decode(bytes.subarray(at + 5, keyEnd)), bytes.slice(keyEnd + 4, end));
    at = end;
  }
  return found;
}
