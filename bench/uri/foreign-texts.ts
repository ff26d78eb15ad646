/** QR texts that are no account, and what a person must be told of each: the rows of the deviations that have another scheme. */
import type { ErrorCode } from '@/lib/errors';

export interface ForeignText {
  readonly what: string;
  readonly text: string;
  readonly refusal: ErrorCode;
  /** The app that must be named. */
  readonly app?: string;
}

const address = 'https%3A%2F%2Fmobileappcommunicator.auth.microsoft.com%2Factivatev2%2F714503269%2FEX4MPL3';
const activate = 'https://login.microsoftonline.com/authenticatorApp/activateAccount';
const other = (what: string, app: string, text: string): ForeignText => ({
  what,
  text,
  refusal: 'qr-other-app',
  app,
});
const microsoft = (what: string, text: string): ForeignText => ({ what, text, refusal: 'qr-microsoft' });

export const foreignTexts: readonly ForeignText[] = [
  microsoft('Microsoft, work', `phonefactor://activate_account?code=123456789&url=${address}`),
  microsoft(
    'Microsoft, work, link',
    `${activate}?accountType=mfa&source=qrCode&code=123456789&url=${address}`,
  ),
  microsoft('Microsoft, personal', `${activate}?source=qrCode&accountType=msa&code=M.C5EX4&uaid=1&expires=1`),
  microsoft('Microsoft, from another app', 'microsoft-authenticator://activatemfa?code=1'),
  microsoft('Microsoft, own server', 'https://mfa.hopital.example/MfaWsMobile/?code=1'),
  other('Duo', 'Duo Mobile', 'duo://EX4MPLE-YXBpLmV4YW1wbGU'),
  other('Duo, address', 'Duo Mobile', 'https://m-1234.duosecurity.com/android/EX4MPLE'),
  other('Okta', 'Okta Verify', 'oktaverify://alice@example.org/?t=1&f=2&s=https://example.okta.com'),
  other('FortiToken, address', 'FortiToken Mobile', 'https://globalftm.fortinet.net/EX4MPLE'),
  other('FortiToken, activation code', 'FortiToken Mobile', 'EEAEVVEYZSERRHEM'),
  other('Symantec', 'Symantec VIP Access', 'vipaccess://EX4MPLE'),
  other('CA, link', 'CA Mobile OTP', 'otp://p?u=https%3A%2F%2Fx.example&n=alice&c=1'),
  other('CA, page', 'CA Mobile OTP', 'https://x.example/arcotafm/controller_aotp.jsp?profile=1'),
  other('SecurID', 'RSA SecurID', 'com.rsa.securid.iphone://ctf?ctfData=1'),
  other('privacyIDEA container', 'privacyIDEA Authenticator', 'pia://container/SMPH?nonce=1'),
  other('Steam sign-in', 'Steam', 'https://s.team/q/1/1234567890'),
  { what: 'passkey', text: 'FIDO:/0123456789', refusal: 'qr-passkey' },
  { what: 'web address', text: 'https://www.example.org/app', refusal: 'qr-web-address' },
  { what: 'Wi-Fi', text: 'WIFI:T:WPA;S:Clinique;P:1;;', refusal: 'qr-wifi' },
  { what: 'bare key', text: 'JBSWY3DPEHPK3PXP', refusal: 'qr-bare-key' },
  { what: 'empty', text: '', refusal: 'qr-empty' },
  { what: 'visiting card', text: 'BEGIN:VCARD\nFN:Alice\nEND:VCARD', refusal: 'qr-not-an-account' },
];
