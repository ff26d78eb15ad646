import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recoveryCodeFrom, secretFromRecoveryCode } from '@/lib/vault/recovery-code';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => Uint8Array.from(bytes));
const positionIn = (text: string) => {
  const read = secretFromRecoveryCode(text);
  return read.ok ? null : [read.failure.code, read.failure.details?.['position']].join(' ');
};

describe('a recovery code', () => {
  it('is eight groups of five and reads back to the same bytes', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const code = recoveryCodeFrom(secret);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(secretFromRecoveryCode(code)).toEqual({ ok: true, value: secret });
      }),
    );
  });

  it('has the check letters of its document', () => {
    expect(recoveryCodeFrom(new Uint8Array(20))).toBe('00005-0000A-0000F-0000M-0000H-0000Y-0000V-0000D');
    expect(recoveryCodeFrom(Uint8Array.from({ length: 20 }, (_, n) => n))).toMatchInlineSnapshot(
      `"000G0-40R47-0M30J-E209D-185GT-R38E6-1W81Q-24GK4"`,
    );
  });

  it.each<[string, (code: string) => string]>([
    ['in small letters', (code) => code.toLowerCase()],
    ['without separators', (code) => code.replaceAll('-', '')],
    ['with others', (code) => ` ${code.replaceAll('-', ' – \n')}. `],
    ['with look-alikes', (code) => code.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('V', 'U')],
    ['with other look-alikes', (code) => code.replaceAll('0', 'O').replaceAll('1', 'i')],
    ['in wide letters', (code) => code.replaceAll('0', '０').replaceAll('A', 'Ａ')],
  ])('is read %s', (_, write) => {
    const secret = Uint8Array.from({ length: 20 }, (_, n) => n * 13);
    expect(secretFromRecoveryCode(write(recoveryCodeFrom(secret)))).toEqual({ ok: true, value: secret });
  });

  it('finds any one wrong letter, in its group', () => {
    fc.assert(
      fc.property(secrets, fc.nat(39), fc.integer({ min: 1, max: 31 }), (secret, at, shift) => {
        const letters = [...recoveryCodeFrom(secret).replaceAll('-', '')];
        letters[at] = alphabet.charAt((alphabet.indexOf(letters[at]!) + shift) % 32);
        expect(positionIn(letters.join(''))).toBe(`recovery-code-malformed ${Math.floor(at / 5) + 1}`);
      }),
    );
  });

  it('finds two letters exchanged in a group, and two groups exchanged', () => {
    fc.assert(
      fc.property(secrets, fc.nat(7), fc.nat(4), fc.nat(4), (secret, group, a, b) => {
        const groups = recoveryCodeFrom(secret).split('-');
        const letters = [...groups[group]!];
        [letters[a], letters[b]] = [letters[b]!, letters[a]!];
        fc.pre(letters.join('') !== groups[group]);
        expect(positionIn(groups.with(group, letters.join('')).join(' '))).toContain(`${group + 1}`);
      }),
    );
    const groups = recoveryCodeFrom(Uint8Array.from({ length: 20 }, (_, n) => 200 - n)).split('-');
    for (let at = 0; at < 7; at++) {
      const swapped = groups.with(at, groups[at + 1]!).with(at + 1, groups[at]!);
      expect(positionIn(swapped.join('-'))).toBe(`recovery-code-malformed ${at + 1}`);
    }
  });

  it('says where something is missing or too much', () => {
    const code = recoveryCodeFrom(new Uint8Array(20).fill(77));
    expect(positionIn('')).toBe('recovery-code-malformed 1');
    expect(positionIn(code.slice(0, -6))).toBe('recovery-code-malformed 8');
    expect(positionIn(code.slice(0, 8))).toBe('recovery-code-malformed 2');
    expect(positionIn(`${code}-0`)).toBe('recovery-code-malformed 8');
    expect(positionIn(code.slice(0, 12) + 'é' + code.slice(13))).toBe('recovery-code-malformed 3');
  });
});
