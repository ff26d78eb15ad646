/** How Bitwarden closes an export with a password: master key, stretched; AES-256-CBC with HMAC-SHA-256 over it. */
import { type Bytes, equalBytes, textFromUtf8, utf8 } from '@/lib/crypto/bytes';
import { sha256 } from '@/lib/crypto/digest';
import { hmac, openCbc } from '@/lib/crypto/password-file';
import { pbkdf2 } from '@/lib/crypto/pbkdf2';
import { wipe } from '@/lib/crypto/wipe';
import { type Result, fail, ok } from '@/lib/errors';
import { bytesFromBase64 } from '../bytes-text';
import { parseJson } from '../json-text';
import { type Argon2Cost, boundArgon2, boundPbkdf2 } from '../kdf-bounds';
import { textIn, valueIn } from '../shape';

type Cost =
  | { readonly kind: 'pbkdf2'; readonly iterations: number; readonly memoryMiB: number }
  | ({ readonly kind: 'argon2'; readonly memoryMiB: number } & Argon2Cost);

/** `kdfMemory` is in MiB. */
export function costOfBitwarden(json: unknown): Result<Cost> {
  const [type, iterations] = [valueIn(json, 'kdfType'), valueIn(json, 'kdfIterations')];
  if (type === 0) {
    const bound = boundPbkdf2(iterations);
    return bound.ok ? ok({ kind: 'pbkdf2', iterations: bound.value, memoryMiB: 1 }) : bound;
  }
  if (type !== 1) return fail(typeof type === 'number' ? 'file-newer' : 'file-malformed');
  const memory = valueIn(json, 'kdfMemory');
  const kibibytes = typeof memory === 'number' ? memory * 1024 : memory;
  const bound = boundArgon2(kibibytes, iterations, valueIn(json, 'kdfParallelism'));
  return bound.ok ? ok({ kind: 'argon2', ...bound.value }) : bound;
}

/** The export inside. The check value tells a wrong password from a damaged file. */
export async function openBitwarden(json: unknown, password: string): Promise<Result<unknown>> {
  const cost = costOfBitwarden(json);
  if (!cost.ok) return cost;
  const master = await masterKey(json, password, cost.value);
  const [enc, mac] = [await expand(master, 'enc'), await expand(master, 'mac')];
  wipe(master);
  const check = await openText(textIn(json, 'encKeyValidation_DO_NOT_EDIT'), enc, mac);
  if (check === null) return fail('file-key-wrong');
  const text = await openText(textIn(json, 'data'), enc, mac);
  wipe(enc, mac);
  if (text === null) return fail('file-malformed');
  const opened = parseJson(text);
  return opened === undefined ? fail('file-malformed') : ok(opened);
}

/** The salt is taken as the text that it is, not as what its Base64 stands for. */
async function masterKey(json: unknown, password: string, cost: Cost): Promise<Bytes> {
  const salt = utf8(textIn(json, 'salt'));
  if (cost.kind === 'pbkdf2')
    return pbkdf2(utf8(password), { hash: 'SHA-256', salt, iterations: cost.iterations, length: 32 });
  const { deriveArgon2 } = await import('@/lib/crypto/foreign-kdf');
  return deriveArgon2('id', utf8(password), new Uint8Array(sha256(salt)), cost, 32);
}

/** The second half of HKDF (RFC 5869 § 2.3) alone, one block. */
async function expand(key: Bytes, info: string): Promise<Bytes> {
  return hmac('SHA-256', key, new Uint8Array([...utf8(info), 1]));
}

/** `2.iv|ciphertext|mac`, each in Base64; the MAC is over the first two. */
async function openText(text: string, enc: Bytes, mac: Bytes): Promise<string | null> {
  const [iv, sealed, tag] = /^2\.([^|]+)\|([^|]+)\|([^|]+)$/.exec(text)?.slice(1).map(bytesFromBase64) ?? [];
  if (!iv || !sealed || !tag) return null;
  const message = new Uint8Array(iv.length + sealed.length);
  message.set(iv);
  message.set(sealed, iv.length);
  if (!equalBytes(await hmac('SHA-256', mac, message), tag)) return null;
  const opened = await openCbc(enc, iv, sealed);
  return opened && textFromUtf8(opened);
}
