/** Closing what files of other makers hold: AES-256-GCM with nothing authenticated beside it. None of it is used for the vault. */
import { importAeadKey, nonceBytes, type Sealed, tagBytes } from '@/lib/crypto/aead';
import type { Bytes } from '@/lib/crypto/bytes';
import { randomBytes } from '@/lib/crypto/random';

/** As formats write it that keep the tag apart. */
export interface SealedApart {
  readonly iv: Bytes;
  readonly ct: Bytes;
  readonly tag: Bytes;
}

/** `ct` ends with the tag of 16 bytes. `rawKey`: 32 bytes. */
export async function sealForeign(rawKey: Bytes, plaintext: Bytes): Promise<Sealed> {
  const key = await importAeadKey(rawKey);
  const iv = randomBytes(nonceBytes);
  return { iv, ct: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plaintext)) };
}

export async function sealApart(rawKey: Bytes, plaintext: Bytes): Promise<SealedApart> {
  const { iv, ct } = await sealForeign(rawKey, plaintext);
  return { iv, ct: ct.slice(0, -tagBytes), tag: ct.slice(-tagBytes) };
}
