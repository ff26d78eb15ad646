/**
 * 2FAS (its backup of schema 4): JSON, plain or closed with a password. It knows TOTP, HOTP and Steam; of TOTP only the
 * periods and lengths that its own screens offer: its export silently leaves the others out, so ours says so first.
 */
import { toBase64 } from '@/lib/crypto/base64';
import { type Bytes, utf8 } from '@/lib/crypto/bytes';
import { sealForeign } from '@/lib/crypto/foreign-seal';
import { pbkdf2 } from '@/lib/crypto/pbkdf2';
import { randomBytes } from '@/lib/crypto/random';
import { wipe } from '@/lib/crypto/wipe';
import type { KeptOtp, OtpParameters } from '@/lib/otp/parameters';
import { canonical } from './canonical';
import type {
  ComputedAccount,
  ExportFormat,
  LeftOutReason,
  LostPart,
  WritableAccount,
  WriteTools,
} from './export-format';
import { groupsOf } from './groups';
import { keptEntry } from './kept-entry';
import { isComputed } from './losses';

const carries: ReadonlySet<LostPart> = new Set(['tags']);
const takesKept = (kept: KeptOtp): boolean => keptEntry(kept, '2fas') !== null;
const common = { shape: 'file', extension: '2fas', leavesOut, takesKept, carries } as const;

export const twoFas: ExportFormat = {
  ...common,
  id: '2fas',
  isClosed: false,
  write: async (accounts, tools) => {
    const { services, groups } = servicesOf(accounts, tools);
    return [JSON.stringify({ ...head(tools), services, groups })];
  },
};

/** The only cost the format knows, and a low one: the password has to be long. */
const iterations = 10_000;
const saltBytes = 256;

export const twoFasEncrypted: ExportFormat = {
  ...common,
  id: '2fas-encrypted',
  isClosed: true,
  write: async (accounts, tools) => {
    const { services, groups } = servicesOf(accounts, tools);
    const salt = randomBytes(saltBytes);
    const key = await pbkdf2(utf8(tools.password), { hash: 'SHA-256', salt, iterations, length: 32 });
    const servicesEncrypted = await fieldOf(key, salt, JSON.stringify(services));
    const checked = await fieldOf(key, salt, reference);
    wipe(key);
    return [JSON.stringify({ ...head(tools), services: [], groups, servicesEncrypted, reference: checked })];
  },
};

/** What 2FAS itself closes with the password to know a wrong one: a constant of the format, the same in every file. */
const reference = [
  'tRViSsLKzd86Hprh4ceC2OP7xazn4rrt4xhfEUbOjxLX8Rc3mkISXE0lWbmnWfgg',
  'ogbBJhtYgpK6fMl1D6mtsy92R3HkdGfwuXbzLebqVFJsR7IZ2w58t938iymwG482',
  '4igYy1wi6n2WDpO1Q1P69zwJGs2F5a1qP4MyIiDSD7NCV2OvidXQCBnDlGfmz0f1',
  'BQySRkkt4ryiJeCjD2o4QsveJ9uDBUn8ELyOrESv5R5DMDkD4iAF8TXU7KyoJujd',
].join('');

/** Ciphertext with its tag, salt, nonce. */
async function fieldOf(key: Bytes, salt: Bytes, text: string): Promise<string> {
  const { ct, iv } = await sealForeign(key, utf8(text));
  return [ct, salt, iv].map(toBase64).join(':');
}

function leavesOut({ otp }: ComputedAccount): LeftOutReason | null {
  if (otp.kind === 'motp' || otp.kind === 'yandex') return 'kind';
  if (otp.kind === 'steam') return null;
  if (otp.digits > 8) return 'digits';
  return otp.kind === 'totp' && ![10, 30, 60, 90].includes(otp.periodSeconds) ? 'period' : null;
}

function head({ nowMs }: WriteTools): object {
  // The app reads a file by the platform it says it is from.
  const from = { appOrigin: 'android', appVersionCode: 5_000_000, appVersionName: '5.0.0' };
  return { schemaVersion: 4, updatedAt: nowMs, ...from };
}

function servicesOf(accounts: readonly WritableAccount[], { nowMs, newId }: WriteTools) {
  // A service is in one group only.
  const groups = groupsOf(
    accounts.flatMap(({ tags = [] }) => tags.slice(0, 1)),
    newId,
  );
  const services = accounts.map((account, position) => {
    const { issuer, name, tags: [tag] = [] } = account;
    const shown = issuer || name;
    const place = { order: { position }, ...(tag === undefined ? {} : { groupId: groups.get(tag) }) };
    if (!isComputed(account)) return { ...keptEntry(account.otp, '2fas'), ...place };
    const { otp } = canonical(account);
    return {
      name: shown,
      secret: otp.secret,
      updatedAt: nowMs,
      otp: { label: name, account: name, issuer, ...parametersOf(otp), source: 'Manual' },
      ...place,
      icon: {
        selected: 'Label',
        label: { text: shown.slice(0, 2).toUpperCase(), backgroundColor: 'Default' },
        iconCollection: { id: newId() },
      },
    };
  });
  return {
    services,
    groups: Array.from(groups, ([name, id]) => ({ id, name, isExpanded: true, updatedAt: nowMs })),
  };
}

function parametersOf(otp: OtpParameters): object {
  switch (otp.kind) {
    case 'totp':
      return { tokenType: 'TOTP', algorithm: otp.algorithm, digits: otp.digits, period: otp.periodSeconds };
    case 'hotp':
      return { tokenType: 'HOTP', algorithm: otp.algorithm, digits: otp.digits, counter: otp.counter };
    case 'steam':
      return { tokenType: 'STEAM', algorithm: 'SHA1', digits: 5, period: 30 };
    case 'motp':
    case 'yandex':
      throw new RangeError('"otp" expected to be of a kind that 2FAS knows');
  }
}
