/** Lists of addresses in a zip with a password: WinAuth and Authenticator Plus both use the old ZipCrypto. */
import { textFromUtf8 } from '@/lib/crypto/bytes';
import { type Result, fail, ok } from '@/lib/errors';
import type { FileFormat, FileNeeds, ReadFile, ReadTools, SeenFile } from '../file-format';
import { zipDirectory } from '../zip-directory';
import { readAddressList } from './address-list';

/** WinAuth's name for it is the one that the person typed. */
export const winAuth: FileFormat = {
  id: 'winauth',
  name: 'WinAuth',
  recognises: ({ zipNames }) =>
    zipNames !== null &&
    zipNames.length === 1 &&
    zipNames.every((name) => /\.txt$/i.test(name) && !isAccounts(name)),
  needs: needsOfZip,
  read: (file, password, tools) =>
    readLists(file, password, tools, winAuth.id, (name) => /\.txt$/i.test(name)),
};

export const authenticatorPlus: FileFormat = {
  id: 'authenticator-plus',
  name: 'Authenticator Plus',
  recognises: ({ zipNames }) => zipNames?.some(isAccounts) === true,
  needs: needsOfZip,
  read: (file, password, tools) => readLists(file, password, tools, authenticatorPlus.id, isAccounts),
};

function isAccounts(name: string): boolean {
  return /(?:^|\/)Accounts\.txt$/.test(name);
}

/** A password where any member is closed. */
export function needsOfZip({ bytes }: SeenFile): Result<FileNeeds> {
  const members = zipDirectory(bytes, 20_000) ?? [];
  return ok({ secret: members.some(({ protection }) => protection !== 'none') ? 'password' : 'nothing' });
}

async function readLists(
  { bytes }: SeenFile,
  password: string | null,
  tools: ReadTools,
  format: string,
  isList: (name: string) => boolean,
): Promise<Result<ReadFile>> {
  const { openZip } = await import('../zip');
  const zip = openZip(bytes, tools.limits);
  if (!zip.ok) return zip;
  const texts: string[] = [];
  for (const member of zip.value.members.filter(({ name }) => isList(name))) {
    const read = await zip.value.read(member, password, tools.signal);
    if (!read.ok) return read;
    texts.push((textFromUtf8(read.value) ?? '').replace(/^\uFEFF/, ''));
  }
  return texts.length === 0 ? fail('file-malformed') : readAddressList(texts.join('\n'), format, tools);
}
