import { describe, expect, it } from 'vitest';
import { importLimits } from './file-format';
import { type ZipOptions, writeZip } from './testing/write-zip';
import { openZip } from './zip';
import { zipDirectory } from './zip-directory';

const words = 'otpauth://totp/Acme:élise?secret=GEZDGNBVGY3TQOJQ\n'.repeat(400);
const members = [
  { name: 'a/Été.txt', content: words },
  { name: 'stored.bin', content: new Uint8Array([1, 2, 3]), isStored: true },
  { name: 'a/', content: '', isStored: true },
];

async function read(
  bytes: Uint8Array<ArrayBuffer>,
  password: string | null,
  limits = importLimits,
  index = 0,
) {
  const zip = openZip(bytes, limits);
  if (!zip.ok) return zip.failure.code;
  const member = zip.value.members[index];
  if (!member) return 'none';
  const content = await zip.value.read(member, password);
  return content.ok ? new TextDecoder().decode(content.value) : content.failure.code;
}

const kinds: readonly (readonly [string, ZipOptions])[] = [
  ['plain', {}],
  ['of the 64-bit form', { is64: true }],
  ['with a comment', { comment: 'PK\u0005\u0006'.repeat(3) + 'x'.repeat(1000) }],
  ['closed by ZipCrypto', { zipCrypto: 'mot de passé' }],
  ['closed by AES-128', { aes: { password: 'mot de passé', strength: 1, version: 1 } }],
  ['closed by AES-192', { aes: { password: 'mot de passé', strength: 2, version: 2 } }],
  ['closed by AES-256', { aes: { password: 'mot de passé', strength: 3, version: 2 }, is64: true }],
];

describe.each(kinds)('a zip %s', (_, options) => {
  const bytes = writeZip(members, options);
  const isClosed = Boolean(options.zipCrypto ?? options.aes);

  it('gives back its members', async () => {
    const zip = openZip(bytes, importLimits);
    expect(zip.ok && zip.value.members.map(({ name, isFolder }) => [name, isFolder])).toEqual([
      ['a/Été.txt', false],
      ['stored.bin', false],
      ['a/', true],
    ]);
    expect(zip.ok && zip.value.isClosed).toBe(isClosed);
    expect(await read(bytes, 'mot de passé')).toBe(words);
    expect(await read(bytes, 'mot de passé', importLimits, 1)).toBe('\u0001\u0002\u0003');
  });

  it('says that a password is wrong, or missing', async () => {
    if (!isClosed) return expect(await read(bytes, null)).toBe(words);
    for (const password of ['mot de passe', '', null])
      expect(await read(bytes, password)).toBe('file-key-wrong');
  });

  it('never inflates to more than its bound', async () => {
    const limits = { ...importLimits, textBytes: 1000 };
    expect(await read(bytes, 'mot de passé', limits)).toBe('file-too-large');
    expect(await read(bytes, 'mot de passé', { ...importLimits, inflatedBytes: 1000 })).toBe(
      'file-too-large',
    );
  });

  it('is damaged when a byte of its content is', async () => {
    for (const at of [60, 100, 150]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(['file-malformed', 'file-key-wrong']).toContain(await read(changed, 'mot de passé'));
    }
  });
});

it('tells a damaged file of AES from a wrong password', async () => {
  const bytes = writeZip(members, { aes: { password: 'a', strength: 3, version: 2 } });
  bytes[120] = (bytes[120] ?? 0) ^ 1;
  expect(await read(bytes, 'a')).toBe('file-malformed');
  expect(await read(bytes, 'b')).toBe('file-key-wrong');
});

it('counts what all members inflated to', async () => {
  const zip = openZip(writeZip([members[0] ?? [], members[0] ?? []].flat()), {
    ...importLimits,
    inflatedBytes: Math.floor(words.length * 1.5),
  });
  if (!zip.ok) throw new Error(zip.failure.code);
  const [first, second] = zip.value.members;
  expect(first && (await zip.value.read(first, null))).toMatchObject({ ok: true });
  expect(second && (await zip.value.read(second, null))).toMatchObject({
    failure: { code: 'file-too-large' },
  });
});

it('stops for an aborted signal', async () => {
  const zip = openZip(writeZip(members), importLimits);
  const member = zip.ok ? zip.value.members[0] : undefined;
  if (!zip.ok || !member) throw new Error('no member');
  await expect(zip.value.read(member, null, AbortSignal.abort())).rejects.toThrow('abort');
});

it('lists no more members than it may', () => {
  expect(zipDirectory(writeZip(members), 2)).toHaveLength(2);
  expect(zipDirectory(new TextEncoder().encode('PK, but a letter to somebody'), 9)).toBeNull();
});

it('names what it cannot open', async () => {
  const bytes = writeZip(members);
  const directory = Buffer.from(bytes).indexOf('PK\u0001\u0002');
  bytes[directory + 10] = 14;
  expect(await read(bytes, null)).toBe('zip-unknown');
});
