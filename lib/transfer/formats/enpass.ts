/** Enpass: JSON. Its items hold every field of their template, mostly empty. */
import { ok } from '@/lib/errors';
import { readEntries } from '../entries';
import type { FileFormat } from '../file-format';
import { inTrash, withoutCode } from '../left-out';
import { isObject, listIn, textIn, valueIn } from '../shape';
import { suggestedSites } from '../suggested-site';
import { readTotpText } from '../totp-text';

interface Code {
  readonly totp: string;
  readonly item: unknown;
  readonly field: string;
  readonly user: string;
  readonly sites: readonly string[];
}

export const enpass: FileFormat = {
  id: 'enpass',
  name: 'Enpass',
  recognises: ({ json }) =>
    isObject(json) &&
    listIn(json, 'items').some(
      (item) => isObject(item) && 'template_type' in item && ('fields' in item || 'trashed' in item),
    ),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ json }, _secret, tools) => {
    const folders = new Map(
      listIn(json, 'folders').map((folder) => [textIn(folder, 'uuid'), textIn(folder, 'title')]),
    );
    const items = listIn(json, 'items').map((item) => ({
      item,
      codes: codesIn(item),
      isTrash: isSet(item, 'trashed'),
    }));
    const codes = items.filter(({ isTrash }) => !isTrash).flatMap(({ codes }) => codes);
    const notes = [
      ...withoutCode(items.filter(({ codes }) => codes.length === 0).length),
      ...inTrash(items.filter(({ codes, isTrash }) => isTrash && codes.length > 0).length),
    ];
    return readEntries(codes, (code) => readCode(code as Code, folders), tools, {
      notes,
      where: (code) => textIn((code as Code).item, 'title'),
    });
  },
};

/** 0 and 1, or false and true. */
function isSet(item: unknown, name: string): boolean {
  const value = valueIn(item, name);
  return value === 1 || value === true;
}

function codesIn(item: unknown): readonly Code[] {
  const fields = listIn(item, 'fields');
  const found = fields.flatMap((field) => {
    const totp = textIn(field, 'value').trim();
    const isCode = textIn(field, 'type') === 'totp' && totp !== '' && !isSet(field, 'deleted');
    return isCode ? [{ totp, item, field: textIn(field, 'label') }] : [];
  });
  if (found.length === 0) return [];
  const valuesOf = (type: string) =>
    fields.flatMap((one) => (textIn(one, 'type') === type ? [textIn(one, 'value')] : []));
  const users = [...valuesOf('username'), ...valuesOf('email'), textIn(item, 'subtitle')];
  const user = users.find((text) => text !== '') ?? '';
  const sites = suggestedSites(valuesOf('url'));
  return found.map((code) => ({ ...code, user, sites, ...(found.length === 1 ? { field: '' } : {}) }));
}

function readCode({ totp, item, field, user, sites }: Code, folders: ReadonlyMap<string, string>) {
  const title = textIn(item, 'title');
  const read = readTotpText(totp, { title, user, format: enpass.id, raw: undefined });
  if (!read.ok) return read;
  return ok({
    ...read.value,
    name: field === '' ? read.value.name : `${read.value.name} (${field})`.trim(),
    note: textIn(item, 'note'),
    tags: listIn(item, 'folders').map(
      (folder) => (typeof folder === 'string' ? folders.get(folder) : '') ?? '',
    ),
    pinned: isSet(item, 'favorite'),
    suggestedSites: [...(read.value.suggestedSites ?? []), ...sites],
  });
}
