/** LastPass Authenticator: JSON, version 3 from Android and 1 from iOS. */
import { ok } from '@/lib/errors';
import { type EntryReader, readEntries } from '../entries';
import type { FileFormat } from '../file-format';
import { readOtpFields } from '../otp-fields';
import { isObject, listIn, textIn, valueIn } from '../shape';

/** *Favorites* and *Other accounts*, which every vault has. */
const ownFolders: ReadonlySet<unknown> = new Set([0, 1]);

export const lastPassAuthenticator: FileFormat = {
  id: 'lastpass-authenticator',
  name: 'LastPass Authenticator',
  recognises: ({ json }) => {
    const accounts = isObject(json) ? json['accounts'] : undefined;
    return (
      Array.isArray(accounts) &&
      accounts.some((account) => isObject(account) && 'issuerName' in account && 'timeStep' in account)
    );
  },
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ json }, _secret, tools) => {
    const folders = listIn(json, 'folders').filter((folder) => !ownFolders.has(valueIn(folder, 'id')));
    const names = new Map(folders.map((folder) => [valueIn(folder, 'id'), textIn(folder, 'name')]));
    return readEntries(listIn(json, 'accounts'), readAccount(names), tools, {
      where: (account) => namesOf(account).join(' · '),
    });
  },
};

/** What the person wrote, else what the site had. */
function namesOf(account: unknown): readonly [issuer: string, name: string] {
  return [
    textIn(account, 'issuerName') || textIn(account, 'originalIssuerName'),
    textIn(account, 'userName') || textIn(account, 'originalUserName'),
  ];
}

function readAccount(folders: ReadonlyMap<unknown, string>): EntryReader {
  return (account) => {
    const [issuer, name] = namesOf(account);
    const otp = readOtpFields(
      {
        kind: 'totp',
        secret: textIn(account, 'secret'),
        algorithm: valueIn(account, 'algorithm'),
        digits: valueIn(account, 'digits'),
        period: valueIn(account, 'timeStep'),
      },
      { issuer, name, format: lastPassAuthenticator.id, raw: account },
    );
    if (!otp.ok) return otp;
    const tags = [folders.get(valueIn(account, 'folderData', 'folderId')) ?? ''];
    return ok({ issuer, name, ...otp.value, tags, pinned: valueIn(account, 'isFavorite') === true });
  };
}
