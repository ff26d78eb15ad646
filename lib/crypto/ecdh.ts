import type { Bytes } from '@/lib/crypto/bytes';
import { bytesFromBase64Url, toBase64Url } from '@/lib/crypto/bytes';
import { importHkdfKey } from '@/lib/crypto/hkdf';
import { wipe } from '@/lib/crypto/wipe';

/** P-256 (FIPS 186-4, SEC 2): the one curve that WebCrypto has had in both browsers for years. */
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** An uncompressed point (SEC 1, §2.3.3): 4, x, y. */
export const publicKeyBytes = 65;
/** The private number, big-endian. */
export const privateKeyBytes = 32;
const coordinateBytes = 32;
const uncompressed = 4;

export interface KeyPair {
  readonly publicKey: Bytes;
  readonly privateKey: Bytes;
}

/** The private half is bytes, because it is there to be sealed under a key of the person's. */
export async function generateKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const [publicKey, jwk] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('jwk', pair.privateKey),
  ]);
  const privateKey = bytesFromBase64Url(jwk.d ?? '');
  if (privateKey?.length !== privateKeyBytes) throw new TypeError('the private key has another length');
  return { publicKey: new Uint8Array(publicKey), privateKey };
}

/** Key material that only the holder of the private key can make again, from the ephemeral public key. */
export interface Sent {
  readonly ephemeral: Bytes;
  readonly material: CryptoKey;
}

/**
 * For the holder of `publicKey`, who need not be there. `shared` is a secret that the receiver has, too: a public key alone
 * would let anybody be the sender. `null` when the public key is no point of the curve.
 */
export async function sendSecret(publicKey: Bytes, shared: Bytes): Promise<Sent | null> {
  const pair = await generateKeyPair();
  const material = await agree(pair, publicKey, shared);
  wipe(pair.privateKey);
  return material && { ephemeral: pair.publicKey, material };
}

/** The material of `sendSecret`; `null` when a public key is no point of the curve. */
export async function receiveSecret(
  pair: KeyPair,
  ephemeral: Bytes,
  shared: Bytes,
): Promise<CryptoKey | null> {
  return agree(pair, ephemeral, shared);
}

/** ECDH (NIST SP 800-56A): the x coordinate, then `shared`, as key material for HKDF. */
async function agree(pair: KeyPair, theirs: Bytes, shared: Bytes): Promise<CryptoKey | null> {
  if (!isPoint(pair.publicKey) || !isPoint(theirs)) return null;
  try {
    const [own, other] = await Promise.all([
      crypto.subtle.importKey('jwk', jwkOf(pair), curve, false, ['deriveBits']),
      crypto.subtle.importKey('raw', theirs, curve, false, []),
    ]);
    const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, coordinateBytes * 8);
    const agreed = Uint8Array.of(...new Uint8Array(bits), ...shared);
    const material = await importHkdfKey(agreed);
    wipe(new Uint8Array(bits), agreed);
    return material;
  } catch (error) {
    if (error instanceof DOMException && ['DataError', 'OperationError'].includes(error.name)) return null;
    throw error;
  }
}

function isPoint(bytes: Bytes): boolean {
  return bytes.length === publicKeyBytes && bytes[0] === uncompressed;
}

function jwkOf({ publicKey, privateKey }: KeyPair): JsonWebKey {
  const [x, y] = [publicKey.subarray(1, 1 + coordinateBytes), publicKey.subarray(1 + coordinateBytes)];
  return { kty: 'EC', crv: 'P-256', x: toBase64Url(x), y: toBase64Url(y), d: toBase64Url(privateKey) };
}
