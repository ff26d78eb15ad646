import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { utf8 } from '@/lib/crypto/bytes';
import { deriveArgon2 } from '@/lib/crypto/foreign-kdf';
import { importLimits } from '@/lib/transfer/file-format';
import { seeFile } from '@/lib/transfer/see-file';
import { rowOf } from '@/tests/imports/corpus';
import { readBy } from '@/tests/imports/read-sample';

/** Closed files of formats that no sample is at hand for, written by Node's own cryptography from the published layouts. */

const fileOf = (content: unknown) =>
  seeFile(
    'file',
    content instanceof Uint8Array
      ? new Uint8Array(content)
      : utf8(typeof content === 'string' ? content : JSON.stringify(content)),
    importLimits,
  );

async function rowsOf(content: unknown, password: string | null = null): Promise<readonly string[] | string> {
  const read = await readBy(fileOf(content), password);
  return read.ok ? read.value.entries.map(rowOf) : read.failure.code;
}

/** CryptoJS: OpenSSL's container, key and IV by rounds of MD5. */
function cryptoJs(text: string, passphrase: string): string {
  const salt = Buffer.from('0102030405060708', 'hex');
  let derived = Buffer.alloc(0);
  let last = Buffer.alloc(0);
  while (derived.length < 48) {
    last = createHash('md5')
      .update(Buffer.concat([last, Buffer.from(passphrase), salt]))
      .digest();
    derived = Buffer.concat([derived, last]);
  }
  const cipher = createCipheriv('aes-256-cbc', derived.subarray(0, 32), derived.subarray(32, 48));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from('Salted__'), salt, sealed]).toString('base64');
}

const plain = {
  a: {
    dataType: 'OTPStorage',
    encrypted: false,
    hash: 'a',
    index: 1,
    type: 'totp',
    secret: '4SJHB4GSD43FZBAI7C2HLRJGPQ',
    issuer: 'Deno::deno.com',
    account: 'Mason',
    pinned: true,
  },
  b: {
    dataType: 'OTPStorage',
    encrypted: false,
    hash: 'b',
    index: 0,
    type: 'hhex',
    secret: '3132333435363738393031323334353637383930',
    issuer: 'Counted',
    counter: 7,
    digits: 8,
    algorithm: 'SHA256',
  },
};
const rows = [
  'hotp|Counted||GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ|SHA256|8|7',
  'totp|Deno|Mason|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|6|30|pinned|sites https://deno.com',
];

describe('the Authenticator extension', () => {
  it('plain: every field, in its order, with the site of an issuer as a suggestion', async () => {
    expect(await rowsOf(plain)).toEqual(rows);
  });

  it('says in every file that its own imports may have changed something', async () => {
    const read = await readBy(fileOf(plain));
    expect(read).toMatchObject({ ok: true, value: { notes: [{ code: 'authenticator-damage' }] } });
  });

  it('version 3: whole entries under an Argon2id hash as text', async () => {
    const salt = 'some salt of theirs';
    const hash = await deriveArgon2(
      'id',
      utf8('pässword'),
      utf8(salt),
      { memoryKiB: 19_456, passes: 2, lanes: 1 },
      32,
    );
    const passphrase = Buffer.from(hash).toString('base64').replace(/=+$/, '');
    const closed = (entry: object & { index: number }) => ({
      dataType: 'EncOTPStorage',
      keyId: 'k',
      index: entry.index,
      data: cryptoJs(JSON.stringify({ ...entry, encrypted: true }), passphrase),
    });
    const file = {
      a: closed(plain.a),
      b: closed(plain.b),
      k: { dataType: 'Key', id: 'k', salt, hash: 'x', version: 3 },
    };
    expect(await rowsOf(file, 'pässword')).toEqual(rows);
    expect(await rowsOf(file, 'password')).toBe('file-key-wrong');
  });

  it('version 2: secrets under a key that the password closes', async () => {
    const key = 'abcdef0123456789';
    const file = {
      a: { ...plain.a, encrypted: true, secret: cryptoJs(plain.a.secret, Buffer.from(key).toString('hex')) },
      key: { enc: cryptoJs(key, 'password'), hash: 'x' },
    };
    expect(await rowsOf(file, 'password')).toEqual([rows[1]]);
    expect(await rowsOf(file, 'passwore')).toBe('file-key-wrong');
    const { key: record, ...rest } = file;
    expect(await rowsOf({ ...rest, ...record }, 'password')).toEqual([rows[1]]);
  });

  it('version 1: secrets under the password; kinds written into them', async () => {
    const { dataType: _, ...old } = plain.a;
    const file = {
      a: { ...old, encrypted: true, secret: cryptoJs('stm-JRZCL47CMXVOQMNPZR2F7J4RGI', 'password') },
      b: {
        ...old,
        index: 2,
        encrypted: true,
        secret: cryptoJs('blz-4SJHB4GSD43FZBAI7C2HLRJGPQ', 'password'),
      },
    };
    expect(await rowsOf(file, 'password')).toEqual([
      'steam|Deno|Mason|JRZCL47CMXVOQMNPZR2F7J4RGI|pinned|sites https://deno.com',
      'totp|Deno|Mason|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|8|30|pinned|sites https://deno.com',
    ]);
    expect(await rowsOf(file, 'passwore')).toBe('file-key-wrong');
  });

  it('one entry under another password is a problem beside the others', async () => {
    const closed = (entry: typeof plain.a, passphrase: string) => ({
      ...entry,
      encrypted: true,
      secret: cryptoJs(entry.secret, passphrase),
    });
    const file = { a: closed(plain.a, 'one'), b: closed({ ...plain.a, issuer: 'Other' }, 'two') };
    expect(await readBy(fileOf(file), 'one')).toMatchObject({
      ok: true,
      value: { entries: [{ issuer: 'Deno' }], problems: [{ failure: { code: 'file-key-wrong' } }] },
    });
  });
});

describe('Proton Authenticator', () => {
  const inner = {
    version: 1,
    entries: [
      {
        id: '1',
        content: {
          uri: 'otpauth://totp/Deno:Mason?secret=4SJHB4GSD43FZBAI7C2HLRJGPQ&issuer=Deno&algorithm=SHA1&digits=6&period=30',
          entry_type: 'Totp',
          name: 'My own name',
        },
        note: 'a note',
      },
      {
        id: '2',
        content: { uri: 'steam://JRZCL47CMXVOQMNPZR2F7J4RGI', entry_type: 'Steam', name: 'Sophia' },
      },
    ],
  };

  it('closed: Argon2id, AES-256-GCM, a name bound to it', async () => {
    const salt = Buffer.alloc(16, 7);
    const key = await deriveArgon2(
      'id',
      utf8('test'),
      new Uint8Array(salt),
      { memoryKiB: 19_456, passes: 2, lanes: 1 },
      32,
    );
    const nonce = Buffer.alloc(12, 3);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from('proton.authenticator.export.v1'));
    const sealed = Buffer.concat([
      nonce,
      cipher.update(JSON.stringify(inner)),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    const file = { version: 1, salt: salt.toString('base64'), content: sealed.toString('base64') };
    expect(await rowsOf(file, 'test')).toEqual([
      'totp|Deno|My own name|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|6|30|note a note',
      'steam|Steam|Sophia|JRZCL47CMXVOQMNPZR2F7J4RGI',
    ]);
    expect(await rowsOf(file, 'tesT')).toBe('file-key-wrong');
  });
});

describe('Stratum', () => {
  it('opens the older of the two layouts that share a mark', async () => {
    const content = JSON.stringify({
      Authenticators: [
        {
          Type: 3,
          Issuer: 'M',
          Username: 'u',
          Secret: '0123456789abcdef',
          Pin: '1234',
          Algorithm: 0,
          Digits: 6,
          Period: 10,
          Counter: 0,
        },
      ],
    });
    const [salt, iv] = [Buffer.alloc(8, 1), Buffer.alloc(16, 2)];
    const key = pbkdf2Sync('test', salt, 100_000, 32, 'sha1');
    const cipher = createCipheriv('aes-256-cbc', key, iv);
    const file = Buffer.concat([
      Buffer.from('AuthenticatorPro'),
      salt,
      iv,
      cipher.update(content),
      cipher.final(),
    ]);
    expect(await rowsOf(file, 'test')).toEqual(['motp|M|u|AERUKZ4JVPG66|pin 1234']);
    expect(await rowsOf(file, 'tesT')).toBe('file-key-wrong');
  });
});
