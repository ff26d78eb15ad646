/**
 * Yandex Key. There is no specification; the facts are those that KeeYaOtp and Aegis agree on, and their published codes
 * are the test.
 */
import { hmacSha256, sha256 } from '@/lib/crypto/digest';
import { decodeBase32, encodeBase32 } from '@/lib/otp/base32';
import type { YandexParameters } from '@/lib/otp/parameters';

export const yandexPeriodSeconds = 30;
export const yandexLength = 8;

/** Bytes of the key itself; ten more (kind, PIN length, date and checksum) follow where the key was exported as text. */
const keyBytes = 16;
const exportedBytes = 26;
const checksumBits = 12;
/** The polynomial of the checksum: x¹² + x¹¹ + x⁷ + x⁶ + x⁵ + x⁴ + x + 1. */
const polynomial = 0b1_1000_1111_0011;

/** The code of a step: eight letters of an HMAC-SHA-256 keyed with the SHA-256 of PIN and secret. */
export function yandexCode({ secret, pin }: YandexParameters, step: number): string {
  const pinBytes = new TextEncoder().encode(pin);
  const keyed = sha256(Uint8Array.from([...pinBytes, ...decodeBase32(secret)]));
  // A first byte of zero is left out, as a number would drop it.
  const key = keyed[0] === 0 ? keyed.subarray(1) : keyed;
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = hmacSha256(key, new Uint8Array(counter.buffer));
  const at = mac[mac.length - 1]! & 15;
  const view = new DataView(mac.buffer, mac.byteOffset);
  let value = BigInt.asUintN(63, view.getBigUint64(at));
  let code = '';
  for (let letter = 0; letter < yandexLength; letter++) {
    code = String.fromCharCode(97 + Number(value % 26n)) + code;
    value /= 26n;
  }
  return code;
}

/** The key alone, in Base32, from one with or without its checksum; `null` when it is neither, or was mistyped. */
export function yandexSecret(secret: string): string | null {
  const bytes = decodeBase32(secret);
  const isWhole = bytes.length === keyBytes || (bytes.length === exportedBytes && checksumHolds(bytes));
  return isWhole ? encodeBase32(bytes.subarray(0, keyBytes)) : null;
}

/** The last 12 bits are the remainder of all others, as one long number of bits, by the polynomial. */
function checksumHolds(bytes: Uint8Array): boolean {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  const checksum = Number(BigInt.asUintN(checksumBits, value));
  let remainder = 0;
  for (let bit = bytes.length * 8 - 1; bit >= checksumBits; bit--) {
    remainder = (remainder << 1) | Number((value >> BigInt(bit)) & 1n);
    if (remainder >> checksumBits) remainder ^= polynomial;
  }
  return remainder === checksum;
}
