import { nonceBytes, tagBytes } from '@/lib/crypto/aead';
import type { Bytes } from '@/lib/crypto/bytes';
import { canonicalBytes, canonicalJson } from '@/lib/crypto/canonical-json';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import { hasExactly, hasTextLength, isBytesText, isId, isRecord, isWholeFrom } from '@/lib/vault/shape';
import type { Slot } from '@/lib/vault/slots';
import { isSlot } from '@/lib/vault/slots';

export const format = 'seconde-vault';
export const formatVersion = 1;

/** Everything a person with the file can read without a key. docs/vault-format.md has the meaning of every field. */
export interface EnvelopeHeader {
  readonly fmt: typeof format;
  readonly v: typeof formatVersion;
  /** The oldest version that may open this file. */
  readonly minReader: typeof formatVersion;
  readonly vaultId: string;
  /** One more with every write. */
  readonly gen: number;
  /** Names the vault key; another one after every change of password. */
  readonly vkId: string;
  readonly device: string;
  readonly savedAt: number;
  /** In a copy: how to open it, for a person. */
  readonly note?: string;
  readonly slots: readonly Slot[];
}

export interface EnvelopeBody {
  readonly alg: 'A256GCM';
  /** HKDF salt: a key for every write, so no nonce is ever used twice under one key. */
  readonly salt: string;
  readonly iv: string;
  readonly ct: string;
  readonly comp: 'none' | 'gzip';
  /** Bytes before encryption, padding included. */
  readonly len: number;
}

export interface Envelope extends EnvelopeHeader {
  readonly body: EnvelopeBody;
}

export const bodySaltBytes = 32;
export const paddingStep = 4096;
const maximumSlots = 16;
const maximumNote = 2000;

const headerFields = ['fmt', 'v', 'minReader', 'vaultId', 'gen', 'vkId', 'device', 'savedAt', 'slots'];

/**
 * The envelope, when it is one of this version in every detail. `vault-newer`: written by a version whose files this
 * one may not open, and so may not change either. `vault-damaged`: anything else.
 */
export function parseEnvelope(value: unknown): Result<Envelope> {
  if (!isRecord(value) || value['fmt'] !== format) return fail('vault-damaged');
  const isNewer = [value['v'], value['minReader']].some((version) => isWholeFrom(formatVersion + 1, version));
  if (isNewer) return fail('vault-newer');
  return isEnvelope(value) ? ok(value) : fail('vault-damaged');
}

function isEnvelope(value: Record<string, unknown>): value is Record<string, unknown> & Envelope {
  if (!hasExactly(value, [...headerFields, 'body'], ['note'])) return false;
  const { v, minReader, vaultId, gen, vkId, device, savedAt, note, slots, body } = value;
  return (
    v === formatVersion &&
    minReader === formatVersion &&
    isId(vaultId) &&
    isId(vkId) &&
    isId(device) &&
    isWholeFrom(1, gen) &&
    isWholeFrom(0, savedAt) &&
    (note === undefined || (typeof note === 'string' && note.length <= maximumNote)) &&
    Array.isArray(slots) &&
    slots.length >= 1 &&
    slots.length <= maximumSlots &&
    slots.every(isSlot) &&
    new Set(slots.map(({ id }) => id)).size === slots.length &&
    isBody(body)
  );
}

/** The letters of `ct` are looked at when it is decoded: it may be a megabyte long. */
function isBody(body: unknown): body is EnvelopeBody {
  if (!hasExactly(body, ['alg', 'salt', 'iv', 'ct', 'comp', 'len'])) return false;
  const { alg, salt, iv, ct, comp, len } = body;
  return (
    alg === 'A256GCM' &&
    (comp === 'none' || comp === 'gzip') &&
    isBytesText(bodySaltBytes, salt) &&
    isBytesText(nonceBytes, iv) &&
    isWholeFrom(paddingStep, len) &&
    len % paddingStep === 0 &&
    typeof ct === 'string' &&
    hasTextLength(len + tagBytes, ct)
  );
}

/** The header alone; of a header, itself. */
export function headerOf(envelope: EnvelopeHeader): EnvelopeHeader {
  const { fmt, v, minReader, vaultId, gen, vkId, device, savedAt, note, slots } = envelope;
  const header = { fmt, v, minReader, vaultId, gen, vkId, device, savedAt, slots };
  return note === undefined ? header : { ...header, note };
}

/** What the body is bound to: the whole header with every slot and the generation, and the body's own parameters. */
export function bodyAad(header: EnvelopeHeader, body: Omit<EnvelopeBody, 'iv' | 'ct'>): Bytes {
  const { alg, salt, comp, len } = body;
  return canonicalBytes({ part: 'body', ...headerOf(header), body: { alg, salt, comp, len } });
}

/** Equal in every field. Storage may give keys back in another order, so texts are compared in canonical form. */
export function isSameEnvelope(a: Envelope, b: Envelope): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** No way in without the person: the vault locks. */
export function isProtected(header: EnvelopeHeader): boolean {
  return header.slots.every((slot) => slot.type !== 'device');
}
