/**
 * The three ways in which the *Authenticator* extension closed its files, all ending in CryptoJS with a passphrase, without a
 * MAC. Version 3: whole entries, under the text of an Argon2id hash by a key record with a salt. Version 2: secrets only, under
 * the hexadecimal of a key that the password closes. Version 1: secrets only, under the password itself.
 */
import { textFromUtf8, utf8 } from '@/lib/crypto/bytes';
import { openSalted } from '@/lib/crypto/openssl-salted';
import { type Result, fail, ok } from '@/lib/errors';
import { encodeHex } from '@/lib/otp/hex';
import { bytesFromBase64 } from '../bytes-text';
import { parseJson } from '../json-text';
import { type Json, isObject, textIn } from '../shape';

const cost = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 };
const shortestSalt = 8;

export function isClosedEntry(record: Json): boolean {
  return record['dataType'] === 'EncOTPStorage' || record['encrypted'] === true;
}

/** The entries in clear; `null` for one that the password does not open, as long as it opens another. */
export async function openEntries(
  file: Json,
  records: readonly Json[],
  password: string,
): Promise<Result<readonly (Json | null)[]>> {
  if (!records.some(isClosedEntry)) return ok(records);
  const opener = createOpener(file, password);
  const opened: (Json | null)[] = [];
  for (const record of records) opened.push(isClosedEntry(record) ? await opener(record) : record);
  const isAnyOpened = records.some((record, index) => isClosedEntry(record) && opened[index] !== null);
  return isAnyOpened ? ok(opened) : fail('file-key-wrong');
}

function createOpener(file: Json, password: string): (record: Json) => Promise<Json | null> {
  const derived = new Map<string, Promise<string | null>>();
  const oldKey = isObject(file['key']) ? file['key'] : file;
  const secretPassphrase =
    typeof oldKey['enc'] === 'string' ? openOldKey(oldKey['enc'], password) : Promise.resolve(password);

  const passphraseOf = (keyId: string): Promise<string | null> => {
    const known = derived.get(keyId) ?? derivePassphrase(file, keyId, password);
    derived.set(keyId, known);
    return known;
  };

  return async (record) => {
    if (record['dataType'] === 'EncOTPStorage') {
      const passphrase = await passphraseOf(textIn(record, 'keyId'));
      const json = passphrase === null ? null : await openText(textIn(record, 'data'), passphrase);
      const entry = json === null ? undefined : parseJson(json);
      return isObject(entry) && 'secret' in entry
        ? { ...entry, index: record['index'] ?? entry['index'] }
        : null;
    }
    const passphrase = await secretPassphrase;
    const secret = passphrase === null ? null : await openText(textIn(record, 'secret'), passphrase);
    // Nothing else tells a right password: every other one leaves bytes too, now and then.
    return secret !== null && /^(?:(?:blz|bliz|stm)-)?[a-z0-9 ]+=*$/i.test(secret)
      ? { ...record, secret, encrypted: false }
      : null;
  };
}

/** The salt is text, and what serves as passphrase is the hash in Base64, as Argon2 writes it in its own notation. */
async function derivePassphrase(file: Json, keyId: string, password: string): Promise<string | null> {
  const key = Object.values(file).find(
    (value) => isObject(value) && value['dataType'] === 'Key' && value['id'] === keyId,
  );
  const salt = utf8(textIn(key, 'salt'));
  if (salt.length < shortestSalt) return null;
  const { deriveArgon2 } = await import('@/lib/crypto/foreign-kdf');
  const hash = await deriveArgon2('id', utf8(password), salt, cost, 32);
  return btoa(String.fromCharCode(...hash)).replace(/=+$/, '');
}

async function openOldKey(enc: string, password: string): Promise<string | null> {
  const bytes = bytesFromBase64(enc);
  const key = bytes && (await openSalted(utf8(password), bytes));
  return key && encodeHex(key);
}

async function openText(base64: string, passphrase: string): Promise<string | null> {
  const bytes = bytesFromBase64(base64);
  const opened = bytes && (await openSalted(utf8(passphrase), bytes));
  return opened && textFromUtf8(opened);
}
