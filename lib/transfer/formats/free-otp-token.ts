/** One token as FreeOTP and FreeOTP+ write it: the key as signed bytes, half of the fields often missing. */
import { type Result, fail, ok } from '@/lib/errors';
import type { Attention } from '../attention';
import type { FoundEntry } from '../entries';
import { readOtpFields } from '../otp-fields';
import { listIn, textIn, valueIn } from '../shape';

export interface FreeOtpToken {
  readonly token: unknown;
  /** `FileFormat.id`. */
  readonly format: string;
  /** What the file calls it, for one without a label. */
  readonly called?: string;
  /** Of a backup that keeps keys apart: the key, and the hash it was made for. */
  readonly key?: { readonly bytes: Uint8Array; readonly algorithm: string };
  /** Older versions keep the last counter that was used, newer ones the next. */
  readonly counts: 'last' | 'next';
}

/** `entry-malformed` where the key is no list of bytes. */
export function readFreeOtpToken({
  token,
  format,
  called = '',
  key,
  counts,
}: FreeOtpToken): Result<FoundEntry> {
  const issuer = firstText(token, ['issuerAlt', 'issuerExt', 'issuerInt']);
  const name = firstText(token, ['labelAlt', 'label']) || labelOf(called, issuer);
  const secret = key?.bytes ?? signedBytes(listIn(token, 'secret'));
  if (secret === null) return fail('entry-malformed');
  const type = textIn(token, 'type').toLowerCase();
  // The app itself goes by the name alone, and shows five characters whatever the digits say.
  const isSteam = type === 'totp' && firstText(token, ['issuerExt', 'issuerInt']) === 'Steam';
  const { counter, attention } = counterOf(token, type, counts);
  const otp = readOtpFields(
    isSteam
      ? { kind: 'steam', secret }
      : {
          kind: type === '' ? undefined : type,
          secret,
          algorithm: valueIn(token, 'algo') ?? key?.algorithm,
          digits: valueIn(token, 'digits'),
          period: type === 'totp' ? valueIn(token, 'period') : undefined,
          counter,
        },
    { issuer, name, format, raw: token },
  );
  return otp.ok
    ? ok({ issuer, name, otp: otp.value.otp, attention: [...otp.value.attention, ...attention] })
    : otp;
}

/** One more than the last that was used; a server looks ahead, and never back. */
function counterOf(token: unknown, type: string, counts: 'last' | 'next') {
  const counter = valueIn(token, 'counter');
  const isUnsure = type === 'hotp' && counts === 'last' && Number.isSafeInteger(counter);
  if (!isUnsure) return { counter, attention: [] };
  const attention: Attention = { code: 'counter-unsure', details: { counter: String(counter) } };
  return { counter: (counter as number) + 1, attention: [attention] };
}

function firstText(token: unknown, names: readonly string[]): string {
  return names.map((name) => textIn(token, name)).find((text) => text !== '') ?? '';
}

/** Names of entries are `issuer:label`. */
function labelOf(called: string, issuer: string): string {
  return issuer !== '' && called.startsWith(`${issuer}:`) ? called.slice(issuer.length + 1) : called;
}

/** Java's bytes, -128 to 127; `null` for a list that holds anything else, or nothing. */
export function signedBytes(list: readonly unknown[]): Uint8Array<ArrayBuffer> | null {
  const isBytes = list.every(
    (one) => Number.isInteger(one) && (one as number) >= -128 && (one as number) <= 255,
  );
  return isBytes && list.length > 0 ? Uint8Array.from(list as readonly number[]) : null;
}
