/**
 * What files of other makers are closed with: AES in CBC mode and HMAC. By WebCrypto. None of it is used for the vault. Keys and messages are bytes; `null` says that a key and a message do not belong together.
 */
import type { Bytes } from '@/lib/crypto/bytes';
import type { Hash } from '@/lib/crypto/pbkdf2';

const blockBytes = 16;

export async function hmac(hash: Hash, key: Bytes, message: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

/**
 * AES-CBC with the IV before the ciphertext and the padding of XML Encryption (W3C, § 5.2): only the last byte means
 * something, the others of the padding may be anything, which WebCrypto does not take. So one more block is made that decrypts
 * to a padding it takes, and the real one is looked at here.
 */
export async function openXmlCbc(key: Bytes, ivAndSealed: Bytes): Promise<Bytes | null> {
  const isWhole = ivAndSealed.length >= 2 * blockBytes && ivAndSealed.length % blockBytes === 0;
  if (!isWhole || (key.length !== 16 && key.length !== 32)) return null;
  const imported = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt', 'decrypt']);
  const iv = ivAndSealed.slice(0, blockBytes);
  const sealed = ivAndSealed.slice(blockBytes);
  const last = ivAndSealed.slice(-blockBytes);
  const more = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-CBC', iv: last }, imported, new Uint8Array(0)),
  );
  const whole = new Uint8Array([...sealed, ...more]);
  const padded = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, imported, whole));
  const padding = padded.at(-1) ?? 0;
  return padding >= 1 && padding <= blockBytes ? padded.slice(0, padded.length - padding) : null;
}

/** Takes as long whatever the bytes are. */
export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  one.forEach((byte, index) => (difference |= byte ^ (other[index] ?? 0)));
  return difference === 0;
}

/** AES-GCM with the tag at the end of the ciphertext, whatever the length of the nonce. */
export async function openGcm(key: Bytes, iv: Bytes, sealed: Bytes, aad?: Bytes): Promise<Bytes | null> {
  if (![16, 24, 32].includes(key.length) || iv.length === 0 || sealed.length < 16) return null;
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const parameters = { name: 'AES-GCM', iv, ...(aad && { additionalData: aad }) };
  return nullIfRefused(crypto.subtle.decrypt(parameters, imported, sealed));
}

/** AES-CBC with the padding of PKCS #7. Without a MAC, bytes that come out prove nothing. */
export async function openCbc(key: Bytes, iv: Bytes, sealed: Bytes): Promise<Bytes | null> {
  if (![16, 24, 32].includes(key.length) || iv.length !== blockBytes || sealed.length % blockBytes !== 0)
    return null;
  const imported = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
  return nullIfRefused(crypto.subtle.decrypt({ name: 'AES-CBC', iv }, imported, sealed));
}

async function nullIfRefused(opened: Promise<ArrayBuffer>): Promise<Bytes | null> {
  try {
    return new Uint8Array(await opened);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
