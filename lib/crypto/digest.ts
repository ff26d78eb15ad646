/** Digests that code generators of other makers are built on, synchronous: a list computes a code in each row. */
import { hmac } from '@noble/hashes/hmac.js';
import { md5 as nobleMd5, sha1 as nobleSha1 } from '@noble/hashes/legacy.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';

/** RFC 1321. Broken as a signature; here only because Mobile-OTP is defined with it. */
export const md5 = (bytes: Uint8Array): Uint8Array => nobleMd5(bytes);

/** FIPS 180-4. As a checksum of privacyIDEA's, not for anything that must resist. */
export const sha1 = (bytes: Uint8Array): Uint8Array => nobleSha1(bytes);

/** FIPS 180-4. */
export const sha256 = (bytes: Uint8Array): Uint8Array => nobleSha256(bytes);

/** RFC 2104 with SHA-256. */
export const hmacSha256 = (key: Uint8Array, message: Uint8Array): Uint8Array =>
  hmac(nobleSha256, key, message);
