/**
 * Bitwarden's JSON (not encrypted): an item a login. It computes TOTP and Steam; an address of any other kind would be shown
 * there with wrong codes, so those are left out and said.
 */
import { addressOf } from './address';
import type { ExportFormat, WritableAccount } from './export-format';
import { groupsOf } from './groups';

export const bitwarden: ExportFormat = {
  id: 'bitwarden',
  isClosed: false,
  shape: 'file',
  extension: 'json',
  leavesOut: ({ otp: { kind } }) => (kind === 'totp' || kind === 'steam' ? null : 'kind'),
  // What its login kept as text is shown there as it was.
  takesKept: ({ format, address }) => format === 'bitwarden' && address !== '',
  // An item is in one folder only.
  carries: new Set(['note', 'tags', 'pinned', 'sites']),
  write: async (accounts, { newId }) => {
    const folders = groupsOf(
      accounts.flatMap(({ tags = [] }) => tags.slice(0, 1)),
      newId,
    );
    const items = accounts.map((account) => itemOf(account, newId(), folders));
    const listed = Array.from(folders, ([name, id]) => ({ id, name }));
    return [`${JSON.stringify({ encrypted: false, folders: listed, items }, null, 2)}\n`];
  },
};

const login = 1;

function itemOf(account: WritableAccount, id: string, folders: ReadonlyMap<string, string>): object {
  const { issuer, name, note = null, tags: [tag] = [], sites = [] } = account;
  return {
    id,
    organizationId: null,
    folderId: tag === undefined ? null : folders.get(tag),
    type: login,
    reprompt: 0,
    name: issuer || name,
    notes: note,
    favorite: account.pinned === true,
    login: {
      uris: sites.map((uri) => ({ match: null, uri })),
      username: name || null,
      password: null,
      totp: totpOf(account),
    },
    collectionIds: null,
  };
}

function totpOf(account: WritableAccount): string {
  if (account.otp.kind !== 'steam') return addressOf(account);
  return `steam://${account.otp.secret}`;
}
