import { createDecipheriv, pbkdf2Sync, scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseMigration } from '@/lib/otp/google-migration';
import { otpauthList as listReader } from '@/lib/transfer/otpauth-list';
import { oddAccounts, usualAccounts } from '@/tests/fakes/exported-accounts';
import { aegis, aegisEncrypted } from './aegis';
import { bitwarden } from './bitwarden';
import { firstDifference } from './compare';
import type { ExportedAccount, ExportFormat, WriteTools } from './export-format';
import { exportFormats } from './formats';
import { googleMigration } from './google-migration';
import { lossesOf } from './losses';
import { otpauthList } from './otpauth-list';
import { twoFas, twoFasEncrypted } from './two-fas';

const nowMs = Date.UTC(2026, 10, 22);
let ids = 0;
const tools: WriteTools = {
  nowMs,
  newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
  password: 'mot de passe assez long',
};
const everything: readonly ExportedAccount[] = [
  ...usualAccounts,
  ...oddAccounts,
  { issuer: 'Permis', name: 'à renouveler', otp: { kind: 'none' } },
];

async function written(format: ExportFormat): Promise<readonly string[]> {
  return format.write(lossesOf(format, everything).carried, tools);
}

interface AegisDatabase {
  readonly version: number;
  readonly entries: readonly {
    readonly name: string;
    readonly issuer: string;
    readonly note: string;
    readonly favorite: boolean;
    readonly type: string;
    readonly groups: readonly string[];
    readonly info: Readonly<Record<string, unknown>>;
  }[];
  readonly groups: readonly { readonly uuid: string; readonly name: string }[];
}

describe('what each format cannot carry', () => {
  it.each([
    ['otpauth-list', []],
    ['aegis', []],
    ['aegis-encrypted', []],
    ['2fas', ['Vingt digits', 'Banque kind', 'Яндекс kind']],
    ['2fas-encrypted', ['Vingt digits', 'Banque kind', 'Яндекс kind']],
    ['bitwarden', ['Compteur kind', 'Banque kind', 'Яндекс kind']],
    ['google-migration', ['Soixante digits', 'Vingt digits', 'Steam kind', 'Banque kind', 'Яндекс kind']],
    ['paper', []],
  ] as const)('%s names the accounts it leaves out, and why', (id, expected) => {
    const format = exportFormats.find((row) => row.id === id)!;
    const { leftOut, carried } = lossesOf(format, everything);
    expect(leftOut.map(({ account, why }) => `${account.issuer} ${why}`)).toEqual([
      ...expected,
      'Permis no-code',
    ]);
    expect(carried).toHaveLength(everything.length - expected.length - 1);
  });

  it('counts what stays behind of the others', () => {
    expect(lossesOf(bitwarden, everything).lost).toEqual([
      { part: 'some-tags', count: 1 },
      { part: 'recovery-codes', count: 1 },
      { part: 'dates', count: 1 },
    ]);
    expect(lossesOf(otpauthList, everything).lost.map(({ part }) => part)).toEqual([
      'note',
      'tags',
      'pinned',
      'sites',
      'recovery-codes',
      'dates',
    ]);
    expect(lossesOf(aegis, usualAccounts.slice(2)).lost).toEqual([]);
  });

  it('says of a kind that comes from a later version that it is not known', () => {
    const strange = [{ issuer: 'X', name: 'x', otp: { kind: 'newer', secret: 'AA' } as never }];
    expect(lossesOf(otpauthList, strange).leftOut).toMatchObject([{ why: 'kind' }]);
  });
});

it('writes a list of addresses that reads back the same', async () => {
  const [text = ''] = await written(otpauthList);
  const { entries, problems } = listReader.read(text);
  expect(problems).toEqual([]);
  expect(firstDifference(lossesOf(otpauthList, everything).carried, entries, nowMs)).toBeNull();
});

it('writes Google’s QR codes ten at a time, with one number for them all', async () => {
  const many = Array.from({ length: 23 }, (_, index) => ({
    ...usualAccounts[index % 4]!,
    name: `compte:${index}`,
  }));
  const texts = await googleMigration.write(many, tools);
  expect(texts).toHaveLength(3);
  const parts = texts.map((text) => {
    const read = parseMigration(text);
    if (!read.ok) throw new RangeError('a migration expected');
    return read.value;
  });
  expect(parts.map(({ accounts }) => accounts.length)).toEqual([10, 10, 3]);
  expect(parts.map(({ batch }) => batch)).toEqual(
    [0, 1, 2].map((index) => ({ id: parts[0]!.batch.id, index, size: 3 })),
  );
  expect(
    firstDifference(
      many,
      parts.flatMap(({ accounts }) => accounts),
      nowMs,
    ),
  ).toBeNull();
});

it('keeps a QR code small when names are long', async () => {
  const long = Array.from({ length: 10 }, () => ({ ...usualAccounts[0]!, name: 'é'.repeat(150) }));
  const texts = await googleMigration.write(long, tools);
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) expect(text.length).toBeLessThan(1800);
  const tooLong = { ...usualAccounts[0]!, name: 'é'.repeat(600) };
  expect(googleMigration.leavesOut(tooLong)).toBe('too-long');
});

function checkAegis(database: AegisDatabase): void {
  expect(database.version).toBe(3);
  const byName = new Map(database.entries.map((entry) => [entry.name, entry]));
  const groupNames = new Map(database.groups.map(({ uuid, name }) => [uuid, name]));
  expect(byName.get('rosalie.tremblay@exemple.test')).toMatchObject({
    type: 'totp',
    issuer: 'Clinique Papineau',
    note: 'Deuxième étage\nposte 12',
    favorite: true,
    info: { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', algo: 'SHA1', digits: 6, period: 30 },
  });
  expect(byName.get('rosalie.tremblay@exemple.test')?.groups.map((id) => groupNames.get(id))).toEqual([
    'Travail',
    'Santé',
  ]);
  expect(byName.get('c')).toMatchObject({ type: 'hotp', info: { counter: 70_000 } });
  expect(byName.get('lettres')?.info['secret']).toBe('GEZDGNBVGY3TQOJQ');
  expect(byName.get('joueuse')).toMatchObject({ type: 'steam', info: { digits: 5 } });
  expect(byName.get('motp')).toMatchObject({ type: 'motp', info: { algo: 'MD5', pin: '1234' } });
  expect(byName.get('y')).toMatchObject({ type: 'yandex', info: { pin: '98765', digits: 8 } });
  expect(database.entries).toHaveLength(everything.length - 1);
}

it('writes a plain Aegis vault', async () => {
  const [text = ''] = await written(aegis);
  const file = JSON.parse(text) as { header: object; db: AegisDatabase };
  expect(file.header).toEqual({ slots: null, params: null });
  checkAegis(file.db);
});

it('closes an Aegis vault so that scrypt and AES-GCM of another maker open it', async () => {
  const [text = ''] = await written(aegisEncrypted);
  expect(text).not.toContain('GEZDGNBVGY3TQOJQ');
  expect(text).not.toContain('Papineau');
  const { header, db } = JSON.parse(text) as {
    db: string;
    header: {
      slots: [
        { n: number; r: number; p: number; salt: string; key: string; key_params: Record<string, string> },
      ];
      params: Record<string, string>;
    };
  };
  const [slot] = header.slots;
  const cost = { N: slot.n, r: slot.r, p: slot.p, maxmem: 64 * 1024 * 1024 };
  const slotKey = scryptSync(tools.password, Buffer.from(slot.salt, 'hex'), 32, cost);
  const masterKey = opened(slotKey, slot.key_params, Buffer.from(slot.key, 'hex'));
  const content = opened(masterKey, header.params, Buffer.from(db, 'base64'));
  checkAegis(JSON.parse(content.toString('utf8')) as AegisDatabase);
});

function opened(key: Buffer, params: Record<string, string>, ciphertext: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(params['nonce'] ?? '', 'hex'));
  decipher.setAuthTag(Buffer.from(params['tag'] ?? '', 'hex'));
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

interface TwoFasService {
  readonly name: string;
  readonly secret: string;
  readonly groupId?: string;
  readonly otp: Readonly<Record<string, unknown>>;
}

function checkTwoFas(services: readonly TwoFasService[], groups: readonly { id: string; name: string }[]) {
  expect(services[0]).toMatchObject({
    name: 'Clinique Papineau',
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    groupId: groups.find(({ name }) => name === 'Travail')?.id,
    otp: {
      account: 'rosalie.tremblay@exemple.test',
      issuer: 'Clinique Papineau',
      tokenType: 'TOTP',
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    },
  });
  expect(services.find(({ name }) => name === 'Compteur')?.otp).toMatchObject({
    tokenType: 'HOTP',
    counter: 70_000,
  });
  expect(services.find(({ name }) => name === 'Steam')?.otp).toMatchObject({ tokenType: 'STEAM' });
  expect(groups.map(({ name }) => name)).toEqual(['Travail']);
}

it('writes a plain 2FAS backup', async () => {
  const [text = ''] = await written(twoFas);
  const file = JSON.parse(text) as {
    schemaVersion: number;
    services: TwoFasService[];
    groups: { id: string; name: string }[];
  };
  expect(file.schemaVersion).toBe(4);
  checkTwoFas(file.services, file.groups);
});

it('closes a 2FAS backup so that PBKDF2 and AES-GCM of another maker open it', async () => {
  const [text = ''] = await written(twoFasEncrypted);
  const file = JSON.parse(text) as {
    services: unknown[];
    groups: { id: string; name: string }[];
    servicesEncrypted: string;
    reference: string;
  };
  expect(file.services).toEqual([]);
  const open = (field: string) => {
    const [sealed, salt, iv] = field.split(':').map((part) => Buffer.from(part, 'base64'));
    if (!sealed || !salt || !iv) throw new RangeError('three parts expected');
    expect(salt).toHaveLength(256);
    const key = pbkdf2Sync(tools.password, salt, 10_000, 32, 'sha256');
    const decipher = createDecipheriv('aes-256-gcm', key, iv);
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString('utf8');
  };
  expect(open(file.reference)).toHaveLength(256);
  checkTwoFas(JSON.parse(open(file.servicesEncrypted)) as TwoFasService[], file.groups);
});

it('writes Bitwarden’s JSON with folders, notes, favourites and sites', async () => {
  const [text = ''] = await written(bitwarden);
  const file = JSON.parse(text) as {
    encrypted: boolean;
    folders: { id: string; name: string }[];
    items: Record<string, unknown>[];
  };
  expect(file.encrypted).toBe(false);
  expect(file.folders.map(({ name }) => name)).toEqual(['Travail']);
  expect(file.items[0]).toMatchObject({
    type: 1,
    name: 'Clinique Papineau',
    notes: 'Deuxième étage\nposte 12',
    favorite: true,
    folderId: file.folders[0]?.id,
    login: {
      username: 'rosalie.tremblay@exemple.test',
      uris: [{ uri: 'https://portail.exemple.test' }],
      totp: expect.stringContaining('otpauth://totp/') as string,
    },
  });
  expect(file.items.find(({ name }) => name === 'Steam')).toMatchObject({
    login: { totp: 'steam://GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' },
  });
});

describe('what Seconde cannot compute and only keeps', () => {
  const raw = { type: 'totp', info: { secret: 'GEZDGNBVGY3TQOJQ', algo: 'SHA384', digits: 6, period: 30 } };
  const kept = {
    issuer: 'Ailleurs',
    name: 'k',
    otp: {
      kind: 'kept',
      secret: 'GEZDGNBVGY3TQOJQ',
      what: 'SHA384',
      address: 'otpauth://totp/Ailleurs:k?secret=GEZDGNBVGY3TQOJQ&algorithm=SHA384',
      format: 'aegis',
      raw: JSON.stringify(raw),
    },
  } as const;

  it('goes out unchanged where it can', async () => {
    expect(await otpauthList.write([kept], tools)).toEqual([`${kept.otp.address}\n`]);
    const [text = ''] = await aegis.write([kept], tools);
    const { db } = JSON.parse(text) as { db: AegisDatabase };
    expect(db.entries).toMatchObject([{ ...raw, issuer: 'Ailleurs', name: 'k' }]);
  });

  it('is left out where it cannot', () => {
    for (const format of [twoFas, bitwarden, googleMigration])
      expect(lossesOf(format, [kept]).leftOut).toMatchObject([{ why: 'kind' }]);
  });

  it('is the same where it is kept as the same', () => {
    expect(firstDifference([kept], [kept], nowMs)).toBeNull();
    const other = { ...kept, otp: { ...kept.otp, secret: 'MFRGGZDFMZTWQ2LK' } };
    expect(firstDifference([kept], [other], nowMs)).not.toBeNull();
  });
});

describe('comparing what was written with what is read', () => {
  const [first, second] = usualAccounts as [(typeof usualAccounts)[0], (typeof usualAccounts)[0]];
  it.each([
    ['one is missing', [first]],
    ['two have changed places', [second, first]],
    ['a name is another', [first, { ...second, name: 'autre' }]],
    ['an issuer is another', [first, { ...second, issuer: '' }]],
    ['a length is another', [first, { ...second, otp: { ...second.otp, digits: 8 } }]],
    ['a hash is another', [first, { ...second, otp: { ...second.otp, algorithm: 'SHA1' } }]],
    ['a secret is another', [first, { ...second, otp: { ...second.otp, secret: 'MFRGGZDFMZTWQ2LK' } }]],
    ['a kind is another', [first, { ...second, otp: { kind: 'steam', secret: second.otp.secret } }]],
    ['one is too many', [first, second, first]],
  ])('finds that %s', (_, read) => {
    expect(firstDifference([first, second], read, nowMs)).not.toBeNull();
  });
  it('finds nothing where there is nothing', () => {
    expect(
      firstDifference(
        usualAccounts,
        usualAccounts
          .slice(0, 5)
          .concat({ ...usualAccounts[5]!, otp: { ...usualAccounts[5]!.otp, secret: 'GEZDGNBVGY3TQOJQ' } }),
        nowMs,
      ),
    ).toBeNull();
  });
});
