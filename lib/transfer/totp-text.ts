/** What password managers keep in their field for a one-time code: an address, or nothing but a key. */
import { type Result, ok } from '@/lib/errors';
import type { FoundEntry } from './entries';
import { isAddress, readAddress } from './from-address';
import { allDefined, readOtpFields } from './otp-fields';

export interface Item {
  /** Of the item, as the person knows it. */
  readonly title: string;
  readonly user: string;
  /** `FileFormat.id`, and the item as the file has it (without its password), for what has to be kept. */
  readonly format: string;
  readonly raw: unknown;
}

/** The names in the address first; where it has none, and for a bare key, those of the item. */
export function readTotpText(text: string, { title, user, format, raw }: Item): Result<FoundEntry> {
  if (isAddress(text)) {
    const read = readAddress(text, format);
    if (!read.ok) return read;
    const { issuer, name } = read.value;
    // Bitwarden's `steam://KEY` names nobody.
    const own = /^\s*steam:/i.test(text) ? { issuer: '', name: '' } : { issuer, name };
    const other = own.issuer === '' || title === own.issuer ? '' : title;
    return ok({ ...read.value, issuer: own.issuer || title, name: own.name || user || other });
  }
  const source = { issuer: title, name: user, format, raw, defined: allDefined };
  const read = readOtpFields({ kind: 'totp', secret: text }, source);
  return read.ok ? ok({ issuer: title, name: user, ...read.value }) : read;
}
