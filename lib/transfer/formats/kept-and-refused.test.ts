import { describe, expect, it } from 'vitest';
import { utf8 } from '@/lib/crypto/bytes';
import { importLimits } from '@/lib/transfer/file-format';
import { recogniseFile } from '@/lib/transfer/file-registry';
import { seeFile } from '@/lib/transfer/see-file';
import { rowOf } from '@/tests/imports/corpus';
import { quietTools, readBy } from '@/tests/imports/read-sample';

const fileOf = (content: unknown) =>
  seeFile('file', utf8(typeof content === 'string' ? content : JSON.stringify(content)), importLimits);
const aegisOf = (...entries: readonly object[]) => ({
  version: 1,
  header: { slots: null, params: null },
  db: { version: 3, entries, groups: [{ uuid: 'g', name: 'Work' }] },
});
const entry = (info: object, more: object = {}) => ({ type: 'totp', name: 'n', issuer: 'I', info, ...more });
const secret = '4SJHB4GSD43FZBAI7C2HLRJGPQ';

async function rowsOf(content: unknown): Promise<readonly string[]> {
  const read = await readBy(fileOf(content));
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.entries.map(rowOf);
}

describe('what cannot be computed is kept, never changed to what can', () => {
  it.each([
    [{ secret, algo: 'SHA384', digits: 6, period: 30 }, 'SHA384'],
    [{ secret, algo: 'MD5', digits: 6, period: 30 }, 'MD5'],
    [{ secret, algo: 'SHA1', digits: 0, period: 30 }, 'digits 0'],
    [{ secret, algo: 'SHA1', digits: 6, period: 0 }, 'period 0'],
    [{ secret, algo: 'SHA1', digits: 12, period: 30 }, 'digits 12'],
    [{ secret, algo: 'SHA1', digits: 0, period: 0 }, 'digits 0, period 0'],
  ])('%j', async (info, what) => {
    expect(await rowsOf(aegisOf(entry(info)))).toEqual([`kept|I|n|${secret}|${what}|! kept`]);
  });

  it('an address says all of it, and the entry of the file is beside it', async () => {
    const read = await readBy(fileOf(aegisOf(entry({ secret, algo: 'SHA384', digits: 6, period: 30 }))));
    const otp = read.ok ? read.value.entries[0]?.otp : undefined;
    expect(otp).toMatchObject({
      kind: 'kept',
      address: `otpauth://totp/I:n?secret=${secret}&issuer=I&algorithm=SHA384&digits=6&period=30`,
      format: 'aegis',
    });
    expect(JSON.parse((otp as { raw: string }).raw)).toMatchObject({ info: { algo: 'SHA384' } });
  });

  it('of a list, the line as it was', async () => {
    const line = `otpauth://totp/I:n?secret=${secret}&issuer=I&algorithm=SHA224&digits=6&period=30&image=x`;
    const read = await readBy(fileOf(line));
    expect(read.ok && read.value.entries[0]?.otp).toMatchObject({
      kind: 'kept',
      what: 'SHA224',
      address: line,
    });
  });

  it.each([
    [`otpauth://totp/a?secret=${secret}&digits=0`, 'digits 0'],
    [`otpauth://totp/a?secret=${secret}&period=9999`, 'period 9999'],
    [`otpauth://blah/a?secret=${secret}`, 'BLAH'],
    ['motp://a?secret=0123456789abcdef', 'PIN'],
  ])('%s', async (line, what) => {
    expect((await rowsOf(line))[0]).toMatch(new RegExp(`^kept\\|\\|a\\|.*\\|${what}\\|`));
  });

  it('a Google export that names MD5', async () => {
    // secret 1 byte string, name, algorithm 4, digits 1, type 2
    const message = Buffer.concat([
      Buffer.from([0x0a, 10]),
      Buffer.from('0123456789'),
      Buffer.from([0x12, 1]),
      Buffer.from('n'),
      Buffer.from([0x20, 4, 0x28, 1, 0x30, 2]),
    ]);
    const data = Buffer.concat([Buffer.from([0x0a, message.length]), message]).toString('base64');
    const [row] = await rowsOf(`otpauth-migration://offline?data=${encodeURIComponent(data)}`);
    expect(row).toBe('kept||n|GAYTEMZUGU3DOOBZ|MD5|! kept');
  });
});

describe('what a file does not say is said', () => {
  it('of Aegis, each field that is missing', async () => {
    expect(await rowsOf(aegisOf(entry({ secret })))).toEqual([
      `totp|I|n|${secret}|SHA1|6|30|! assumed-algorithm,assumed-digits,assumed-period`,
    ]);
  });

  it('but nothing of an address, whose format defines what is left out', async () => {
    expect(await rowsOf(`otpauth://totp/I:n?secret=${secret}`)).toEqual([`totp|I|n|${secret}|SHA1|6|30`]);
    expect(await rowsOf(`otpauth://hotp/I:n?secret=${secret}`)).toEqual([
      `hotp|I|n|${secret}|SHA1|6|0|! assumed-counter`,
    ]);
  });
});

describe('one bad entry never costs another', () => {
  it('in a JSON', async () => {
    const good = entry({ secret, algo: 'SHA1', digits: 6, period: 30 });
    const read = await readBy(
      fileOf(aegisOf(good, entry({ secret: '' }), entry({ secret: '!!' }), 7 as never, good)),
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        entries: [{ issuer: 'I' }, { issuer: 'I' }],
        problems: [
          { where: 'I · n', failure: { code: 'secret-missing' } },
          { where: 'I · n', failure: { code: 'secret-character' } },
          { where: '4', failure: { code: 'secret-missing' } },
        ],
      },
    });
  });

  it('in a list, which skips comments and what Ente had in its trash', async () => {
    const display = encodeURIComponent(JSON.stringify({ trashed: true }));
    const text = [
      '\ufeff# a comment',
      '',
      `otpauth://totp/I:n?secret=${secret}`,
      'nonsense',
      `otpauth://totp/I:n?secret=${secret}&codeDisplay=${display}`,
      'steam://JRZCL47CMXVOQMNPZR2F7J4RGI',
    ].join('\r\n');
    expect(await readBy(fileOf(text))).toMatchObject({
      ok: true,
      value: {
        entries: [{ issuer: 'I' }, { issuer: 'Steam' }],
        problems: [{ where: '4', failure: { code: 'uri-malformed' } }],
        notes: [{ code: 'trash-left', details: { count: '1' } }],
      },
    });
  });

  it('beyond the limit: how many is said', async () => {
    const format = recogniseFile(fileOf(aegisOf()));
    const many = aegisOf(
      ...Array.from({ length: 30 }, () => entry({ secret, algo: 'SHA1', digits: 6, period: 30 })),
    );
    const tools = quietTools({ limits: { ...importLimits, entries: 10 } });
    expect(await format?.read(fileOf(many), null, tools)).toMatchObject({
      ok: true,
      value: { problems: [{ failure: { code: 'file-too-many', details: { count: '20' } } }] },
    });
  });
});

describe('before anything is derived', () => {
  const slot = { type: 1, n: 32768, r: 8, p: 1, salt: '', key: '', key_params: {} };
  const needsOf = (content: unknown) => {
    const file = fileOf(content);
    return recogniseFile(file)?.needs(file);
  };
  const bitwarden = {
    encrypted: true,
    passwordProtected: true,
    salt: 'x',
    encKeyValidation_DO_NOT_EDIT: '',
    data: '',
  };

  it('a file that asks for too much is refused', () => {
    const closed = (more: object) => ({ header: { slots: [{ ...slot, ...more }] }, db: '' });
    expect(needsOf(closed({ n: 2 ** 24 }))).toMatchObject({ failure: { code: 'file-cost' } });
    expect(needsOf(closed({ n: 3 }))).toMatchObject({ failure: { code: 'file-malformed' } });
    expect(needsOf({ ...bitwarden, kdfType: 0, kdfIterations: 20_000_000 })).toMatchObject({
      failure: { code: 'file-cost' },
    });
    const argon = { ...bitwarden, kdfType: 1, kdfIterations: 3, kdfParallelism: 4 };
    expect(needsOf({ ...argon, kdfMemory: 2048 })).toMatchObject({ failure: { code: 'file-cost' } });
    expect(needsOf({ ...argon, kdfMemory: 512 })).toMatchObject({ value: { memoryMiB: 512 } });
    const ente = {
      version: 1,
      encryptedData: '',
      encryptionNonce: '',
      kdfParams: { memLimit: 2 ** 30, opsLimit: 4 },
    };
    expect(needsOf(ente)).toMatchObject({ value: { memoryMiB: 1024 } });
    expect(needsOf({ ...ente, kdfParams: { memLimit: 2 ** 30, opsLimit: 40 } })).toMatchObject({
      failure: { code: 'file-cost' },
    });
  });

  it('what opens only elsewhere is explained', () => {
    expect(needsOf({ encrypted: true, encKeyValidation_DO_NOT_EDIT: '2.x', items: [] })).toMatchObject({
      failure: { code: 'file-elsewhere' },
    });
    expect(needsOf({ header: { slots: [{ ...slot, type: 2 }] }, db: '' })).toMatchObject({
      failure: { code: 'file-no-password' },
    });
    expect(needsOf({ version: 2, entries: [] })).toMatchObject({ failure: { code: 'file-newer' } });
  });
});

describe('text as Windows tools write it', () => {
  const line = `otpauth://totp/Caf%C3%A9:n?secret=${secret}`;
  it.each([
    [
      'UTF-16, little end first',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${line}\r\n`, 'utf16le')]),
    ],
    [
      'UTF-16, big end first',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(`${line}\r\n`, 'utf16le').swap16()]),
    ],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${line}\r\n`)],
  ])('%s', async (_name, bytes) => {
    const read = await readBy(seeFile('x', new Uint8Array(bytes), importLimits));
    expect(read.ok && read.value.entries.map(rowOf)).toEqual([`totp|Café|n|${secret}|SHA1|6|30`]);
  });
});
