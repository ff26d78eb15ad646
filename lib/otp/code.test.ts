import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '@/lib/crypto/digest';
import { decodeBase32, encodeBase32 } from '@/lib/otp/base32';
import { codeAtStep, codeLength, countedCode, stepAt, timedCode } from '@/lib/otp/code';
import type { OtpAlgorithm, TotpParameters } from '@/lib/otp/parameters';
import { yandexSecret } from '@/lib/otp/yandex';

const base32 = (ascii: string) => encodeBase32(new TextEncoder().encode(ascii));
const seeds: Readonly<Record<OtpAlgorithm, string>> = {
  SHA1: base32('12345678901234567890'),
  SHA256: base32('12345678901234567890123456789012'),
  SHA512: base32('1234567890123456789012345678901234567890123456789012345678901234'),
};
const totp = (change: Partial<TotpParameters> = {}): TotpParameters => ({
  kind: 'totp',
  secret: seeds.SHA1,
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
  ...change,
});

describe('counted codes', () => {
  it.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, counter) => ({ counter, code }),
    ),
  )('are those of RFC 4226 appendix D: $counter is $code', ({ counter, code }) => {
    expect(countedCode({ kind: 'hotp', secret: seeds.SHA1, algorithm: 'SHA1', digits: 6, counter })).toBe(
      code,
    );
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('refuse the counter %d as a mistake of ours', (counter) => {
    const otp = { kind: 'hotp', secret: seeds.SHA1, algorithm: 'SHA1', digits: 6, counter } as const;
    expect(() => countedCode(otp)).toThrow(RangeError);
  });
});

/**
 * RFC 6238 appendix B: time in seconds, and the codes for SHA-1, SHA-256 and SHA-512, each with its own seed.
 */
const appendixB = [
  [59, '94287082', '46119246', '90693936'],
  [1_111_111_109, '07081804', '68084774', '25091201'],
  [1_111_111_111, '14050471', '67062674', '99943326'],
  [1_234_567_890, '89005924', '91819424', '93441116'],
  [2_000_000_000, '69279037', '90698825', '38618901'],
  [20_000_000_000, '65353130', '77737706', '47863826'],
] as const;

describe('timed codes', () => {
  it.each(
    appendixB.flatMap(([seconds, sha1, sha256, sha512]) => [
      { seconds, algorithm: 'SHA1' as const, code: sha1 },
      { seconds, algorithm: 'SHA256' as const, code: sha256 },
      { seconds, algorithm: 'SHA512' as const, code: sha512 },
    ]),
  )('are those of RFC 6238 appendix B: $algorithm at $seconds s', ({ seconds, algorithm, code }) => {
    const otp = totp({ algorithm, secret: seeds[algorithm], digits: 8 });
    expect(timedCode(otp, seconds * 1000).code).toBe(code);
  });

  it('say until when they hold, to the millisecond', () => {
    expect(timedCode(totp(), 59_999)).toEqual({
      code: '287082',
      step: 1,
      expiresAtMs: 60_000,
      periodSeconds: 30,
    });
    expect(timedCode(totp(), 60_000)).toEqual({
      code: '359152',
      step: 2,
      expiresAtMs: 90_000,
      periodSeconds: 30,
    });
    expect(stepAt(totp({ periodSeconds: 47 }), 47_000)).toEqual({
      step: 1,
      expiresAtMs: 94_000,
      periodSeconds: 47,
    });
  });

  it('give way to the code of the next step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: 1, max: 3600 }),
        (nowMs, periodSeconds) => {
          const otp = totp({ periodSeconds });
          const now = timedCode(otp, nowMs);
          expect(now.expiresAtMs).toBeGreaterThan(nowMs);
          expect(now.expiresAtMs - nowMs).toBeLessThanOrEqual(periodSeconds * 1000);
          expect(timedCode(otp, now.expiresAtMs).code).toBe(codeAtStep(otp, now.step + 1));
        },
      ),
    );
  });

  it.each([5, 6, 7, 8, 9, 10])('have %d digits, zeros first', (digits) => {
    fc.assert(
      fc.property(fc.nat(), (step) => {
        expect(codeAtStep(totp({ digits }), step)).toMatch(new RegExp(`^\\d{${digits}}$`));
      }),
    );
  });

  it('refuse an impossible time or step as a mistake of ours', () => {
    expect(() => timedCode(totp(), -1)).toThrow('"nowMs"');
    expect(() => timedCode(totp(), Number.NaN)).toThrow('"nowMs"');
    expect(() => codeAtStep(totp(), 1.5)).toThrow('"step"');
  });
});

describe('Steam codes', () => {
  it.each([
    [1_511_200_518, 'FR8RV'],
    [1_511_200_714, '9P3VP'],
  ])('are those that the app itself showed at %d s', (seconds, code) => {
    const otp = { kind: 'steam', secret: '63BEDWCQZKTQWPESARIERL5DTTQFCJTK' } as const;
    expect(timedCode(otp, seconds * 1000)).toMatchObject({ code, periodSeconds: 30 });
  });
});

describe('Mobile-OTP codes', () => {
  // Published with the tests of Aegis.
  it.each([
    ['1234', 'e3152afee62599c8', 165_892_298, 'e7d8b6'],
    ['1234', 'e3152afee62599c8', 123_456_789, '4ebfb2'],
    ['9999', 'bbb1912bb5c515be', 1_659_540_020, 'ced7b1'],
    ['9999', 'bbb1912bb5c515be', 1_659_540_022, 'ced7b1'],
    ['9999', 'bbb1912bb5c515be', 1_659_539_870, '1a14f8'],
    ['9999', 'bbb1912bb5c515be', 1_659_539_878, '1a14f8'],
  ])('are those of other programs: PIN %s, key %s at %d s', (pin, hex, seconds, code) => {
    const otp = { kind: 'motp', secret: encodeBase32(Buffer.from(hex, 'hex')), pin } as const;
    expect(timedCode(otp, seconds * 1000)).toMatchObject({ code, periodSeconds: 10 });
    expect(codeLength(otp)).toBe(code.length);
  });
});

describe('Yandex codes', () => {
  // Published with the tests of KeeYaOtp and Aegis.
  it.each([
    ['5239', '6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY', 1_641_559_648, 'umozdicq'],
    ['7586', 'LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI', 1_581_064_020, 'oactmacq'],
    ['7586', 'LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI', 1_581_090_810, 'wemdwrix'],
    ['5210481216086702', 'JBGSAU4G7IEZG6OY4UAXX62JU4AAAAAAHTSG4HXU3M', 1_581_091_469, 'dfrpywob'],
    ['5210481216086702', 'JBGSAU4G7IEZG6OY4UAXX62JU4AAAAAAHTSG4HXU3M', 1_581_093_059, 'vunyprpd'],
  ])('are those of other programs: PIN %s, key %s at %d s', (pin, exported, seconds, code) => {
    const otp = { kind: 'yandex', secret: yandexSecret(exported)!, pin } as const;
    expect(timedCode(otp, seconds * 1000)).toMatchObject({ code, periodSeconds: 30 });
    expect(codeLength(otp)).toBe(code.length);
  });

  it.each([
    ['the key alone', 'LA2V6KMCGYMWWVEW64RNP3JA3I', true],
    ['the key with a letter more', 'AA2V6KMCGYMWWVEW64RNP3JA3I', true],
    ['a first letter that the checksum does not know', 'AA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI', false],
    ['a length of neither', 'LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAA', false],
    ['nothing', '', false],
  ])('take %s, or not', (_, secret, isTaken) => {
    expect(yandexSecret(secret) !== null).toBe(isTaken);
  });

  it('find every mistyped letter of an exported key, but in its last two spare bits', () => {
    const exported = 'LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI';
    for (let at = 0; at < exported.length - 1; at++) {
      const letter = exported[at] === 'A' ? 'B' : 'A';
      expect(yandexSecret(exported.slice(0, at) + letter + exported.slice(at + 1))).toBeNull();
    }
  });

  it('are made with a key without its first byte where that is zero', () => {
    // Found by trying PINs; the digest of PIN and key starts with 00.
    const secret = 'LA2V6KMCGYMWWVEW64RNP3JA3I';
    const zero = Array.from({ length: 5000 }, (_, n) => String(n).padStart(4, '0')).find(
      (pin) => sha256(Uint8Array.from([...Buffer.from(pin), ...decodeBase32(secret)]))[0] === 0,
    )!;
    const keyed = sha256(Uint8Array.from([...Buffer.from(zero), ...decodeBase32(secret)]));
    const mac = createHmac('sha256', keyed.subarray(1)).update(Buffer.alloc(8)).digest();
    const value = mac.readBigUInt64BE(mac[31]! & 15) & 0x7fff_ffff_ffff_ffffn;
    const letters = (value % 26n ** 8n).toString(26).padStart(8, '0');
    const code = letters.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
    expect(codeAtStep({ kind: 'yandex', secret, pin: zero }, 0)).toBe(code);
  });
});

const oathtool = spawnSync('oathtool', ['--version']).status === 0;
if (!oathtool)
  process.stdout.write(
    'skipped: oathtool is not installed, so codes are not compared with a program of others\n',
  );

function askOathtool(...options: string[]): string[] {
  const answer = spawnSync('oathtool', ['-b', ...options], { encoding: 'utf8' });
  if (answer.status !== 0) throw new Error(answer.stderr);
  return answer.stdout.trim().split('\n');
}

describe.skipIf(!oathtool)('oathtool', () => {
  const algorithms = ['SHA1', 'SHA256', 'SHA512'] as const;
  const combinations = algorithms.flatMap((algorithm) =>
    [6, 7, 8].flatMap((digits) =>
      [15, 30, 60].map((periodSeconds) => ({ algorithm, digits, periodSeconds })),
    ),
  );
  const times = [0, 59, 1_111_111_109, 1_790_000_014, 20_000_000_000];

  it.each(combinations)(
    'shows the same timed codes: $algorithm, $digits digits, $periodSeconds s',
    (options) => {
      const otp = totp({ ...options, secret: seeds[options.algorithm] });
      for (const seconds of times) {
        const [first, second] = askOathtool(
          `--totp=${options.algorithm.toLowerCase()}`,
          `--digits=${options.digits}`,
          `--time-step-size=${options.periodSeconds}s`,
          `--now=@${seconds}`,
          '--window=1',
          otp.secret,
        );
        const now = timedCode(otp, seconds * 1000);
        expect([now.code, codeAtStep(otp, now.step + 1)]).toEqual([first, second]);
      }
    },
  );

  it.each([6, 7, 8])('shows the same counted codes, %d digits', (digits) => {
    for (const start of [0, 300, 2 ** 31 - 2, 2 ** 32 - 2, 2 ** 40]) {
      const answers = askOathtool(
        '--hotp',
        `--digits=${digits}`,
        `--counter=${start}`,
        '--window=4',
        seeds.SHA1,
      );
      const ours = answers.map((_, index) =>
        countedCode({ kind: 'hotp', secret: seeds.SHA1, algorithm: 'SHA1', digits, counter: start + index }),
      );
      expect(ours).toEqual(answers);
    }
  });

  it('shows the same codes for keys of any length', () => {
    for (const length of [2, 16, 17, 19, 26, 32, 103, 200]) {
      const secret = 'JBSWY3DPEHPK3PXPKRSXG5BA'.repeat(9).slice(0, length);
      // oathtool wants whole bytes: the bits that are left over count for nothing.
      const whole = secret.slice(
        0,
        length - (({ 1: 1, 3: 1, 6: 1 } as Record<number, number>)[length % 8] ?? 0),
      );
      const [theirs] = askOathtool('--totp', '--now=@59', whole);
      expect(timedCode(totp({ secret }), 59_000).code).toBe(theirs);
    }
  });
});

describe('speed', () => {
  it('leaves a list of codes time to be drawn', () => {
    const rows = Array.from({ length: 11 }, (_, index) =>
      totp({ secret: base32(`${index}`.padStart(20, 'x')) }),
    );
    rows.forEach((otp) => codeAtStep(otp, 1));
    const before = performance.now();
    for (const otp of rows) {
      const now = timedCode(otp, 1_790_000_000_000);
      codeAtStep(otp, now.step + 1);
    }
    // A millisecond or two; the bound only catches something absurd.
    expect(performance.now() - before).toBeLessThan(100);
  });
});
