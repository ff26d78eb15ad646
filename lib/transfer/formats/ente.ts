/** Ente Auth, closed: a list of addresses under Argon2id and libsodium's secretstream. Plain, it is a list (address-list). */
import { textFromUtf8, utf8 } from '@/lib/crypto/bytes';
import { wipe } from '@/lib/crypto/wipe';
import { fail, ok } from '@/lib/errors';
import { bytesFromBase64 } from '../bytes-text';
import type { FileFormat } from '../file-format';
import { boundArgon2 } from '../kdf-bounds';
import { isObject, textIn, valueIn } from '../shape';
import { readAddressList } from './address-list';

export const ente: FileFormat = {
  id: 'ente',
  name: 'Ente Auth',
  recognises: ({ json }) =>
    isObject(json) && isObject(json['kdfParams']) && 'encryptedData' in json && 'encryptionNonce' in json,
  needs: ({ json }) => {
    if (valueIn(json, 'version') !== 1) return fail('file-newer');
    const cost = costOf(json);
    return cost.ok ? ok({ secret: 'password', memoryMiB: cost.value.memoryMiB }) : cost;
  },
  read: async ({ json }, password, tools) => {
    const cost = costOf(json);
    if (!cost.ok) return cost;
    const salt = bytesFromBase64(textIn(json, 'kdfParams', 'salt'));
    const header = bytesFromBase64(textIn(json, 'encryptionNonce'));
    const sealed = bytesFromBase64(textIn(json, 'encryptedData'));
    // libsodium's own length; the WebAssembly takes no salt below eight bytes.
    if (salt?.length !== 16 || !header || !sealed) return fail('file-malformed');
    const { deriveArgon2 } = await import('@/lib/crypto/foreign-kdf');
    const { openSecretstream } = await import('@/lib/crypto/secretstream');
    const key = await deriveArgon2('id', utf8(password ?? ''), salt, cost.value, 32);
    const opened = openSecretstream(key, header, sealed);
    wipe(key);
    if (opened === null) return fail('file-key-wrong');
    const text = textFromUtf8(opened);
    return text === null ? fail('file-malformed') : readAddressList(text, ente.id, tools);
  },
};

/** Bytes of memory and passes, in libsodium's words. */
function costOf(json: unknown) {
  const memory = valueIn(json, 'kdfParams', 'memLimit');
  const kibibytes = typeof memory === 'number' ? Math.floor(memory / 1024) : memory;
  return boundArgon2(kibibytes, valueIn(json, 'kdfParams', 'opsLimit'), 1);
}
