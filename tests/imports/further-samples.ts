import type { Sample } from './corpus';

const deno = 'totp|Deno|Mason|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|6|30';
const spdx = 'totp|SPDX|James|5OM4WOOGPLQEF6UGN3CPEOOLWU|SHA256|7|20';
const airbnb = 'totp|Airbnb|Elijah|7ELGJSGXNCCTV3O6LKJWYFV2RA|SHA512|8|50';
const issuu = 'hotp|Issuu|James|YOOMIXWS5GN6RTBPUFFWKTW5M4|SHA1|6|1';
const airCanada = 'hotp|Air Canada|Benjamin|KUVJJOM753IHTNDSZVCNKL7GII|SHA256|7|50';
const wwe = 'hotp|WWE|Mason|5VAML3X35THCEBVRLV24CGBKOY|SHA512|8|10300';
const boeing = 'steam|Boeing|Sophia|JRZCL47CMXVOQMNPZR2F7J4RGI';
const steam = 'steam|Steam|Sophia|JRZCL47CMXVOQMNPZR2F7J4RGI';

const unsure = (row: string) => `${row}|! counter-unsure`;
/** Files of Authy know neither hash nor period. */
const authy = [
  deno,
  'totp|SPDX|James|5OM4WOOGPLQEF6UGN3CPEOOLWU|SHA1|7|30',
  'totp|Airbnb|Elijah|7ELGJSGXNCCTV3O6LKJWYFV2RA|SHA1|8|30',
];
/** What databases of phones leave of an entry: hash, digits and period are those that everybody takes. */
const plainly = (row: string) => {
  const [, issuer, name, secret] = row.split('|');
  return `totp|${issuer}|${name}|${secret}|SHA1|6|30`;
};
const counted = (row: string) => {
  const parts = row.split('|');
  return [...parts.slice(0, 4), 'SHA1', 6, parts[6]].join('|');
};
const strongboxKey = 'PLW4SB3PQ7MKVXY2MXF4NEXS6Y|SHA1|6|30';

export const furtherSamples: readonly Sample[] = [
  {
    path: 'aegis-family/freeotp.xml',
    format: 'freeotp',
    rows: [unsure(wwe), unsure(issuu), airbnb, deno],
  },
  {
    path: 'aegis-family/freeotp_plus.json',
    format: 'freeotp-plus',
    rows: [unsure(wwe), unsure(airCanada), unsure(issuu), airbnb, spdx, deno],
  },
  {
    path: 'aegis-family/freeotp_v2_api23.xml',
    format: 'freeotp-backup',
    password: 'test',
    rows: [airbnb, wwe, spdx, airCanada, deno, issuu],
  },
  {
    path: 'aegis-family/freeotp_v2_api34.xml',
    format: 'freeotp-backup',
    password: 'test',
    rows: [spdx, wwe, issuu, airbnb, airCanada, deno],
  },
  { path: 'aegis-family/authy_plain.xml', format: 'authy', rows: authy },
  { path: 'aegis-family/authy_encrypted.xml', format: 'authy', password: 'testtest', rows: authy },
  {
    path: 'aegis-family/authenticator_plus.zip',
    format: 'authenticator-plus',
    password: 'testtesttest',
    rows: [deno, spdx, airbnb, issuu, airCanada, wwe, boeing],
  },
  {
    path: 'aegis-family/battle_net_authenticator.xml',
    format: 'battle-net',
    rows: ['totp|Battle.net|US-2211-2050-3346|BMGRXPGFARQQF4GMT25JATL2VYLAHDBI|SHA1|8|30'],
  },
  {
    path: 'aegis-family/duo.json',
    format: 'duo',
    rows: [
      'totp||Mason|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|6|30',
      'hotp||James|YOOMIXWS5GN6RTBPUFFWKTW5M4|SHA1|6|3|! counter-unsure',
    ],
  },
  {
    path: 'aegis-family/google_authenticator.sqlite',
    format: 'google-database',
    rows: [deno, plainly(spdx), plainly(airbnb), issuu, counted(airCanada), counted(wwe)],
  },
  {
    path: 'aegis-family/microsoft_authenticator.sqlite',
    format: 'microsoft-database',
    rows: [deno, spdx, airbnb, issuu, airCanada, wwe, boeing].map(plainly),
  },
  { path: 'aegis-family/steam.json', format: 'steam', rows: [steam] },
  { path: 'aegis-family/steam_old.json', format: 'steam', rows: [steam] },
  {
    path: 'aegis-family/totp_authenticator.bin',
    format: 'totp-authenticator',
    password: 'Testtest1',
    rows: [
      'totp|Deno|mason|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|6|30',
      'totp|SPDX|james|5OM4WOOGPLQEF6UGN3CPEOOLWU|SHA1|7|20',
      'totp|Airbnb|elijah|7ELGJSGXNCCTV3O6LKJWYFV2RA|SHA1|8|50',
    ],
  },
  {
    path: 'lastpass/lastpass.json',
    format: 'lastpass-authenticator',
    rows: [
      'totp|issuer|account name default|BDKSIEHWBDBBDBDZBZJ|SHA1|6|30',
      'totp|other|sha256|JDJSKDKDKDKDKDKDK|SHA256|8|20',
      'totp||sha512 name|JDJDDJDJUEJEBDBFNF|SHA512|6|30',
    ],
  },
  {
    path: 'kdbx/aes256-argon2id.kdbx',
    format: 'keepass',
    password: 'test',
    rows: [
      'totp|Long|Period|JGRMXBLPPYQIFMRBFQDHNP3MPPYQYNUN|SHA1|6|60',
      'totp|Many|Digits|WEV2GHDH4EAU7D5SZGCIQOFBNQ35EHBS|SHA1|9|30',
      // Its name says another hash; its address does not.
      'totp|Sha|256|RJNZJM7PAGJUBG32XHQWHFZVLYOMGIUQ|SHA1|6|30',
      'totp|Sha|512|UW33SR5O4EKTDXNCBBS5FSPUKAYXIWOH|SHA512|6|30',
      'totp|Standard|Totp|54VEGZFJHM3BGDONFERMPUOKNGDJETGM|SHA1|6|30',
      'totp|No username|none|KY2QJPMNQLSGSZE2C5F7AYBLBVEEDHFX|SHA1|6|30',
      'steam|Steam|steam|Y2PO2DPO4AGBS2KQPO5ONQPEBAR2VKMF',
    ],
  },
  {
    path: 'csv/1password_8.csv',
    format: '1password-csv',
    rows: [`totp|Test record 2 with 2FA|Strongbox|${strongboxKey}|note Notes about 2FA record`],
  },
  { path: 'csv/dashlane.csv', format: 'dashlane', rows: [] },
  { path: 'csv/keepassxc.csv', format: 'keepassxc-csv', rows: [] },
  {
    path: 'csv/protonpass.csv',
    format: 'proton-pass-csv',
    rows: [`totp|Test proton 1|Strongbox|${strongboxKey}|tags Personal|sites https://www.website.com`],
  },
  {
    path: 'csv/strongbox.csv',
    format: 'strongbox',
    rows: [
      `totp|TutaNota|Strongbox|${strongboxKey}|note Recovery code for main account: e45f a053 8b7e 127c 302b a816 abc2 739a 9b0c 7393 6adc 123a ff4e 084d 7798 ef26\n\nRecovery code for 2FA:\ne45f a053 8b7e 127c 302b a816 abc2 739a 9b0c 7393 6adc 123a ff4e 084d 7798 ef26`,
    ],
  },
];
