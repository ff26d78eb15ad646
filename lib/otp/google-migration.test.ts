import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedCode, timedCode } from '@/lib/otp/code';
import { parseMigration } from '@/lib/otp/google-migration';

const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const accents =
  'otpauth-migration://offline?data=ClIKFDEyMzQ1Njc4OTAxMjM0NTY3ODkwEhnDqWzDqHZlQGNlZ2VwbW9udHBldGl0LmNhGhlDw6lnZXAgw4lkb3VhcmQtTW9udHBldGl0IAEoATACCiwKFDEyMzQ1Njc4OTAxMjM0NTY3ODkwEgVqZXRvbhoETVNTUyABKAIwATisAhABGAIgACiVmu86';
const longEntry =
  'otpauth-migration://offline?data=CrQBCiAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMhJ0YS12ZXJ5LWxvbmctYWNjb3VudC1uYW1lLXRoYXQtbWFrZXMtdGhlLWVudHJ5LWxvbmdlci10aGFuLW9uZS1odW5kcmVkLWFuZC10d2VudHktc2V2ZW4tYnl0ZXNAZXhlbXBsZS5zc3NzLmdvdXYucWMuY2EaFFLDqXNlYXUgZGUgbGEgc2FudMOpIAIoAjACEAEYAiABKJWa7zo%3D';

const varint = (value: bigint): number[] =>
  value < 128n ? [Number(value)] : [Number(value & 127n) | 128, ...varint(value >> 7n)];
const number = (field: number, value: number | bigint) => [
  field << 3,
  ...varint(BigInt.asUintN(64, BigInt(value))),
];
const bytes = (field: number, value: readonly number[] | string) => {
  const content = typeof value === 'string' ? [...new TextEncoder().encode(value)] : value;
  return [(field << 3) | 2, ...varint(BigInt(content.length)), ...content];
};
const address = (...parts: number[][]) =>
  `otpauth-migration://offline?data=${encodeURIComponent(btoa(String.fromCharCode(...parts.flat())))}`;

const secret = bytes(1, '12345678901234567890');
const entry = (...fields: number[][]) => bytes(1, fields.flat());

function read(text: string) {
  const result = parseMigration(text);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('exports of Google Authenticator', () => {
  it('keep accents, eight digits and a counter of more than one byte', () => {
    const { accounts, problems, batch } = read(accents);
    expect(problems).toEqual([]);
    expect(batch).toEqual({ id: 123_456_789, index: 0, size: 2 });
    expect(accounts).toEqual([
      {
        issuer: 'Cégep Édouard-Montpetit',
        name: 'élève@cegepmontpetit.ca',
        otp: { kind: 'totp', secret: seed, algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
        warnings: [],
      },
      {
        issuer: 'MSSS',
        name: 'jeton',
        otp: { kind: 'hotp', secret: seed, algorithm: 'SHA1', digits: 8, counter: 300 },
        warnings: [],
      },
    ]);
    const [timed, counted] = accounts.map((account) => account.otp);
    expect(timed?.kind === 'totp' && timedCode(timed, 59_000).code).toBe('287082');
    expect(counted?.kind === 'hotp' && countedCode(counted)).toBe('42981472');
  });

  it('may hold entries of more than 127 bytes', () => {
    const { accounts, batch } = read(longEntry);
    expect(batch).toEqual({ id: 123_456_789, index: 1, size: 2 });
    expect(accounts[0]).toMatchObject({
      issuer: 'Réseau de la santé',
      otp: { algorithm: 'SHA256', digits: 8 },
    });
    const otp = accounts[0]?.otp;
    expect(otp?.kind === 'totp' && timedCode(otp, 59_000).code).toBe('46119246');
  });

  it.each([
    ['whose plus signs became spaces', accents.replaceAll('+', ' ')],
    ['whose padding is raw', longEntry.replace('%3D', '=')],
    ['without padding', longEntry.replace('%3D', '')],
    ['in upper case up to the data', accents.replace(/^.*data=/, (found) => found.toUpperCase())],
    ['with spaces around', `\n ${accents} \r\n`],
    ['whose ampersand is escaped', accents.replace('?data', '?x=1&amp;data')],
  ])('are read %s', (_, text) => {
    expect(read(text).problems).toEqual([]);
  });

  it('are read with a plus sign that a form turned into a space', () => {
    const text = address(
      entry(
        bytes(
          1,
          Array.from({ length: 20 }, () => 0xfb),
        ),
        bytes(2, 'a'),
      ),
    );
    expect(decodeURIComponent(text)).toContain('+');
    expect(read(decodeURIComponent(text).replaceAll('+', ' '))).toEqual(read(text));
  });

  it('take the other Base64 alphabet too', () => {
    const text = address(
      entry(
        bytes(
          1,
          Array.from({ length: 21 }, (_, index) => (index % 2 ? 0xff : 0xfb)),
        ),
        bytes(2, 'a'),
      ),
    );
    const other = decodeURIComponent(text).split('data=')[1]?.replaceAll('+', '-').replaceAll('/', '_') ?? '';
    expect(other).toMatch(/[-_]/);
    expect(read(`otpauth-migration://offline?data=${other}`)).toEqual(read(text));
  });

  it('may write fields in any order, and fields nobody knows', () => {
    const mixed = address(
      number(5, -7),
      [0x3d, 1, 2, 3, 4],
      entry(
        number(6, 2),
        bytes(3, 'Acme'),
        bytes(9, 'unique'),
        number(5, 1),
        [0x51, 1, 2, 3, 4, 5, 6, 7, 8],
        bytes(2, 'alice'),
        number(4, 3),
        secret,
      ),
      number(3, 1),
    );
    expect(read(mixed)).toEqual({
      accounts: [
        {
          issuer: 'Acme',
          name: 'alice',
          otp: { kind: 'totp', secret: seed, algorithm: 'SHA512', digits: 6, periodSeconds: 30 },
          warnings: [],
        },
      ],
      problems: [],
      batch: { id: -7, index: 0, size: 1 },
    });
  });

  it('take the defaults of the format for what is left unsaid', () => {
    expect(read(address(entry(secret, bytes(2, 'Acme:alice')))).accounts).toEqual([
      {
        issuer: 'Acme',
        name: 'alice',
        otp: { kind: 'totp', secret: seed, algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
        warnings: [],
      },
    ]);
  });

  it('keep a counter of 53 bits', () => {
    const { accounts } = read(
      address(entry(secret, bytes(2, 'a'), number(6, 1), number(7, Number.MAX_SAFE_INTEGER))),
    );
    expect(accounts[0]?.otp).toMatchObject({ kind: 'hotp', counter: Number.MAX_SAFE_INTEGER });
  });

  it('lose only the entries that cannot be read, and say why', () => {
    const { accounts, problems } = read(
      address(
        entry(secret, bytes(2, 'good')),
        entry(secret, bytes(2, 'md5'), number(4, 4)),
        entry(bytes(2, 'no secret')),
        entry(secret, number(6, 9)),
        entry(secret, number(6, 1), number(7, -1)),
        bytes(1, [0x0a, 0x7f]),
        entry(secret, bytes(2, 'good too')),
      ),
    );
    expect(accounts.map(({ name }) => name)).toEqual(['good', 'good too']);
    expect(problems).toEqual([
      { code: 'algorithm-unknown', details: { algorithm: 'MD5', entry: '2' } },
      { code: 'secret-missing', details: { entry: '3' } },
      { code: 'uri-kind-unsupported', details: { kind: '?', entry: '4' } },
      { code: 'migration-malformed', details: { entry: '5' } },
      { code: 'migration-malformed', details: { entry: '6' } },
    ]);
  });

  it.each([
    ['nothing', ''],
    ['another address', 'https://example.org/?data=AAAA'],
    ['no data', 'otpauth-migration://offline?data='],
    ['no entry', address(number(2, 1))],
    ['text that is not Base64', 'otpauth-migration://offline?data=%F0%9F%94%91'],
    ['a length beyond the end', address([0x0a, 0x20, 1])],
    ['a length of 64 bits', address([0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 1])],
    ['a number that never ends', address(entry(secret), [0x10, ...Array.from({ length: 11 }, () => 0x80)])],
    ['a group', address(entry(secret), [0x0b])],
    ['a field numbered 0', address(entry(secret), [0x00, 0x00])],
  ])('are refused when they hold %s', (_, text) => {
    expect(parseMigration(text)).toEqual({ ok: false, failure: { code: 'migration-malformed' } });
  });

  it('never make the parser throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 20 }), (content, tail) => {
        expect(typeof parseMigration(address(bytes(1, [...content]), [...tail])).ok).toBe('boolean');
        expect(
          typeof parseMigration(`otpauth-migration://offline?data=${String.fromCharCode(...content)}`).ok,
        ).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['padding', '='],
    ['percent signs', '%'],
    ['entries', 'CgA'],
    ['ampersands', '&amp;'],
  ])('take no more than linear time over %s', (_, piece) => {
    const text = `otpauth-migration://offline?data=${piece.repeat(65_000 / piece.length)}!`;
    const before = performance.now();
    parseMigration(text);
    parseMigration(text.slice(0, -1));
    expect(performance.now() - before).toBeLessThan(1000);
    expect(parseMigration(text + text)).toEqual({ ok: false, failure: { code: 'uri-too-long' } });
  });
});

const samples = join(import.meta.dirname, '../../../shared/samples/imports/google-migration');
if (!existsSync(samples)) process.stdout.write('skipped: the folder of sample exports is absent\n');

describe.skipIf(!existsSync(samples))('sample exports', () => {
  const addresses = (file: string) =>
    readFileSync(join(samples, file), 'utf8').match(/^otpauth-migration:.*$/gm) ?? [];

  it('are read whole', () => {
    const all = addresses('example_export.txt').map(read);
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    const pi = { issuer: 'raspberrypi', name: 'pi@raspberrypi' };
    const alone = { issuer: '', name: 'pi@raspberrypi' };
    expect(all.map(({ accounts }) => accounts.map(({ issuer, name }) => ({ issuer, name })))).toEqual([
      [pi],
      [alone],
      [alone, pi],
      [{ issuer: '', name: 'hotp demo' }],
      [{ issuer: 'encoding', name: '¿äÄéÉ? (demo)' }],
    ]);
    expect(new Set(all.flatMap(({ accounts }) => accounts.map(({ otp }) => otp.secret)))).toEqual(
      new Set(['7KSQL2JTUDIS5EF65KLMRQIIGY']),
    );
    expect(all[3]?.accounts[0]?.otp).toMatchObject({ kind: 'hotp', counter: 4 });
    expect(all.every(({ batch }) => batch.id < 0 && batch.size === 1)).toBe(true);
  });

  it('are read with a raw plus sign in the data', () => {
    const [text = ''] = addresses('plus_problem.txt');
    expect(text).toContain('+');
    for (const variant of [text, text.replaceAll('+', ' ')]) {
      expect(read(variant).accounts.map(({ issuer, name }) => [issuer, name])).toEqual(
        [1, 2, 3, 4].map((index) => ['SerenityLabs', `test${index}@serenitylabs.co.uk`]),
      );
    }
  });
});
