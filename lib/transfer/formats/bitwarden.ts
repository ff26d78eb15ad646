/**
 * Bitwarden and Bitwarden Authenticator: JSON, plain or closed by a password (PBKDF2 or Argon2id), and CSV. An export closed
 * with the account's own key opens nowhere else, which is said. Passwords, cards and notes are not looked at.
 */
import { type Result, fail, ok } from '@/lib/errors';
import { type EntryReader, readEntries } from '../entries';
import type { FileFormat, FileNote, ReadFile, ReadTools } from '../file-format';
import { isObject, listIn, textIn, valueIn } from '../shape';
import { suggestedSites } from '../suggested-site';
import { readTotpText } from '../totp-text';
import { costOfBitwarden, openBitwarden } from './bitwarden-closed';

const loginType = 1;

export const bitwarden: FileFormat = {
  id: 'bitwarden',
  name: 'Bitwarden',
  recognises: ({ json }) =>
    isObject(json) && ((json['encrypted'] !== true && isPlain(json['items'])) || isClosed(json)),
  needs: ({ json }) => {
    if (!isClosed(json)) return ok({ secret: 'nothing' });
    if (valueIn(json, 'passwordProtected') !== true) return fail('file-elsewhere');
    const cost = costOfBitwarden(json);
    return cost.ok ? ok({ secret: 'password', memoryMiB: cost.value.memoryMiB }) : cost;
  },
  read: async ({ json }, password, tools) => {
    if (!isClosed(json)) return readItems(json, tools);
    if (valueIn(json, 'passwordProtected') !== true) return fail('file-elsewhere');
    const opened = await openBitwarden(json, password ?? '');
    return opened.ok ? readItems(opened.value, tools) : opened;
  },
};

function isPlain(items: unknown): boolean {
  return (
    Array.isArray(items) &&
    items.length > 0 &&
    items.every((item) => typeof valueIn(item, 'type') === 'number' && 'name' in (item as object))
  );
}

function isClosed(json: unknown): boolean {
  const marks = ['encKeyValidation_DO_NOT_EDIT', 'passwordProtected', 'kdfType'];
  return (
    isObject(json) &&
    json['encrypted'] === true &&
    (marks.some((mark) => mark in json) || Array.isArray(json['items']))
  );
}

function readItems(json: unknown, tools: ReadTools): Result<ReadFile> {
  const items = listIn(json, 'items');
  const folders = new Map(
    listIn(json, 'folders').map((folder) => [textIn(folder, 'id'), textIn(folder, 'name')]),
  );
  const without = items.filter((item) => textIn(item, 'login', 'totp').trim() === '').length;
  const notes: FileNote[] =
    without > 0 ? [{ code: 'items-without-code', details: { count: String(without) } }] : [];
  return readEntries(items, readItem(folders), tools, { notes });
}

function readItem(folders: ReadonlyMap<string, string>): EntryReader {
  return (item) => {
    const totp = textIn(item, 'login', 'totp');
    if (valueIn(item, 'type') !== loginType || totp.trim() === '') return ok(null);
    const title = textIn(item, 'name');
    const user = textIn(item, 'login', 'username');
    const raw = { name: title, type: loginType, login: { username: user, totp } };
    const read = readTotpText(totp, { title, user, format: bitwarden.id, raw });
    if (!read.ok) return read;
    const addresses = listIn(item, 'login', 'uris').map((one) => textIn(one, 'uri'));
    return ok({
      ...read.value,
      note: textIn(item, 'notes'),
      tags: [folders.get(textIn(item, 'folderId')) ?? ''],
      pinned: valueIn(item, 'favorite') === true,
      suggestedSites: [...(read.value.suggestedSites ?? []), ...suggestedSites(addresses)],
    });
  };
}
