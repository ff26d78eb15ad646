import type { Sample } from './corpus';

const deno = 'totp|Deno|Mason|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|6|30';
const spdx = 'totp|SPDX|James|5OM4WOOGPLQEF6UGN3CPEOOLWU|SHA256|7|20';
const airbnb = 'totp|Airbnb|Elijah|7ELGJSGXNCCTV3O6LKJWYFV2RA|SHA512|8|50';
const issuu = 'hotp|Issuu|James|YOOMIXWS5GN6RTBPUFFWKTW5M4|SHA1|6|1';
const airCanada = 'hotp|Air Canada|Benjamin|KUVJJOM753IHTNDSZVCNKL7GII|SHA256|7|50';
const wwe = 'hotp|WWE|Mason|5VAML3X35THCEBVRLV24CGBKOY|SHA512|8|10300';
const boeing = 'steam|Boeing|Sophia|JRZCL47CMXVOQMNPZR2F7J4RGI';
const family = [deno, spdx, airbnb, issuu, airCanada, wwe, boeing];

/** Schema 2 says no kind, and neither period nor counter of what was counted. */
const twoFasSchema2 = [
  `${deno}|! assumed-kind`,
  `${airbnb}|! assumed-kind`,
  'totp|Issuu|James|YOOMIXWS5GN6RTBPUFFWKTW5M4|SHA1|6|30|! assumed-kind,assumed-period',
  'totp|WWE|Mason|5VAML3X35THCEBVRLV24CGBKOY|SHA512|8|30|! assumed-kind,assumed-period',
];
const keePass =
  'totp|KeePassXC|keepassxc|FSFSFSFSEFEFEF|SHA1|6|30|note KeePassXC password manager|pinned|sites https://keepassxc.org,https://github.com';

/** Formats of lib/transfer/formats. */
export const firstSamples: readonly Sample[] = [
  { path: 'aegis-family/aegis_plain.json', format: 'aegis', rows: family },
  {
    path: 'aegis-family/aegis_plain_grouped_v2.json',
    format: 'aegis',
    rows: [
      `${deno}|tags group1`,
      spdx,
      `${airbnb}|tags group1`,
      `${issuu}|tags group2`,
      airCanada,
      wwe,
      boeing,
    ],
  },
  { path: 'aegis-family/aegis_encrypted.json', format: 'aegis', password: 'test', rows: family },
  {
    path: 'aegis-family/2fas_authenticator.json',
    format: '2fas',
    // Schema 1 says nothing of the codes: what the app made of it then.
    rows: [deno, spdx, airbnb, issuu, airCanada, wwe].map(
      (row) =>
        `${row.split('|').slice(0, 4).join('|').replace('hotp', 'totp')}|SHA1|6|30|! assumed-kind,assumed-algorithm,assumed-digits,assumed-period`,
    ),
  },
  { path: 'aegis-family/2fas_authenticator_plain.2fas', format: '2fas', rows: twoFasSchema2 },
  {
    path: 'aegis-family/2fas_authenticator_encrypted.2fas',
    format: '2fas',
    password: 'test',
    rows: twoFasSchema2,
  },
  {
    path: 'aegis-family/2fas_authenticator_plain_v4.2fas',
    format: '2fas',
    rows: [deno, issuu, airCanada, wwe, boeing],
  },
  {
    path: 'aegis-family/2fas_authenticator_encrypted_v4.2fas',
    format: '2fas',
    password: 'test',
    rows: [deno, issuu, airCanada, wwe, boeing],
  },
  { path: 'aegis-family/andotp_plain.json', format: 'andotp', rows: family },
  { path: 'aegis-family/andotp_encrypted.bin', format: 'andotp-closed', password: 'test', rows: family },
  {
    path: 'aegis-family/andotp_encrypted_old.bin',
    format: 'andotp-closed',
    byHand: true,
    password: 'test',
    rows: [deno, spdx, airbnb, issuu, airCanada, wwe],
  },
  {
    path: 'aegis-family/bitwarden.json',
    format: 'bitwarden',
    rows: [deno, spdx, airbnb, 'steam|Test Steam||JRZCL47CMXVOQMNPZR2F7J4RGI'],
  },
  {
    path: 'aegis-family/bitwarden.csv',
    format: 'bitwarden-csv',
    rows: [deno, spdx, airbnb, 'steam|Test 4||JRZCL47CMXVOQMNPZR2F7J4RGI'],
  },
  { path: 'bitwarden-encrypted/pbkdf2.json', format: 'bitwarden', password: 'a', rows: [keePass] },
  { path: 'bitwarden-encrypted/argon2id.json', format: 'bitwarden', password: 'a', rows: [keePass] },
  {
    path: 'bitwarden-encrypted/plain-of-the-same-kind.json',
    format: 'bitwarden',
    rows: [
      'totp|Google|myusername@gmail.com|DFDFDEF|SHA1|6|30|note 1st line of note text\n2nd Line of note text|tags My Folder|pinned|sites https://mail.google.com,https://google.com,https://gmail.com',
    ],
  },
  {
    path: 'aegis-family/ente_auth.txt',
    format: 'otpauth',
    rows: [airCanada, airbnb, boeing, deno, issuu, spdx, wwe],
  },
  {
    path: 'ente/expected-plain.txt',
    format: 'otpauth',
    rows: [
      'hotp|HOTPISSUER|HOTPACCOUNT|ASECRET|SHA1|6|1',
      'totp|MYISSUER|MYLABEL|MYSECRET|SHA1|6|30',
      'steam|Steam|STEAMACCOUNT|STEAMSECRET',
    ],
  },
  {
    path: 'ente/encrypted-low-memory.txt',
    format: 'ente',
    password: 'password',
    rows: [
      'hotp|dfdf|adfasdf|ASDFADF|SHA1|6|1|note adsfadsfadfad',
      'totp|issuertest|accountest|SECRETDATA|SHA256|6|30|note somnotes|tags a tag',
      'steam|steam|steam|AAAAAAAAA',
    ],
  },
  {
    path: 'aegis-family/proton_authenticator.json',
    format: 'proton-authenticator',
    rows: [deno, spdx, airbnb],
  },
  { path: 'aegis-family/stratum_plain.json', format: 'stratum', rows: family },
  { path: 'aegis-family/stratum_encrypted.bin', format: 'stratum', password: 'test', rows: family },
  { path: 'aegis-family/stratum_encrypted_legacy.bin', format: 'stratum', password: 'test', rows: family },
  { path: 'aegis-family/plain.txt', format: 'otpauth', rows: family },
  {
    path: 'google-migration/example_export.txt',
    format: 'otpauth',
    rows: [
      'totp|raspberrypi|pi@raspberrypi|7KSQL2JTUDIS5EF65KLMRQIIGY|SHA1|6|30',
      'totp||pi@raspberrypi|7KSQL2JTUDIS5EF65KLMRQIIGY|SHA1|6|30',
      'totp||pi@raspberrypi|7KSQL2JTUDIS5EF65KLMRQIIGY|SHA1|6|30',
      'totp|raspberrypi|pi@raspberrypi|7KSQL2JTUDIS5EF65KLMRQIIGY|SHA1|6|30',
      'hotp||hotp demo|7KSQL2JTUDIS5EF65KLMRQIIGY|SHA1|6|4',
      'totp|encoding|¿äÄéÉ? (demo)|7KSQL2JTUDIS5EF65KLMRQIIGY|SHA1|6|30',
    ],
  },
  {
    path: 'google-migration/plus_problem.txt',
    format: 'otpauth',
    rows: [
      'totp|SerenityLabs|test1@serenitylabs.co.uk|A4RFDYMF4GSLUIBQV4ZP67OJEZ2XUQVM|SHA1|6|30',
      'totp|SerenityLabs|test2@serenitylabs.co.uk|SCDDZ7PW5MOZLE3PQCAZM7L4S35K3UDX|SHA1|6|30',
      'totp|SerenityLabs|test3@serenitylabs.co.uk|TR76272RVYO6EAEY2FX7W7R7KUDEGPJ4|SHA1|6|30',
      'totp|SerenityLabs|test4@serenitylabs.co.uk|N2ILWSXSJUQUB7S6NONPJSC62NPG7EXN|SHA1|6|30',
    ],
  },
  {
    path: 'pskc/rfc6030-figure2.pskcxml',
    format: 'pskc',
    rows: ['hotp|Issuer-A|12345678|GEZDGNA|SHA1|6|0|! assumed-digits,assumed-counter'],
  },
  {
    path: 'pskc/rfc6030-figure3.pskcxml',
    format: 'pskc',
    rows: ['hotp|Issuer|jsmith|GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ|SHA1|8|0'],
  },
  {
    path: 'pskc/rfc6030-figure6.pskcxml',
    format: 'pskc',
    password: '12345678901234567890123456789012',
    rows: ['hotp|Issuer|987654321|GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ|SHA1|8|0'],
  },
  {
    path: 'pskc/rfc6030-figure7.pskcxml',
    format: 'pskc',
    password: 'qwerty',
    rows: ['hotp|Example-Issuer|987654321|GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ|SHA1|8|0|! assumed-counter'],
  },
];
