import { type KdbxOptions, writeKdbx } from '@/lib/transfer/testing/write-kdbx';
import { type MadeFile, address, addressRow, bytesOf, seed } from './made-file';

type Fields = Readonly<Record<string, string>>;

/** `{{…}}` for what the database closes once more. */
const entry = (fields: Fields, history = '') =>
  `<Entry><UUID>AAAA</UUID>${Object.entries(fields)
    .map(([name, value]) => {
      const isClosed = value.startsWith('{{');
      return `<String><Key>${name}</Key><Value${isClosed ? ' Protected="True"' : ''}>${value.replaceAll('&', '&amp;')}</Value></String>`;
    })
    .join('')}${history}</Entry>`;

/** Every way of keeping a code that KeePass's programs and plug-ins have. */
const database = (close: (text: string) => string) => `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<KeePassFile><Meta><Generator>x</Generator><RecycleBinUUID>QklOQklOQklOQklOQklOQg==</RecycleBinUUID></Meta><Root>
<Group><UUID>Ug==</UUID><Name>Database</Name>
${entry({ Title: 'Acme', UserName: 'alice', Password: close('x'), URL: 'https://acme.example', Notes: 'mine', otp: close(address) }, `<History>${entry({ Title: 'Before', Password: close('y'), otp: close(address) })}</History>`)}
${entry({ Title: 'KeeOtp', UserName: 'a', otp: `key=${seed.base32}&size=8&step=60&otpHashMode=Sha512` })}
${entry({ Title: 'KeeOtp counted', UserName: 'a', otp: `key=${seed.hex}&encoding=hex&type=Hotp&counter=4` })}
<Group><UUID>Rw==</UUID><Name>Web</Name><Group><UUID>Rx==</UUID><Name>Mail</Name>
${entry({ Title: 'KeePass', UserName: 'a', 'TimeOtp-Secret': close(seed.text), 'TimeOtp-Algorithm': 'HMAC-SHA-256', 'TimeOtp-Length': '8', 'TimeOtp-Period': '60' })}
${entry({ Title: 'KeePass counted', UserName: 'a', 'HmacOtp-Secret-Hex': close(seed.hex), 'HmacOtp-Counter': '12' })}
${entry({ Title: 'Tray', UserName: 'a', 'TOTP Seed': close(seed.base32), 'TOTP Settings': '30;8' })}
${entry({ Title: 'Tray Steam', UserName: 'a', 'TOTP Seed': close(seed.base32), 'TOTP Settings': '30;S' })}
${entry({ Title: 'Odd', UserName: 'a', 'TOTP Seed': close(seed.base32), 'TOTP Settings': '0;99' })}
${entry({ Title: 'Broken', UserName: 'a', 'HmacOtp-Secret-Hex': 'xyz' })}
${entry({ Title: 'Password', UserName: 'a', Password: close('only') })}
</Group></Group>
<Group><UUID>QklOQklOQklOQklOQklOQg==</UUID><Name>Recycle Bin</Name>${entry({ Title: 'Gone', otp: close(address) })}<Group><UUID>Wg==</UUID><Name>Deep</Name>${entry({ Title: 'Gone too', otp: close(address) })}</Group></Group>
</Group></Root></KeePassFile>`;

const key = seed.base32;
const rows = [
  `${addressRow}|note mine|sites https://acme.example`,
  `totp|KeeOtp|a|${key}|SHA512|8|60`,
  `hotp|KeeOtp counted|a|${key}|SHA1|6|4`,
  `totp|KeePass|a|${key}|SHA256|8|60|tags Web/Mail`,
  `hotp|KeePass counted|a|${key}|SHA1|6|12|tags Web/Mail`,
  `totp|Tray|a|${key}|SHA1|8|30|tags Web/Mail`,
  `steam|Tray Steam|a|${key}|tags Web/Mail`,
  `kept|Odd|a|${key}|digits 99, period 0|tags Web/Mail|! kept`,
];
const outcome = { rows, problems: ['entry-malformed'], notes: ['items-without-code', 'trash-left'] };

const made = (name: string, options: KdbxOptions): MadeFile => ({
  name: `${name}.kdbx`,
  format: 'keepass',
  password: 'quatre mots',
  bytes: writeKdbx(
    database((text) => `{{${text}}}`),
    'quatre mots',
    options,
  ),
  ...outcome,
});

export const madeKeePass: readonly MadeFile[] = [
  made('aes, argon2id', {}),
  made('aes, argon2d, as it is', { kdf: 'argon2d', isCompressed: false }),
  made('chacha20, aes-kdf', { cipher: 'chacha20', kdf: 'aes' }),
  made('version 3', { version: 3, kdf: 'aes' }),
  { name: 'keepass.xml', format: 'keepass-xml', bytes: bytesOf(database((text) => text)), ...outcome },
];
