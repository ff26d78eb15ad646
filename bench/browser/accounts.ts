import { createHmac } from 'node:crypto';

import { seeded } from '@/lib/qr/testing/pictures';
import type { Account } from '@/lib/vault/account';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The same accounts at every run: SHA-1, 6 digits, 30 s, keys of 20 bytes, names of usual lengths. */
export function practiceAccounts(count: number): Account[] {
  const random = seeded(count);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: count }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    issuer: `Service ${String(index).padStart(5, '0')}`,
    name: `marie.tremblay${below(1e6)}@exemple.quebec`,
    otp: {
      kind: 'totp' as const,
      secret: Array.from({ length: 32 }, () => letters[below(32)]).join(''),
      algorithm: 'SHA1' as const,
      digits: 6,
      periodSeconds: 30,
    },
    sites: [`https://service-${index}.exemple.quebec`],
    confirmed: true,
    createdAtMs: Date.UTC(2026, 0, 1) + index,
  }));
}

/** RFC 6238 by node:crypto, for checking what a popup shows. `nowMs`: Unix ms. */
export function codeOf(account: Account, nowMs: number): string {
  if (account.otp.kind !== 'totp') throw new TypeError('"account" expected one of practiceAccounts');
  const bits = [...account.otp.secret]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(nowMs / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1e6).padStart(6, '0');
}
