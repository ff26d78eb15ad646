/** Proton Pass: JSON, alone or in its zip. An export with a passphrase is PGP, which is said. */
import { type Result, fail, ok } from '@/lib/errors';
import { readEntries } from '../entries';
import type { FileFormat, ReadFile, ReadTools } from '../file-format';
import { parseJson } from '../json-text';
import { inTrash, withoutCode } from '../left-out';
import { isObject, listIn, textIn, valueIn } from '../shape';
import { suggestedSites } from '../suggested-site';
import { readTotpText } from '../totp-text';

const data = /(?:^|\/)data\.json$/;
const closedData = /(?:^|\/)data\.pgp$/;
const trashed = 2;

export const protonPass: FileFormat = {
  id: 'proton-pass',
  name: 'Proton Pass',
  recognises: ({ json, zipNames, text }) =>
    isExport(json) ||
    zipNames?.some(
      (name) => name.startsWith('Proton Pass/') && (data.test(name) || closedData.test(name)),
    ) === true ||
    text?.startsWith('-----BEGIN PGP MESSAGE-----') === true,
  needs: ({ json, zipNames }) =>
    isExport(json) || zipNames?.some((name) => data.test(name)) === true
      ? ok({ secret: 'nothing' })
      : fail('file-pgp'),
  read: async ({ json, bytes, zipNames }, password, tools) => {
    if (isExport(json)) return readExport(json, tools);
    if (zipNames?.some((name) => data.test(name)) !== true) return fail('file-pgp');
    const { openZip } = await import('../zip');
    const zip = openZip(bytes, tools.limits);
    if (!zip.ok) return zip;
    const member = zip.value.members.find(({ name }) => data.test(name));
    const read = member ? await zip.value.read(member, password, tools.signal) : fail('file-malformed');
    return read.ok ? readExport(parseJson(read.value), tools) : read;
  },
};

function isExport(json: unknown): boolean {
  return (
    isObject(json) &&
    isObject(json['vaults']) &&
    'version' in json &&
    Object.values(json['vaults']).every((vault) => Array.isArray(valueIn(vault, 'items')))
  );
}

interface Code {
  readonly totp: string;
  readonly item: unknown;
  readonly field: string;
  readonly vault: string;
}

function readExport(json: unknown, tools: ReadTools): Result<ReadFile> {
  const vaults = valueIn(json, 'vaults');
  if (!isObject(vaults)) return fail('file-malformed');
  const codes: Code[] = [];
  let [without, inBin] = [0, 0];
  for (const vault of Object.values(vaults)) {
    for (const item of listIn(vault, 'items')) {
      const found = codesIn(item);
      if (found.length === 0) without += 1;
      else if (valueIn(item, 'state') === trashed) inBin += 1;
      else codes.push(...found.map((code) => ({ ...code, item, vault: textIn(vault, 'name') })));
    }
  }
  return readEntries(codes, (code) => readCode(code as Code), tools, {
    notes: [...withoutCode(without), ...inTrash(inBin)],
    where: (code) => textIn((code as Code).item, 'data', 'metadata', 'name'),
  });
}

/** The field of a login, and those that the person added. */
function codesIn(item: unknown): readonly Pick<Code, 'totp' | 'field'>[] {
  const own = textIn(item, 'data', 'content', 'totpUri').trim();
  const extra = listIn(item, 'data', 'extraFields').flatMap((field) => {
    const totp = (textIn(field, 'data', 'totpUri') || textIn(field, 'data', 'content')).trim();
    return textIn(field, 'type') !== 'totp' || totp === ''
      ? []
      : [{ totp, field: textIn(field, 'fieldName') }];
  });
  return [...(own === '' ? [] : [{ totp: own, field: '' }]), ...extra];
}

function readCode({ totp, item, field, vault }: Code) {
  const content = valueIn(item, 'data', 'content');
  const user = textIn(content, 'itemUsername') || textIn(content, 'username') || textIn(content, 'itemEmail');
  const title = textIn(item, 'data', 'metadata', 'name');
  const read = readTotpText(totp, { title, user, format: protonPass.id, raw: undefined });
  if (!read.ok) return read;
  const urls = listIn(content, 'urls').filter((url) => typeof url === 'string');
  return ok({
    ...read.value,
    name: field === '' ? read.value.name : `${read.value.name} (${field})`.trim(),
    note: textIn(item, 'data', 'metadata', 'note'),
    tags: [vault],
    pinned: valueIn(item, 'pinned') === true,
    suggestedSites: [...(read.value.suggestedSites ?? []), ...suggestedSites(urls)],
  });
}
