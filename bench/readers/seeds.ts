/** Files to begin with, for each row of the registry: real ones where the folder of samples is there, and those written here. */
import type { FileFormat } from '@/lib/transfer/file-format';
import { writeKdbx } from '@/lib/transfer/testing/write-kdbx';
import { hasSamples, sampleFile, samples } from '@/tests/imports/corpus';
import { bytesOf, seed } from '@/tests/imports/made/made-file';
import { madeFiles } from '@/tests/imports/made-here';

export interface Seed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly password: string | null;
}

const entry = {
  dataType: 'OTPStorage',
  encrypted: false,
  hash: 'a',
  index: 0,
  type: 'totp',
  secret: seed.base32,
  issuer: 'I',
  account: 'n',
};
const xml = `<KeePassFile><Root><Group><Entry><String><Key>otp</Key><Value Protected="True">{{${seed.base32}}}</Value></String></Entry></Group></Root></KeePassFile>`;

/** Small, so that a change hits what matters. */
const small: Readonly<Record<string, readonly Seed[]>> = {
  authenticator: [
    { bytes: bytesOf({ a: entry, b: { ...entry, type: 'hotp', counter: 3 } }), password: null },
  ],
  keepass: [
    { bytes: writeKdbx(xml, 'a', { kdf: 'aes', rounds: 2 }), password: 'a' },
    {
      bytes: writeKdbx(xml, 'a', { kdf: 'aes', rounds: 2, isCompressed: false, cipher: 'chacha20' }),
      password: 'a',
    },
    { bytes: writeKdbx(xml, 'a', { version: 3, kdf: 'aes', rounds: 2 }), password: 'a' },
  ],
  otpauth: [
    {
      bytes: bytesOf(
        `# list\notpauth://totp/I:n?secret=${seed.base32}\r\nmotp://n?secret=00112233&pin=1234\n`,
      ),
      password: null,
    },
  ],
  'steam-manifest': [
    { bytes: bytesOf({ encrypted: true, entries: [{ steamid: 1, filename: 'a' }] }), password: null },
  ],
};

/** Empty for a row that nothing is known to be read by. `onlyQuick`: none whose key takes long to derive. */
export async function seedsOf({ id }: FileFormat, onlyQuick = false): Promise<readonly Seed[]> {
  const real = hasSamples && !onlyQuick ? samples.filter(({ format }) => format === id) : [];
  const made = madeFiles.filter(
    ({ format, password }) => format === id && (!onlyQuick || password === undefined),
  );
  return [
    ...(small[id] ?? []),
    ...(id === 'seconde' && !onlyQuick ? await ownBackups() : []),
    ...made.map(({ bytes, password }) => ({ bytes, password: password ?? null })),
    ...real.map(({ path, password }) => ({
      bytes: new Uint8Array(sampleFile(path).bytes),
      password: password ?? null,
    })),
  ].filter(({ bytes }) => bytes.length <= 512 * 1024);
}

/** Seconde’s own, by its own hand: they take a vault to make. */
async function ownBackups(): Promise<readonly Seed[]> {
  const { originals } = await import('../vault/originals.ts');
  const files = (await originals()).filter(({ text }) => text.length < 100_000);
  return files.map(({ text }) => ({ bytes: bytesOf(text), password: 'patate-frite-7' }));
}
