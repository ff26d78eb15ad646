/** CSV of password managers, a table each; what they have in common is in ../password-table. */
import { type TableRow, passwordTable } from '../password-table';

/** Browsers' own form, which Apple Passwords, Safari and others share. */
const usual = {
  title: ['title', 'name'],
  user: ['username', 'email'],
  site: ['url'],
  note: ['notes', 'note'],
  code: ['otpauth'],
} as const;

/** Addresses of one login stand in one cell; rows of the iOS app have more cells than the header. */
export const bitwardenCsv = passwordTable({
  ...usual,
  id: 'bitwarden-csv',
  name: 'Bitwarden',
  marks: ['name', 'login_totp'],
  title: ['name'],
  user: ['login_username'],
  site: ['login_uri'],
  note: ['notes'],
  code: ['login_totp'],
  tags: (row) => [row.cell('folder')],
  isPinned: (row) => row.cell('favorite') === '1',
});

export const onePasswordCsv = passwordTable({
  ...usual,
  id: '1password-csv',
  name: '1Password',
  marks: ['title', 'username', 'otpauth', 'favorite', 'archived'],
  tags: (row) => row.cell('tags').split(/[;,]/),
  isPinned: (row) => row.cell('favorite') === 'true',
});

export const strongbox = passwordTable({
  ...usual,
  id: 'strongbox',
  name: 'Strongbox',
  marks: ['title', 'username', 'email', 'url', 'otpauth', 'notes'],
  others: ['favorite'],
});

/** A title is `site (user)`. */
export const applePasswords = passwordTable({
  ...usual,
  id: 'apple-passwords',
  name: 'Apple Passwords',
  marks: ['title', 'url', 'username', 'otpauth'],
  others: ['favorite', 'email'],
  cleanTitle: (title, row) => {
    const user = row.cell('username');
    return user !== '' && title.endsWith(` (${user})`) ? title.slice(0, -user.length - 3) : title;
  },
});

export const dashlane = passwordTable({
  ...usual,
  id: 'dashlane',
  name: 'Dashlane',
  marks: ['username', 'username2', 'username3', 'title'],
  user: ['username', 'username2', 'username3'],
  code: ['otpurl', 'otpsecret'],
  tags: (row) => [row.cell('category')],
});

export const protonPassCsv = passwordTable({
  ...usual,
  id: 'proton-pass-csv',
  name: 'Proton Pass',
  marks: ['type', 'name', 'totp', 'vault', 'createtime'],
  title: ['name'],
  user: ['username', 'email'],
  code: ['totp'],
  tags: (row) => [row.cell('vault')],
});

export const lastPassCsv = passwordTable({
  ...usual,
  id: 'lastpass-csv',
  name: 'LastPass',
  marks: ['url', 'username', 'totp', 'extra', 'grouping', 'fav'],
  title: ['name'],
  code: ['totp'],
  note: ['extra'],
  tags: (row) => [row.cell('grouping').replaceAll('\\', '/')],
  isPinned: (row) => row.cell('fav') === '1',
});

/** Exports of most versions hold no code at all; the note says so. */
export const nordPass = passwordTable({
  ...usual,
  id: 'nordpass',
  name: 'NordPass',
  marks: ['name', 'url', 'username', 'note', 'cardholdername', 'folder'],
  title: ['name'],
  code: ['totp', 'otp'],
  tags: (row) => [row.cell('folder')],
});

/** The first group is the database itself. */
export const keePassXcCsv = passwordTable({
  ...usual,
  id: 'keepassxc-csv',
  name: 'KeePassXC',
  marks: ['group', 'title', 'username', 'totp', 'url'],
  title: ['title'],
  code: ['totp'],
  tags: groupBelowRoot,
});

function groupBelowRoot(row: TableRow): readonly string[] {
  return [row.cell('group').split('/').slice(1).join('/')];
}
