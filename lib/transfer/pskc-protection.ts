/** What closes a PSKC file (RFC 6030 § 6): a pre-shared key or a password, AES-CBC, and a MAC over what is closed. */
import { type Bytes, bytesFromBase64Url, utf8 } from '@/lib/crypto/bytes';
import { hmac, isSameBytes, openXmlCbc } from '@/lib/crypto/password-file';
import { type Hash, pbkdf2 } from '@/lib/crypto/pbkdf2';
import { fail, ok, type Result } from '@/lib/errors';
import { type XmlElement, childOf, textOf } from '@/lib/transfer/xml';

/** What a person types or pastes to open the file. */
export type PskcSecret = { readonly key: string } | { readonly password: string };

/** Opens one `EncryptedValue`, its `ValueMAC` beside it; `checked` is false where the file has no MAC. */
export type OpenValue = (value: XmlElement) => Promise<Result<{ bytes: Bytes; checked: boolean }>>;

const mostIterations = 10_000_000;
const longestSaltBytes = 1024;
const aes = /#aes(128|256)-cbc$/;
const hashes: Readonly<Record<string, Hash>> = {
  '1': 'SHA-1',
  '256': 'SHA-256',
  '384': 'SHA-384',
  '512': 'SHA-512',
};

/** Standard Base64 with any white space (XML Schema), or `null`. */
export function bytesFromXmlBase64(text: string): Bytes | null {
  const compact = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return null;
  return bytesFromBase64Url(compact.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'));
}

/** `file-key-malformed`: neither 16 or 32 bytes in hexadecimal nor in Base64. */
export function parseKey(text: string): Result<Bytes> {
  const hex = text.replace(/[\s:-]+/g, '').replace(/^0x/i, '');
  if (/^(?:[0-9a-f]{32}|[0-9a-f]{64})$/i.test(hex))
    return ok(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
  const bytes = bytesFromXmlBase64(text);
  return bytes && (bytes.length === 16 || bytes.length === 32) ? ok(bytes) : fail('file-key-malformed');
}

/** What the container asks for. `pskc-protection`: a certificate or another thing that nobody types. */
export function neededSecret(container: XmlElement): Result<'key' | 'password'> {
  const encryption = childOf(container, 'EncryptionKey');
  if (!encryption || childOf(encryption, 'KeyName')) return ok('key');
  return childOf(encryption, 'DerivedKey', 'KeyDerivationMethod') ? ok('password') : fail('pskc-protection');
}

/** The opener of a container. `pskc-protection`, `file-cost`, `file-key-malformed`, `file-key-wrong`. */
export async function createOpener(container: XmlElement, secret: PskcSecret): Promise<Result<OpenValue>> {
  const key = 'key' in secret ? parseKey(secret.key) : await derivedKey(container, secret.password);
  if (!key.ok) return key;
  const mac = await macOf(container, key.value);
  if (!mac.ok) return mac;
  return ok(async (value) => {
    const sealed = bytesFromXmlBase64(textOf(value, 'EncryptedValue', 'CipherData', 'CipherValue'));
    const valueMac = childOf(value, 'ValueMAC');
    if (!sealed) return fail('file-malformed');
    if (valueMac) {
      const expected = bytesFromXmlBase64(textOf(valueMac));
      const real = mac.value && (await hmac(mac.value.hash, mac.value.key, sealed));
      if (!real || !expected || !isSameBytes(real, expected)) return fail('file-key-wrong');
    }
    const opened = await openCbc(childOf(value, 'EncryptedValue'), key.value);
    return opened.ok ? ok({ bytes: opened.value, checked: valueMac !== undefined }) : opened;
  });
}

/** PBKDF2 with what the file says (RFC 8018, XML Encryption 1.1 § 5.4.1), its cost bounded before anything is derived. */
async function derivedKey(container: XmlElement, password: string): Promise<Result<Bytes>> {
  const method = childOf(container, 'EncryptionKey', 'DerivedKey', 'KeyDerivationMethod');
  const parameters = childOf(method, 'PBKDF2-params');
  if (!/pbkdf2$/i.test(method?.attributes.get('Algorithm') ?? '') || !parameters)
    return fail('pskc-protection');
  const hash = hashOf(childOf(parameters, 'PRF')?.attributes.get('Algorithm') ?? '#hmac-sha1');
  const salt = bytesFromXmlBase64(textOf(parameters, 'Salt', 'Specified'));
  const iterations = wholeNumber(textOf(parameters, 'IterationCount'));
  const length = wholeNumber(textOf(parameters, 'KeyLength') || '16');
  if (!hash) return fail('pskc-protection');
  if (!salt || salt.length === 0 || iterations === null || iterations === 0) return fail('file-malformed');
  if (iterations > mostIterations || salt.length > longestSaltBytes) return fail('file-cost');
  if (length !== 16 && length !== 32) return fail('pskc-protection');
  return ok(await pbkdf2(utf8(password), { salt, iterations, hash, length }));
}

/** The key of the MACs, itself closed by the key of the file; without one, the key of the file is used (RFC 6030 § 6.1.1). */
async function macOf(container: XmlElement, key: Bytes): Promise<Result<{ hash: Hash; key: Bytes } | null>> {
  const method = childOf(container, 'MACMethod');
  if (!method) return ok(null);
  const hash = hashOf(method.attributes.get('Algorithm') ?? '');
  if (!hash) return fail('pskc-protection');
  const closed = childOf(method, 'MACKey');
  if (!closed) return ok({ hash, key });
  const opened = await openCbc(closed, key);
  return opened.ok ? ok({ hash, key: opened.value }) : opened;
}

/** An element of the type `EncryptedData`. */
async function openCbc(element: XmlElement | undefined, key: Bytes): Promise<Result<Bytes>> {
  const bits = aes.exec(childOf(element, 'EncryptionMethod')?.attributes.get('Algorithm') ?? '')?.[1];
  if (!bits) return fail('pskc-protection');
  const sealed = bytesFromXmlBase64(textOf(element, 'CipherData', 'CipherValue'));
  if (!sealed) return fail('file-malformed');
  if (key.length * 8 !== Number(bits)) return fail('file-key-wrong');
  const bytes = await openXmlCbc(key, sealed);
  return bytes ? ok(bytes) : fail('file-key-wrong');
}

function hashOf(algorithm: string): Hash | undefined {
  const bits = /hmac-?sha-?(1|256|384|512)$/i.exec(algorithm)?.[1];
  return bits === undefined ? undefined : hashes[bits];
}

function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
