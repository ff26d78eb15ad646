import { openKey, seal, importAeadKey, keyBytes, nonceBytes, open, tagBytes } from '@/lib/crypto/aead';
import type { Bytes } from '@/lib/crypto/bytes';
import { bytesFromBase64Url, equalBytes, toBase64Url } from '@/lib/crypto/bytes';
import { canonicalBytes } from '@/lib/crypto/canonical-json';
import { deriveAeadKey, deriveBytes } from '@/lib/crypto/hkdf';
import type { KdfCost } from '@/lib/crypto/kdf';
import { isCostAllowed, kdfSaltBytes, keyFromPassword } from '@/lib/crypto/kdf';
import { randomBytes } from '@/lib/crypto/random';
import { hasExactly, isBytesText, isId } from '@/lib/vault/shape';

/** One way to open the vault: the vault key, sealed under a key that a password, or this browser, gives. */
export type Slot = PasswordSlot | DeviceSlot;

export interface PasswordSlot {
  readonly id: string;
  readonly type: 'password';
  readonly kdf: PasswordKdf;
  /** 16 bytes from the password key that tell a wrong password from a damaged slot. */
  readonly check: string;
  readonly iv: string;
  readonly ct: string;
}

export interface PasswordKdf extends KdfCost {
  readonly alg: 'argon2id';
  readonly salt: string;
}

/**
 * [Note: Device slot] An account is saved within seconds, before any password was thought of: the vault key is then
 * sealed under a key kept in this browser profile, in two places. Who can read the profile folder can read that key, so
 * this slot protects nothing; it is a bridge to the first password, which ends it (docs/decisions/0001-device-slot.md).
 */
export interface DeviceSlot {
  readonly id: string;
  readonly type: 'device';
  readonly iv: string;
  readonly ct: string;
}

/** The part of the envelope a slot is bound to: it opens in no other vault and under no other vault key. */
export interface SlotPlace {
  readonly fmt: string;
  readonly v: number;
  readonly vaultId: string;
  readonly vkId: string;
}

const noSalt: Bytes = new Uint8Array(0);
const checkBytes = 16;

/** Strict: no field more or less. KDF costs out of bounds are refused here, before anybody could derive with them. */
export function isSlot(value: unknown): value is Slot {
  const sealed = ['id', 'type', 'iv', 'ct'];
  const isDevice = hasExactly(value, sealed) && value['type'] === 'device';
  const isPassword = hasExactly(value, [...sealed, 'kdf', 'check']) && value['type'] === 'password';
  if (!isDevice && !isPassword) return false;
  const { id, iv, ct, kdf, check } = value;
  if (!isId(id) || !isBytesText(nonceBytes, iv) || !isBytesText(keyBytes + tagBytes, ct)) return false;
  return isDevice || (isPasswordKdf(kdf) && isBytesText(checkBytes, check));
}

function isPasswordKdf(value: unknown): value is PasswordKdf {
  return (
    hasExactly(value, ['alg', 'memoryKiB', 'passes', 'lanes', 'salt']) &&
    value['alg'] === 'argon2id' &&
    isBytesText(kdfSaltBytes, value['salt']) &&
    isCostAllowed(value as unknown as KdfCost)
  );
}

/** A password with the slot parameters it was derived under: the slow part, done before any lock is taken. */
export interface PasswordKey {
  readonly kdf: PasswordKdf;
  readonly key: CryptoKey;
}

export async function newPasswordKey(password: string, cost: KdfCost): Promise<PasswordKey> {
  const { memoryKiB, passes, lanes } = cost;
  const salt = toBase64Url(randomBytes(kdfSaltBytes));
  return passwordKeyFor(password, { alg: 'argon2id', memoryKiB, passes, lanes, salt });
}

export async function passwordKeyFor(password: string, kdf: PasswordKdf): Promise<PasswordKey> {
  return { kdf, key: await keyFromPassword(password, bytesOf(kdf.salt), kdf) };
}

export async function sealPasswordSlot(
  place: SlotPlace,
  id: string,
  { kdf, key }: PasswordKey,
  vaultKey: Bytes,
): Promise<PasswordSlot> {
  const check = toBase64Url(await deriveBytes(key, noSalt, slotInfo(id, 'check'), checkBytes));
  const open = { id, type: 'password', kdf, check } as const;
  const wrapping = await deriveAeadKey(key, noSalt, slotInfo(id, 'key'));
  const sealed = await seal(wrapping, vaultKey, slotAad(place, open));
  return { ...open, iv: toBase64Url(sealed.iv), ct: toBase64Url(sealed.ct) };
}

/** `wrong`: not this slot's password. `damaged`: it is, and the slot or what it is bound to was changed. */
export async function openPasswordSlot(
  place: SlotPlace,
  slot: PasswordSlot,
  key: CryptoKey,
): Promise<Bytes | 'wrong' | 'damaged'> {
  const check = await deriveBytes(key, noSalt, slotInfo(slot.id, 'check'), checkBytes);
  if (!equalBytes(check, bytesOf(slot.check))) return 'wrong';
  const wrapping = await deriveAeadKey(key, noSalt, slotInfo(slot.id, 'key'));
  return (await open(wrapping, sealedOf(slot), slotAad(place, slot))) ?? 'damaged';
}

export async function sealDeviceSlot(
  place: SlotPlace,
  id: string,
  deviceKey: Bytes,
  vaultKey: Bytes,
): Promise<DeviceSlot> {
  const open = { id, type: 'device' } as const;
  const sealed = await seal(await importAeadKey(deviceKey), vaultKey, slotAad(place, open));
  return { ...open, iv: toBase64Url(sealed.iv), ct: toBase64Url(sealed.ct) };
}

/** The vault key as an HKDF key, by the first device key that fits; `null` when none does. */
export async function openDeviceSlot(
  place: SlotPlace,
  slot: DeviceSlot,
  deviceKeys: readonly CryptoKey[],
): Promise<CryptoKey | null> {
  for (const key of deviceKeys) {
    const opened = await openKey(key, sealedOf(slot), slotAad(place, slot));
    if (opened) return opened;
  }
  return null;
}

function slotInfo(id: string, purpose: 'key' | 'check'): string {
  return `seconde/1/slot/${id}/${purpose}`;
}

type UnsealedSlot = Omit<PasswordSlot, 'iv' | 'ct'> | Omit<DeviceSlot, 'iv' | 'ct'>;

/** Everything about the slot except its own ciphertext. */
function slotAad({ fmt, v, vaultId, vkId }: SlotPlace, slot: UnsealedSlot): Bytes {
  const { id, type } = slot;
  const record = slot.type === 'password' ? { id, type, kdf: slot.kdf, check: slot.check } : { id, type };
  return canonicalBytes({ part: 'slot', fmt, v, vaultId, vkId, slot: record });
}

function sealedOf(slot: Slot) {
  return { iv: bytesOf(slot.iv), ct: bytesOf(slot.ct) };
}

/** Text that `isSlot` has checked. */
function bytesOf(text: string): Bytes {
  const bytes = bytesFromBase64Url(text);
  if (!bytes) throw new TypeError('"text" is not base64url');
  return bytes;
}
