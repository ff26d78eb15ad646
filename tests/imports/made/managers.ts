import { writeZip } from '@/lib/transfer/testing/write-zip';
import { type MadeFile, address, addressRow, bytesOf, seed } from './made-file';

const keyRow = `${seed.base32}|SHA1|6|30`;

const protonPass = {
  version: '1.29.0',
  userId: 'x',
  encrypted: false,
  vaults: {
    a: {
      name: 'Personal',
      items: [
        {
          state: 1,
          pinned: true,
          data: {
            metadata: { name: 'Acme', note: 'mine' },
            type: 'login',
            content: {
              itemUsername: 'alice',
              itemEmail: 'a@acme.example',
              urls: ['https://acme.example/x'],
              totpUri: address,
            },
            extraFields: [
              { fieldName: 'second', type: 'totp', data: { totpUri: seed.base32 } },
              { fieldName: 'x', type: 'text', data: { content: 'y' } },
            ],
          },
        },
        {
          state: 2,
          data: { metadata: { name: 'Old' }, type: 'login', content: { totpUri: address }, extraFields: [] },
        },
        { state: 1, data: { metadata: { name: 'Note' }, type: 'note', content: {}, extraFields: [] } },
      ],
    },
  },
};
const protonRows = [
  `${addressRow}|note mine|tags Personal|pinned|sites https://acme.example`,
  `totp|Acme|alice (second)|${keyRow}|note mine|tags Personal|pinned|sites https://acme.example`,
];

const onePux = {
  accounts: [
    {
      attrs: { accountName: 'x' },
      vaults: [
        {
          attrs: { name: 'Private' },
          items: [
            {
              uuid: '1',
              favIndex: 1,
              state: 'active',
              overview: {
                title: 'Acme',
                url: 'https://acme.example',
                urls: [{ url: 'https://id.acme.example' }],
                tags: ['Work'],
              },
              details: {
                loginFields: [
                  { designation: 'username', value: 'alice' },
                  { designation: 'password', value: 'x' },
                ],
                notesPlain: '',
                sections: [
                  {
                    title: '',
                    fields: [
                      { title: 'one-time password', id: 'a', value: { totp: seed.base32 } },
                      { title: 'backup', id: 'b', value: { totp: address } },
                    ],
                  },
                ],
              },
            },
            {
              uuid: '2',
              state: 'archived',
              overview: { title: 'Old' },
              details: { sections: [{ fields: [{ title: 'otp', value: { totp: seed.base32 } }] }] },
            },
            {
              uuid: '3',
              trashed: true,
              state: 'trashed',
              overview: { title: 'Gone' },
              details: { sections: [{ fields: [{ value: { totp: seed.base32 } }] }] },
            },
            { uuid: '4', state: 'active', overview: { title: 'Plain' }, details: { sections: [] } },
          ],
        },
      ],
    },
  ],
};

const enpass = {
  folders: [{ uuid: 'f', title: 'Home' }],
  items: [
    {
      title: 'Acme',
      subtitle: 'alice',
      template_type: 'login.default',
      trashed: 0,
      archived: 0,
      favorite: 1,
      folders: ['f'],
      note: '',
      fields: [
        { type: 'username', value: '', label: 'Username' },
        { type: 'email', value: 'a@acme.example', label: 'E-mail' },
        { type: 'url', value: 'https://acme.example', label: 'Website' },
        { type: 'totp', value: seed.base32, label: 'One-time code', deleted: 0 },
        { type: 'totp', value: '', label: 'Other' },
      ],
    },
    {
      title: 'Gone',
      template_type: 'login.default',
      trashed: 1,
      fields: [{ type: 'totp', value: seed.base32 }],
    },
    { title: 'Card', template_type: 'creditcard.default', trashed: 0, fields: [] },
  ],
};

const keycloak = {
  realm: 'cegep',
  displayName: 'Cégep',
  users: [
    {
      username: 'alice',
      credentials: [
        { type: 'password', secretData: '{}', credentialData: '{}' },
        {
          type: 'otp',
          userLabel: 'Téléphone',
          secretData: JSON.stringify({ value: seed.text }),
          credentialData: JSON.stringify({
            subType: 'totp',
            digits: 6,
            counter: 0,
            period: 30,
            algorithm: 'HmacSHA256',
          }),
        },
        {
          type: 'otp',
          secretData: JSON.stringify({ value: seed.base32 }),
          credentialData: JSON.stringify({
            subType: 'hotp',
            digits: 8,
            counter: 5,
            period: 30,
            algorithm: 'HmacSHA1',
            secretEncoding: 'BASE32',
          }),
        },
      ],
    },
    { username: 'bob', credentials: [{ type: 'password', secretData: '{}', credentialData: '{}' }] },
  ],
};

/** As privacyIDEA’s own export writes it: no version, no namespace prefix, everything in clear. */
const privacyIdea = `<?xml version="1.0" encoding="UTF-8"?>
<KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc">
<KeyPackage>
  <DeviceInfo><SerialNo>TOTP0001A2B3</SerialNo></DeviceInfo>
  <Key Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp" Id="TOTP0001A2B3">
    <Issuer>privacyIDEA</Issuer>
    <AlgorithmParameters><ResponseFormat Encoding="DECIMAL" Length="8"/></AlgorithmParameters>
    <Data>
      <Secret><PlainValue>${Buffer.from(seed.text).toString('base64')}</PlainValue></Secret>
      <Counter><PlainValue>0</PlainValue></Counter>
      <TimeInterval><PlainValue>60</PlainValue></TimeInterval>
      <Time><PlainValue>0</PlainValue></Time>
    </Data>
  </Key>
</KeyPackage>
</KeyContainer>`;

/** Password managers and servers. */
export const madeManagers: readonly MadeFile[] = [
  {
    name: 'proton pass.json',
    format: 'proton-pass',
    bytes: bytesOf(protonPass),
    rows: protonRows,
    notes: ['items-without-code', 'trash-left'],
  },
  {
    name: 'proton pass.zip',
    format: 'proton-pass',
    bytes: writeZip([{ name: 'Proton Pass/data.json', content: JSON.stringify(protonPass) }]),
    rows: protonRows,
    notes: ['items-without-code', 'trash-left'],
  },
  {
    name: '1password.1pux',
    format: '1password',
    bytes: writeZip([
      { name: 'export.attributes', content: '{"version":3}' },
      { name: 'export.data', content: JSON.stringify(onePux) },
      { name: 'files/', content: '' },
    ]),
    rows: [
      `totp|Acme|alice (one-time password)|${keyRow}|tags Private,Work|pinned|sites https://acme.example,https://id.acme.example`,
      `${addressRow.replace('alice', 'alice (backup)')}|tags Private,Work|pinned|sites https://acme.example,https://id.acme.example`,
      `totp|Old||${keyRow}|tags Private`,
    ],
    notes: ['items-without-code', 'trash-left'],
  },
  {
    name: 'enpass.json',
    format: 'enpass',
    bytes: bytesOf(enpass),
    rows: [`totp|Acme|a@acme.example|${keyRow}|tags Home|pinned|sites https://acme.example`],
    notes: ['items-without-code', 'trash-left'],
  },
  {
    name: 'keycloak.json',
    format: 'keycloak',
    bytes: bytesOf(keycloak),
    rows: [
      `totp|Cégep|alice|${seed.base32}|SHA256|6|30|note Téléphone`,
      `hotp|Cégep|alice|${seed.base32}|SHA1|8|5`,
    ],
    notes: ['items-without-code'],
  },
  {
    name: 'privacyidea.xml',
    format: 'pskc',
    bytes: bytesOf(privacyIdea),
    rows: [`totp|privacyIDEA|TOTP0001A2B3|${seed.base32}|SHA1|8|60`],
  },
  {
    name: 'page of links.html',
    format: 'html',
    bytes: bytesOf(
      `<!DOCTYPE html><html><body><a href="${address.replaceAll('&', '&amp;')}">Acme</a><p>otpauth://hotp/Vpn:bob?secret=${seed.base32}&#38;counter=3</p><p>${address}</p></body></html>`,
    ),
    rows: [addressRow, `hotp|Vpn|bob|${seed.base32}|SHA1|6|3`],
  },
];
