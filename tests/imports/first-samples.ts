import type { Sample } from './corpus';

const deno = 'totp|Deno|Mason|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|6|30';
const spdx = 'totp|SPDX|James|5OM4WOOGPLQEF6UGN3CPEOOLWU|SHA256|7|20';
const airbnb = 'totp|Airbnb|Elijah|7ELGJSGXNCCTV3O6LKJWYFV2RA|SHA512|8|50';
const issuu = 'hotp|Issuu|James|YOOMIXWS5GN6RTBPUFFWKTW5M4|SHA1|6|1';
const airCanada = 'hotp|Air Canada|Benjamin|KUVJJOM753IHTNDSZVCNKL7GII|SHA256|7|50';
const wwe = 'hotp|WWE|Mason|5VAML3X35THCEBVRLV24CGBKOY|SHA512|8|10300';
const boeing = 'steam|Boeing|Sophia|JRZCL47CMXVOQMNPZR2F7J4RGI';
const family = [deno, spdx, airbnb, issuu, airCanada, wwe, boeing];

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
];
