import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseQrText } from '@/lib/providers/recognise';

const token = '8f3b1c77';

describe('recogniseQrText', () => {
  it.each([
    `otpauth://totp/x?secret=${token}`,
    `OTPAUTH://TOTP/X?SECRET=${token}`,
    `  apple-otpauth://totp/x?secret=${token}`,
    `otpauth:totp/x?secret=${token}`,
  ])('sends %s to the reader of addresses', (text) => {
    expect(recogniseQrText(text)).toEqual({ kind: 'otpauth' });
  });

  it('sends an export to the reader of exports', () => {
    expect(recogniseQrText(`OTPAUTH-migration://offline?data=${token}`)).toEqual({ kind: 'migration' });
  });

  it.each([
    ['qr-empty', ''],
    ['qr-empty', ' \n\t '],
    ['qr-wifi', `WIFI:T:WPA;S:Clinique;P:${token};;`],
    ['qr-wifi', `wifi:S:Clinique;P:${token};;`],
    ['qr-web-address', `https://www.example.org/${token}`],
    ['qr-web-address', `HTTP://EXAMPLE.ORG/${token}`],
    ['qr-web-address', `www.example.org/${token}`],
    ['qr-web-address', `https://login.microsoftonline.com/common/oauth2?code=${token}`],
    ['qr-web-address', `https://notduosecurity.com/${token}`],
    ['qr-web-address', `https://example.org/?u=https://x.duosecurity.com/${token}`],
    ['qr-microsoft', `phonefactor://activate_account?code=123456789&url=https%3a%2f%2fx%2f${token}`],
    ['qr-microsoft', `PHONEFACTOR://ACTIVATE_ACCOUNT?CODE=123456789&URL=${token}`],
    [
      'qr-microsoft',
      `https://login.microsoftonline.com/authenticatorApp/activateAccount?accountType=mfa&source=qrCode&code=${token}`,
    ],
    [
      'qr-microsoft',
      `https://login.microsoftonline.us/authenticatorapp/activateaccount?source=qrCode&accountType=msa&code=${token}`,
    ],
    [
      'qr-microsoft',
      `https://login.partner.microsoftonline.cn/authenticatorApp/activateAccount?code=${token}`,
    ],
    ['qr-microsoft', `https://mobileappcommunicator.auth.microsoft.com/activatev2/123/${token}`],
    ['qr-microsoft', `https://mfa.hopital.example/MfaWsMobile/?code=${token}`],
    ['qr-microsoft', `microsoft-authenticator://activatemfa?code=${token}`],
    ['qr-microsoft', `msauth://code/${token}`],
    ['qr-not-an-account', `BEGIN:VCARD\nFN:${token}\nEND:VCARD`],
    ['qr-not-an-account', `mailto:${token}@example.org`],
    ['qr-not-an-account', token],
    ['qr-passkey', `FIDO:/${token}`],
    ['qr-series', 'SECONDE/1/2/5/ABCDEFGHIJKLMNOP/MFRGG'],
    ['qr-bare-key', 'JBSWY3DPEHPK3PXP'],
    ['qr-bare-key', 'gezdgnbvgy3tqojqgezdgnbvgy3tqojq'],
    ['qr-bare-key', ' gezd gnbv gy3t qojq\n'],
    ['qr-bare-key', 'GEZD-GNBV-GY3T-QOJQ-GEZD'],
    ['qr-bare-key', 'JBSWY3DPEHPK3PXPABCDEFGHIJ======'],
    ['qr-not-an-account', 'JBSWY3DPEHPK3PX'],
    ['qr-not-an-account', 'internationalisation'],
    ['qr-not-an-account', 'this text is long and has no key'],
    ['qr-not-an-account', 'A'.repeat(1025)],
  ])('says %s for %s', (code, text) => {
    expect(recogniseQrText(text)).toMatchObject({ kind: 'failure', failure: { code } });
  });

  it.each([
    ['Duo Mobile', `duo://${token}-YXBpLmV4YW1wbGU`],
    ['Duo Mobile', `https://m-1234.duosecurity.com/android/${token}`],
    ['Okta Verify', `oktaverify://alice@example.org/?t=${token}&f=x&s=https://example.okta.com`],
    ['FortiToken Mobile', `https://globalftm.fortinet.net/${token}`],
    ['Symantec VIP Access', `vipaccess://${token}`],
    ['CA Mobile OTP', `otp://p?u=https%3A%2F%2Fx&n=alice&c=${token}`],
    ['CA Mobile OTP', `OTP://P?U=X&C=${token}`],
    ['CA Mobile OTP', `https://acces.example/arcotafm/controller_aotp.jsp?profile=${token}`],
    ['RSA SecurID', `com.rsa.securid.iphone://ctf?ctfData=${token}`],
    ['RSA SecurID', `http://127.0.0.1/securid/ctf?ctfData=${token}`],
    ['Entrust Identity', `igmobileotp://?action=secactivate&enc=${token}`],
    ['privacyIDEA Authenticator', `pia://container/SMPH?nonce=${token}`],
    ['Steam', `https://s.team/q/1/${token}`],
    ['FortiToken Mobile', 'EEAEVVEYZSERRHEM'],
  ])('names %s for %s', (app, text) => {
    expect(recogniseQrText(text)).toEqual({
      kind: 'failure',
      failure: { code: 'qr-other-app', details: { app } },
    });
  });

  it('puts nothing of the text into a failure, and never throws', () => {
    const starts = [
      '',
      'https://',
      'duo://',
      'phonefactor://',
      'WIFI:',
      'otp://p?c=',
      'https://login.microsoftonline.com/authenticatorApp/activateAccount?code=',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.string({ unit: 'binary' }), (start, rest) => {
        expect(JSON.stringify(recogniseQrText(`${start}${rest}${token}`))).not.toContain(token);
      }),
    );
  });

  it.each(['https://a.auth.microsoft.', '/activate', ' ', 'https://', 'a.', '/arcotafm'])(
    'is done at once with a megabyte of %j',
    (piece) => {
      const text = `https://${piece.repeat(1_000_000 / piece.length)}`;
      const before = performance.now();
      recogniseQrText(text);
      recogniseQrText(text.slice(8));
      expect(performance.now() - before).toBeLessThan(200);
    },
  );
});
