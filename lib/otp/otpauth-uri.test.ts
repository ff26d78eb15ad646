import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase32 } from '@/lib/otp/base32';
import { seed } from '@/lib/otp/deviations.cases';
import { allCases, expectedReading, judge, measureDeviations } from '@/lib/otp/deviations.judge';
import { displayText } from '@/lib/otp/display-text';
import { formatOtpauthUri } from '@/lib/otp/otpauth-format';
import { longestUri, parseOtpauthUri } from '@/lib/otp/otpauth-uri';

describe('deviations met in the wild', () => {
  it.each(allCases)('$deviation ($seenIn) gives what a person needs', ({ text, expected }) => {
    const result = parseOtpauthUri(text);
    if ('refusal' in expected)
      expect(result).toMatchObject({ ok: false, failure: { code: expected.refusal } });
    else if ('asks' in expected)
      expect(result).toMatchObject({ ok: false, failure: { code: expected.asks } });
    else expect(result).toEqual({ ok: true, value: expectedReading(expected) });
  });

  it('are never read wrong, and the figures say so', () => {
    const figures = measureDeviations(parseOtpauthUri);
    expect(figures.wrong).toEqual([]);
    expect(figures.read + figures.asked + figures.refused).toBe(allCases.length);
    expect(figures.refused).toBe(allCases.filter((one) => 'refusal' in one.expected).length);
  });

  it('are judged wrong when a reading loses a parameter', () => {
    const [one] = allCases.filter(({ deviation }) => deviation === 'period of 15 s');
    if (!one) throw new Error('the case is gone');
    expect(judge(one, parseOtpauthUri(one.text.replace('&period=15', '')))).toBe('wrong');
  });
});

describe('refusals', () => {
  it.each([
    ['', 'uri-malformed'],
    ['otpauth://', 'uri-malformed'],
    ['otpauth:///alice?secret=AAAAAAAA', 'uri-malformed'],
    [`otpauth://${seed}`, 'uri-malformed'],
    ['https://example.org/?secret=AAAAAAAA', 'uri-malformed'],
    [`otpauth://totp/x?secret=${'A'.repeat(1025)}`, 'secret-too-long'],
    [`otpauth://totp/x?secret=${seed}&issuer=${'x'.repeat(longestUri)}`, 'uri-too-long'],
  ])('names what is wrong with %.40s', (text, code) => {
    expect(parseOtpauthUri(text)).toMatchObject({ ok: false, failure: { code } });
  });

  it('point at the wrong character of a secret, and at nothing else of it', () => {
    expect(parseOtpauthUri('otpauth://totp/x?secret=ABCD+EF1H')).toEqual({
      ok: false,
      failure: { code: 'secret-character', details: { character: '1', position: '7' } },
    });
  });

  it('name the algorithm and the kind', () => {
    expect(parseOtpauthUri(`otpauth://totp/x?secret=${seed}&algorithm=md5`)).toMatchObject({
      failure: { details: { algorithm: 'MD5' } },
    });
    expect(parseOtpauthUri(`otpauth://pipush/x?secret=${seed}`)).toMatchObject({
      failure: { details: { kind: 'pipush' } },
    });
  });

  it('do not repeat a secret that stands where an algorithm should', () => {
    const result = parseOtpauthUri(`otpauth://totp/x?secret=${seed}&algorithm=${seed}`);
    expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(result)).not.toContain(seed);
  });
});

describe('a PIN that the person typed', () => {
  const address = 'motp://Acme:alice?secret=3132333435363738';

  it('makes the account whole, before one that the address holds', () => {
    expect(parseOtpauthUri(address, '0042')).toMatchObject({ value: { otp: { pin: '0042' } } });
    expect(parseOtpauthUri(`${address}&pin=1234`, '0042')).toMatchObject({ value: { otp: { pin: '0042' } } });
  });

  it('is asked for with the names of the account', () => {
    expect(parseOtpauthUri(address)).toEqual({
      ok: false,
      failure: { code: 'pin-needed', details: { issuer: 'Acme', name: 'alice' } },
    });
  });

  it.each(['', '123', '12345678901234567', '12a4', '١٢٣٤', ' 1234'])('is 4 to 16 digits: not %j', (pin) => {
    expect(parseOtpauthUri(address, pin)).toMatchObject({ failure: { code: 'pin-malformed' } });
  });
});

describe('names', () => {
  it('lose control characters and direction overrides', () => {
    const result = parseOtpauthUri(`otpauth://totp/Ac%00me%E2%80%AE:al%0Aice%1B?secret=${seed}&issuer=Acme`);
    expect(result).toMatchObject({ ok: true, value: { issuer: 'Acme', name: 'al ice' } });
  });

  it('can always be written back, even with half a surrogate pair in them', () => {
    const result = parseOtpauthUri(`otpauth://totp/Acme:al\ud83dice?secret=${seed}`);
    expect(result).toMatchObject({ ok: true, value: { name: 'al\ufffdice' } });
    expect(() => result.ok && formatOtpauthUri(result.value)).not.toThrow();
  });

  it('are cut at 300 characters, never inside one', () => {
    const result = parseOtpauthUri(`otpauth://totp/${encodeURIComponent('🔑'.repeat(400))}?secret=${seed}`);
    expect(result.ok && [...result.value.name]).toEqual(Array.from({ length: 300 }, () => '🔑'));
  });
});

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const names = texts.map(displayText);
const secrets = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
  minLength: 16,
  maxLength: 64,
});
const algorithms = fc.constantFrom('SHA1' as const, 'SHA256' as const, 'SHA512' as const);
const digits = fc.integer({ min: 5, max: 10 });
const keys = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map(encodeBase32);
const pins = fc.stringMatching(/^\d{4,16}$/);
const parameters = fc.oneof(
  fc.record({
    kind: fc.constant('totp' as const),
    secret: secrets,
    algorithm: algorithms,
    digits,
    periodSeconds: fc.integer({ min: 1, max: 3600 }),
  }),
  fc.record({
    kind: fc.constant('hotp' as const),
    secret: secrets,
    algorithm: algorithms,
    digits,
    counter: fc.maxSafeNat(),
  }),
  fc.record({ kind: fc.constant('steam' as const), secret: secrets }),
  fc.record({ kind: fc.constant('motp' as const), secret: keys(1, 32), pin: pins }),
  fc.record({ kind: fc.constant('yandex' as const), secret: keys(16, 16), pin: pins }),
);

describe('properties', () => {
  it('an address that was written is read back the same', () => {
    fc.assert(
      fc.property(fc.record({ issuer: names, name: names, otp: parameters }), (account) => {
        const result = parseOtpauthUri(formatOtpauthUri(account));
        expect(result).toMatchObject({ ok: true, value: account });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    { issuer: '', name: 'urn:user:5' },
    { issuer: '', name: ':alice' },
    { issuer: 'Steam', name: 'alice' },
    { issuer: 'https://a.example:8443/', name: '/:b' },
    { issuer: 'A', name: 'A:A:' },
    { issuer: 'A/', name: 'b' },
    { issuer: 'period=30', name: 'a+b@c' },
    { issuer: 'A&amp;B#C', name: '100% + 1' },
    { issuer: 'A', name: '' },
  ])('so is one with a difficult name: $issuer, $name', ({ issuer, name }) => {
    const otp = { kind: 'steam', secret: seed } as const;
    expect(parseOtpauthUri(formatOtpauthUri({ issuer, name, otp }))).toMatchObject({
      ok: true,
      value: { issuer, name },
    });
  });

  it('no text makes the parser throw', () => {
    const pieces = fc.constantFrom(
      'otpauth://',
      'totp/',
      'hotp/',
      ':',
      '%3A',
      '?',
      '&',
      '&amp;',
      'secret=',
      seed,
      'issuer=',
      'period=',
      '#',
      '%',
      '%E9',
      '+',
      '\u202e',
    );
    const hostile = fc.array(fc.oneof(pieces, texts), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          texts,
          hostile,
          hostile.map((text) => `otpauth://totp/${text}`),
        ),
        (text) => {
          expect(typeof parseOtpauthUri(text).ok).toBe('boolean');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('time', () => {
  const hostile: readonly (readonly [string, (length: number) => string])[] = [
    ['colons', (length) => `otpauth://totp/${':'.repeat(length)}?secret=${seed}`],
    ['schemes', (length) => `otpauth://totp/a${'://'.repeat(length / 3)}?secret=${seed}`],
    ['percent signs', (length) => `otpauth://totp/${'%'.repeat(length)}?secret=${seed}`],
    ['encoded bytes', (length) => `otpauth://totp/${'%E9'.repeat(length / 3)}?secret=${seed}`],
    ['ampersands', (length) => `otpauth://totp/x?${'&amp;'.repeat(length / 5)}secret=${seed}`],
    ['parameters', (length) => `otpauth://totp/x?${'a=&'.repeat(length / 3)}secret=${seed}`],
    ['spaces', (length) => `otpauth://totp/x${' '.repeat(length)}y?secret=${seed}`],
    ['periods', (length) => `otpauth://totp/x?secret=${seed}&issuer=${'period='.repeat(length / 7)}x`],
    ['plus signs', (length) => `otpauth://totp/${'+@'.repeat(length / 2)}?secret=${seed}`],
    ['dashes', (length) => `otpauth://totp/x?secret=${'-'.repeat(length)}1`],
  ];

  it.each(hostile)('%s of 100 kB are refused at once', (_, build) => {
    const text = build(100_000);
    const before = performance.now();
    expect(parseOtpauthUri(text)).toMatchObject({ ok: false, failure: { code: 'uri-too-long' } });
    expect(performance.now() - before).toBeLessThan(50);
  });

  // A quadratic step on 16 kB is 2.6e8 operations, a second or more; a linear one is under ten milliseconds.
  it.each(hostile)('%s up to the longest address take no more than linear time', (_, build) => {
    const text = build(longestUri - 200);
    const before = performance.now();
    for (let round = 0; round < 5; round++) parseOtpauthUri(text);
    expect(performance.now() - before).toBeLessThan(500);
  });
});
