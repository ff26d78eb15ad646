import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountByHand, emptyHand, handOfAddress, type HandFields } from '@/lib/otp/by-hand';
import { formatOtpauthUri } from '@/lib/otp/otpauth-format';
import { parseOtpauthUri } from '@/lib/otp/otpauth-uri';

const key = 'gezd gnbv-GY3T QOJQ gezdgnbvgy3tqojq';
const typed = (change: Partial<HandFields>): HandFields => ({ ...emptyHand, key, ...change });

describe('accountByHand', () => {
  it('reads a key as people type it', () => {
    const account = accountByHand(typed({ issuer: ' Omnivox ', name: '2412345' }));
    expect(account).toEqual({
      ok: true,
      value: {
        issuer: 'Omnivox',
        name: '2412345',
        otp: {
          kind: 'totp',
          secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
          algorithm: 'SHA1',
          digits: 6,
          periodSeconds: 30,
        },
        warnings: [],
      },
    });
  });

  it.each([
    ['secret-missing', ''],
    ['secret-missing', '  - -  '],
    ['secret-missing', 'A'],
    ['secret-too-long', 'A'.repeat(10_000)],
  ])('says %s for a key of %#', (code, written) => {
    expect(accountByHand(typed({ key: written }))).toMatchObject({ ok: false, failure: { code } });
  });

  it('says which character is wrong and where, spaces left out', () => {
    expect(accountByHand(typed({ key: 'GEZD GNB1' }))).toEqual({
      ok: false,
      failure: { code: 'secret-character', details: { character: '1', position: '8' } },
    });
  });

  it('keeps markup and direction marks of a name as plain text of one line', () => {
    const account = accountByHand(
      typed({ issuer: '<img src=x onerror=alert(1)>', name: '\u202egpj.\u2066exe\n' + 'x'.repeat(10_000) }),
    );
    expect(account).toMatchObject({ ok: true, value: { issuer: '<img src=x onerror=alert(1)>' } });
    const name = account.ok ? account.value.name : '';
    expect(name).toMatch(/^gpj\.exe x+$/);
    expect(name).toHaveLength(300);
  });

  it.each([
    { digits: 4 },
    { digits: 11 },
    { periodSeconds: 0 },
    { periodSeconds: 3601 },
    { counter: -1 },
    { counter: 0.5 },
  ])('throws for %o', (change) => {
    expect(() => accountByHand(typed(change))).toThrow(RangeError);
  });

  it('makes an account that its address gives back, of every kind without a PIN', () => {
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom('totp' as const, 'hotp' as const, 'steam' as const),
          issuer: fc.string({ unit: 'binary', maxLength: 40 }),
          name: fc.string({ unit: 'binary', maxLength: 40 }),
          algorithm: fc.constantFrom('SHA1' as const, 'SHA256' as const, 'SHA512' as const),
          digits: fc.integer({ min: 5, max: 10 }),
          periodSeconds: fc.integer({ min: 1, max: 3600 }),
          counter: fc.nat(),
        }),
        (change) => {
          const account = accountByHand(typed(change));
          if (!account.ok) throw new Error(account.failure.code);
          const again = parseOtpauthUri(formatOtpauthUri(account.value));
          expect(again.ok && again.value.otp).toEqual(account.value.otp);
        },
      ),
    );
  });
});

describe('kinds with a PIN', () => {
  const hex = '3132333435363738';
  it('reads the key of a Mobile-OTP as sites write it, and gives it back from its address', () => {
    const account = accountByHand(
      typed({ kind: 'motp', key: hex, pin: '1234', issuer: 'Acme', name: 'alice' }),
    );
    expect(account).toMatchObject({
      ok: true,
      value: { issuer: 'Acme', name: 'alice', otp: { kind: 'motp', pin: '1234' }, warnings: [] },
    });
    const again = account.ok && parseOtpauthUri(formatOtpauthUri(account.value));
    expect(again && again.ok && again.value.otp).toEqual(account.ok && account.value.otp);
  });

  it.each(['', '12', 'abcd'])('asks for a PIN that is one: %j', (pin) => {
    expect(accountByHand(typed({ kind: 'motp', key: hex, pin }))).toMatchObject({
      ok: false,
      failure: { code: 'pin-malformed' },
    });
  });
});

describe('handOfAddress', () => {
  it('lays an address out in the form', () => {
    expect(
      handOfAddress('otpauth://hotp/C%C3%A9gep:alice?secret=GEZDGNBV&digits=8&algorithm=SHA256&counter=7'),
    ).toEqual({
      ok: true,
      value: {
        ...emptyHand,
        kind: 'hotp',
        key: 'GEZDGNBV',
        issuer: 'Cégep',
        name: 'alice',
        algorithm: 'SHA256',
        digits: 8,
        counter: 7,
      },
    });
  });

  it('says what is wrong with one', () => {
    expect(handOfAddress('otpauth://totp/x?secret=')).toMatchObject({
      ok: false,
      failure: { code: 'secret-missing' },
    });
  });
});
