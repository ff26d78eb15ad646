/** 1Password's 1PUX: a zip with everything in clear (support.1password.com/1pux-format). */
import { type Result, fail, ok } from '@/lib/errors';
import { readEntries } from '../entries';
import type { FileFormat, ReadFile, ReadTools } from '../file-format';
import { parseJson } from '../json-text';
import { inTrash, withoutCode } from '../left-out';
import { isObject, listIn, textIn, valueIn } from '../shape';
import { suggestedSites } from '../suggested-site';
import { readTotpText } from '../totp-text';

const member = 'export.data';

export const onePassword: FileFormat = {
  id: '1password',
  name: '1Password',
  recognises: ({ zipNames }) => zipNames?.includes(member) === true && zipNames.includes('export.attributes'),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ bytes }, password, tools) => {
    const { openZip } = await import('../zip');
    const zip = openZip(bytes, tools.limits);
    if (!zip.ok) return zip;
    const found = zip.value.members.find(({ name }) => name === member);
    const read = found ? await zip.value.read(found, password, tools.signal) : fail('file-malformed');
    return read.ok ? readExport(parseJson(read.value), tools) : read;
  },
};

interface Code {
  readonly totp: string;
  readonly item: unknown;
  /** Of the field, where the item has several. */
  readonly field: string;
  readonly vault: string;
}

function readExport(json: unknown, tools: ReadTools): Result<ReadFile> {
  if (!isObject(json)) return fail('file-malformed');
  const codes: Code[] = [];
  let [without, trashed] = [0, 0];
  for (const account of listIn(json, 'accounts')) {
    for (const vault of listIn(account, 'vaults')) {
      for (const written of listIn(vault, 'items')) {
        const item = isObject(valueIn(written, 'item')) ? valueIn(written, 'item') : written;
        const found = codesIn(item);
        const isTrashed = valueIn(item, 'trashed') === true || textIn(item, 'state') === 'trashed';
        if (found.length === 0) without += 1;
        else if (isTrashed) trashed += 1;
        else codes.push(...found.map((code) => ({ ...code, item, vault: textIn(vault, 'attrs', 'name') })));
      }
    }
  }
  return readEntries(codes, (code) => readCode(code as Code), tools, {
    notes: [...withoutCode(without), ...inTrash(trashed)],
    where: (code) => textIn((code as Code).item, 'overview', 'title'),
  });
}

function codesIn(item: unknown): readonly Pick<Code, 'totp' | 'field'>[] {
  const fields = listIn(item, 'details', 'sections').flatMap((section) => listIn(section, 'fields'));
  const found = fields.flatMap((field) => {
    const totp = textIn(field, 'value', 'totp').trim();
    return totp === '' ? [] : [{ totp, field: textIn(field, 'title') }];
  });
  return found.length > 1 ? found : found.map(({ totp }) => ({ totp, field: '' }));
}

function readCode({ totp, item, field, vault }: Code) {
  const logins = listIn(item, 'details', 'loginFields');
  const user = textIn(
    logins.find((login) => textIn(login, 'designation') === 'username'),
    'value',
  );
  const overview = valueIn(item, 'overview');
  const title = textIn(overview, 'title');
  const read = readTotpText(totp, { title, user, format: onePassword.id, raw: undefined });
  if (!read.ok) return read;
  const urls = [textIn(overview, 'url'), ...listIn(overview, 'urls').map((one) => textIn(one, 'url'))];
  const favourite = valueIn(item, 'favIndex');
  return ok({
    ...read.value,
    name: field === '' ? read.value.name : `${read.value.name} (${field})`.trim(),
    note: textIn(item, 'details', 'notesPlain'),
    tags: [vault, ...listIn(overview, 'tags').filter((tag) => typeof tag === 'string')],
    pinned: typeof favourite === 'number' && favourite > 0,
    suggestedSites: [...(read.value.suggestedSites ?? []), ...suggestedSites(urls)],
  });
}
