/**
 * TOTP Authenticator (BinaryBoot): AES-256-CBC under the SHA-256 of a password, in Base64, with nothing else to know it by. Who
 * chose no password has the app's own, which is public.
 */
import { utf8 } from '@/lib/crypto/bytes';
import { sha256 } from '@/lib/crypto/digest';
import { openCbc } from '@/lib/crypto/password-file';
import { fail, ok } from '@/lib/errors';
import { decodeHex } from '@/lib/otp/hex';
import { bytesFromBase64 } from '../bytes-text';
import { type EntryReader, readEntries } from '../entries';
import type { FileFormat } from '../file-format';
import { parseJson } from '../json-text';
import { allDefined, readOtpFields } from '../otp-fields';
import { isObject, textIn, valueIn } from '../shape';

const blockBytes = 16;
/** Below, a key in hexadecimal or another short text would be taken for one. */
const fewestBytes = 128;
const ownPassword = 'TotpAuthenticator';

export const totpAuthenticator: FileFormat = {
  id: 'totp-authenticator',
  name: 'TOTP Authenticator',
  recognises: ({ text }) => {
    if (text === null || !/^\s*[A-Za-z0-9+/]{64}/.test(text) || !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text))
      return false;
    const length = Math.floor((text.replace(/[\s=]+/g, '').length * 3) / 4);
    return length >= fewestBytes && length % blockBytes === 0;
  },
  // A closed maFile of Steam looks the same; what opens it is in another file of its folder.
  needs: ({ name }) =>
    /\.mafile$/i.test(name) ? fail('file-folder') : ok({ secret: 'password', optional: true }),
  read: async ({ text }, password, tools) => {
    const sealed = bytesFromBase64(text ?? '');
    if (sealed === null) return fail('file-malformed');
    const key = new Uint8Array(sha256(utf8(password ?? ownPassword)));
    const opened = await openCbc(key, new Uint8Array(blockBytes), sealed);
    const outer = opened && parseJson(opened);
    // The list is the name of the only field, as text in text.
    const list = isObject(outer) ? parseJson(Object.keys(outer)[0] ?? '') : undefined;
    if (!Array.isArray(list)) return fail('file-key-wrong');
    const items = list.map((item: unknown) => (typeof item === 'string' ? parseJson(item) : item));
    return readEntries(items, readItem, tools);
  },
};

const readItem: EntryReader = (item) => {
  const [issuer, name] = [textIn(item, 'issuer'), textIn(item, 'name')];
  const secret = secretOf(textIn(item, 'key'), valueIn(item, 'base'));
  if (secret === null) return fail('entry-malformed');
  const otp = readOtpFields(
    { kind: 'totp', secret, digits: valueIn(item, 'digits'), period: valueIn(item, 'period') },
    { issuer, name, format: totpAuthenticator.id, raw: item, defined: allDefined },
  );
  return otp.ok ? ok({ issuer, name, ...otp.value }) : otp;
};

function secretOf(key: string, base: unknown): string | Uint8Array | null {
  if (base === 16) return decodeHex(key);
  if (base === 64) return bytesFromBase64(key);
  return base === 32 ? key : null;
}
