/** The first encryption of zip files (PKWARE APPNOTE § 6.1): broken long ago, and still what some apps export with. */
import type { Bytes } from './bytes';
import { crcTable } from './crc32';

/** Before the data: random bytes, the last of which tells nearly every wrong password. */
const headerBytes = 12;

/**
 * The data of a member, still compressed, or `null`: one wrong password in 256 is not told here, but by the checksum of what
 * comes out. `check`: the byte that the last of the header has to be.
 */
export function openZipCrypto(password: Uint8Array, sealed: Uint8Array, check: number): Bytes | null {
  if (sealed.length < headerBytes) return null;
  let [key0, key1, key2] = [0x12345678, 0x23456789, 0x34567890];
  const update = (byte: number) => {
    key0 = (crcTable[(key0 ^ byte) & 0xff] ?? 0) ^ (key0 >>> 8);
    key1 = (Math.imul(key1 + (key0 & 0xff), 134_775_813) + 1) | 0;
    key2 = (crcTable[(key2 ^ (key1 >>> 24)) & 0xff] ?? 0) ^ (key2 >>> 8);
  };
  for (const byte of password) update(byte);
  const opened = new Uint8Array(sealed.length);
  for (let at = 0; at < sealed.length; at += 1) {
    const mixed = (key2 | 2) & 0xffff;
    const byte = (sealed[at] ?? 0) ^ ((Math.imul(mixed, mixed ^ 1) >>> 8) & 0xff);
    opened[at] = byte;
    update(byte);
    if (at === headerBytes - 1 && byte !== check) return null;
  }
  return opened.subarray(headerBytes);
}
