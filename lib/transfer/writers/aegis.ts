/**
 * Aegis (its docs/vault.md): JSON, plain or closed with a password. Aegis knows every kind of code that Seconde does, notes,
 * favourites and groups, so next to nothing is lost.
 */
import { toBase64 } from '@/lib/crypto/base64';
import { utf8 } from '@/lib/crypto/bytes';
import { sealApart } from '@/lib/crypto/foreign-seal';
import { randomBytes } from '@/lib/crypto/random';
import { wipe } from '@/lib/crypto/wipe';
import { encodeHex } from '@/lib/otp/hex';
import type { KeptOtp, OtpParameters } from '@/lib/otp/parameters';
import { canonical } from './canonical';
import { isComputed } from './losses';
import { keptEntry } from './kept-entry';
import type { ExportFormat, LostPart, WritableAccount, WriteTools } from './export-format';
import { groupsOf } from './groups';

const carries: ReadonlySet<LostPart> = new Set(['note', 'tags', 'some-tags', 'pinned']);
const takesKept = (kept: KeptOtp): boolean => keptEntry(kept, 'aegis') !== null;
const common = { shape: 'file', extension: 'json', leavesOut: () => null, takesKept, carries } as const;

export const aegis: ExportFormat = {
  ...common,
  id: 'aegis',
  isClosed: false,
  write: async (accounts, tools) => [
    textOf({ version: 1, header: { slots: null, params: null }, db: database(accounts, tools) }),
  ],
};

export const aegisEncrypted: ExportFormat = {
  ...common,
  id: 'aegis-encrypted',
  isClosed: true,
  write: async (accounts, tools) => [textOf(await sealed(JSON.stringify(database(accounts, tools)), tools))],
};

function database(accounts: readonly WritableAccount[], { newId }: WriteTools): object {
  const groups = groupsOf(
    accounts.flatMap(({ tags = [] }) => tags),
    newId,
  );
  const entries = accounts.map((account) => ({
    ...(isComputed(account) ? typeAndInfo(canonical(account).otp) : keptEntry(account.otp, 'aegis')),
    uuid: newId(),
    name: account.name,
    issuer: account.issuer,
    note: account.note ?? '',
    favorite: account.pinned === true,
    icon: null,
    groups: (account.tags ?? []).map((tag) => groups.get(tag)),
  }));
  return { version: 3, entries, groups: Array.from(groups, ([name, uuid]) => ({ uuid, name })) };
}

/** What Aegis itself writes for kinds that have no choice. */
function typeAndInfo(otp: OtpParameters): { type: string; info: object } {
  const { secret } = otp;
  switch (otp.kind) {
    case 'totp':
      return {
        type: 'totp',
        info: { secret, algo: otp.algorithm, digits: otp.digits, period: otp.periodSeconds },
      };
    case 'hotp':
      return {
        type: 'hotp',
        info: { secret, algo: otp.algorithm, digits: otp.digits, counter: otp.counter },
      };
    case 'steam':
      return { type: 'steam', info: { secret, algo: 'SHA1', digits: 5, period: 30 } };
    case 'motp':
      return { type: 'motp', info: { secret, algo: 'MD5', digits: 6, period: 10, pin: otp.pin } };
    case 'yandex':
      return { type: 'yandex', info: { secret, algo: 'SHA256', digits: 8, period: 30, pin: otp.pin } };
  }
}

/** Aegis' own cost: 32 MiB. A reader takes it from the file, and Aegis has never asked for more. */
const cost = { n: 1 << 15, r: 8, p: 1 };

/** A master key closes the content, a key made of the password closes the master key. */
async function sealed(content: string, { password, newId }: WriteTools): Promise<object> {
  const [salt, masterKey] = [randomBytes(32), randomBytes(32)];
  const { deriveScrypt } = await import('@/lib/crypto/foreign-kdf');
  const slotKey = await deriveScrypt(utf8(password), salt, cost, 32);
  const slot = await sealApart(slotKey, masterKey);
  const body = await sealApart(masterKey, utf8(content));
  wipe(slotKey, masterKey);
  const { n, r, p } = cost;
  return {
    version: 1,
    header: {
      slots: [
        {
          type: 1,
          uuid: newId(),
          key: encodeHex(slot.ct),
          key_params: { nonce: encodeHex(slot.iv), tag: encodeHex(slot.tag) },
          n,
          r,
          p,
          salt: encodeHex(salt),
          repaired: true,
          is_backup: false,
        },
      ],
      params: { nonce: encodeHex(body.iv), tag: encodeHex(body.tag) },
    },
    db: toBase64(body.ct),
  };
}

function textOf(value: object): string {
  return `${JSON.stringify(value, null, 4)}\n`;
}
