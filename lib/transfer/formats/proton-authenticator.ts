/** Proton Authenticator: JSON, plain, or closed by Argon2id and AES-256-GCM under a name of its own. */
import { utf8 } from '@/lib/crypto/bytes';
import { openGcm } from '@/lib/crypto/password-file';
import { wipe } from '@/lib/crypto/wipe';
import { type Result, fail, ok } from '@/lib/errors';
import { bytesFromBase64 } from '../bytes-text';
import { type EntryReader, readEntries } from '../entries';
import type { FileFormat } from '../file-format';
import { readAddress } from '../from-address';
import { parseJson } from '../json-text';
import { type Json, isObject, listIn, textIn, valueIn } from '../shape';

const cost = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 };
const nonceBytes = 12;
const boundTo = 'proton.authenticator.export.v1';

export const protonAuthenticator: FileFormat = {
  id: 'proton-authenticator',
  name: 'Proton Authenticator',
  recognises: ({ json }) =>
    isObject(json) && typeof json['version'] === 'number' && (isPlain(json) || isClosed(json)),
  needs: ({ json }) =>
    valueIn(json, 'version') === 1
      ? ok({ secret: isObject(json) && isClosed(json) ? 'password' : 'nothing' })
      : fail('file-newer'),
  read: async ({ json }, password, tools) => {
    const opened = isObject(json) && isClosed(json) ? await openContent(json, password ?? '') : ok(json);
    return opened.ok
      ? readEntries(listIn(opened.value, 'entries'), readEntry, tools, { where: whereIs })
      : opened;
  },
};

function isPlain(json: Json): boolean {
  const entries = listIn(json, 'entries');
  return (
    Array.isArray(json['entries']) &&
    entries.every(
      (entry) => isObject(valueIn(entry, 'content')) && 'uri' in (valueIn(entry, 'content') as Json),
    )
  );
}

function isClosed(json: Json): boolean {
  return typeof json['salt'] === 'string' && typeof json['content'] === 'string' && !('entries' in json);
}

async function openContent(json: Json, password: string): Promise<Result<unknown>> {
  const salt = bytesFromBase64(textIn(json, 'salt'));
  const content = bytesFromBase64(textIn(json, 'content'));
  if (!salt || salt.length < 8 || !content) return fail('file-malformed');
  const { deriveArgon2 } = await import('@/lib/crypto/foreign-kdf');
  const key = await deriveArgon2('id', utf8(password), salt, cost, 32);
  const bytes = await openGcm(key, content.slice(0, nonceBytes), content.slice(nonceBytes), utf8(boundTo));
  wipe(key);
  if (bytes === null) return fail('file-key-wrong');
  const opened = parseJson(bytes);
  return opened === undefined ? fail('file-malformed') : ok(opened);
}

/** The name that the person gave it may differ from the label of the address. */
const readEntry: EntryReader = (entry) => {
  const read = readAddress(textIn(entry, 'content', 'uri'), protonAuthenticator.id);
  if (!read.ok) return read;
  const isSteam = textIn(entry, 'content', 'entry_type') === 'Steam';
  const issuer = read.value.issuer || (isSteam ? 'Steam' : '');
  const name = textIn(entry, 'content', 'name') || read.value.name;
  return ok({ ...read.value, issuer, name, note: textIn(entry, 'note') || textIn(entry, 'content', 'note') });
};

function whereIs(entry: unknown): string {
  return textIn(entry, 'content', 'name');
}
