/** Aegis (Android): JSON, plain, or closed by AES-256-GCM under a master key that each slot wraps (its docs/vault.md). */
import type { Bytes } from '@/lib/crypto/bytes';
import { utf8 } from '@/lib/crypto/bytes';
import { openGcm } from '@/lib/crypto/password-file';
import { wipe } from '@/lib/crypto/wipe';
import { type Result, fail, ok } from '@/lib/errors';
import { decodeBase32, readSecret } from '@/lib/otp/base32';
import { decodeHex } from '@/lib/otp/hex';
import { bytesFromBase64 } from '../bytes-text';
import { type EntryReader, readEntries } from '../entries';
import type { FileFormat, ReadFile, ReadTools } from '../file-format';
import { parseJson } from '../json-text';
import { boundScrypt } from '../kdf-bounds';
import { readOtpFields } from '../otp-fields';
import { type Json, isObject, listIn, textIn, valueIn } from '../shape';

const passwordSlot = 1;
/** Each is a key derivation for one password; Aegis itself makes one or two. */
const mostSlots = 8;

export const aegis: FileFormat = {
  id: 'aegis',
  name: 'Aegis',
  recognises: ({ json }) =>
    isObject(json) && isObject(json['header']) && 'slots' in json['header'] && 'db' in json,
  needs: ({ json }) => {
    if (isObject(valueIn(json, 'db'))) return ok({ secret: 'nothing' });
    const slots = passwordSlots(json);
    if (slots.length === 0) return fail('file-no-password');
    if (slots.length > mostSlots) return fail('file-cost');
    const costs = slots.map(costOf);
    const affordable = costs.flatMap((cost) => (cost.ok ? [cost.value.memoryMiB] : []));
    return affordable.length === 0
      ? (costs[0] as Result<never>)
      : ok({ secret: 'password', memoryMiB: Math.max(...affordable) });
  },
  read: async ({ json }, password, tools) => {
    const plain = valueIn(json, 'db');
    if (isObject(plain)) return readDatabase(plain, tools);
    const opened = await openDatabase(json, password ?? '');
    return opened.ok ? readDatabase(opened.value, tools) : opened;
  },
};

function passwordSlots(json: unknown): readonly Json[] {
  return listIn(json, 'header', 'slots').filter(
    (slot): slot is Json => isObject(slot) && slot['type'] === passwordSlot,
  );
}

function costOf(slot: Json) {
  return boundScrypt(slot['n'], slot['r'], slot['p']);
}

async function openDatabase(json: unknown, password: string): Promise<Result<Json>> {
  const sealed = bytesFromBase64(textIn(json, 'db'));
  if (sealed === null) return fail('file-malformed');
  const master = await masterKey(json, password);
  if (!master.ok) return master;
  const bytes = await openSealed(master.value, valueIn(json, 'header', 'params'), sealed);
  wipe(master.value);
  if (bytes === null) return fail('file-malformed');
  const database = parseJson(bytes);
  return isObject(database) ? ok(database) : fail('file-malformed');
}

/** Every slot of a password is tried: an export may hold one for backups beside the usual one. */
async function masterKey(json: unknown, password: string): Promise<Result<Bytes>> {
  const { deriveScrypt } = await import('@/lib/crypto/foreign-kdf');
  for (const slot of passwordSlots(json)) {
    const cost = costOf(slot);
    const salt = decodeHex(textIn(slot, 'salt'));
    const wrapped = decodeHex(textIn(slot, 'key'));
    if (!cost.ok || salt === null || wrapped === null) continue;
    const key = await deriveScrypt(utf8(password), salt, cost.value, 32);
    const master = await openSealed(key, slot['key_params'], wrapped);
    wipe(key);
    if (master !== null) return ok(master);
  }
  return fail('file-key-wrong');
}

/** Nonce and tag stand apart from the ciphertext. */
async function openSealed(key: Bytes, parameters: unknown, sealed: Bytes): Promise<Bytes | null> {
  const nonce = decodeHex(textIn(parameters, 'nonce'));
  const tag = decodeHex(textIn(parameters, 'tag'));
  return nonce && tag ? openGcm(key, nonce, new Uint8Array([...sealed, ...tag])) : null;
}

function readDatabase(database: Json, tools: ReadTools): Result<ReadFile> {
  const version = database['version'];
  if (typeof version === 'number' && version > 3) return fail('file-newer');
  const groups = new Map(
    listIn(database, 'groups').map((group) => [textIn(group, 'uuid'), textIn(group, 'name')]),
  );
  return readEntries(listIn(database, 'entries'), readEntry(groups), tools);
}

function readEntry(groups: ReadonlyMap<string, string>): EntryReader {
  return (entry) => {
    const [issuer, name] = [textIn(entry, 'issuer'), textIn(entry, 'name')];
    const info = valueIn(entry, 'info');
    const otp = readOtpFields(
      {
        kind: textIn(entry, 'type'),
        secret: secretOf(entry),
        algorithm: textIn(entry, 'type') === 'motp' ? undefined : valueIn(info, 'algo'),
        digits: valueIn(info, 'digits'),
        period: valueIn(info, 'period'),
        counter: valueIn(info, 'counter'),
        pin: valueIn(info, 'pin'),
      },
      { issuer, name, format: aegis.id, raw: entry },
    );
    if (!otp.ok) return otp;
    const tags = [
      textIn(entry, 'group'),
      ...listIn(entry, 'groups').map((id) => groups.get(String(id)) ?? ''),
    ];
    return ok({
      issuer,
      name,
      ...otp.value,
      note: textIn(entry, 'note'),
      tags,
      pinned: valueIn(entry, 'favorite') === true,
    });
  };
}

/** Aegis keeps the key of mOTP in Base32 as any other, where the rest of the world writes hexadecimal. */
function secretOf(entry: unknown): string | Uint8Array {
  const secret = textIn(entry, 'info', 'secret');
  if (textIn(entry, 'type') !== 'motp') return secret;
  const read = readSecret(secret);
  return read.ok ? decodeBase32(read.value.secret) : secret;
}
