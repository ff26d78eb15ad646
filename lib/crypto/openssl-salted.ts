import { type Bytes, utf8 } from '@/lib/crypto/bytes';
import { md5 } from '@/lib/crypto/digest';
import { openCbc } from '@/lib/crypto/password-file';

const mark = utf8('Salted__');
const saltBytes = 8;
const keyBytes = 32;
const ivBytes = 16;

/**
 * Opens what `openssl enc -aes-256-cbc -md md5` and CryptoJS write for a passphrase: a mark, a salt, AES-256-CBC under key and
 * IV that are one round of MD5. Weak, and without a MAC: bytes that come out prove nothing.
 */
export async function openSalted(passphrase: Bytes, sealed: Bytes): Promise<Bytes | null> {
  const start = mark.length + saltBytes;
  if (sealed.length <= start || mark.some((byte, index) => sealed[index] !== byte)) return null;
  const salt = sealed.subarray(mark.length, start);
  const derived = new Uint8Array(keyBytes + ivBytes);
  let last: Uint8Array = new Uint8Array(0);
  for (let at = 0; at < derived.length; at += 16) {
    last = md5(new Uint8Array([...last, ...passphrase, ...salt]));
    derived.set(last, at);
  }
  return openCbc(derived.slice(0, keyBytes), derived.slice(keyBytes), sealed.slice(start));
}
