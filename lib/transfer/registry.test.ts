import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFormats, readAccounts } from '@/lib/transfer/registry';

const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const alice = `otpauth://totp/Acme:alice?secret=${seed}&issuer=Acme`;
const bob = `otpauth://hotp/Acme:bob?secret=${seed}&issuer=Acme&counter=7`;
const exported =
  'otpauth-migration://offline?data=ClIKFDEyMzQ1Njc4OTAxMjM0NTY3ODkwEhnDqWzDqHZlQGNlZ2VwbW9udHBldGl0LmNhGhlDw6lnZXAgw4lkb3VhcmQtTW9udHBldGl0IAEoATACCiwKFDEyMzQ1Njc4OTAxMjM0NTY3ODkwEgVqZXRvbhoETVNTUyABKAIwATisAhABGAIgACiVmu86';

const formatOf = (text: string) => importFormats.find((format) => format.recognises(text))?.id;

function namesIn(text: string): string[] {
  const read = readAccounts(text);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.entries.map(({ name }) => name);
}

describe('the registry', () => {
  it.each([
    ['otpauth-address', alice],
    ['otpauth-address', `  ${alice.toUpperCase()}\r\n`],
    ['google-export', exported],
    ['otpauth-list', `${alice}\n${bob}`],
    ['otpauth-list', `# from another app\n\n${alice}`],
    ['otpauth-list', `${exported}\n${bob}`],
    [undefined, `see ${alice}`],
    [undefined, ''],
  ])('gives to %s what is its', (id, text) => {
    expect(formatOf(text)).toBe(id);
  });

  it('has one row for each identifier', () => {
    expect(new Set(importFormats.map(({ id }) => id)).size).toBe(importFormats.length);
  });
});

describe('readAccounts', () => {
  it('reads the one account of an enrolment code', () => {
    expect(namesIn(alice)).toEqual(['alice']);
  });

  it('reads an export, and says which part of it this is', () => {
    const read = readAccounts(exported);
    expect(read.ok && read.value.batch).toEqual({ id: 123_456_789, index: 0, size: 2 });
    expect(namesIn(exported)).toEqual(['élève@cegepmontpetit.ca', 'jeton']);
  });

  it.each([
    ['line feeds', `${alice}\n${bob}\n`],
    ['carriage returns', `${alice}\r\n${bob}\r\n`],
    ['a byte-order mark', `\ufeff${alice}\r\n${bob}`],
    ['comments and blank lines', `# one\n${alice}\n\n// two\n  ${bob}`],
  ])('reads a list with %s', (_, text) => {
    expect(readAccounts(text)).toMatchObject({ ok: true, value: { problems: [] } });
    expect(namesIn(text)).toEqual(['alice', 'bob']);
  });

  it('keeps the good lines of a list, and says what was wrong with the others', () => {
    const read = readAccounts(`${alice}\nnonsense\notpauth://totp/x?secret=0\n${exported}\n${bob}`);
    expect(read).toMatchObject({
      ok: true,
      value: {
        problems: [
          { code: 'uri-malformed', details: { line: '2' } },
          { code: 'secret-character', details: { line: '3', character: '0', position: '1' } },
        ],
      },
    });
    expect(read.ok && read.value.entries).toHaveLength(4);
  });

  it.each([
    ['uri-two-step', `${alice}&2step_salt=8`],
    ['migration-malformed', 'otpauth-migration://offline?data='],
    ['secret-missing', `otpauth://totp/a\notpauth://totp/b`],
    ['qr-web-address', 'https://example.org'],
    ['qr-empty', ''],
    ['qr-not-an-account', 'hello'],
    ['uri-malformed', `# a comment\u2028${alice}`],
  ])('fails with %s when nothing can be read', (code, text) => {
    expect(readAccounts(text)).toMatchObject({ ok: false, failure: { code } });
  });

  it('never throws, and never succeeds without an account', () => {
    const pieces = fc.constantFrom(
      alice,
      bob,
      exported,
      '\n',
      '\r\n',
      '\u2028',
      '#',
      ' ',
      'otpauth:',
      'otpauth-migration:',
    );
    const hostile = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 8 });
    fc.assert(
      fc.property(hostile, (parts) => {
        const read = readAccounts(parts.join(''));
        expect(read.ok ? read.value.entries.length : 1).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['\n', ' ', '\t', '\ufeff', 'otpauth:', '#\n', '\r\notpauth://totp/a?secret=AA'])(
    'takes no more than linear time over a list of %j',
    (piece) => {
      const text = piece.repeat(100_000 / piece.length);
      const before = performance.now();
      readAccounts(`${text}x`);
      readAccounts(`otpauth://${text}\nx`);
      expect(performance.now() - before).toBeLessThan(1500);
    },
  );
});

const samples = join(import.meta.dirname, '../../../shared/samples/imports/aegis-family');
if (!existsSync(samples)) process.stdout.write('skipped: the folder of sample exports is absent\n');

describe.skipIf(!existsSync(samples))('sample lists', () => {
  it.each(['plain.txt', 'ente_auth.txt'])('%s is read whole', (file) => {
    const text = readFileSync(join(samples, file), 'utf8');
    const read = readAccounts(text);
    expect(read).toMatchObject({ ok: true, value: { problems: [] } });
    const entries = read.ok ? read.value.entries : [];
    expect(entries).toHaveLength(text.trim().split('\n').length);
    expect(entries.flatMap(({ warnings }) => warnings)).toEqual([]);
    const canada = entries.find(({ issuer }) => issuer === 'Air Canada');
    expect(canada).toMatchObject({
      name: 'Benjamin',
      otp: { kind: 'hotp', algorithm: 'SHA256', digits: 7, counter: 50 },
    });
  });
});
