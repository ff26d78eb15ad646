/** One account of Authy, its key opened. */
import { type Failure, type Result, fail, failure, ok } from '@/lib/errors';
import { decodeHex } from '@/lib/otp/hex';
import { type FoundEntry, readEntries } from '../entries';
import type { ReadFile, ReadTools } from '../file-format';
import { allDefined, readOtpFields } from '../otp-fields';
import { type ClosedSeed, openSeed } from './authy-seed';

export interface AuthyItem {
  readonly issuer: string;
  /** As shown; may begin with the issuer. */
  readonly name: string;
  readonly digits: unknown;
  /** Base32; of Authy's own tokens, hexadecimal, and a code every ten seconds. */
  readonly seed: { readonly base32: string } | { readonly hex: string } | ClosedSeed | Failure;
  /** Without its keys. */
  readonly raw: unknown;
}

/** Every item; `file-key-wrong` when the password opens none of those that are closed. */
export async function readAuthyItems(
  items: readonly AuthyItem[],
  password: string | null,
  format: string,
  tools: ReadTools,
): Promise<Result<ReadFile>> {
  const opened: AuthyItem[] = [];
  let [closed, wrong] = [0, 0];
  for (const [index, item] of items.slice(0, tools.limits.entries + 1).entries()) {
    tools.signal.throwIfAborted();
    tools.progress(index, items.length);
    if (!('sealed' in item.seed)) {
      opened.push(item);
      continue;
    }
    const base32 = await openSeed(item.seed, password ?? '');
    closed += 1;
    if (base32 === null) wrong += 1;
    opened.push({ ...item, seed: base32 === null ? failure('entry-malformed') : { base32 } });
    // A wrong password costs one derivation for each account: three are enough to know.
    if (wrong === 3 && closed === 3) return fail('file-key-wrong');
  }
  if (closed > 0 && wrong === closed) return fail('file-key-wrong');
  return readEntries(opened, (item) => readItem(item as AuthyItem, format), tools, {
    beyond: items.length - opened.length,
    where: (item) => [(item as AuthyItem).issuer, (item as AuthyItem).name].filter(Boolean).join(' · '),
  });
}

function readItem({ issuer, name, digits, seed, raw }: AuthyItem, format: string): Result<FoundEntry> {
  if ('code' in seed) return fail(seed.code);
  if ('sealed' in seed) return fail('entry-malformed');
  const isOwn = 'hex' in seed;
  const secret = isOwn ? decodeHex(seed.hex) : seed.base32;
  if (secret === null) return fail('entry-malformed');
  const own = isOwn ? { period: 10, digits: digits ?? 7 } : { digits };
  const shown = nameWithout(name, issuer);
  const read = readOtpFields(
    { kind: 'totp', secret, ...own },
    { issuer, name: shown, format, raw, defined: allDefined },
  );
  return read.ok ? ok({ issuer, name: shown, ...read.value }) : read;
}

/** `Deno: Mason`, `Deno - Mason` and `Deno:Mason` of Deno are Mason. */
function nameWithout(name: string, issuer: string): string {
  if (issuer === '' || !name.startsWith(issuer)) return name;
  const rest = /^\s*(?::|\s-\s)\s*(.*)$/s.exec(name.slice(issuer.length))?.[1];
  return rest ?? name;
}
