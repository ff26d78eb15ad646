/** How Authy closes the key of one account: PBKDF2-SHA-1, the salt being text, and AES-256-CBC. Inside is Base32 as text. */
import { type Bytes, textFromUtf8, utf8 } from '@/lib/crypto/bytes';
import { openCbc } from '@/lib/crypto/password-file';
import { pbkdf2 } from '@/lib/crypto/pbkdf2';
import { wipe } from '@/lib/crypto/wipe';
import { bytesFromBase64 } from '../bytes-text';

export interface ClosedSeed {
  readonly sealed: string;
  readonly salt: string;
  /** 16 bytes; zeros where the file has none. */
  readonly iv: Bytes;
  readonly iterations: number;
}

/** `null` when the password is another, or the bytes were changed: nothing tells these two. */
export async function openSeed(
  { sealed, salt, iv, iterations }: ClosedSeed,
  password: string,
): Promise<string | null> {
  const bytes = bytesFromBase64(sealed);
  if (bytes === null) return null;
  const key = await pbkdf2(utf8(password), { hash: 'SHA-1', salt: utf8(salt), iterations, length: 32 });
  const opened = await openCbc(key, iv, bytes);
  wipe(key);
  const text = opened && textFromUtf8(opened)?.trim();
  return text && /^[a-z2-7]+=*$/i.test(text) ? text : null;
}
