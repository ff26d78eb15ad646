import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase32 } from '@/lib/otp/base32';
import { isForMicrosoft, readKeyText } from '@/lib/providers/key-text';

const key = 'JBSWY3DPEHPK3PXP';

describe('readKeyText', () => {
  it.each([
    'otpauth://totp/x?secret=JBSWY3DP',
    '  OTPAUTH://TOTP/X?SECRET=JBSWY3DP\n',
    'apple-otpauth://totp/x?secret=JBSWY3DP',
    'otpauth-migration://offline?data=x',
  ])('takes %j for an address', (text) => {
    expect(readKeyText(text)).toEqual({ kind: 'address', text: text.trim() });
  });

  it.each([
    [key, key],
    ['jbsw y3dp ehpk 3pxp', 'jbsw y3dp ehpk 3pxp'],
    ['JBSW-Y3DP-EHPK-3PXP', 'JBSW-Y3DP-EHPK-3PXP'],
    ['JBSW Y3DP EHPK 3PXP JBS', 'JBSW Y3DP EHPK 3PXP JBS'],
    [`Clé secrète : ${key}`, key],
    [`Secret key: ${key}.`, key],
    [`« ${key} »`, key],
    [`Entrez cette clé dans votre application\n${key}\nPuis continuez`, key],
    [`la clé est ${key} sur cette page`, key],
    ['jbswy3dpehpk3pxp jbswy3dpehpk3pxp', 'jbswy3dpehpk3pxp jbswy3dpehpk3pxp'],
    ['3132333435363738393031323334353637383930', '3132333435363738393031323334353637383930'],
  ])('finds the key in %j', (text, found) => {
    expect(readKeyText(text)).toEqual({ kind: 'key', key: found });
  });

  it.each([
    '',
    '   \n',
    'Bonjour madame',
    'Choisissez une autre application pour continuer',
    'vous devez entrer le code de votre application',
    'Authentification configuree',
    'ABCD EFGH',
    'JBSWY3DPEHPK3PX',
    '4165550123',
    'https://www.example.org/jbswy3dpehpk3pxp',
    'https://www.example.org/?a=1',
  ])('finds none in %j', (text) => {
    expect(readKeyText(text)).toEqual({ kind: 'failure', failure: { code: 'text-without-key' } });
  });

  it.each([
    '123 456 789 https://mobileappcommunicator.auth.microsoft.com/activatev2/123/AB34CD',
    'Code : 123456789\nURL : https://mobileappcommunicator.auth.microsoft.com/mac/x.svc/1',
    'https://mfa.hopital.example/MfaWsMobile/',
    '123456789 https://login.microsoftonline.com/x/activate',
    '123456789',
  ])('knows what Microsoft’s own app asks for: %j', (text) => {
    expect(readKeyText(text)).toEqual({ kind: 'failure', failure: { code: 'qr-microsoft' } });
    expect(isForMicrosoft(text)).toBe(true);
  });

  it('finds every key that a generator writes in groups of four', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 64 }), (bytes) => {
        const written = (encodeBase32(bytes).match(/.{1,4}/g) ?? []).join(' ');
        expect(readKeyText(written)).toEqual({ kind: 'key', key: written });
      }),
    );
  });

  it('says that a text of 10,000 letters is too long for a key, or holds none', () => {
    expect(readKeyText('A'.repeat(10_000))).toMatchObject({ kind: 'failure' });
    expect(readKeyText('A'.repeat(1_000_000))).toEqual({
      kind: 'failure',
      failure: { code: 'secret-too-long' },
    });
  });
});
