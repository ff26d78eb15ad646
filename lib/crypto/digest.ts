/** Digests that code generators of other makers are built on, synchronous: a list computes a code in each row. */
import { hmac } from '@noble/hashes/hmac.js';
import { md5 as nobleMd5, sha1 as nobleSha1 } from '@noble/hashes/legacy.js';
import { sha256 as nobleSha256, sha512 as nobleSha512 } from '@noble/hashes/sha2.js';

/** RFC 1321. Broken as a signature; here only because Mobile-OTP is defined with it. */
export const md5 = (bytes: Uint8Array): Uint8Array => nobleMd5(bytes);

/** FIPS 180-4. As a checksum of privacyIDEA's, not for anything that must resist. */
export const sha1 = (bytes: Uint8Array): Uint8Array => nobleSha1(bytes);

/** FIPS 180-4. */
export const sha256 = (bytes: Uint8Array): Uint8Array => nobleSha256(bytes);

/** FIPS 180-4. */
export const sha512 = (bytes: Uint8Array): Uint8Array => nobleSha512(bytes);

const hashes = { SHA1: nobleSha1, SHA256: nobleSha256, SHA512: nobleSha512 };

/** RFC 2104 with the hash of that name. */
export const hmacDigest = (
  algorithm: keyof typeof hashes,
  key: Uint8Array,
  message: Uint8Array,
): Uint8Array => hmac(hashes[algorithm], key, message);

/** RFC 2104 with SHA-256. */
export const hmacSha256 = (key: Uint8Array, message: Uint8Array): Uint8Array =>
  hmac(nobleSha256, key, message);
