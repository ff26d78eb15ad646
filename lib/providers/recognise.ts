/**
 * lib/providers: what a decoded QR text is, before anyone tries to read an account in it, and which sentence
 * its owner needs. Pure. No part of the text goes into a failure: activation links are secrets too.
 */
import type { Failure } from '@/lib/errors';
import { tokenApp } from './token-page';

export type Recognised =
  | { readonly kind: 'otpauth' }
  | { readonly kind: 'migration' }
  | { readonly kind: 'failure'; readonly failure: Failure };

/**
 * A key in Base32 and nothing else, of eighty bits or more: in capitals, or in small letters with a digit among them so that
 * no word passes for one; in one piece or in groups of four.
 */
const bareKeys = [
  /^[A-Z2-7]{16,1024}={0,6}$/,
  /^(?=[a-z]*[2-7])[a-z2-7]{16,1024}={0,6}$/,
  /^(?=[A-Za-z -]*[2-7])(?:[A-Za-z2-7]{4}[ -]){3,255}[A-Za-z2-7]{1,4}={0,6}$/,
];

/** Of the parts of a series from another computer. */
export const seriesMark = /^\s*SECONDE\/1\//;

/** The first that matches is the answer, so the table goes from the particular to the general. */
const known: readonly (readonly [RegExp, Recognised])[] = [
  [/^$/, failure({ code: 'qr-empty' })],
  [/^(?:(?:apple-)?otpauth|motp):/i, { kind: 'otpauth' }],
  [/^otpauth-migration:/i, { kind: 'migration' }],
  // Of a second computer (lib/transfer/series).
  [seriesMark, failure({ code: 'qr-series' })],
  [/^wifi:/i, failure({ code: 'qr-wifi' })],

  // Microsoft's own app: work accounts, personal accounts, links from another app, a company's own MFA Server.
  [/^(?:phonefactor|microsoft-authenticator|msauthv?\d*):/i, failure({ code: 'qr-microsoft' })],
  [/^https?:\/\/[^/?#]*\/authenticatorapp\/activateaccount\b/i, failure({ code: 'qr-microsoft' })],
  [/^https?:\/\/[^/?#]*\.auth\.microsoft\.[^?#]*\/activate/i, failure({ code: 'qr-microsoft' })],
  [/^https?:\/\/[^?#]*\/mfawsmobile(?:\/|$)/i, failure({ code: 'qr-microsoft' })],

  [/^duo:/i, otherApp('Duo Mobile')],
  [/^https?:\/\/[^/?#]*\.duosecurity\.com(?:[/:?#]|$)/i, otherApp('Duo Mobile')],
  [/^oktaverify:|^com-okta-authenticator:/i, otherApp('Okta Verify')],
  [/^(?:fortitoken|ftm):|^https?:\/\/[^/?#]*\.fortinet\.net(?:[/:?#]|$)/i, otherApp('FortiToken Mobile')],
  [/^vip(?:access)?:\/\//i, otherApp('Symantec VIP Access')],
  [/^otp:\/\/p\b|^https?:\/\/[^?#]*(?:\/arcotafm\/|\/controller_aotp\.jsp)/i, otherApp(tokenApp)],
  [/^com\.rsa\.securid|^https?:\/\/127\.0\.0\.1\/securid\/ctf/i, otherApp('RSA SecurID')],
  [/^igmobileotp:/i, otherApp('Entrust Identity')],
  [/^pia:/i, otherApp('privacyIDEA Authenticator')],
  [/^fido:\//i, failure({ code: 'qr-passkey' })],
  // Steam's own way to sign in with a phone.
  [/^https?:\/\/s\.team\/q\//i, otherApp('Steam')],

  [/^(?:https?:|www\.)/i, failure({ code: 'qr-web-address' })],

  // Ten bytes in Base32, of which the first two say the make and the form of the token.
  [/^EE[A-Z2-7]{14}$/, otherApp('FortiToken Mobile')],
  ...bareKeys.map((pattern) => [pattern, failure({ code: 'qr-bare-key' })] as const),
];

export function recogniseQrText(text: string): Recognised {
  // Nothing that is told apart needs more than its beginning; this bounds the work on hostile text.
  const beginning = text.trimStart().slice(0, 2048).trimEnd();
  const found = known.find(([pattern]) => pattern.test(beginning));
  return found ? found[1] : failure({ code: 'qr-not-an-account' });
}

function failure(value: Failure): Recognised {
  return { kind: 'failure', failure: value };
}

function otherApp(app: string): Recognised {
  return failure({ code: 'qr-other-app', details: { app } });
}
