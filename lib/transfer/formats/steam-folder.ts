/**
 * The folder of Steam Desktop Authenticator, as a zip: a maFile for each account, and a manifest that says how each is closed
 * (PBKDF2-SHA-1, AES-256-CBC). A closed maFile alone cannot be opened by anybody.
 */
import { type Bytes, textFromUtf8, utf8 } from '@/lib/crypto/bytes';
import { openCbc } from '@/lib/crypto/password-file';
import { pbkdf2 } from '@/lib/crypto/pbkdf2';
import { type Failure, type Result, fail, failure, ok } from '@/lib/errors';
import { bytesFromBase64 } from '../bytes-text';
import { readEntries } from '../entries';
import type { FileFormat, ReadTools, SeenFile } from '../file-format';
import { parseJson } from '../json-text';
import { isObject, listIn, textIn } from '../shape';
import { readSteamAccount } from './steam';

/** Fixed by the program. */
const iterations = 50_000;

export const steamFolder: FileFormat = {
  id: 'steam-folder',
  name: 'Steam Desktop Authenticator',
  recognises: ({ zipNames }) => zipNames?.some(isMaFile) === true,
  // Whether its maFiles are closed is inside: a password that is not needed is not asked for.
  needs: () => ok({ secret: 'password', optional: true }),
  read: async (file, password, tools) => {
    const folder = await folderOf(file, password, tools);
    if (!folder.ok) return folder;
    const { accounts, closed, wrong } = folder.value;
    if (closed > 0 && wrong === closed) return fail('file-key-wrong');
    return readEntries(
      accounts,
      (account) => (isFailure(account) ? { ok: false, failure: account } : readSteamAccount(account)),
      tools,
      { where: (account) => textIn(account, 'account_name') },
    );
  },
};

/** The manifest chosen alone, which names the accounts and holds nothing of them. */
export const steamManifest: FileFormat = {
  id: 'steam-manifest',
  name: 'Steam Desktop Authenticator',
  recognises: ({ json }) =>
    isObject(json) &&
    'encrypted' in json &&
    listIn(json, 'entries').some((entry) => isObject(entry) && 'steamid' in entry && 'filename' in entry),
  needs: () => fail('file-folder'),
  read: async () => fail('file-folder'),
};

interface Folder {
  readonly accounts: readonly unknown[];
  readonly closed: number;
  readonly wrong: number;
}

async function folderOf(file: SeenFile, password: string | null, tools: ReadTools): Promise<Result<Folder>> {
  const { openZip } = await import('../zip');
  const zip = openZip(file.bytes, tools.limits);
  if (!zip.ok) return zip;
  const manifest = zip.value.members.find(({ name }) => /(?:^|\/)manifest\.json$/i.test(name));
  const listed = manifest ? await zip.value.read(manifest, password, tools.signal) : null;
  if (listed !== null && !listed.ok) return listed;
  const entries = new Map(
    listIn(listed && parseJson(listed.value), 'entries').map((entry) => [
      textIn(entry, 'filename').toLowerCase(),
      entry,
    ]),
  );
  const accounts: unknown[] = [];
  let [closed, wrong] = [0, 0];
  for (const member of zip.value.members
    .filter(({ name }) => isMaFile(name))
    .slice(0, tools.limits.entries + 1)) {
    tools.progress(accounts.length, zip.value.members.length);
    const read = await zip.value.read(member, password, tools.signal);
    if (!read.ok && read.failure.code === 'file-key-wrong') return read;
    const plain = read.ok ? parseJson(read.value) : undefined;
    if (isObject(plain)) accounts.push(plain);
    else if (!read.ok) accounts.push(read.failure);
    else if (bytesFromBase64(textFromUtf8(read.value) ?? '?') === null)
      accounts.push(failure('entry-malformed'));
    else {
      closed += 1;
      const entry = entries.get(member.name.replace(/^.*\//s, '').toLowerCase());
      const opened = await openMaFile(read.value, entry, password ?? '');
      if (opened === null) wrong += 1;
      accounts.push(opened ?? failure('entry-malformed'));
    }
  }
  return ok({ accounts, closed, wrong });
}

/** `null`: the password is another, or the file was changed. */
async function openMaFile(bytes: Bytes, entry: unknown, password: string): Promise<unknown> {
  const sealed = bytesFromBase64(textFromUtf8(bytes) ?? '?');
  const salt = bytesFromBase64(textIn(entry, 'encryption_salt'));
  const iv = bytesFromBase64(textIn(entry, 'encryption_iv'));
  if (!sealed || !salt || salt.length === 0 || !iv) return null;
  const key = await pbkdf2(utf8(password), { hash: 'SHA-1', salt, iterations, length: 32 });
  const opened = await openCbc(key, iv, sealed);
  const account = opened && parseJson(opened);
  return isObject(account) ? account : null;
}

function isMaFile(name: string): boolean {
  return /\.mafile$/i.test(name);
}

function isFailure(account: unknown): account is Failure {
  return isObject(account) && 'code' in account;
}
