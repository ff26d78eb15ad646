import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { writeJavaMap } from '@/lib/transfer/testing/write-java-map';
import { writeZip } from '@/lib/transfer/testing/write-zip';
import { type MadeFile, address, addressRow, bytesOf, seed } from './made-file';

const key = Buffer.from(seed.hex, 'hex');
const keyRow = `${seed.base32}|SHA1|6|30`;

function cbc(secret: Buffer, iv: Buffer, text: string): string {
  const cipher = createCipheriv('aes-256-cbc', secret, iv);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** Authy's servers, with an initialisation vector of its own, and before there was one. */
const authySeed = (password: string, salt: string, iterations: number, iv: Buffer) =>
  cbc(pbkdf2Sync(password, salt, iterations, 32, 'sha1'), iv, seed.base32);
const iv = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

const totpAuthenticator = (password: string, items: readonly object[]) =>
  bytesOf(
    cbc(
      createHash('sha256').update(password).digest(),
      Buffer.alloc(16),
      JSON.stringify({ [JSON.stringify(items.map((item) => JSON.stringify(item)))]: '' }),
    ),
  );

const gcm = (secret: Buffer, text: Buffer, boundTo: string) => {
  const cipher = createCipheriv('aes-256-gcm', secret, iv.subarray(0, 12));
  cipher.setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  return {
    mCipher: 'AES/GCM/NoPadding',
    mCipherText: [...new Int8Array(sealed)],
    mParameters: [48, 17, 4, 12, ...new Int8Array(iv.subarray(0, 12)), 2, 1, 16],
    mToken: boundTo,
  };
};

function freeOtpBackup(password: string, tokens: readonly object[]): Uint8Array<ArrayBuffer> {
  const master = createHash('sha256').update('master').digest();
  const salt = createHash('sha256').update('salt').digest();
  const wrapping = pbkdf2Sync(password, salt, 1000, 32, 'sha512');
  return writeJavaMap(
    [
      [
        'masterKey',
        JSON.stringify({
          mAlgorithm: 'PBKDF2withHmacSHA512',
          mEncryptedKey: gcm(wrapping, master, 'AES'),
          mIterations: 1000,
          mSalt: [...new Int8Array(salt)],
        }),
      ],
      ...tokens.flatMap((token, at): [string, string][] => [
        [`id${at}`, JSON.stringify({ key: JSON.stringify(gcm(master, key, 'HmacSHA256')) })],
        [`id${at}-token`, JSON.stringify(token)],
      ]),
    ],
    { hasThreshold: true },
  );
}

function database(statements: readonly string[]): Uint8Array<ArrayBuffer> {
  const folder = mkdtempSync(join(tmpdir(), 'seconde-'));
  try {
    const made = new DatabaseSync(join(folder, 'a.db'));
    for (const statement of statements) made.exec(statement);
    made.close();
    return new Uint8Array(readFileSync(join(folder, 'a.db')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const raivoItems = [
  {
    issuer: 'Acme',
    account: 'alice',
    secret: seed.base32,
    algorithm: 'SHA512',
    digits: '8',
    kind: 'TOTP',
    timer: '60',
    counter: '0',
    pinned: 'true',
    iconType: '',
    iconValue: '',
  },
  {
    issuer: 'Vpn',
    account: 'bob',
    secret: seed.base32,
    algorithm: 'SHA1',
    digits: '6',
    kind: 'HOTP',
    timer: '30',
    counter: '9',
    pinned: 'false',
    iconType: '',
    iconValue: '',
  },
  {
    issuer: 'Odd',
    account: 'eve',
    secret: seed.base32,
    algorithm: 'SHA224',
    digits: '6',
    kind: 'TOTP',
    timer: '30',
    counter: '0',
    pinned: 'false',
    iconType: '',
    iconValue: '',
  },
];
const raivoRows = [
  `totp|Acme|alice|${seed.base32}|SHA512|8|60|pinned`,
  `hotp|Vpn|bob|${seed.base32}|SHA1|6|9`,
  `kept|Odd|eve|${seed.base32}|SHA224|! kept`,
];

const guard = (name: string) => ({
  shared_secret: key.toString('base64'),
  account_name: name,
  revocation_code: 'R12345',
  identity_secret: 'AAAA',
  Session: { SteamID: 1 },
});
const closedGuard = cbc(
  pbkdf2Sync('quatre mots', Buffer.from('12345678'), 50_000, 32, 'sha1'),
  iv,
  JSON.stringify(guard('gabe')),
);
const manifest = (encrypted: boolean) =>
  JSON.stringify({
    encrypted,
    first_run: false,
    entries: [
      {
        encryption_iv: encrypted ? iv.toString('base64') : null,
        encryption_salt: encrypted ? Buffer.from('12345678').toString('base64') : null,
        filename: '1.maFile',
        steamid: 1,
      },
    ],
  });

/** Apps of phones and computers. */
export const madePhones: readonly MadeFile[] = [
  { name: 'raivo-otp-export.json', format: 'raivo', bytes: bytesOf(raivoItems), rows: raivoRows },
  {
    name: 'raivo.zip',
    format: 'raivo',
    password: 'quatre mots',
    bytes: writeZip([{ name: 'raivo-otp-export.json', content: JSON.stringify(raivoItems) }], {
      aes: { password: 'quatre mots', strength: 3, version: 2 },
    }),
    rows: raivoRows,
  },
  {
    name: 'winauth.zip',
    format: 'winauth',
    password: 'quatre mots',
    bytes: writeZip([{ name: 'winauth.txt', content: `${address}&icon=AppleIcon.png\r\n` }], {
      zipCrypto: 'quatre mots',
    }),
    rows: [addressRow],
  },
  {
    name: 'authy, from its servers.json',
    format: 'authy-export',
    password: 'quatre mots',
    bytes: bytesOf({
      authenticator_tokens: [
        {
          name: 'Acme: alice',
          original_name: 'Acme:alice',
          issuer: 'Acme',
          digits: 7,
          salt: 'sel',
          encrypted_seed: authySeed('quatre mots', 'sel', 2000, iv),
          unique_iv: iv.toString('hex'),
          key_derivation_iterations: 2000,
          unique_id: '1',
        },
        {
          name: 'old',
          issuer: null,
          digits: 6,
          salt: 'sel',
          encrypted_seed: authySeed('quatre mots', 'sel', 1000, Buffer.alloc(16)),
          unique_id: '2',
        },
        {
          name: 'too dear',
          digits: 6,
          salt: 'sel',
          encrypted_seed: 'AAAA',
          key_derivation_iterations: 10_000_001,
        },
        { name: 'empty', digits: 6, salt: 'sel', encrypted_seed: '' },
      ],
      apps: [{ name: 'Company', secret_seed: seed.hex, digits: 7 }],
    }),
    rows: [
      `totp|Acme|alice|${seed.base32}|SHA1|7|30`,
      `totp||old|${keyRow}`,
      `totp||Company|${seed.base32}|SHA1|7|10`,
    ],
    problems: ['file-cost', 'secret-missing'],
  },
  {
    name: 'authy’s own tokens.xml',
    format: 'authy',
    bytes: bytesOf(
      `<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n<string name="com.authy.storage.tokens.authy.key">[{&quot;accountType&quot;:&quot;authy&quot;,&quot;name&quot;:&quot;Company&quot;,&quot;secretSeed&quot;:&quot;${seed.hex}&quot;},{&quot;name&quot;:&quot;none&quot;}]</string>\n</map>`,
    ),
    rows: [`totp||Company|${seed.base32}|SHA1|7|10`],
    problems: ['secret-missing'],
  },
  {
    name: 'totp authenticator, with the app’s own password',
    format: 'totp-authenticator',
    bytes: totpAuthenticator('TotpAuthenticator', [
      { base: 16, key: seed.hex, issuer: 'Acme', name: 'hex' },
      { base: 64, key: key.toString('base64'), issuer: 'Acme', name: 'base64' },
      { base: 32, key: seed.base32.toLowerCase(), issuer: 'Acme', name: 'base32' },
      { base: 10, key: '1', issuer: 'Acme', name: 'other' },
    ]),
    rows: [`totp|Acme|hex|${keyRow}`, `totp|Acme|base64|${keyRow}`, `totp|Acme|base32|${keyRow}`],
    problems: ['entry-malformed'],
  },
  {
    name: 'externalBackup.xml',
    format: 'freeotp-backup',
    password: 'quatre mots',
    bytes: freeOtpBackup('quatre mots', [
      { type: 'TOTP', label: 'alice', issuerExt: 'Acme', algo: 'SHA512', digits: 8, period: 60 },
      { type: 'TOTP', label: '🔑' },
      { type: 'HOTP', label: 'bob', issuerExt: 'Vpn', algo: 'SHA1', digits: 6, counter: 7 },
      { type: 'TOTP', label: 'gabe', issuerExt: 'Steam', algo: 'SHA1', digits: 6, period: 30 },
    ]),
    rows: [
      `totp|Acme|alice|${seed.base32}|SHA512|8|60`,
      // The hash is that which the key was made for.
      `totp||🔑|${seed.base32}|SHA256|6|30|! assumed-digits,assumed-period`,
      `hotp|Vpn|bob|${keyRow.replace('|30', '|7')}`,
      `steam|Steam|gabe|${seed.base32}`,
    ],
  },
  {
    name: 'freeotp, half of it missing.json',
    format: 'freeotp-plus',
    bytes: bytesOf({
      tokenOrder: [],
      tokens: [
        { secret: [...new Int8Array(key)], type: 'TOTP' },
        {
          secret: [...new Int8Array(key)],
          type: 'TOTP',
          issuerInt: 'Acme',
          issuerAlt: 'Mine',
          label: 'alice',
          algo: 'MD5',
          digits: 6,
          period: 30,
        },
        { secret: [1, 2, 300], type: 'TOTP', label: 'no bytes' },
        { type: 'TOTP', label: 'no key' },
      ],
    }),
    rows: [
      `totp|||${keyRow}|! assumed-algorithm,assumed-digits,assumed-period,name-missing`,
      `kept|Mine|alice|${seed.base32}|MD5|! kept`,
    ],
    problems: ['entry-malformed', 'entry-malformed'],
  },
  {
    name: 'maFiles.zip',
    format: 'steam-folder',
    bytes: writeZip([
      { name: 'maFiles/manifest.json', content: manifest(false) },
      { name: 'maFiles/1.maFile', content: JSON.stringify(guard('gabe')) },
    ]),
    rows: [`steam|Steam|gabe|${seed.base32}`],
  },
  {
    name: 'maFiles, closed.zip',
    format: 'steam-folder',
    password: 'quatre mots',
    bytes: writeZip([
      { name: 'manifest.json', content: manifest(true) },
      { name: '1.maFile', content: closedGuard },
    ]),
    rows: [`steam|Steam|gabe|${seed.base32}`],
  },
  {
    name: 'google, newer.db',
    format: 'google-database',
    bytes: database([
      'CREATE TABLE accounts (_id INTEGER PRIMARY KEY, email TEXT NOT NULL, secret TEXT NOT NULL, counter INTEGER DEFAULT 0, type INTEGER, provider INTEGER DEFAULT 0, issuer TEXT DEFAULT NULL, original_name TEXT DEFAULT NULL, isencrypted INTEGER DEFAULT 0)',
      `INSERT INTO accounts VALUES (1, 'Acme:alice', '${seed.base32}', 0, 0, 0, 'Acme', '', 0), (2, 'Vpn:bob', '${seed.base32}', 9, 1, 0, NULL, '', 0), (3, 'Acme:eve', 'QUFBQQ==', 0, 0, 0, 'Acme', '', 1), (4, 'odd', '${seed.base32}', 0, 7, 0, NULL, '', 0)`,
    ]),
    rows: [
      `totp|Acme|alice|${keyRow}`,
      `hotp|Vpn|bob|${keyRow.replace('|30', '|9')}`,
      `kept||odd|${seed.base32}|TYPE 7|! kept`,
    ],
    problems: ['file-app-locked'],
  },
  {
    name: 'microsoft.db',
    format: 'microsoft-database',
    bytes: database([
      'PRAGMA encoding = "UTF-16le"',
      'CREATE TABLE `accounts` (`_id` INTEGER PRIMARY KEY AUTOINCREMENT, `name` TEXT NOT NULL, `username` TEXT NOT NULL, `oath_secret_key` TEXT NOT NULL, `account_type` INTEGER NOT NULL, `encrypted_oath_secret_key` TEXT NOT NULL)',
      `INSERT INTO accounts VALUES (1, 'Acme', 'alice', '${seed.base32}', 0, ''), (2, 'Microsoft', 'é@outlook.com', '${key.toString('base64')}', 1, ''), (3, 'Work', 'push', '', 2, ''), (4, 'Acme', 'eve', '', 0, 'AAAA')`,
    ]),
    rows: [`totp|Acme|alice|${keyRow}`, `totp|Microsoft|é@outlook.com|${seed.base32}|SHA1|8|30`],
    problems: ['file-app-locked'],
    notes: ['items-without-code'],
  },
  {
    name: 'duo, with a push.json',
    format: 'duo',
    bytes: bytesOf([
      { accountType: 'DuoAccount', name: 'Work', pkey: 'x' },
      { accountType: 'OtpAccount', name: 'alice', otpGenerator: { otpSecret: seed.base32 } },
    ]),
    rows: [`totp||alice|${keyRow}`],
    notes: ['items-without-code'],
  },
];
