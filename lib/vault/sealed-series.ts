/**
 * Accounts closed for a series of QR codes, as small as they can be: the envelope of a backup is padded and carries slots, which
 * would make three times as many codes (docs/decisions/0013-series-for-another-computer.md). Layout: version, 1 byte; salt, 16;
 * nonce, 12; the gzip of the content under AES-256-GCM, with its tag.
 */
import { nonceBytes, open, seal } from '@/lib/crypto/aead';
import { type Bytes, utf8 } from '@/lib/crypto/bytes';
import { deriveAeadKey } from '@/lib/crypto/hkdf';
import { defaultCost, kdfSaltBytes, keyFromPassword } from '@/lib/crypto/kdf';
import { randomBytes } from '@/lib/crypto/random';
import { type Result, fail } from '@/lib/errors';
import type { VaultContent } from '@/lib/vault/account';
import { gunzip, gzip } from '@/lib/vault/compression';
import { decodeContent, encodeContent } from '@/lib/vault/content';

const version = 1;
const purpose = 'seconde/series/1';
const mostBytes = 4 * 1024 * 1024;

/** `code`: as lib/transfer/series-code writes it. The cost of its derivation is of the version, so no file can lower it. */
export async function sealForSeries(content: VaultContent, code: string): Promise<Bytes> {
  const salt = randomBytes(kdfSaltBytes);
  const key = await deriveAeadKey(await keyFromPassword(code, salt, defaultCost), salt, purpose);
  const { iv, ct } = await seal(key, await gzip(encodeContent(content)), utf8(purpose));
  return new Uint8Array([version, ...salt, ...iv, ...ct]);
}

/** `series-damaged` for what is none of ours, `series-code-wrong`. A version that is not known is of a newer Seconde: `vault-newer`. */
export async function openFromSeries(whole: Bytes, code: string): Promise<Result<VaultContent>> {
  const saltEnd = 1 + kdfSaltBytes;
  const ivEnd = saltEnd + nonceBytes;
  if (whole.length <= ivEnd) return fail('series-damaged');
  if (whole[0] !== version) return fail('vault-newer');
  const salt = whole.slice(1, saltEnd);
  const key = await deriveAeadKey(await keyFromPassword(code, salt, defaultCost), salt, purpose);
  const packed = await open(key, { iv: whole.slice(saltEnd, ivEnd), ct: whole.slice(ivEnd) }, utf8(purpose));
  if (packed === null) return fail('series-code-wrong');
  const content = await gunzip(packed, mostBytes);
  return content === null ? fail('series-damaged') : decodeContent(content);
}
