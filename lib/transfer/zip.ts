/**
 * Members of a zip, plain, closed by ZipCrypto or by WinZip's AES. Loaded only when a file is one. What a member inflates to
 * is bounded by itself and by what all of them came to, whatever the directory says: a zip of a few bytes can hold terabytes.
 */
import { type Bytes, utf8 } from '@/lib/crypto/bytes';
import { crc32 } from '@/lib/crypto/crc32';
import { type Result, fail, ok } from '@/lib/errors';
import { inflate } from '@/lib/vault/compression';
import { type ZipMember, zipDirectory } from './zip-directory';

export type { ZipMember } from './zip-directory';

export interface ZipLimits {
  /** Of one member after inflating. */
  readonly textBytes: number;
  /** Of everything read from this zip. */
  readonly inflatedBytes: number;
  readonly zipMembers: number;
}

export interface Zip {
  readonly members: readonly ZipMember[];
  /** Whether any member is closed. */
  readonly isClosed: boolean;
  /**
   * `file-key-wrong` (also without a password where there is one), `file-malformed`, `file-too-large`, `zip-unknown` for a
   * method or an encryption that is neither of the usual ones.
   */
  readonly read: (member: ZipMember, password: string | null, signal?: AbortSignal) => Promise<Result<Bytes>>;
}

/** `file-malformed` when the bytes are no zip. */
export function openZip(bytes: Bytes, limits: ZipLimits): Result<Zip> {
  const members = zipDirectory(bytes, limits.zipMembers);
  if (members === null) return fail('file-malformed');
  let left = limits.inflatedBytes;
  return ok({
    members,
    isClosed: members.some(({ protection }) => protection !== 'none'),
    read: async (member, password, signal) => {
      signal?.throwIfAborted();
      const packed = await packedBytes(bytes, member, password);
      if (!packed.ok) return packed;
      const most = Math.min(left, limits.textBytes);
      const read = await unpacked(packed.value, member, most, signal);
      if (read === 'too-large') return fail('file-too-large');
      // A wrong password that the one byte of ZipCrypto let through shows itself here.
      const isWhole = read !== 'damaged' && (!member.hasCrc || crc32(read) === member.crc);
      if (!isWhole) return fail(member.protection === 'zip-crypto' ? 'file-key-wrong' : 'file-malformed');
      left -= read.length;
      return ok(read);
    },
  });
}

async function packedBytes(bytes: Bytes, member: ZipMember, password: string | null): Promise<Result<Bytes>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = member.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) return fail('file-malformed');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const end = start + member.compressedBytes;
  if (end > bytes.length) return fail('file-malformed');
  const packed = bytes.subarray(start, end);
  if (member.method !== 0 && member.method !== 8) return fail('zip-unknown');
  if (member.protection === 'none') return ok(packed);
  if (member.protection === 'unknown') return fail('zip-unknown');
  if (!password) return fail('file-key-wrong');
  if (member.protection === 'zip-crypto') {
    const { openZipCrypto } = await import('@/lib/crypto/zip-crypto');
    const opened = openZipCrypto(utf8(password), packed, member.check);
    return opened ? ok(opened) : fail('file-key-wrong');
  }
  const { openWinzipAes } = await import('@/lib/crypto/winzip-aes');
  const opened = await openWinzipAes(utf8(password), packed, member.aesStrength);
  if (opened === 'wrong') return fail('file-key-wrong');
  return opened === 'damaged' ? fail('file-malformed') : ok(opened);
}

async function unpacked(
  packed: Bytes,
  { method }: ZipMember,
  most: number,
  signal: AbortSignal | undefined,
): Promise<Bytes | 'too-large' | 'damaged'> {
  if (method === 0) return packed.length > most ? 'too-large' : packed;
  return inflate(packed, 'deflate-raw', most, signal);
}
