import { keyBytes } from '@/lib/crypto/aead';
import type { Bytes } from '@/lib/crypto/bytes';
import { bytesFromBase64Url, toBase64Url } from '@/lib/crypto/bytes';
import { importHkdfKey } from '@/lib/crypto/hkdf';
import type { KdfCost } from '@/lib/crypto/kdf';
import { kdfSaltBytes, keyFromPassword } from '@/lib/crypto/kdf';
import { randomBytes } from '@/lib/crypto/random';
import { wipe } from '@/lib/crypto/wipe';
import type { ErrorCode, Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import { recoveryBytes, recoveryCodeFrom, secretFromRecoveryCode } from '@/lib/vault/recovery-code';
import type { KeyedSlot, PasswordKdf, Slot } from '@/lib/vault/slots';

/** What a person gives to open a vault. */
export type Secret =
  { readonly password: string } | { readonly recoveryCode: string } | { readonly passkey: PasskeyAnswer };

export interface PasskeyAnswer {
  /** Base64url, as WebAuthn gives it. */
  readonly credentialId: string;
  /** 32 bytes: the PRF output for the slot's salt. */
  readonly prf: Bytes;
}

/** The key material a secret is for a slot; none for a slot of another kind. */
export type SlotKeys = (slot: KeyedSlot) => CryptoKey | undefined;

/**
 * Keys from one secret, for every slot it may be of: the slow part of an unlock, done before any lock is taken.
 * `password-wrong` for an empty one, `recovery-code-malformed`.
 */
export async function slotKeysFor(slots: readonly Slot[], secret: Secret): Promise<Result<SlotKeys>> {
  if ('password' in secret) return keysOfPassword(slots, secret.password);
  if ('recoveryCode' in secret) {
    const code = secretFromRecoveryCode(secret.recoveryCode);
    if (!code.ok) return code;
    const material = await importHkdfKey(code.value);
    wipe(code.value);
    return ok((slot) => (slot.type === 'recovery' ? material : undefined));
  }
  const { credentialId, prf } = secret.passkey;
  const material = await passkeyMaterial(prf);
  return ok((slot) => (slot.type === 'prf' && slot.credentialId === credentialId ? material : undefined));
}

async function keysOfPassword(slots: readonly Slot[], password: string): Promise<Result<SlotKeys>> {
  if (password === '') return fail('password-wrong');
  const keys = new Map<string, CryptoKey>();
  for (const slot of slots) {
    if (slot.type === 'password') keys.set(slot.kdf.salt, (await passwordKeyFor(password, slot.kdf)).key);
  }
  return ok((slot) => (slot.type === 'password' ? keys.get(slot.kdf.salt) : undefined));
}

/** What to say of a secret that opens no slot. */
export function wrongCode(secret: Secret): ErrorCode {
  if ('password' in secret) return 'password-wrong';
  return 'recoveryCode' in secret ? 'recovery-code-wrong' : 'passkey-unknown';
}

/** A password with the slot parameters it was derived under. */
export interface PasswordKey {
  readonly kdf: PasswordKdf;
  readonly key: CryptoKey;
}

export async function newPasswordKey(password: string, cost: KdfCost): Promise<PasswordKey> {
  const { memoryKiB, passes, lanes } = cost;
  const salt = toBase64Url(randomBytes(kdfSaltBytes));
  return passwordKeyFor(password, { alg: 'argon2id', memoryKiB, passes, lanes, salt });
}

async function passwordKeyFor(password: string, kdf: PasswordKdf): Promise<PasswordKey> {
  const salt = bytesFromBase64Url(kdf.salt);
  if (!salt) throw new TypeError('"kdf" holds no salt');
  return { kdf, key: await keyFromPassword(password, salt, kdf) };
}

/** A fresh recovery code, shown once and kept nowhere. */
export async function newRecoveryKey(): Promise<{ readonly code: string; readonly key: CryptoKey }> {
  const secret = randomBytes(recoveryBytes);
  const made = { code: recoveryCodeFrom(secret), key: await importHkdfKey(secret) };
  wipe(secret);
  return made;
}

export async function passkeyMaterial(prf: Bytes): Promise<CryptoKey> {
  if (prf.length !== keyBytes) throw new RangeError(`"prf" expected ${keyBytes} bytes, got ${prf.length}`);
  return importHkdfKey(prf);
}

const minimumPasswordLength = 8;

export function isTooShort(password: string): boolean {
  return [...password.normalize('NFKC')].length < minimumPasswordLength;
}
