import { keyBytes, nonceBytes, tagBytes } from '@/lib/crypto/aead';
import { privateKeyBytes, publicKeyBytes } from '@/lib/crypto/ecdh';
import type { KdfCost } from '@/lib/crypto/kdf';
import { isCostAllowed, kdfSaltBytes } from '@/lib/crypto/kdf';
import { hasExactly, isBytesText, isId, isShortText, isWholeFrom } from '@/lib/vault/shape';

/** One way to open the vault: the vault key, sealed for a secret of the person's, or for this browser. */
export type Slot = KeyedSlot | DeviceSlot;
/** A slot that the person opens. */
export type KeyedSlot = PasswordSlot | RecoverySlot | PasskeySlot;
/** A keyed slot that can be given a new vault key while its secret is not there. */
export type BoxedSlot = KeyedSlot & SlotBox;

export interface SealedText {
  readonly iv: string;
  readonly ct: string;
}

/**
 * [Note: Slot box] What the secret opens is not the vault key itself but a private key; the vault key is sealed to the
 * public one. So a new vault key, which a changed password or a lost passkey brings, is sealed to the printed recovery
 * code and to every other way that stays without anybody typing anything. With the private key lies a sender's key, of which the
 * vault's content has the other copy: a public key alone would let whoever can write to storage put a vault of his own
 * there, which the person's password opens (docs/decisions/0003-slot-boxes.md).
 */
export interface SlotBox {
  /** Public key, P-256, uncompressed. To be trusted only in a header whose body opened. */
  readonly pub: string;
  /** The private key and the sender's key, sealed under the slot's key. */
  readonly key: SealedText;
  /** The public key of the one-time pair by which the vault key was sealed. */
  readonly eph: string;
}

/** Without a box in files written before there were boxes: the vault key is then sealed directly. */
export interface PasswordSlot extends SealedText, Partial<SlotBox> {
  readonly id: string;
  readonly type: 'password';
  readonly createdAt?: number;
  readonly kdf: PasswordKdf;
  /** 16 bytes from the slot's secret that tell a wrong secret from a damaged slot. */
  readonly check: string;
}

export interface PasswordKdf extends KdfCost {
  readonly alg: 'argon2id';
  readonly salt: string;
}

/** The code of a recovery kit. See lib/vault/recovery-code.ts. */
export interface RecoverySlot extends SealedText, SlotBox {
  readonly id: string;
  readonly type: 'recovery';
  readonly createdAt: number;
  readonly check: string;
}

/** A WebAuthn credential with the PRF extension: 32 bytes for `prfSalt`. */
export interface PasskeySlot extends SealedText, SlotBox {
  readonly id: string;
  readonly type: 'prf';
  readonly createdAt: number;
  /** Base64url, as WebAuthn gives it. */
  readonly credentialId: string;
  readonly rpId: string;
  readonly prfSalt: string;
  /** The person's own word for it; readable while locked. */
  readonly label: string;
  readonly check: string;
}

/**
 * [Note: Device slot] An account is saved within seconds, before any password was thought of: the vault key is then
 * sealed under a key kept in this browser profile, in two places. Who can read the profile folder can read that key, so
 * this slot protects nothing; it is a bridge to the first password or recovery code, which ends it
 * (docs/decisions/0001-device-slot.md).
 */
export interface DeviceSlot extends SealedText {
  readonly id: string;
  readonly type: 'device';
}

export const checkBytes = 16;
export const senderKeyBytes = 32;
const prfSaltBytes = 32;
const maximumCredentialLetters = 1364;
const maximumRpId = 255;
export const maximumLabel = 100;

const always = ['id', 'type', 'iv', 'ct'];
const keyed = [...always, 'check'];
const box = ['pub', 'key', 'eph'];
const fieldsOf: Readonly<Record<Slot['type'], readonly (readonly string[])[]>> = {
  device: [always],
  password: [
    [...keyed, 'kdf'],
    [...keyed, 'kdf', 'createdAt', ...box],
  ],
  recovery: [[...keyed, 'createdAt', ...box]],
  prf: [[...keyed, 'createdAt', ...box, 'credentialId', 'rpId', 'prfSalt', 'label']],
};

/** What each field must be, wherever it stands. */
const isField: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: isId,
  type: () => true,
  iv: (value) => isBytesText(nonceBytes, value),
  ct: (value) => isBytesText(keyBytes + tagBytes, value),
  check: (value) => isBytesText(checkBytes, value),
  createdAt: (value) => isWholeFrom(0, value),
  kdf: isPasswordKdf,
  pub: (value) => isBytesText(publicKeyBytes, value),
  eph: (value) => isBytesText(publicKeyBytes, value),
  key: (value) =>
    hasExactly(value, ['iv', 'ct']) &&
    isBytesText(nonceBytes, value['iv']) &&
    isBytesText(privateKeyBytes + senderKeyBytes + tagBytes, value['ct']),
  credentialId: isCredentialId,
  rpId: (value) => isShortText(maximumRpId, value) && value !== '',
  prfSalt: (value) => isBytesText(prfSaltBytes, value),
  label: (value) => isShortText(maximumLabel, value),
};

/** Strict: no field more or less. KDF costs out of bounds are refused here, before anybody could derive with them. */
export function isSlot(value: unknown): value is Slot {
  const type = (value as { type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(fieldsOf, type)) return false;
  return fieldsOf[type as Slot['type']].some(
    (fields) => hasExactly(value, fields) && fields.every((name) => isField[name]?.(value[name]) === true),
  );
}

function isPasswordKdf(value: unknown): value is PasswordKdf {
  return (
    hasExactly(value, ['alg', 'memoryKiB', 'passes', 'lanes', 'salt']) &&
    value['alg'] === 'argon2id' &&
    isBytesText(kdfSaltBytes, value['salt']) &&
    isCostAllowed(value as unknown as KdfCost)
  );
}

export function isCredentialId(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= maximumCredentialLetters &&
    value !== '' &&
    isBytesText(Math.floor((value.length * 3) / 4), value)
  );
}

export function isKeyed(slot: Slot): slot is KeyedSlot {
  return slot.type !== 'device';
}

export function isBoxed(slot: Slot): slot is BoxedSlot {
  return 'pub' in slot;
}

/** The sender's keys of boxed slots, base64url, by slot. Kept in the content; only the vault itself changes them. */
export type SenderKeys = Readonly<Record<string, string>>;

/** A way that a person can carry in the head or on paper. Without one a vault may not be saved: passkeys get lost. */
export function isCarried(slot: Slot): slot is PasswordSlot | RecoverySlot {
  return slot.type === 'password' || slot.type === 'recovery';
}
