import { importAeadKey, open, openKey, seal } from '@/lib/crypto/aead';
import type { Bytes } from '@/lib/crypto/bytes';
import { bytesFromBase64Url, equalBytes, toBase64Url } from '@/lib/crypto/bytes';
import { canonicalBytes } from '@/lib/crypto/canonical-json';
import { generateKeyPair, privateKeyBytes, receiveSecret, sendSecret } from '@/lib/crypto/ecdh';
import { deriveAeadKey, deriveBytes } from '@/lib/crypto/hkdf';
import { randomBytes } from '@/lib/crypto/random';
import { wipe } from '@/lib/crypto/wipe';
import type {
  BoxedSlot,
  DeviceSlot,
  KeyedSlot,
  PasskeySlot,
  PasswordSlot,
  RecoverySlot,
  SealedText,
  SlotBox,
} from '@/lib/vault/slots';
import { checkBytes, isBoxed, senderKeyBytes } from '@/lib/vault/slots';

/** The part of the envelope a slot is bound to: it opens in no other vault and under no other vault key. */
export interface SlotPlace {
  readonly fmt: string;
  readonly v: number;
  readonly vaultId: string;
  readonly vkId: string;
}

type Made = keyof SlotBox | keyof SealedText | 'check';

/** A keyed slot before anything is sealed in it. */
export type NewSlot =
  | (Omit<PasswordSlot, Made> & { readonly createdAt: number })
  | Omit<RecoverySlot, Made>
  | Omit<PasskeySlot, Made>;

const noSalt: Bytes = new Uint8Array(0);

export interface MadeSlot {
  readonly slot: BoxedSlot;
  /** Base64url, for the vault's content. */
  readonly senderKey: string;
}

/** A slot with a key pair and a sender's key of its own. `material`: what the person's secret became. See [Note: Slot box]. */
export async function makeSlot(
  place: SlotPlace,
  slot: NewSlot,
  material: CryptoKey,
  vaultKey: Bytes,
): Promise<MadeSlot> {
  const check = toBase64Url(await deriveBytes(material, noSalt, slotInfo(slot.id, 'check'), checkBytes));
  const pair = await generateKeyPair();
  const described = { ...slot, check, pub: toBase64Url(pair.publicKey) };
  const wrapping = await deriveAeadKey(material, noSalt, slotInfo(slot.id, 'key'));
  const senderKey = randomBytes(senderKeyBytes);
  const inside = Uint8Array.of(...pair.privateKey, ...senderKey);
  const key = textOf(await seal(wrapping, inside, keyAad(place, described)));
  wipe(pair.privateKey, inside);
  const text = toBase64Url(senderKey);
  return { slot: await sealInBox(place, { ...described, key }, text, vaultKey), senderKey: text };
}

/** The same slot for another vault key; nobody's secret is needed. `slot` must come from a header whose body opened. */
export async function rewrapSlot(
  place: SlotPlace,
  { slot, senderKey }: MadeSlot,
  vaultKey: Bytes,
): Promise<BoxedSlot> {
  const { eph: _eph, iv: _iv, ct: _ct, ...kept } = slot;
  return sealInBox(place, kept, senderKey, vaultKey);
}

/** `slot`: a boxed slot but for what is sealed for this vault key. */
async function sealInBox(
  place: SlotPlace,
  slot: Pick<BoxedSlot, 'id' | 'pub' | 'key'>,
  senderKey: string,
  vaultKey: Bytes,
): Promise<BoxedSlot> {
  const pub = bytesOf(slot.pub);
  const sent = await sendSecret(pub, bytesOf(senderKey));
  if (!sent) throw new TypeError('"slot" holds no public key');
  const record = { ...slot, eph: toBase64Url(sent.ephemeral) };
  const boxKey = await deriveAeadKey(sent.material, boxSalt(sent.ephemeral, pub), slotInfo(slot.id, 'box'));
  return { ...record, ...textOf(await seal(boxKey, vaultKey, slotAad(place, record))) } as BoxedSlot;
}

/** The vault key. `wrong`: not this slot's secret. `damaged`: it is, and the slot or what it is bound to was changed. */
export async function openSlot(
  place: SlotPlace,
  slot: KeyedSlot,
  material: CryptoKey,
): Promise<Bytes | 'wrong' | 'damaged'> {
  const check = await deriveBytes(material, noSalt, slotInfo(slot.id, 'check'), checkBytes);
  if (!equalBytes(check, bytesOf(slot.check))) return 'wrong';
  const slotKey = await deriveAeadKey(material, noSalt, slotInfo(slot.id, 'key'));
  const key = isBoxed(slot) ? await boxKeyOf(place, slot, slotKey) : slotKey;
  return (key && (await open(key, sealedOf(slot), slotAad(place, slot)))) ?? 'damaged';
}

async function boxKeyOf(place: SlotPlace, slot: BoxedSlot, slotKey: CryptoKey): Promise<CryptoKey | null> {
  const inside = await open(slotKey, sealedOf(slot.key), keyAad(place, slot));
  if (!inside) return null;
  const privateKey = inside.subarray(0, privateKeyBytes);
  const senderKey = inside.subarray(privateKeyBytes);
  const [publicKey, ephemeral] = [bytesOf(slot.pub), bytesOf(slot.eph)];
  const material = await receiveSecret({ publicKey, privateKey }, ephemeral, senderKey);
  wipe(inside);
  return material && deriveAeadKey(material, boxSalt(ephemeral, publicKey), slotInfo(slot.id, 'box'));
}

export async function sealDeviceSlot(
  place: SlotPlace,
  id: string,
  deviceKey: Bytes,
  vaultKey: Bytes,
): Promise<DeviceSlot> {
  const record = { id, type: 'device' } as const;
  const sealed = await seal(await importAeadKey(deviceKey), vaultKey, slotAad(place, record));
  return { ...record, ...textOf(sealed) };
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

function slotInfo(id: string, purpose: 'key' | 'check' | 'box'): string {
  return `seconde/1/slot/${id}/${purpose}`;
}

function boxSalt(ephemeral: Bytes, publicKey: Bytes): Bytes {
  return Uint8Array.of(...ephemeral, ...publicKey);
}

/** Everything about the slot except its own ciphertext. */
function slotAad({ fmt, v, vaultId, vkId }: SlotPlace, slot: object): Bytes {
  const { iv: _iv, ct: _ct, ...record } = slot as Partial<SealedText>;
  return canonicalBytes({ part: 'slot', fmt, v, vaultId, vkId, slot: record });
}

/** What never changes about a slot, whatever the vault key: without `vkId` and what is sealed. */
function keyAad({ fmt, v, vaultId }: SlotPlace, slot: object): Bytes {
  const { key: _key, eph: _eph, iv: _iv, ct: _ct, ...record } = slot as Partial<BoxedSlot>;
  return canonicalBytes({ part: 'slot-key', fmt, v, vaultId, slot: record });
}

function textOf(sealed: { iv: Bytes; ct: Bytes }): SealedText {
  return { iv: toBase64Url(sealed.iv), ct: toBase64Url(sealed.ct) };
}

function sealedOf({ iv, ct }: SealedText) {
  return { iv: bytesOf(iv), ct: bytesOf(ct) };
}

/** Text that `isSlot` has checked. */
function bytesOf(text: string): Bytes {
  const bytes = bytesFromBase64Url(text);
  if (!bytes) throw new TypeError('"text" is not base64url');
  return bytes;
}
