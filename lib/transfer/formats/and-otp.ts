/**
 * andOTP (Android): a JSON array; closed in two ways, neither of which has a mark: PBKDF2 with its number of rounds first, or
 * SHA-256 of the password. Both end in AES-256-GCM, so a right password shows itself.
 */
import type { Bytes } from '@/lib/crypto/bytes';
import { utf8 } from '@/lib/crypto/bytes';
import { sha256 } from '@/lib/crypto/digest';
import { openGcm } from '@/lib/crypto/password-file';
import { pbkdf2 } from '@/lib/crypto/pbkdf2';
import { fail, ok } from '@/lib/errors';
import { type EntryReader, readEntries } from '../entries';
import type { FileFormat, SeenFile } from '../file-format';
import { parseJson } from '../json-text';
import { boundPbkdf2 } from '../kdf-bounds';
import { readOtpFields } from '../otp-fields';
import { isObject, listIn, textIn, valueIn } from '../shape';

const saltBytes = 12;
const ivBytes = 12;
const tagBytes = 16;

export const andOtp: FileFormat = {
  id: 'andotp',
  name: 'andOTP',
  recognises: ({ json }) =>
    Array.isArray(json) &&
    json.some(
      (entry) =>
        isObject(entry) &&
        'secret' in entry &&
        'type' in entry &&
        ('thumbnail' in entry || 'last_used' in entry),
    ),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ json }, _password, tools) => readEntries(json as readonly unknown[], readEntry, tools),
};

/** Without a mark: a number of rounds as the app chose them is nearly one, else the person says what it is; the password proves it. */
export const andOtpClosed: FileFormat = {
  id: 'andotp-closed',
  name: 'andOTP',
  recognises: (file) => mayBeClosed(file) && hasLikelyRounds(file.bytes),
  mayBe: mayBeClosed,
  needs: () => ok({ secret: 'password' }),
  read: async ({ bytes }, password, tools) => {
    const opened = (await openNew(bytes, password ?? '')) ?? (await openOld(bytes, password ?? ''));
    const json = opened && parseJson(opened);
    if (!json) return fail('file-key-wrong');
    return Array.isArray(json) ? readEntries(json, readEntry, tools) : fail('file-malformed');
  },
};

function mayBeClosed({ bytes, text }: SeenFile): boolean {
  return text === null && bytes.length >= ivBytes + tagBytes;
}

/** The app chose them between 140,000 and 160,000. */
function hasLikelyRounds(bytes: Bytes): boolean {
  const rounds = roundsOf(bytes);
  return bytes.length >= 4 + saltBytes + ivBytes + tagBytes && rounds >= 130_000 && rounds <= 170_000;
}

function roundsOf(bytes: Bytes): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}

async function openNew(bytes: Bytes, password: string): Promise<Bytes | null> {
  if (bytes.length < 4 + saltBytes + ivBytes + tagBytes) return null;
  const rounds = boundPbkdf2(roundsOf(bytes));
  if (!rounds.ok) return null;
  const salt = bytes.slice(4, 4 + saltBytes);
  const key = await pbkdf2(utf8(password), { hash: 'SHA-1', salt, iterations: rounds.value, length: 32 });
  const at = 4 + saltBytes;
  return openGcm(key, bytes.slice(at, at + ivBytes), bytes.slice(at + ivBytes));
}

async function openOld(bytes: Bytes, password: string): Promise<Bytes | null> {
  const key = new Uint8Array(sha256(utf8(password)));
  return openGcm(key, bytes.slice(0, ivBytes), bytes.slice(ivBytes));
}

/** Old files have no issuer of their own: `issuer - label`. */
const readEntry: EntryReader = (entry) => {
  const label = textIn(entry, 'label');
  const [, before, after] = isObject(entry) && 'issuer' in entry ? [] : (/^(.+?) - (.+)$/s.exec(label) ?? []);
  const issuer = before ?? textIn(entry, 'issuer');
  const account = after ?? label;
  // Some versions kept the label of the address whole.
  const name = issuer !== '' && account.startsWith(`${issuer}:`) ? account.slice(issuer.length + 1) : account;
  const kind = textIn(entry, 'type');
  const read = readOtpFields(
    {
      kind,
      secret: textIn(entry, 'secret'),
      algorithm: kind === 'MOTP' ? undefined : valueIn(entry, 'algorithm'),
      digits: valueIn(entry, 'digits'),
      period: valueIn(entry, 'period'),
      counter: valueIn(entry, 'counter'),
      pin: valueIn(entry, 'pin'),
    },
    { issuer, name, format: andOtp.id, raw: entry },
  );
  if (!read.ok) return read;
  const tags = listIn(entry, 'tags').filter((tag) => typeof tag === 'string');
  return ok({ issuer, name, ...read.value, tags });
};
