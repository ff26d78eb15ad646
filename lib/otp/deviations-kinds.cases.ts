/** Deviations that concern other kinds of codes than those of the RFCs, and parameters that only look harmless. */
import { type DeviationCase, asks, read, refused, seed } from '@/lib/otp/deviations.cases';

const alice = { issuer: 'Acme', name: 'alice' };
const steam = { issuer: 'Steam', name: 'alice', otp: { kind: 'steam' } };
/** Published with Aegis and KeeYaOtp; the first sixteen bytes are the key, the last twelve bits a checksum. */
const yandexExported = 'LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI';
const yandexKey = 'LA2V6KMCGYMWWVEW64RNP3JA3I';
const yandex = { kind: 'yandex', secret: yandexKey, pin: '7586' };
/** Hexadecimal of 31 32 33 … 38, which is ASCII 12345678. */
const motpHex = '3132333435363738';
const motp = { kind: 'motp', secret: 'GEZDGNBVGY3TQ', pin: '1234' };

export const kindCases: readonly DeviationCase[] = [
  read('host steam', 'Aegis', `otpauth://steam/Steam:alice?secret=${seed}&issuer=Steam`, steam),
  read(
    'encoder=steam',
    'KeePassXC',
    `otpauth://totp/Steam:alice?secret=${seed}&issuer=Steam&encoder=steam`,
    steam,
  ),
  read('Steam by its issuer', 'FreeOTP', `otpauth://totp/Steam:alice?secret=${seed}&issuer=Steam`, steam),
  read(
    'Steam by its prefix, 5 digits',
    'WinAuth',
    `otpauth://totp/Steam:alice?secret=${seed}&digits=5`,
    steam,
  ),
  read(
    'issuer Steam, and six digits written out',
    'hand-made codes',
    `otpauth://totp/Steam:alice?secret=${seed}&issuer=Steam&digits=6`,
    { issuer: 'Steam', name: 'alice' },
  ),
  read('steam://', 'Bitwarden', `steam://${seed}`, {
    issuer: 'Steam',
    otp: { kind: 'steam' },
    warnings: ['name-missing'],
  }),
  refused(
    'Steam with another algorithm',
    'nobody yet',
    `otpauth://steam/Steam:alice?secret=${seed}&algorithm=SHA256`,
    'algorithm-unknown',
  ),

  asks('motp:', 'Mobile-OTP', `motp://Acme:alice?secret=${motpHex}`, 'pin-needed'),
  read('motp: with its PIN', 'exports', `motp://Acme:alice?secret=${motpHex}&pin=GEZDGNA`, {
    ...alice,
    otp: motp,
  }),
  read('motp: with a PIN in digits', 'exports', `MOTP:///Acme:alice?secret=${motpHex}&pin=1234`, {
    ...alice,
    otp: motp,
  }),
  read('host motp', 'exports', `otpauth://motp/Acme:alice?secret=${motpHex}&algorithm=MD5&pin=1234`, {
    ...alice,
    otp: motp,
  }),
  refused('motp: in Base32', 'hand-made codes', `motp://Acme:alice?secret=${seed}`, 'secret-character'),
  refused(
    'motp: half a byte short',
    'hand-made codes',
    `motp://Acme:alice?secret=${motpHex.slice(1)}&pin=1234`,
    'secret-incomplete',
  ),
  refused(
    'motp: with another algorithm',
    'hand-made codes',
    `motp://Acme:alice?secret=${motpHex}&pin=1234&algorithm=SHA1`,
    'algorithm-unknown',
  ),

  asks(
    'host yaotp',
    'Yandex',
    `otpauth://yaotp/alice@yandex.ru?secret=${yandexKey}&name=alice&track_id=1&image=https%3A%2F%2Fx.example`,
    'pin-needed',
  ),
  read('host yaotp with its PIN', 'Aegis', `otpauth://yaotp/alice?secret=${yandexKey}&pin=G42TQNQ`, {
    issuer: 'Yandex',
    name: 'alice',
    otp: yandex,
  }),
  read(
    'yaotp key with its checksum',
    'KeeYaOtp',
    `otpauth://yaotp/yandex.ru:alice?secret=${yandexExported}&algorithm=sha256&digits=8&pin=7586`,
    { issuer: 'yandex.ru', name: 'alice', otp: yandex },
  ),
  refused(
    'yaotp key that was mistyped',
    'hand-made codes',
    `otpauth://yaotp/alice?secret=A${yandexExported.slice(1)}&pin=7586`,
    'secret-incomplete',
  ),
  refused(
    'yaotp key of another length',
    'hand-made codes',
    `otpauth://yaotp/alice?secret=${seed}&pin=7586`,
    'secret-incomplete',
  ),

  asks(
    'half of a two-step key',
    'privacyIDEA',
    `otpauth://totp/Acme:alice?secret=${seed}&2step_salt=8&2step_output=20&2step_difficulty=10000`,
    'uri-two-step',
  ),
  asks(
    'half of a two-step key, by one parameter alone',
    'privacyIDEA',
    `otpauth://hotp/Acme:alice?secret=${seed}&counter=1&2STEP_OUTPUT=20`,
    'uri-two-step',
  ),
  refused(
    'host pipush',
    'privacyIDEA',
    'otpauth://pipush/PIPU0001?url=https%3A//pi.example.org&ttl=10',
    'uri-kind-unsupported',
  ),
  refused(
    'host daypassword',
    'privacyIDEA',
    `otpauth://daypassword/Acme:alice?secret=${seed}&period=24h`,
    'uri-kind-unsupported',
  ),

  read(
    'a second secret, behind an image’s own question mark',
    'Nextcloud',
    `otpauth://totp/Acme:alice?secret=${seed}&image=https://x.example/a.png?a=1&secret=JBSWY3DPEHPK3PXP`,
    alice,
  ),
  read(
    'pin=true, which locks the app it was meant for',
    'privacyIDEA',
    `otpauth://totp/Acme:alice?secret=${seed}&pin=true&tapshow=true`,
    alice,
  ),
  read(
    'codeDisplay whose text holds other parameters',
    'Ente',
    `otpauth://totp/Acme:alice?secret=${seed}&codeDisplay=%7B%22note%22%3A%22digits%3D8%26period%3D60%22%7D`,
    alice,
  ),
  read(
    'period glued to the issuer, after digits',
    'Ente',
    `otpauth://totp/X:alice?secret=${seed}&digits=8&issuer=Xperiod=30`,
    {
      issuer: 'X',
      name: 'alice',
      otp: { digits: 8 },
    },
  ),
  read('unencoded # and accents in the account', 'Ente', `otpauth://totp/Acme:Zoé#1?secret=${seed}`, {
    issuer: 'Acme',
    name: 'Zoé#1',
  }),
  read('apple-otpauth: in upper case', 'ESUP-OTP', `APPLE-OTPAUTH://TOTP/ACME:ALICE?SECRET=${seed}`, {
    issuer: 'ACME',
    name: 'ALICE',
  }),
  read('no slashes', 'hand-made codes', `otpauth:totp/Acme:alice?secret=${seed}`, alice),
  read('10 digits', 'generators', `otpauth://totp/Acme:alice?secret=${seed}&digits=10`, {
    ...alice,
    otp: { digits: 10 },
  }),
  read('period of an hour', 'generators', `otpauth://totp/Acme:alice?secret=${seed}&period=3600`, {
    ...alice,
    otp: { periodSeconds: 3600 },
  }),
];
