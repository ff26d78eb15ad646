/**
 * One-time codes in an entry of KeePass, in the four ways that its programs and plug-ins keep them: `otp` (an address, or
 * KeeOTP's list of parameters), `TimeOtp-…` and `HmacOtp-…` of KeePass itself, `TOTP Seed` of KeeTrayTOTP.
 */
import { type Result, fail, ok } from '@/lib/errors';
import { decodeHex } from '@/lib/otp/hex';
import { decodePercent } from '@/lib/otp/percent';
import { utf8 } from '@/lib/crypto/bytes';
import { bytesFromBase64 } from '../bytes-text';
import type { FoundEntry } from '../entries';
import { isAddress } from '../from-address';
import { type OtpFields, allDefined, readOtpFields } from '../otp-fields';
import { readTotpText } from '../totp-text';

/** Texts of an entry by their names, as written. */
export type KeePassFields = ReadonlyMap<string, string>;

/** Names of all fields that say something of a code; an entry without any has none. */
const codeField = /^(?:otp|totp|TimeOtp-Secret.*|HmacOtp-Secret.*|TOTP Seed)$/i;

export function hasCode(fields: KeePassFields): boolean {
  return [...fields].some(([name, value]) => codeField.test(name) && value.trim() !== '');
}

/** One for each way that the entry uses; an address has the last word over KeeTrayTOTP's copy of it. */
export function readKeePassCodes(fields: KeePassFields, format: string): readonly Result<FoundEntry>[] {
  const title = fields.get('Title') ?? '';
  const user = fields.get('UserName') ?? '';
  const field = (name: string) => fields.get(name)?.trim() ?? '';
  const read = (otp: OtpFields | null) => named(otp, { title, user, format });
  const found: Result<FoundEntry>[] = [];

  const otp = field('otp') || field('totp');
  if (isAddress(otp)) found.push(readTotpText(otp, { title, user, format, raw: undefined }));
  else if (/(?:^|&)key=/i.test(otp)) found.push(read(keeOtpFields(otp)));
  else if (otp !== '') found.push(readTotpText(otp, { title, user, format, raw: undefined }));

  const seed = field('TOTP Seed');
  if (seed !== '' && otp === '') found.push(read(trayFields(seed, field('TOTP Settings'))));
  const timed = secretIn('TimeOtp', field);
  if (timed !== undefined)
    found.push(
      read(
        timed === null
          ? null
          : {
              kind: 'totp',
              secret: timed,
              algorithm: field('TimeOtp-Algorithm'),
              digits: field('TimeOtp-Length'),
              period: field('TimeOtp-Period'),
            },
      ),
    );
  const counted = secretIn('HmacOtp', field);
  if (counted !== undefined)
    found.push(
      read(counted === null ? null : { kind: 'hotp', secret: counted, counter: field('HmacOtp-Counter') }),
    );
  return found;
}

function named(
  otp: OtpFields | null,
  { title, user, format }: { readonly title: string; readonly user: string; readonly format: string },
): Result<FoundEntry> {
  if (otp === null) return fail('entry-malformed');
  const read = readOtpFields(otp, { issuer: title, name: user, format, raw: undefined, defined: allDefined });
  return read.ok ? ok({ issuer: title, name: user, ...read.value }) : read;
}

/** `-Secret` is text, the others what they are called (KeePass help, *Placeholders*). `null`: not what it is called. */
function secretIn(prefix: string, field: (name: string) => string): string | Uint8Array | null | undefined {
  const [text, hex] = [field(`${prefix}-Secret`), field(`${prefix}-Secret-Hex`)];
  const [base32, base64] = [field(`${prefix}-Secret-Base32`), field(`${prefix}-Secret-Base64`)];
  if (base32 !== '') return base32;
  if (hex !== '') return decodeHex(hex.replace(/\s+/g, ''));
  if (base64 !== '') return bytesFromBase64(base64);
  return text === '' ? undefined : utf8(text);
}

/** KeeOTP: `key=…&step=30&size=6&type=totp&counter=0&otpHashMode=Sha256&encoding=base32`. */
function keeOtpFields(query: string): OtpFields | null {
  const parameters = new Map(
    query.split('&').map((pair): [string, string] => {
      const equals = pair.indexOf('=');
      const name = equals < 0 ? pair : pair.slice(0, equals);
      return [name.trim().toLowerCase(), equals < 0 ? '' : decodePercent(pair.slice(equals + 1)).trim()];
    }),
  );
  const key = parameters.get('key') ?? '';
  const encoding = parameters.get('encoding')?.toLowerCase() ?? 'base32';
  const secret =
    encoding === 'hex'
      ? decodeHex(key)
      : encoding === 'base64'
        ? bytesFromBase64(key)
        : encoding === 'utf8'
          ? utf8(key)
          : key;
  if (secret === null) return null;
  const type = parameters.get('type')?.toLowerCase();
  const isSteam = type === 'steam' || parameters.get('encoder')?.toLowerCase() === 'steam';
  const kind = isSteam ? 'steam' : (type ?? 'totp');
  const common = { kind, secret, digits: parameters.get('size'), algorithm: parameters.get('otphashmode') };
  return kind === 'hotp'
    ? { ...common, counter: parameters.get('counter') }
    : { ...common, period: parameters.get('step') };
}

/** KeeTrayTOTP: `30;6`, or `30;S` for Steam; an address of a clock may follow. */
function trayFields(secret: string, settings: string): OtpFields {
  const [period, digits] = settings.split(';').map((part) => part.trim());
  return digits?.toUpperCase() === 'S'
    ? { kind: 'steam', secret, period }
    : { kind: 'totp', secret, period, digits };
}
