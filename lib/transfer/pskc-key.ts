/** One key package of a PSKC file (RFC 6030 § 4.2, 4.3, 10): an account, or why it is none. */
import type { Bytes } from '@/lib/crypto/bytes';
import { fail, ok, type Result } from '@/lib/errors';
import type { EnrolWarning } from '@/lib/messages/protocol';
import { encodeBase32, longestSecret } from '@/lib/otp/base32';
import { displayText } from '@/lib/otp/display-text';
import type { ParsedAccount } from '@/lib/otp/otpauth-uri';
import type { OtpAlgorithm } from '@/lib/otp/parameters';
import type { TokenOrigin } from '@/lib/vault/account';
import { type OpenValue, bytesFromXmlBase64 } from './pskc-protection';
import { type XmlElement, childOf, textOf } from './xml';

/** What a person ought to know of an entry; each has a sentence. */
export type PskcNote = 'pin' | 'usage' | 'unchecked' | 'not-yet' | 'date';

export interface PskcEntry extends ParsedAccount {
  readonly expiresAtMs?: number;
  readonly token: TokenOrigin;
  readonly notes: readonly PskcNote[];
}

/** What to call an entry when it cannot be read. */
export function nameOfPackage(keyPackage: XmlElement): string {
  const key = childOf(keyPackage, 'Key');
  const serial = textOf(keyPackage, 'DeviceInfo', 'SerialNo');
  return displayText(serial || key?.attributes.get('Id') || '');
}

export async function readPackage(
  keyPackage: XmlElement,
  open: OpenValue | null,
  nowMs: number,
): Promise<Result<PskcEntry>> {
  const key = childOf(keyPackage, 'Key');
  const kind = /(?:^|[:#])(hotp|totp)$/i.exec(key?.attributes.get('Algorithm') ?? '')?.[1]?.toLowerCase();
  const data = childOf(key, 'Data');
  if (!key || !data || (kind !== 'hotp' && kind !== 'totp')) return fail('pskc-kind');

  const parameters = childOf(key, 'AlgorithmParameters');
  const algorithm = algorithmOf(textOf(parameters, 'Suite'));
  const format = childOf(parameters, 'ResponseFormat');
  const length = format?.attributes.get('Length');
  const digits = length === undefined ? 6 : Number(length);
  const isDecimal = (format?.attributes.get('Encoding') ?? 'DECIMAL') === 'DECIMAL';
  const hasCheckDigit = /^(?:true|1)$/.test(format?.attributes.get('CheckDigits') ?? '');
  if (!algorithm) return fail('algorithm-unknown');
  if (!isDecimal || hasCheckDigit || !Number.isInteger(digits) || digits < 5 || digits > 10)
    return fail('pskc-format');

  const reader = createReader(data, open);
  const secret = await reader.bytes('Secret');
  if (!secret.ok) return secret;
  if (!secret.value || secret.value.length === 0) return fail('secret-missing');
  const base32 = encodeBase32(secret.value);
  if (base32.length > longestSecret) return fail('secret-too-long');

  const warnings: EnrolWarning[] = length === undefined ? ['digits-assumed'] : [];
  const name = whose(keyPackage, key);
  if (name === '') warnings.push('name-missing');
  const base = { secret: base32, algorithm, digits };
  let otp: ParsedAccount['otp'];
  if (kind === 'hotp') {
    const counter = await reader.number('Counter');
    if (!counter.ok) return counter;
    if (counter.value === null) warnings.push('counter-assumed');
    otp = { kind, ...base, counter: counter.value ?? 0 };
  } else {
    const [period, start] = [await reader.number('TimeInterval'), await reader.number('Time')];
    if (!period.ok) return period;
    if (!start.ok) return start;
    if (period.value === null) warnings.push('period-assumed');
    const periodSeconds = period.value ?? 30;
    // Codes that are counted from another moment than 1970 are not the ones we make.
    if ((start.value ?? 0) !== 0 || periodSeconds < 1 || periodSeconds > 3600) return fail('pskc-format');
    otp = { kind, ...base, periodSeconds };
  }
  const device = childOf(keyPackage, 'DeviceInfo');
  const maker = displayText(textOf(device, 'Manufacturer'));
  return ok({
    issuer: displayText(textOf(key, 'Issuer')) || maker,
    name,
    otp,
    warnings,
    ...policyOf(keyPackage, key, { checked: reader.checked(), nowMs }),
    token: {
      ...(maker && { manufacturer: maker }),
      ...serialOf(device),
      ...(childOf(key, 'Policy', 'PINPolicy') && { pin: true as const }),
    },
  });
}

/** RFC 6030 leaves the hash to `Suite`; without one it is that of RFC 4226. */
function algorithmOf(suite: string): OtpAlgorithm | null {
  if (suite === '') return 'SHA1';
  const bits = /^(?:[HT]OTP-?)?(?:HMAC-?)?SHA-?(1|256|512)$/i.exec(suite)?.[1];
  return bits === undefined ? null : (`SHA${bits}` as OtpAlgorithm);
}

/** A person's name for it, else whom it is for, else which one it is. Of a distinguished name, the part that is a name. */
function whose(keyPackage: XmlElement, key: XmlElement): string {
  const user = textOf(key, 'UserId') || textOf(keyPackage, 'DeviceInfo', 'UserId');
  const short = /^(?:uid|cn)\s*=\s*([^,]+)/i.exec(user)?.[1] ?? user;
  return displayText(textOf(key, 'FriendlyName') || short) || nameOfPackage(keyPackage);
}

function serialOf(device: XmlElement | undefined): Pick<TokenOrigin, 'serial'> {
  const serial = displayText(textOf(device, 'SerialNo'));
  return serial ? { serial } : {};
}

function policyOf(
  keyPackage: XmlElement,
  key: XmlElement,
  { checked, nowMs }: { checked: boolean; nowMs: number },
): Pick<PskcEntry, 'expiresAtMs' | 'notes'> {
  const places = [childOf(key, 'Policy'), childOf(keyPackage, 'DeviceInfo')];
  const dates = (name: string) => places.map((place) => textOf(place, name)).filter((text) => text !== '');
  const ends = dates('ExpiryDate').map(momentOf);
  const starts = dates('StartDate').map(momentOf);
  const known = ends.filter((end) => end !== null);
  const usages = childOf(key, 'Policy')?.children.filter(({ name }) => name === 'KeyUsage') ?? [];
  const notes: PskcNote[] = [];
  if (childOf(key, 'Policy', 'PINPolicy')) notes.push('pin');
  if (usages.length > 0 && !usages.some(({ text }) => text.trim() === 'OTP')) notes.push('usage');
  if (!checked) notes.push('unchecked');
  if (starts.some((start) => start !== null && start > nowMs)) notes.push('not-yet');
  if ([...ends, ...starts].includes(null)) notes.push('date');
  return { notes, ...(known.length === 0 ? {} : { expiresAtMs: Math.min(...known) }) };
}

/** xs:dateTime in Unix ms; in UTC where it names no zone. */
function momentOf(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const atMs = match ? Date.parse(`${match[1]}${match[2] ?? 'Z'}`) : Number.NaN;
  return Number.isNaN(atMs) || atMs < 0 ? null : atMs;
}

/** Values of one key, plain or closed. */
function createReader(data: XmlElement, open: OpenValue | null) {
  let allChecked = true;

  async function opened(value: XmlElement): Promise<Result<Bytes>> {
    if (!open) return fail('file-key-wrong');
    const result = await open(value);
    if (!result.ok) return result;
    allChecked &&= result.value.checked;
    return ok(result.value.bytes);
  }

  async function bytes(name: string): Promise<Result<Bytes | null>> {
    const value = childOf(data, name);
    if (childOf(value, 'EncryptedValue') && value) return opened(value);
    const plain = childOf(value, 'PlainValue');
    if (!plain) return ok(null);
    const decoded = bytesFromXmlBase64(textOf(plain));
    return decoded ? ok(decoded) : fail('pskc-format');
  }

  /** Of a closed one: big-endian bytes. */
  async function number(name: string): Promise<Result<number | null>> {
    const value = childOf(data, name);
    let read: number;
    if (childOf(value, 'EncryptedValue') && value) {
      const decrypted = await opened(value);
      if (!decrypted.ok) return decrypted;
      read = decrypted.value.reduce((sum, byte) => sum * 256 + byte, 0);
    } else {
      const text = textOf(value, 'PlainValue');
      if (text === '') return ok(null);
      read = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    }
    return Number.isSafeInteger(read) ? ok(read) : fail('pskc-format');
  }

  return { bytes, number, checked: () => allChecked };
}
