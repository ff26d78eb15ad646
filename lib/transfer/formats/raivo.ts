/** Raivo OTP (iOS): a zip closed by WinZip's AES, in it a list in JSON whose values are all texts. */
import { type Result, fail, ok } from '@/lib/errors';
import { type EntryReader, readEntries } from '../entries';
import type { FileFormat, SeenFile } from '../file-format';
import { parseJson } from '../json-text';
import { readOtpFields } from '../otp-fields';
import { isObject, textIn } from '../shape';
import { needsOfZip } from './zipped-lists';

const member = 'raivo-otp-export.json';

export const raivo: FileFormat = {
  id: 'raivo',
  name: 'Raivo OTP',
  recognises: ({ json, zipNames }) => zipNames?.some(isMember) === true || isList(json),
  needs: (file) => (file.zipNames === null ? ok({ secret: 'nothing' }) : needsOfZip(file)),
  read: async (file, password, tools) => {
    const list = file.zipNames === null ? ok(file.json) : await listInZip(file, password, tools);
    if (!list.ok) return list;
    if (!Array.isArray(list.value)) return fail('file-malformed');
    return readEntries(list.value, readItem, tools, {
      where: (item) => [textIn(item, 'issuer'), textIn(item, 'account')].filter(Boolean).join(' · '),
    });
  },
};

function isMember(name: string): boolean {
  return name === member || name.endsWith(`/${member}`);
}

function isList(json: unknown): boolean {
  const fields = ['kind', 'timer', 'secret', 'account'];
  return (
    Array.isArray(json) &&
    json.length > 0 &&
    json.every((item) => isObject(item) && fields.every((name) => name in item))
  );
}

async function listInZip(
  { bytes }: SeenFile,
  password: string | null,
  { limits, signal }: Parameters<FileFormat['read']>[2],
): Promise<Result<unknown>> {
  const { openZip } = await import('../zip');
  const zip = openZip(bytes, limits);
  if (!zip.ok) return zip;
  const found = zip.value.members.find(({ name }) => isMember(name));
  const read = found ? await zip.value.read(found, password, signal) : fail('file-malformed');
  return read.ok ? ok(parseJson(read.value)) : read;
}

const readItem: EntryReader = (item) => {
  const [issuer, name] = [textIn(item, 'issuer'), textIn(item, 'account')];
  const kind = textIn(item, 'kind').toLowerCase();
  const otp = readOtpFields(
    {
      kind: kind === '' ? undefined : kind,
      secret: textIn(item, 'secret'),
      algorithm: textIn(item, 'algorithm'),
      digits: textIn(item, 'digits'),
      period: kind === 'hotp' ? undefined : textIn(item, 'timer'),
      counter: kind === 'hotp' ? textIn(item, 'counter') : undefined,
    },
    { issuer, name, format: raivo.id, raw: item },
  );
  return otp.ok ? ok({ issuer, name, ...otp.value, pinned: textIn(item, 'pinned') === 'true' }) : otp;
};
