import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseMicrosoftPair, recogniseMicrosoftText } from '@/lib/providers/microsoft-pair';

const address = 'https://mobileappcommunicator.auth.microsoft.com/activatev2/714503269/EX4MPL3';

describe('the code and address of Microsoft’s own app', () => {
  it.each([
    ['123456789', address],
    ['123 456 789', address],
    ['123-456-789', ` ${address} `],
    ['', address],
    ['123456789', 'mobileappcommunicator.auth.microsoft.com/activatev2/714503269/EX4MPL3'],
    ['123456789', 'https://mfa.hopital.example/MfaWsMobile/'],
    ['', 'https://mfa.hopital.example/MultiFactorAuth/MfaWsMobile'],
    ['123456789', 'https://serveur.exemple.test/une/adresse'],
  ])('are recognised in two fields: %s, %s', (code, url) => {
    expect(recogniseMicrosoftPair(code, url)).toBe(true);
  });

  it.each([
    ['', ''],
    ['123456789', ''],
    ['JBSWY3DPEHPK3PXP', 'https://serveur.exemple.test/une/adresse'],
    ['12345678', 'https://serveur.exemple.test/une/adresse'],
    ['JBSWY3DPEHPK3PXP', 'Clinique'],
    ['', 'https://www.microsoft.com/fr-ca/security'],
  ])('are nothing else: %s, %s', (code, url) => {
    expect(recogniseMicrosoftPair(code, url)).toBe(false);
  });

  it.each([
    `Code : 123 456 789 URL : ${address}`,
    `Code:\u00a0123456789\r\nURL:\u00a0${address}`,
    `${address}\n123456789`,
    address,
    'Code 123456789 https://serveur.exemple.test/une/adresse',
  ])('are recognised in one text: %s', (text) => {
    expect(recogniseMicrosoftText(text)).toBe(true);
  });

  it.each([
    '',
    'JBSWY3DPEHPK3PXP',
    'gezd gnbv gy3t qojq',
    '123456789',
    'https://example.org/aide',
    'otpauth://totp/Acme:alice?secret=JBSWY3DPEHPK3PXP&image=https://www.microsoft.com/a.png',
  ])('are not seen in %j', (text) => {
    expect(recogniseMicrosoftText(text)).toBe(false);
  });

  it('never throw, nor take long over a hostile text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        recogniseMicrosoftPair(one, other);
        recogniseMicrosoftText(`${one} ${other}`);
      }),
    );
    expect(recogniseMicrosoftText('https://'.repeat(100_000))).toBe(false);
    expect(recogniseMicrosoftPair('1'.repeat(100_000), 'a.'.repeat(100_000))).toBe(false);
  });
});
