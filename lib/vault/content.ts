import type { Bytes } from '@/lib/crypto/bytes';
import { textFromUtf8, utf8 } from '@/lib/crypto/bytes';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { Account, VaultContent } from '@/lib/vault/account';
import { isRecord, isWholeFrom } from '@/lib/vault/shape';

export const emptyContent: VaultContent = { schema: 1, accounts: [] };

/** Fields that a change may leave out. What is not here (trash, history and the unknown) goes only when told to, never by oversight. */
const contentFields: ReadonlySet<string> = new Set<keyof VaultContent>(['schema', 'accounts']);
const accountFields: ReadonlySet<string> = new Set<keyof Account>([
  'id',
  'issuer',
  'name',
  'otp',
  'sites',
  'confirmed',
  'deviceName',
  'createdAtMs',
  'expiresAtMs',
  'renewalNote',
  'token',
  'note',
  'tags',
  'pinned',
  'mark',
  'suggestedSites',
]);

export function encodeContent(content: VaultContent): Bytes {
  return utf8(JSON.stringify(content));
}

/** Everything that was stored, known or not. It was authenticated, so only its outline is looked at. */
export function decodeContent(bytes: Bytes): Result<VaultContent> {
  const value = jsonFrom(bytes);
  if (!isRecord(value)) return fail('vault-damaged');
  if (isWholeFrom(2, value['schema'])) return fail('vault-newer');
  const accounts = value['accounts'];
  const trash = value['trash'] ?? [];
  const isOutline =
    value['schema'] === 1 &&
    Array.isArray(accounts) &&
    accounts.every(isAccountOutline) &&
    Array.isArray(trash) &&
    trash.every(isTrashOutline);
  return isOutline ? ok(value as unknown as VaultContent) : fail('vault-damaged');
}

function jsonFrom(bytes: Bytes): unknown {
  try {
    return JSON.parse(textFromUtf8(bytes) ?? '');
  } catch {
    return undefined;
  }
}

function isAccountOutline(value: unknown): boolean {
  if (!isRecord(value) || typeof value['id'] !== 'string' || !isRecord(value['otp'])) return false;
  const codes = value['recoveryCodes'] ?? [];
  return Array.isArray(codes) && codes.every((code) => isRecord(code) && typeof code['value'] === 'string');
}

function isTrashOutline(value: unknown): boolean {
  return isRecord(value) && typeof value['deletedAtMs'] === 'number' && isAccountOutline(value['account']);
}

/** `after`, with the fields of `before` that this version does not know and that a change has left out. */
export function withUnknownFields(before: VaultContent, after: VaultContent): VaultContent {
  const known = new Map(before.accounts.map((account) => [account.id, account]));
  const accounts = after.accounts.map((account) => {
    const old = known.get(account.id);
    return !old || old === account ? account : withMissing(old, account, accountFields);
  });
  return { ...withMissing(before, after, contentFields), accounts };
}

function withMissing<T extends object>(before: T, after: T, fields: ReadonlySet<string>): T {
  const missing = Object.entries(before).filter(([key]) => !fields.has(key) && !Object.hasOwn(after, key));
  return missing.length === 0 ? after : { ...after, ...Object.fromEntries(missing) };
}
