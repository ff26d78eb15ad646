import { describe, expect, it } from 'vitest';
import { parseOtpauthUri } from '@/lib/otp/otpauth-uri';
import { writtenAddress } from './written-key';

const read = (...args: Parameters<typeof writtenAddress>) => parseOtpauthUri(writtenAddress(...args).text);
const key = 'jbsw y3dp ehpk 3pxp';

describe('a written key', () => {
  it('has the parameters that the page lists', () => {
    const parameters = { kind: 'totp', algorithm: 'HmacSHA512', digits: '8', moving: '60' } as const;
    expect(read({ key, issuer: 'Réseau & cie: test', parameters }, 'exemple.test')).toMatchObject({
      ok: true,
      value: {
        issuer: 'Réseau & cie: test',
        name: '',
        otp: { kind: 'totp', secret: 'JBSWY3DPEHPK3PXP', algorithm: 'SHA512', digits: 8, periodSeconds: 60 },
      },
    });
  });

  it('begins at the counter that the page lists', () => {
    const parameters = { kind: 'hotp', algorithm: 'SHA1', digits: '6', moving: '7' } as const;
    expect(read({ key, issuer: 'A', parameters }, '')).toMatchObject({
      value: { otp: { kind: 'hotp', counter: 7 } },
    });
  });

  it('of an algorithm that nobody knows is refused, not guessed', () => {
    const parameters = { kind: 'totp', algorithm: 'HmacMD7', digits: '6', moving: '30' } as const;
    expect(read({ key, issuer: 'A', parameters }, '').ok).toBe(false);
  });

  it('without parameters is the usual kind, is not complete, and has the name of the site', () => {
    const address = writtenAddress({ key, issuer: '', parameters: null }, 'exemple.test');
    expect(address.complete).toBe(false);
    expect(parseOtpauthUri(address.text)).toMatchObject({
      value: {
        issuer: 'exemple.test',
        otp: { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
      },
    });
  });
});
