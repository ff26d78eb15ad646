/**
 * A KeePass database (KDBX 3.1 and 4), opened with its password: to the XML in it, and the values that are closed once more.
 * Loaded only when a file is one. What the format authenticates is checked before a byte of it is used.
 */
import { type Bytes, equalBytes, utf8 } from '@/lib/crypto/bytes';
import { sha256, sha512 } from '@/lib/crypto/digest';
import { applyChaCha20, applySalsa20, deriveAesKdf } from '@/lib/crypto/keepass-ciphers';
import { hmac, openCbc } from '@/lib/crypto/password-file';
import { wipe } from '@/lib/crypto/wipe';
import { type Result, fail, ok } from '@/lib/errors';
import { inflate } from '@/lib/vault/compression';
import type { ReadTools } from './file-format';
import { type KdbxHeader, readKdbxHeader } from './kdbx-header';

export interface OpenKdbx {
  readonly xml: Bytes;
  /** Takes the cipher of closed values off: of all of them, one after the other, in the order of the file. */
  readonly reveal: (closed: Bytes) => Bytes;
}

/** `file-key-wrong`, `file-malformed`, `file-too-large`, or what `readKdbxHeader` says. */
export async function openKdbx(bytes: Bytes, password: string, tools: ReadTools): Promise<Result<OpenKdbx>> {
  const header = readKdbxHeader(bytes);
  if (!header.ok) return header;
  const transformed = await transformedKey(header.value, password, tools.signal);
  const master = joined(header.value.masterSeed, transformed);
  wipe(transformed);
  const open =
    header.value.version === 4
      ? await openFour(bytes, header.value, master)
      : await openThree(bytes, header.value, master);
  wipe(master);
  if (!open.ok) return open;
  const whole = header.value.isCompressed
    ? await inflate(open.value.content, 'gzip', tools.limits.inflatedBytes, tools.signal)
    : open.value.content;
  if (whole === 'too-large') return fail('file-too-large');
  if (whole === 'damaged') return fail('file-malformed');
  const { inner } = header.value;
  if (inner) return withStream(inner.stream, inner.key, whole);
  return readInnerHeader(whole);
}

async function transformedKey({ kdf }: KdbxHeader, password: string, signal: AbortSignal): Promise<Bytes> {
  const composite = digest(digest(utf8(password)));
  if (kdf.kind === 'aes') return digest(await deriveAesKdf(kdf.seed, composite, kdf.rounds, signal));
  const { deriveArgon2 } = await import('@/lib/crypto/foreign-kdf');
  return deriveArgon2(kdf.kind, composite, kdf.salt, kdf.cost, 32);
}

interface Opened {
  readonly content: Bytes;
}

/** The header's hash tells damage, its MAC a wrong password; then come blocks, each with a MAC of its own. */
async function openFour(bytes: Bytes, header: KdbxHeader, master: Bytes): Promise<Result<Opened>> {
  const written = bytes.slice(0, header.bytes);
  const hashEnd = header.bytes + 32;
  if (bytes.length < hashEnd + 32 || !equalBytes(digest(written), bytes.subarray(header.bytes, hashEnd)))
    return fail('file-malformed');
  const macKey = new Uint8Array(sha512(joined(master, new Uint8Array([1]))));
  const headerMac = await hmac('SHA-256', blockKey(macKey, null), written);
  if (!equalBytes(headerMac, bytes.subarray(hashEnd, hashEnd + 32))) return fail('file-key-wrong');
  const parts: Bytes[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let [at, index] = [hashEnd + 32, 0]; ; index += 1) {
    if (at + 36 > bytes.length) return fail('file-malformed');
    const length = view.getUint32(at + 32, true);
    const data = bytes.slice(at + 36, at + 36 + length);
    if (data.length !== length) return fail('file-malformed');
    const prefix = new Uint8Array(12);
    new DataView(prefix.buffer).setBigUint64(0, BigInt(index), true);
    new DataView(prefix.buffer).setUint32(8, length, true);
    const mac = await hmac('SHA-256', blockKey(macKey, index), joined(prefix, data));
    if (!equalBytes(mac, bytes.subarray(at, at + 32))) return fail('file-malformed');
    if (length === 0) break;
    parts.push(data);
    at += 36 + length;
  }
  const sealed = joined(...parts);
  const key = digest(master);
  const content =
    header.cipher === 'aes' ? await openCbc(key, header.iv, sealed) : applyChaCha20(key, header.iv, sealed);
  wipe(key, macKey);
  return content ? ok({ content }) : fail('file-malformed');
}

/** `null`: of the header, whose number is the highest there is. */
function blockKey(macKey: Bytes, index: number | null): Bytes {
  const number = new Uint8Array(8).fill(0xff);
  if (index !== null) new DataView(number.buffer).setBigUint64(0, BigInt(index), true);
  return new Uint8Array(sha512(joined(number, macKey)));
}

/** What the content begins with tells a wrong password; blocks have hashes, which tell accidents. */
async function openThree(bytes: Bytes, header: KdbxHeader, master: Bytes): Promise<Result<Opened>> {
  const key = digest(master);
  const opened = await openCbc(key, header.iv, bytes.slice(header.bytes));
  wipe(key);
  if (!opened || !equalBytes(opened.subarray(0, 32), header.inner?.start ?? new Uint8Array(0)))
    return fail('file-key-wrong');
  const parts: Bytes[] = [];
  const view = new DataView(opened.buffer, opened.byteOffset, opened.byteLength);
  for (let at = 32; ;) {
    if (at + 40 > opened.length) return fail('file-malformed');
    const length = view.getUint32(at + 36, true);
    const data = opened.slice(at + 40, at + 40 + length);
    if (length === 0) break;
    if (data.length !== length || !equalBytes(digest(data), opened.subarray(at + 4, at + 36)))
      return fail('file-malformed');
    parts.push(data);
    at += 40 + length;
  }
  return ok({ content: joined(...parts) });
}

/** KDBX 4: the cipher of closed values and its key stand before the XML, with the attachments. */
function readInnerHeader(content: Bytes): Result<OpenKdbx> {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let [stream, key, at] = [0, new Uint8Array(0), 0];
  for (;;) {
    if (at + 5 > content.length) return fail('file-malformed');
    const type = view.getUint8(at);
    const end = at + 5 + view.getUint32(at + 1, true);
    if (end > content.length) return fail('file-malformed');
    if (type === 1) stream = content[at + 5] ?? 0;
    if (type === 2) key = content.slice(at + 5, end);
    at = end;
    if (type === 0) break;
  }
  return withStream(stream, key, content.subarray(at));
}

const salsaNonce = new Uint8Array([0xe8, 0x30, 0x09, 0x4b, 0x97, 0x20, 0x5d, 0x2a]);

function withStream(stream: number, key: Bytes, xml: Bytes): Result<OpenKdbx> {
  if (stream === 3) {
    const hash = new Uint8Array(sha512(key));
    return ok({ xml, reveal: (closed) => applyChaCha20(hash.slice(0, 32), hash.slice(32, 44), closed) });
  }
  if (stream === 2) return ok({ xml, reveal: (closed) => applySalsa20(digest(key), salsaNonce, closed) });
  return stream === 0 ? ok({ xml, reveal: (closed) => closed }) : fail('file-malformed');
}

function digest(bytes: Bytes): Bytes {
  return new Uint8Array(sha256(bytes));
}

function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
