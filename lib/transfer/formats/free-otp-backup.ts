/**
 * FreeOTP, second version: `externalBackup.xml`, which is no XML but a map that Java wrote. Each key is closed by AES-256-GCM
 * under a master key, and that by a password (PBKDF2); what each is for is bound to it.
 */
import { type Bytes, utf8 } from '@/lib/crypto/bytes';
import { openGcm } from '@/lib/crypto/password-file';
import { type Hash, pbkdf2 } from '@/lib/crypto/pbkdf2';
import { wipe } from '@/lib/crypto/wipe';
import { type Failure, type Result, fail, failure, ok } from '@/lib/errors';
import { readEntries } from '../entries';
import type { FileFormat, ReadFile, ReadTools } from '../file-format';
import { isJavaStream } from '../java-mark';
import { parseJson } from '../json-text';
import { boundPbkdf2 } from '../kdf-bounds';
import { listIn, textIn, valueIn } from '../shape';
import { readFreeOtpToken, signedBytes } from './free-otp-token';

const master = 'masterKey';
const suffix = '-token';

export const freeOtpBackup: FileFormat = {
  id: 'freeotp-backup',
  name: 'FreeOTP',
  recognises: ({ bytes }) => isJavaStream(bytes),
  needs: () => ok({ secret: 'password' }),
  read: async ({ bytes }, password, tools) => {
    const { readJavaMap } = await import('../java-map');
    const map = readJavaMap(bytes);
    if (!map.ok) return map;
    const key = await masterKey(parseJson(map.value.get(master) ?? ''), password ?? '');
    return key.ok ? readTokens(map.value, key.value, tools) : key;
  },
};

async function masterKey(described: unknown, password: string): Promise<Result<Bytes>> {
  const hash = /hmacsha(1|256|512)$/i.exec(textIn(described, 'mAlgorithm'))?.[1];
  const salt = signedBytes(listIn(described, 'mSalt'));
  const iterations = boundPbkdf2(valueIn(described, 'mIterations'));
  if (hash === undefined || salt === null) return fail('file-malformed');
  if (!iterations.ok) return iterations;
  const parameters = { hash: `SHA-${hash}` as Hash, salt, iterations: iterations.value, length: 32 };
  const derived = await pbkdf2(utf8(password), parameters);
  const opened = await openKey(derived, valueIn(described, 'mEncryptedKey'));
  wipe(derived);
  if (opened === 'malformed') return fail('file-malformed');
  return opened === null ? fail('file-key-wrong') : ok(opened);
}

/** `null` when the key does not belong to it. */
async function openKey(key: Bytes, closed: unknown): Promise<Bytes | null | 'malformed'> {
  const sealed = signedBytes(listIn(closed, 'mCipherText'));
  const nonce = nonceOf(signedBytes(listIn(closed, 'mParameters')));
  const isGcm = textIn(closed, 'mCipher') === 'AES/GCM/NoPadding';
  if (sealed === null || nonce === null || !isGcm) return 'malformed';
  return openGcm(key, nonce, sealed, utf8(textIn(closed, 'mToken')));
}

/** DER: the nonce as an octet string, alone (Android 6) or first in `GCMParameters` (RFC 5084), whose tag has 16 bytes. */
function nonceOf(der: Bytes | null): Bytes | null {
  const at = der?.[0] === 0x30 ? 2 : 0;
  const length = der?.[at + 1] ?? 0;
  if (!der || der[at] !== 4 || length === 0 || length > 64 || der.length < at + 2 + length) return null;
  return der.slice(at + 2, at + 2 + length);
}

interface OpenToken {
  readonly token: unknown;
  readonly key: { readonly bytes: Bytes; readonly algorithm: string } | Failure;
}

/** Keys are opened one after the other, and the entries read once all are. */
async function readTokens(
  map: ReadonlyMap<string, string>,
  key: Bytes,
  tools: ReadTools,
): Promise<Result<ReadFile>> {
  const ids = [...map.keys()].filter((id) => id !== master && !id.endsWith(suffix));
  const tokens: OpenToken[] = [];
  for (const [index, id] of ids.slice(0, tools.limits.entries + 1).entries()) {
    tools.signal.throwIfAborted();
    tools.progress(index, ids.length);
    const closed = parseJson(textIn(parseJson(map.get(id) ?? ''), 'key'));
    const opened = await openKey(key, closed);
    const isOpen = opened !== null && opened !== 'malformed';
    const algorithm = textIn(closed, 'mToken');
    tokens.push({
      token: parseJson(map.get(`${id}${suffix}`) ?? ''),
      key: isOpen ? { bytes: opened, algorithm } : failure('entry-malformed'),
    });
  }
  wipe(key);
  return readEntries(tokens, (one) => readOpenToken(one as OpenToken), tools, {
    beyond: ids.length - tokens.length,
    where: (one) => textIn((one as OpenToken).token, 'label'),
  });
}

function readOpenToken({ token, key }: OpenToken) {
  if ('code' in key) return fail(key.code);
  return readFreeOtpToken({ token, format: freeOtpBackup.id, key, counts: 'next' });
}
