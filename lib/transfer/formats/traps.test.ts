import { describe, expect, it } from 'vitest';
import { importLimits } from '@/lib/transfer/file-format';
import { recogniseFile } from '@/lib/transfer/file-registry';
import { seeFile } from '@/lib/transfer/see-file';
import { rowOf } from '@/tests/imports/corpus';
import { bytesOf, seed } from '@/tests/imports/made/made-file';
import { quietTools, readBy } from '@/tests/imports/read-sample';

/** What every reader has to survive, asked of formats that write a key as text in different ways. */
const writers: readonly (readonly [string, (secret: string) => unknown])[] = [
  [
    'LastPass Authenticator',
    (secret) => ({
      accounts: [{ issuerName: 'I', userName: 'n', secret, timeStep: 30, digits: 6, algorithm: 'SHA1' }],
    }),
  ],
  [
    'Raivo',
    (secret) => [
      {
        issuer: 'I',
        account: 'n',
        secret,
        kind: 'TOTP',
        timer: '30',
        digits: '6',
        algorithm: 'SHA1',
        counter: '0',
      },
    ],
  ],
  ['Duo', (secret) => [{ accountType: 'OtpAccount', name: 'n', otpGenerator: { otpSecret: secret } }]],
  [
    'Enpass',
    (secret) => ({
      items: [
        {
          template_type: 'x',
          title: 'I',
          fields: [
            { type: 'totp', value: secret },
            { type: 'username', value: 'n' },
          ],
        },
      ],
    }),
  ],
  ['LastPass', (secret) => `url,username,password,totp,extra,name,grouping,fav\n,n,,"${secret}",,I,,0\n`],
  [
    'KeePass',
    (secret) =>
      `<KeePassFile><Root><Group><Entry><String><Key>Title</Key><Value>I</Value></String><String><Key>UserName</Key><Value>n</Value></String><String><Key>TimeOtp-Secret-Base32</Key><Value>${secret}</Value></String></Entry></Group></Root></KeePassFile>`,
  ],
];

async function read(content: unknown) {
  const found = await readBy(seeFile('file', bytesOf(content), importLimits));
  if (!found.ok) throw new Error(found.failure.code);
  return found.value;
}

describe.each(writers)('%s takes a key', (_, write) => {
  it.each([
    ['in lower case', seed.base32.toLowerCase(), seed.base32],
    ['in groups', 'gezd gnbv-gy3t qojq GEZDGNBVGY3TQOJQ', seed.base32],
    ['padded', 'GEZDGNBVGY3TQOI=', 'GEZDGNBVGY3TQOI'],
    ['of seventeen characters', 'JDJSKDKDKDKDKDKDK', 'JDJSKDKDKDKDKDKDK'],
    ['of nineteen characters', 'BDKSIEHWBDBBDBDZBZJ', 'BDKSIEHWBDBBDBDZBZJ'],
    ['in hexadecimal, and says so', seed.hex, seed.base32],
  ])('%s', async (how, written, secret) => {
    const { entries, problems } = await read(write(written));
    expect(problems).toEqual([]);
    expect(entries.map(({ otp }) => otp.secret)).toEqual([secret]);
    expect(entries[0]?.attention?.map(({ code }) => code) ?? []).toEqual(
      how.includes('hexadecimal') ? ['secret-hex'] : [],
    );
  });

  it('and leaves out the entry, not the file, where it is none', async () => {
    const { entries, problems } = await read(write('1!'));
    expect(entries).toEqual([]);
    expect(problems).toMatchObject([{ failure: { code: 'secret-character' } }]);
  });
});

describe('parameters', () => {
  const account = {
    issuerName: 'I',
    userName: 'n',
    secret: seed.base32,
    timeStep: 30,
    digits: 6,
    algorithm: 'SHA1',
  };
  it.each([
    [{}, `totp|I|n|${seed.base32}|SHA1|6|30`],
    [{ algorithm: null }, `totp|I|n|${seed.base32}|SHA1|6|30|! assumed-algorithm`],
    [{ digits: undefined }, `totp|I|n|${seed.base32}|SHA1|6|30|! assumed-digits`],
    [{ timeStep: 0 }, `kept|I|n|${seed.base32}|period 0|! kept`],
    [{ digits: 0 }, `kept|I|n|${seed.base32}|digits 0|! kept`],
    [{ algorithm: 'SHA384' }, `kept|I|n|${seed.base32}|SHA384|! kept`],
    [{ algorithm: 'MD5', digits: 11 }, `kept|I|n|${seed.base32}|MD5, digits 11|! kept`],
    [{ secret: '' }, 'secret-missing'],
  ])('%j are kept or said, never changed in silence', async (change, row) => {
    const { entries, problems } = await read({ accounts: [{ ...account, ...change }] });
    expect([...entries.map(rowOf), ...problems.map(({ failure }) => failure.code)]).toEqual([row]);
  });

  it.each([
    ['a file of iOS', { version: 1 }],
    ['a byte-order mark', {}],
  ])('%s is no other format', async (_, more) => {
    const text = `\ufeff${JSON.stringify({ ...more, accounts: [account] }, null, 2).replaceAll('\n', '\r\n')}`;
    expect((await read(text)).entries).toHaveLength(1);
  });
});

it('says how many entries are more than may be read', async () => {
  const rows = Array.from({ length: 9 }, (_, at) => `,n${at},,${seed.base32},,I,,0`);
  const file = seeFile(
    'file',
    bytesOf(`url,username,password,totp,extra,name,grouping,fav\n${rows.join('\n')}`),
    importLimits,
  );
  const found = await recogniseFile(file)?.read(
    file,
    null,
    quietTools({ limits: { ...importLimits, entries: 4 } }),
  );
  expect(found?.ok && found.value.entries).toHaveLength(4);
  expect(found?.ok && found.value.problems).toEqual([
    { where: '', failure: { code: 'file-too-many', details: { count: '5' } } },
  ]);
});

it('names an entry that is left out in one line that shows what it is', async () => {
  const account = {
    accountType: 'OtpAccount',
    name: `I\u202e\n${'x'.repeat(1000)}`,
    otpGenerator: { otpSecret: '1!' },
  };
  const { problems } = await read([account]);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.where).toMatch(/^I x{298}$/);
});
