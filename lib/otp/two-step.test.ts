import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pbkdf2 } from '@/lib/crypto/pbkdf2';
import { decodeBase32, encodeBase32 } from '@/lib/otp/base32';
import { completeTwoStep, parseTwoStep, writtenPart } from '@/lib/otp/two-step';

const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const address = (query: string, kind = 'totp') => `otpauth://${kind}/pi:alice?secret=${seed}&${query}`;
const all = '2step_salt=8&2step_output=20&2step_difficulty=10000';

describe('the part that is typed in the page', () => {
  // Published with the tests of privacyIDEA's app.
  it.each([
    [[0, 1, 2, 3, 4, 5, 6], 'NXEG6EIAAEBAGBAFAY'],
    [[9, 8, 7, 6, 5, 4, 3, 2, 1], 'THKHQSYJBADQMBIEAMBAC'],
    [[3, 5, 7, 2, 3, 4, 9, 1, 0, 4, 7, 3, 5, 6], 'TGEEJ7QDAUDQEAYEBEAQABAHAMCQM'],
    [[9, 5, 8, 1, 7, 3], '2DO4TDAJAUEACBYD'],
    [[1, 0, 2, 9, 3, 8, 4, 7, 5, 6], 'ZOOALWIBAABASAYIAQDQKBQ'],
  ])('has its checksum first: %j', (part, written) => {
    expect(writtenPart(Uint8Array.from(part))).toBe(written);
  });
});

describe('the whole key', () => {
  it('is what privacyIDEA’s app derives from the same two halves', async () => {
    // Published with its tests: password, salt, 10 000 rounds, 20 bytes.
    const server = [
      204, 142, 237, 243, 154, 5, 48, 206, 127, 56, 11, 156, 75, 217, 116, 59, 121, 67, 152, 46,
    ];
    const key = [
      105, 176, 234, 116, 177, 125, 213, 148, 111, 87, 172, 184, 141, 16, 185, 208, 250, 127, 212, 64,
    ];
    const secret = encodeBase32(Uint8Array.from(server));
    const enrolment = parseTwoStep(`otpauth://totp/pi:alice?secret=${secret}&${all}`);
    if (!enrolment.ok) throw new Error(enrolment.failure.code);
    const account = await completeTwoStep(enrolment.value, Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]));
    expect([...decodeBase32(account.otp.secret)]).toEqual(key);
    expect(account).toMatchObject({ issuer: 'pi', name: 'alice', otp: { kind: 'totp', digits: 6 } });
  });

  it('needs a part of the length that was asked for', async () => {
    const enrolment = parseTwoStep(address(all));
    if (!enrolment.ok) throw new Error(enrolment.failure.code);
    await expect(completeTwoStep(enrolment.value, new Uint8Array(7))).rejects.toThrow('"part"');
  });
});

describe('PBKDF2', () => {
  // RFC 6070.
  it.each([
    [1, '0c60c80f961f0e71f3a9b524af6012062fe037a6'],
    [2, 'ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957'],
    [4096, '4b007901b765489abead49d926f721d065a429c1'],
  ])('gives the vector of %i rounds', async (iterations, expected) => {
    const [password, salt] = ['password', 'salt'].map((text) => new TextEncoder().encode(text));
    const key = await pbkdf2(password!, { hash: 'SHA-1', salt: salt!, iterations, length: 20 });
    expect(Buffer.from(key).toString('hex')).toBe(expected);
  });
});

describe('the numbers of an address', () => {
  it.each([
    ['all of them', all, { partBytes: 8, keyBytes: 20, iterations: 10_000 }],
    ['upper case', all.toUpperCase(), { partBytes: 8, keyBytes: 20, iterations: 10_000 }],
    ['none but that there are two steps', '2step=true', { partBytes: 10, keyBytes: 20, iterations: 10_000 }],
    ['a longer hash', '2step_salt=8&algorithm=SHA256', { partBytes: 8, keyBytes: 32 }],
    ['the longest hash', '2step_salt=8&algorithm=SHA512', { partBytes: 8, keyBytes: 64 }],
  ])('are read: %s', (_, query, numbers) => {
    expect(parseTwoStep(address(query))).toMatchObject({ ok: true, value: numbers });
    expect(parseTwoStep(address(`${query}&counter=1`, 'hotp'))).toMatchObject({ value: numbers });
  });

  it.each([
    ['uri-two-step', address('2step_salt=0')],
    ['uri-two-step', address('2step_salt=129')],
    ['uri-two-step', address('2step_salt=-8')],
    ['uri-two-step', address('2step_salt=')],
    ['uri-two-step', address('2step_output=100000')],
    ['uri-two-step', address('2step_difficulty=999999999')],
    ['uri-two-step', address('2step_difficulty=ten')],
    ['uri-two-step', address(all, 'steam')],
    ['uri-two-step', address('digits=6')],
    ['secret-missing', `otpauth://totp/a?${all}`],
    ['algorithm-unknown', address(`${all}&algorithm=MD5`)],
    ['uri-malformed', 'hello'],
  ])('are refused with %s: %s', (code, text) => {
    expect(parseTwoStep(text)).toMatchObject({ ok: false, failure: { code } });
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseTwoStep(address(`2step_salt=${text}`));
        parseTwoStep(text);
      }),
    );
  });
});
