import { describe, expect, it } from 'vitest';
import { importLimits } from '@/lib/transfer/file-format';
import { recogniseFile } from '@/lib/transfer/file-registry';
import { seeFile } from '@/lib/transfer/see-file';
import { type KdbxOptions, writeKdbx } from '@/lib/transfer/testing/write-kdbx';
import { writeZip } from '@/lib/transfer/testing/write-zip';
import { bytesOf, seed } from '@/tests/imports/made/made-file';
import { madeFiles } from '@/tests/imports/made-here';
import { quietTools } from '@/tests/imports/read-sample';

const fileOf = (content: unknown, name = 'file') => seeFile(name, bytesOf(content), importLimits);
const madeOf = (name: string) => {
  const found = madeFiles.find((made) => made.name === name);
  if (!found) throw new TypeError(`no file is called ${name}`);
  return found;
};

/** The failure of `needs`, else of `read`; else how many entries there are. */
async function outcome(content: unknown, secret: string | null = null, name = 'file', change = {}) {
  const file = fileOf(content, name);
  const format = recogniseFile(file);
  if (!format) return 'unknown';
  const needs = format.needs(file);
  if (!needs.ok) return needs.failure.code;
  const read = await format.read(file, secret, quietTools(change));
  return read.ok ? read.value.entries.length : read.failure.code;
}

const xml = '<KeePassFile><Root><Group><Name>x</Name></Group></Root></KeePassFile>';
const kdbx = (options: KdbxOptions) => writeKdbx(xml, 'a', options);

describe('a backup of Seconde', () => {
  it('says how much memory it asks for, of all its ways the most', () => {
    const slot = (memoryKiB: number) => ({ type: 'password', kdf: { memoryKiB } });
    const file = fileOf({
      fmt: 'seconde-vault',
      slots: [slot(65_536), slot(1_048_576), { type: 'recovery' }],
    });
    expect(recogniseFile(file)?.needs(file)).toEqual({
      ok: true,
      value: { secret: 'password', memoryMiB: 1024 },
    });
  });
});

describe('a KeePass database', () => {
  it.each<[string, KdbxOptions, string]>([
    ['Twofish', { cipher: 'twofish' }, 'file-cipher'],
    ['2 GiB of memory', { memoryBytes: 2 ** 31 }, 'file-cost'],
    ['1 GiB, nine times', { memoryBytes: 2 ** 30, passes: 9 }, 'file-cost'],
    ['too many rounds', { kdf: 'aes', rounds: 100_000_001 }, 'file-cost'],
    ['too many rounds, in version 3', { version: 3, kdf: 'aes', rounds: 100_000_001 }, 'file-cost'],
  ])('with %s is refused before anything is derived', async (_, options, code) => {
    expect(await outcome(kdbx(options), 'a')).toBe(code);
  });

  it('says how much memory it asks for', () => {
    const file = fileOf(kdbx({ memoryBytes: 2 ** 29, passes: 17 }));
    expect(recogniseFile(file)?.needs(file)).toMatchObject({ failure: { code: 'file-cost' } });
    const allowed = fileOf(kdbx({ memoryBytes: 2 ** 29, passes: 2 }));
    expect(recogniseFile(allowed)?.needs(allowed)).toEqual({
      ok: true,
      value: { secret: 'password', memoryMiB: 512 },
    });
  });

  it.each([4, 3] as const)('of version %i tells damage from a wrong password', async (version) => {
    const bytes = kdbx({ version, kdf: 'aes' });
    expect(await outcome(bytes, 'a')).toBe(0);
    expect(await outcome(bytes, 'b')).toBe('file-key-wrong');
    const damaged = bytes.slice();
    damaged[damaged.length - 60] = (damaged[damaged.length - 60] ?? 0) ^ 1;
    expect(await outcome(damaged, 'a')).toBe('file-malformed');
    const header = bytes.slice();
    header[40] = (header[40] ?? 0) ^ 1;
    if (version === 4) expect(await outcome(header, 'a')).toBe('file-malformed');
    expect(await outcome(bytes.slice(0, -1), 'a')).not.toBe(0);
  });

  it.each([
    [5, 'file-newer'],
    [2, 'file-cipher'],
  ])('of version %i is explained', async (version, code) => {
    const bytes = kdbx({});
    bytes[10] = version;
    expect(await outcome(bytes, 'a')).toBe(code);
  });

  it('that grows beyond its bound is refused', async () => {
    const large = writeKdbx(xml.replace('x', 'x'.repeat(100_000)), 'a', { kdf: 'aes' });
    const limits = { ...importLimits, inflatedBytes: 50_000 };
    expect(await outcome(large, 'a', 'file', { limits })).toBe('file-too-large');
  });
});

describe('what opens nowhere else is explained', () => {
  it.each([
    [
      'a Proton Pass zip closed with PGP',
      writeZip([{ name: 'Proton Pass/data.pgp', content: 'x' }]),
      'file-pgp',
    ],
    ['its message alone', '-----BEGIN PGP MESSAGE-----\n\nwcBMA\n-----END PGP MESSAGE-----\n', 'file-pgp'],
    [
      'a manifest without its maFiles',
      { encrypted: true, entries: [{ steamid: 1, filename: '1.maFile' }] },
      'file-folder',
    ],
  ])('%s', async (_, content, code) => {
    expect(await outcome(content)).toBe(code);
  });

  it('a closed maFile without its manifest', async () => {
    const closed = Buffer.alloc(480, 7).toString('base64');
    expect(await outcome(closed, 'a', '76561190000000000.maFile')).toBe('file-folder');
    expect(await outcome(closed, 'a', 'another name')).toBe('file-key-wrong');
  });

  it('keys that never leave the phone, when there are no others', async () => {
    const { bytes } = madeOf('google, newer.db');
    const text = Buffer.from(bytes).toString('latin1');
    // Every row says that it is closed: `isencrypted` is kept as the integer 1, which needs no byte of its own.
    const all = await outcome(Buffer.from(text.replaceAll(seed.base32, '='.repeat(32)), 'latin1'));
    expect(all).toBe('file-app-locked');
  });
});

it.each([
  ['a salt that is cut off', 'AUTHENTICATORPRO123', 'a'],
  ['no password at all', `AUTHENTICATORPRO${'x'.repeat(100)}`, null],
])('a file that asks for Argon2 with %s opens by nothing', async (_, content, password) => {
  expect(await outcome(content, password)).toBe('file-key-wrong');
});

describe('one bad entry', () => {
  it('never costs another: a zip with two accounts of Steam, one of them damaged', async () => {
    const { bytes } = madeOf('maFiles.zip');
    expect(await outcome(bytes)).toBe(1);
    const both = writeZip([
      {
        name: '1.maFile',
        content: JSON.stringify({ shared_secret: 'MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=', account_name: 'a' }),
      },
      { name: '2.maFile', content: '{"shared_secret": "cut o' },
    ]);
    expect(await outcome(both)).toBe(1);
  });
});

describe('a zip', () => {
  const bomb = writeZip([{ name: 'raivo-otp-export.json', content: new Uint8Array(3_000_000) }]);

  it('that inflates to more than it may is stopped', async () => {
    const limits = { ...importLimits, textBytes: 1_000_000 };
    expect(await outcome(bomb, null, 'file', { limits })).toBe('file-too-large');
  });

  it('that is cut off is damaged', async () => {
    expect(await outcome(bomb.slice(0, -30))).toBe('unknown');
    const { bytes } = madeOf('raivo.zip');
    const changed = bytes.slice();
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(await outcome(changed, 'quatre mots')).toBe('file-malformed');
  });
});

it('XML with a document type is refused, whatever format it is', async () => {
  const entities = '<!DOCTYPE map [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>';
  for (const root of [
    `${entities}<map><string name="com.authy.storage.tokens.authenticator.key">&b;</string></map>`,
    `${entities}<map><string name="com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET">&b;</string></map>`,
    `${entities}<map><string name="tokenOrder">&b;</string></map>`,
    `${entities}<KeePassFile>&b;</KeePassFile>`,
  ])
    expect(await outcome(root)).toBe('file-doctype');
});

it('a page gives the codes in its pictures, drawn or not', async () => {
  const page = `<html><body><img src="data:image/png;base64,${Buffer.from('one').toString('base64')}"><svg><path d="M0 0"/></svg><svg>never closed</body></html>`;
  const seen: string[] = [];
  const readQr = async (picture: Uint8Array) => {
    seen.push(new TextDecoder().decode(picture).slice(0, 5));
    return [`otpauth://totp/a${seen.length}?secret=${seed.base32}`, 'https://example.org'];
  };
  expect(await outcome(page, null, 'file', { readQr })).toBe(3);
  expect(seen).toEqual(['one', '<svg>', '<svg>']);
});
