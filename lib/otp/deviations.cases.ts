/**
 * The deviations from the Key Uri Format that are met in the wild, as cases: what is written, and what a
 * person must get. Data for the test beside the parser and for the figures of the benchmark; nothing that
 * ships imports it.
 */
import type { ErrorCode } from '@/lib/errors';
import type { EnrolWarning } from '@/lib/messages/protocol';
import type { OtpParameters } from '@/lib/otp/parameters';

/** Only what the case is about is stated; the rest must be the default of its kind, without a warning. */
export interface ReadExpectation {
  readonly issuer?: string;
  readonly name?: string;
  readonly otp?: Partial<Record<keyof UnionOfParameters, unknown>>;
  readonly warnings?: readonly EnrolWarning[];
}

type UnionOfParameters = { [K in KeysOf<OtpParameters>]: unknown };
type KeysOf<T> = T extends unknown ? keyof T : never;

export interface DeviationCase {
  readonly deviation: string;
  readonly seenIn: string;
  readonly text: string;
  /** `asks`: nothing is wrong with it, but the person has a part to add. */
  readonly expected: ReadExpectation | { readonly refusal: ErrorCode } | { readonly asks: ErrorCode };
}

/** ASCII 12345678901234567890, the seed of RFC 4226. */
export const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

export const read = (
  deviation: string,
  seenIn: string,
  text: string,
  expected: ReadExpectation,
): DeviationCase => ({
  deviation,
  seenIn,
  text,
  expected,
});
export const refused = (
  deviation: string,
  seenIn: string,
  text: string,
  refusal: ErrorCode,
): DeviationCase => ({
  deviation,
  seenIn,
  text,
  expected: { refusal },
});
export const asks = (deviation: string, seenIn: string, text: string, code: ErrorCode): DeviationCase => ({
  deviation,
  seenIn,
  text,
  expected: { asks: code },
});

const lower = seed.toLowerCase();
const grouped = seed.replace(/.{4}(?=.)/g, '$& ');
const alice = { issuer: 'Acme', name: 'alice' };

export const deviationCases: readonly DeviationCase[] = [
  read(
    'nothing unusual',
    'Keycloak',
    `otpauth://totp/Treehouse%20Community:alice%40example.com?secret=${seed}&digits=6&algorithm=SHA1&issuer=Treehouse%20Community&period=30`,
    { issuer: 'Treehouse Community', name: 'alice@example.com' },
  ),
  read('lower-case secret', 'Entra, LemonLDAP::NG', `otpauth://totp/Acme:alice?secret=${lower}`, alice),
  read('spaces in the secret', 'hand-made codes', `otpauth://totp/Acme:alice?secret=${grouped}`, alice),
  read(
    'encoded spaces in the secret',
    'hand-made codes',
    `otpauth://totp/Acme:alice?secret=${grouped.replaceAll(' ', '%20')}`,
    alice,
  ),
  read(
    'plus signs in the secret',
    'hand-made codes',
    `otpauth://totp/Acme:alice?secret=${grouped.replaceAll(' ', '+')}`,
    alice,
  ),
  read(
    'dashes in the secret',
    'hand-made codes',
    `otpauth://totp/Acme:alice?secret=${grouped.replaceAll(' ', '-')}`,
    alice,
  ),
  read(
    'non-breaking spaces in the secret',
    'pasted keys',
    `otpauth://totp/Acme:alice?secret=${grouped.replaceAll(' ', '\u00a0')}`,
    alice,
  ),
  read('padding', 'KeePassXC', `otpauth://totp/Acme:alice?secret=GEZDGNBVGY3TQOJQGE======`, {
    ...alice,
    otp: { secret: 'GEZDGNBVGY3TQOJQGE' },
  }),
  read(
    'encoded padding',
    'yubioath-flutter',
    `otpauth://totp/Acme:alice?secret=GEZDGNBVGY3TQOJQGE%3D%3D%3D%3D%3D%3D&issuer=Acme`,
    { ...alice, otp: { secret: 'GEZDGNBVGY3TQOJQGE' } },
  ),
  read(
    'prefix and issuer disagree, encoded colon, plus for space',
    'Entra',
    'otpauth://totp/Test+Und%2BFirma%3Atest%40firma.onmicrosoft.com?secret=frjlnxsknymgykjx&issuer=Microsoft',
    {
      issuer: 'Microsoft',
      name: 'Test Und+Firma (test@firma.onmicrosoft.com)',
      otp: { secret: 'FRJLNXSKNYMGYKJX' },
      warnings: ['issuers-differ'],
    },
  ),
  read(
    'issuer is an address, prefix a name',
    'Glewlwyd',
    `otpauth://totp/Glewlwyd:alice?secret=${seed}&issuer=https%3A%2F%2Fauth.example.org`,
    { issuer: 'https://auth.example.org', name: 'Glewlwyd (alice)', warnings: ['issuers-differ'] },
  ),
  read(
    'plus for space in label and issuer',
    'stratum',
    `otpauth://totp/Ma+Caisse:Jean+Tremblay?secret=${seed}&issuer=Ma+Caisse`,
    { issuer: 'Ma Caisse', name: 'Jean Tremblay' },
  ),
  read(
    'plus that is a plus, in an e-mail address',
    'many',
    `otpauth://totp/Ma+Caisse:alice+work@example.org?secret=${seed}&issuer=Ma+Caisse`,
    { issuer: 'Ma Caisse', name: 'alice+work@example.org' },
  ),
  read(
    'plus that is a plus, beside %20',
    'stratum',
    `otpauth://totp/A%20b+c:alice?secret=${seed}&issuer=A%20b%2Bc`,
    { issuer: 'A b+c', name: 'alice' },
  ),
  read(
    'label is an address with colons',
    'LemonLDAP::NG',
    `otpauth://totp/https%3A//auth.example.org/:alice?secret=${lower}&issuer=https%3A//auth.example.org/`,
    { issuer: 'https://auth.example.org/', name: 'alice' },
  ),
  read(
    'label is an address, with a port and no issuer',
    'LemonLDAP::NG',
    `otpauth://totp/https%3A//auth.example.org:8443/:alice?secret=${lower}`,
    { issuer: 'https://auth.example.org:8443/', name: 'alice' },
  ),
  read(
    'label is nothing but an address',
    'generators',
    `otpauth://totp/https://auth.example.org:8443/?secret=${seed}`,
    { issuer: '', name: 'https://auth.example.org:8443/' },
  ),
  read('issuer with a colon', 'generators', `otpauth://totp/A:B:alice?secret=${seed}&issuer=A:B`, {
    issuer: 'A:B',
    name: 'alice',
  }),
  read('more colons than one', 'generators', `otpauth://totp/A:B:alice?secret=${seed}`, {
    issuer: 'A:B',
    name: 'alice',
  }),
  read('leading colon', 'FreeOTP+', `otpauth://totp/%3Acool%40example.org?secret=${seed}`, {
    issuer: '',
    name: 'cool@example.org',
  }),
  read(
    'space after the colon',
    'generators',
    `otpauth://totp/Acme:%20alice?secret=${seed}&issuer=Acme`,
    alice,
  ),
  read('empty label', 'generators', `otpauth://totp/?secret=${seed}&issuer=Acme`, {
    issuer: 'Acme',
    name: '',
    warnings: ['name-missing'],
  }),
  read('missing label', 'routers', `otpauth://totp?secret=${seed}`, {
    issuer: '',
    name: '',
    warnings: ['name-missing'],
  }),
  read(
    'raw spaces and accents',
    'noggin',
    `otpauth://totp/Cégep Édouard-Montpetit:élève 1?secret=${seed}&issuer=Cégep Édouard-Montpetit`,
    { issuer: 'Cégep Édouard-Montpetit', name: 'élève 1' },
  ),
  read(
    'percent-encoded bytes that are not UTF-8',
    'hand-made codes',
    `otpauth://totp/C%E9gep:%E9l%E8ve?secret=${seed}`,
    { issuer: 'Cégep', name: 'élève' },
  ),
  read('percent sign that encodes nothing', 'hand-made codes', `otpauth://totp/100%:alice?secret=${seed}`, {
    issuer: '100%',
    name: 'alice',
  }),
  read('unencoded # in the account', 'Ente', `otpauth://totp/Acme:alice#2?secret=${seed}&issuer=Acme`, {
    issuer: 'Acme',
    name: 'alice#2',
  }),
  read('unencoded # in the issuer', 'Ente', `otpauth://totp/C#Corp:alice?issuer=C#Corp&secret=${seed}`, {
    issuer: 'C#Corp',
    name: 'alice',
  }),
  read(
    '&amp; for &',
    'copies of HTML',
    `otpauth://totp/Acme:alice?secret=${seed}&amp;issuer=Acme&amp;digits=8`,
    { ...alice, otp: { digits: 8 } },
  ),
  read(
    'upper case',
    'alphanumeric QR codes',
    `OTPAUTH://TOTP/ACME:ALICE?SECRET=${seed}&ISSUER=ACME&DIGITS=8`,
    { issuer: 'ACME', name: 'ALICE', otp: { digits: 8 } },
  ),
  read(
    'algorithm=HmacSHA1',
    'Keycloak',
    `otpauth://totp/Acme:alice?secret=${seed}&algorithm=HmacSHA1`,
    alice,
  ),
  read('algorithm=HmacSHA256', 'Keycloak', `otpauth://totp/Acme:alice?secret=${seed}&algorithm=HmacSHA256`, {
    ...alice,
    otp: { algorithm: 'SHA256' },
  }),
  read('algorithm=SHA-256', 'generators', `otpauth://totp/Acme:alice?secret=${seed}&algorithm=SHA-256`, {
    ...alice,
    otp: { algorithm: 'SHA256' },
  }),
  read('algorithm=sha1', 'generators', `otpauth://totp/Acme:alice?secret=${seed}&algorithm=sha1`, alice),
  read(
    'algorithm=Algorithm.sha512',
    'Ente',
    `otpauth://totp/Acme:alice?secret=${seed}&algorithm=Algorithm.sha512`,
    { ...alice, otp: { algorithm: 'SHA512' } },
  ),
  refused(
    'unknown algorithm',
    '2FAS, Raivo',
    `otpauth://totp/Acme:alice?secret=${seed}&algorithm=MD5`,
    'algorithm-unknown',
  ),
  refused(
    'algorithm of another length',
    '2FAS, Raivo',
    `otpauth://totp/Acme:alice?secret=${seed}&algorithm=SHA384`,
    'algorithm-unknown',
  ),
  read('empty algorithm', 'generators', `otpauth://totp/Acme:alice?secret=${seed}&algorithm=`, {
    ...alice,
    warnings: ['algorithm-assumed'],
  }),
  read('algo for algorithm', 'Aegis', `otpauth://totp/Acme:alice?secret=${seed}&algo=SHA256`, {
    ...alice,
    warnings: ['algorithm-assumed'],
  }),
  read('5 digits', 'banks', `otpauth://totp/Acme:alice?secret=${seed}&digits=5`, {
    ...alice,
    otp: { digits: 5 },
  }),
  read('8 digits', 'Keycloak', `otpauth://totp/Acme:alice?secret=${seed}&digits=8`, {
    ...alice,
    otp: { digits: 8 },
  }),
  read('11 digits', 'generators', `otpauth://totp/Acme:alice?secret=${seed}&digits=11`, {
    ...alice,
    warnings: ['digits-assumed'],
  }),
  read('digits that are no number', 'generators', `otpauth://totp/Acme:alice?secret=${seed}&digits=six`, {
    ...alice,
    warnings: ['digits-assumed'],
  }),
  read('empty digits', 'generators', `otpauth://totp/Acme:alice?secret=${seed}&digits=`, {
    ...alice,
    warnings: ['digits-assumed'],
  }),
  read('period of 15 s', 'Vital Team', `otpauth://totp/Acme:alice?secret=${seed}&period=15`, {
    ...alice,
    otp: { periodSeconds: 15 },
  }),
  read('period of 60 s', 'FortiToken', `otpauth://totp/Acme:alice?secret=${seed}&period=60`, {
    ...alice,
    otp: { periodSeconds: 60 },
  }),
  read(
    'period that does not divide a minute',
    'generators',
    `otpauth://totp/Acme:alice?secret=${seed}&period=47`,
    { ...alice, otp: { periodSeconds: 47 } },
  ),
  read('period of 0', 'Aegis', `otpauth://totp/Acme:alice?secret=${seed}&period=0`, {
    ...alice,
    warnings: ['period-assumed'],
  }),
  read('period of more than an hour', 'generators', `otpauth://totp/Acme:alice?secret=${seed}&period=3601`, {
    ...alice,
    warnings: ['period-assumed'],
  }),
  read('period glued to the issuer', 'Ente', `otpauth://totp/X:alice?secret=${seed}&issuer=Xperiod=60`, {
    issuer: 'X',
    name: 'alice',
    otp: { periodSeconds: 60 },
  }),
  read('hotp without a counter', 'generators', `otpauth://hotp/Acme:alice?secret=${seed}`, {
    ...alice,
    otp: { kind: 'hotp', counter: 0 },
    warnings: ['counter-assumed'],
  }),
  read('hotp that starts at 1', 'privacyIDEA', `otpauth://hotp/Acme:alice?secret=${seed}&counter=1`, {
    ...alice,
    otp: { kind: 'hotp', counter: 1 },
  }),
  read(
    'counter beyond 32 bits',
    'servers in use for long',
    `otpauth://hotp/Acme:alice?secret=${seed}&counter=4294967299`,
    { ...alice, otp: { kind: 'hotp', counter: 4_294_967_299 } },
  ),
  read('negative counter', 'generators', `otpauth://hotp/Acme:alice?secret=${seed}&counter=-1`, {
    ...alice,
    otp: { kind: 'hotp', counter: 0 },
    warnings: ['counter-assumed'],
  }),
  read(
    'image, creator, serial',
    'Nextcloud, privacyIDEA',
    `otpauth://totp/Acme:alice?secret=${seed}&image=https://x.example/a.png?size=1&creator=privacyidea&serial=TOTP0001`,
    alice,
  ),
  read(
    'lock, color, icon, codeDisplay, pin',
    'FreeOTP, Ente',
    `otpauth://totp/Acme:alice?secret=${seed}&lock=true&color=FF0000&icon=x&codeDisplay=%7B%22pinned%22%3Atrue%7D&pin=true`,
    alice,
  ),
  read('apple-otpauth:', 'ESUP-OTP', `apple-otpauth://totp/Acme:alice?secret=${seed}&issuer=Acme`, alice),
  read(
    'secret in hexadecimal',
    'Authenticator-Extension',
    'otpauth://totp/Acme:alice?secret=3132333435363738393031323334353637383930',
    { ...alice, warnings: ['secret-hex'] },
  ),
  refused(
    'secret that is a word',
    'google-authenticator#684',
    'otpauth://totp/Acme:alice?secret=plataforma1',
    'secret-character',
  ),
  refused('no secret', 'generators', 'otpauth://totp/Acme:alice?issuer=Acme', 'secret-missing'),
  refused('empty secret', 'generators', 'otpauth://totp/Acme:alice?secret=&issuer=Acme', 'secret-missing'),
  read('secret of ten bits', 'Aegis', 'otpauth://totp/Acme:alice?secret=AA', {
    ...alice,
    otp: { secret: 'AA' },
    warnings: ['secret-short'],
  }),
  read('secret of 80 bits', 'Google, Entra', 'otpauth://totp/Acme:alice?secret=JBSWY3DPEHPK3PXP', {
    ...alice,
    otp: { secret: 'JBSWY3DPEHPK3PXP' },
  }),
  read('secret of 19 characters', '2FAS', 'otpauth://totp/Acme:alice?secret=JBSWY3DPEHPK3PXPABC', {
    ...alice,
    otp: { secret: 'JBSWY3DPEHPK3PXPABC' },
  }),
];
