/**
 * Stratum, before that Authenticator Pro (Android): JSON; closed under one of two marks. `AUTHENTICATORPRO`: Argon2id and
 * AES-256-GCM. `AuthenticatorPro`: PBKDF2 and AES-256-CBC without a MAC, in a newer and an older layout that only trying tells.
 */
import { type Bytes, utf8 } from '@/lib/crypto/bytes';
import { openCbc, openGcm } from '@/lib/crypto/password-file';
import { pbkdf2 } from '@/lib/crypto/pbkdf2';
import { type Result, fail, ok } from '@/lib/errors';
import { type EntryReader, readEntries } from '../entries';
import type { FileFormat, ReadFile, ReadTools } from '../file-format';
import { parseJson } from '../json-text';
import { readOtpFields } from '../otp-fields';
import { isObject, listIn, textIn, valueIn } from '../shape';

const markBytes = 16;
const strongMark = 'AUTHENTICATORPRO';
const legacyMark = 'AuthenticatorPro';
const strongCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 };
const kinds: Readonly<Record<number, string>> = { 1: 'hotp', 2: 'totp', 3: 'motp', 4: 'steam', 5: 'yandex' };
const algorithms: Readonly<Record<number, string>> = { 0: 'SHA1', 1: 'SHA256', 2: 'SHA512' };

export const stratum: FileFormat = {
  id: 'stratum',
  name: 'Stratum',
  recognises: ({ bytes, json }) =>
    markOf(bytes) !== null || (isObject(json) && Array.isArray(json['Authenticators'])),
  needs: ({ bytes }) =>
    markOf(bytes) === null
      ? ok({ secret: 'nothing' })
      : ok({ secret: 'password', ...(markOf(bytes) === strongMark ? { memoryMiB: 64 } : {}) }),
  read: async ({ bytes, json }, password, tools) => {
    const mark = markOf(bytes);
    if (mark === null) return readBackup(json, tools);
    const opened = await (mark === strongMark ? openStrong : openLegacy)(bytes, password ?? '');
    return opened.ok ? readBackup(opened.value, tools) : opened;
  },
};

function markOf(bytes: Uint8Array): string | null {
  const mark = String.fromCharCode(...bytes.subarray(0, markBytes));
  return mark === strongMark || mark === legacyMark ? mark : null;
}

async function openStrong(bytes: Bytes, password: string): Promise<Result<unknown>> {
  const [salt, iv, sealed] = cut(bytes, 16, 12);
  const { deriveArgon2 } = await import('@/lib/crypto/foreign-kdf');
  const key = await deriveArgon2('id', utf8(password), salt, strongCost, 32);
  const opened = await openGcm(key, iv, sealed);
  return opened ? jsonOf(opened, 'file-malformed') : fail('file-key-wrong');
}

const legacyLayouts = [
  { saltBytes: 20, iterations: 64_000 },
  { saltBytes: 8, iterations: 100_000 },
];

/** Nothing but the padding and the JSON inside says that the password is right. */
async function openLegacy(bytes: Bytes, password: string): Promise<Result<unknown>> {
  for (const { saltBytes, iterations } of legacyLayouts) {
    const [salt, iv, sealed] = cut(bytes, saltBytes, 16);
    const key = await pbkdf2(utf8(password), { hash: 'SHA-1', salt, iterations, length: 32 });
    const opened = await openCbc(key, iv, sealed);
    const json = opened ? jsonOf(opened, 'file-key-wrong') : null;
    if (json?.ok) return json;
  }
  return fail('file-key-wrong');
}

function cut(bytes: Bytes, saltBytes: number, ivBytes: number): [salt: Bytes, iv: Bytes, sealed: Bytes] {
  const iv = markBytes + saltBytes;
  return [bytes.slice(markBytes, iv), bytes.slice(iv, iv + ivBytes), bytes.slice(iv + ivBytes)];
}

function jsonOf(bytes: Bytes, otherwise: 'file-malformed' | 'file-key-wrong'): Result<unknown> {
  const json = parseJson(bytes);
  return isObject(json) ? ok(json) : fail(otherwise);
}

function readBackup(json: unknown, tools: ReadTools): Result<ReadFile> {
  const names = new Map(listIn(json, 'Categories').map((one) => [textIn(one, 'Id'), textIn(one, 'Name')]));
  const tags = new Map<string, string[]>();
  for (const tie of listIn(json, 'AuthenticatorCategories')) {
    const secret = textIn(tie, 'AuthenticatorSecret');
    const name = names.get(textIn(tie, 'CategoryId'));
    if (name !== undefined) tags.set(secret, [...(tags.get(secret) ?? []), name]);
  }
  return readEntries(listIn(json, 'Authenticators'), readEntry(tags), tools, { where: whereIs });
}

/** Groups are tied to an entry by its secret. Every field is always there, also what the kind does not use. */
function readEntry(tags: ReadonlyMap<string, readonly string[]>): EntryReader {
  return (entry) => {
    const [issuer, name] = [textIn(entry, 'Issuer'), textIn(entry, 'Username')];
    const secret = textIn(entry, 'Secret');
    const type = valueIn(entry, 'Type');
    const kind = kinds[Number(type)] ?? `type ${String(type)}`;
    const algorithm = valueIn(entry, 'Algorithm');
    const read = readOtpFields(
      {
        kind,
        secret,
        ...(kind === 'totp' || kind === 'hotp'
          ? {
              algorithm:
                algorithm === undefined
                  ? undefined
                  : (algorithms[Number(algorithm)] ?? `algorithm-${String(algorithm)}`),
              digits: valueIn(entry, 'Digits'),
              period: valueIn(entry, 'Period'),
              counter: valueIn(entry, 'Counter'),
            }
          : { pin: valueIn(entry, 'Pin') }),
      },
      { issuer, name, format: stratum.id, raw: entry },
    );
    if (!read.ok) return read;
    return ok({ issuer, name, ...read.value, tags: tags.get(secret) ?? [] });
  };
}

function whereIs(entry: unknown): string {
  return [textIn(entry, 'Issuer'), textIn(entry, 'Username')].filter((text) => text !== '').join(' · ');
}
