import { open, seal } from '@/lib/crypto/aead';
import type { Bytes } from '@/lib/crypto/bytes';
import { bytesFromBase64Url, toBase64Url } from '@/lib/crypto/bytes';
import { deriveAeadKey } from '@/lib/crypto/hkdf';
import { randomBytes } from '@/lib/crypto/random';
import { wipe } from '@/lib/crypto/wipe';
import { gunzip, gzip } from '@/lib/vault/compression';
import type { Envelope, EnvelopeHeader } from '@/lib/vault/envelope';
import { bodyAad, bodySaltBytes, paddingStep } from '@/lib/vault/envelope';

const bodyInfo = 'seconde/1/body';
const lengthBytes = 4;
const maximumContentBytes = 64 * 1024 * 1024;

/** Below this, starting a decompressor costs more than reading the bytes. docs/vault-format.md has the measurements. */
const gzipFromBytes = 64 * 1024;

/** The envelope with `content` sealed under a key of its own, made from the vault key and a fresh salt. */
export async function sealBody(header: EnvelopeHeader, vk: CryptoKey, content: Bytes): Promise<Envelope> {
  const comp = content.length < gzipFromBytes ? 'none' : 'gzip';
  const packed = pad(comp === 'gzip' ? await gzip(content) : content);
  const salt = randomBytes(bodySaltBytes);
  const parameters = { alg: 'A256GCM', salt: toBase64Url(salt), comp, len: packed.length } as const;
  const sealed = await seal(await deriveAeadKey(vk, salt, bodyInfo), packed, bodyAad(header, parameters));
  wipe(packed);
  return { ...header, body: { ...parameters, iv: toBase64Url(sealed.iv), ct: toBase64Url(sealed.ct) } };
}

/** The content, or `null` when the vault key, the body and the header do not belong together. */
export async function openBody(envelope: Envelope, vk: CryptoKey): Promise<Bytes | null> {
  const { body } = envelope;
  const [salt, iv, ct] = [body.salt, body.iv, body.ct].map(bytesFromBase64Url);
  if (!salt || !iv || !ct) return null;
  const key = await deriveAeadKey(vk, salt, bodyInfo);
  const packed = await open(key, { iv, ct }, bodyAad(envelope, body));
  const content = packed && unpad(packed);
  return content && body.comp === 'gzip' ? gunzip(content, maximumContentBytes) : content;
}

/** Length (32 bits, big-endian), content, zeros up to a whole number of steps: the file tells the number of accounts only roughly. */
function pad(content: Bytes): Bytes {
  const padded = new Uint8Array(Math.ceil((lengthBytes + content.length) / paddingStep) * paddingStep);
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, lengthBytes);
  return padded;
}

function unpad(padded: Bytes): Bytes | null {
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  return lengthBytes + length <= padded.length ? padded.subarray(lengthBytes, lengthBytes + length) : null;
}
