/**
 * The walk by which accounts leave Seconde: which there are, and, to who proves again that it is them, what makes their codes.
 * Writing it down in a foreign format is the page's (lib/transfer/writers), which needs it for that moment only.
 */
import { type Bytes, toBase64Url } from '@/lib/crypto/bytes';
import { wipe } from '@/lib/crypto/wipe';
import { type Result, fail, ok } from '@/lib/errors';
import type { AccountOutline, ExportState, SealedSeries } from '@/lib/messages/export-protocol';
import type { Proof } from '@/lib/messages/security-protocol';
import { seriesCodeBytes, seriesCodeFrom } from '@/lib/transfer/series-code';
import type { ExportedAccount } from '@/lib/transfer/writers/export-format';
import type { Account, VaultContent } from '@/lib/vault/account';
import { sealForSeries } from '@/lib/vault/sealed-series';
import type { Vault } from '@/lib/vault/vault';
import { type ProvingVault, prove } from './proof';

export interface TakeOutPorts {
  readonly vault: ProvingVault & Pick<Vault, 'content' | 'ways'>;
  /** Whether the organisation that runs this browser forbids exports that are not closed with a password. */
  readonly isClearForbidden: () => Promise<boolean>;
  readonly randomBytes: (length: number) => Bytes;
}

export async function exportState(ports: TakeOutPorts): Promise<Result<ExportState>> {
  const content = await ports.vault.content();
  if (!content.ok) return content;
  const ways = await ports.vault.ways();
  if (!ways.ok) return ways;
  return ok({
    accounts: content.value.accounts.map(outlineOf),
    ways: ways.value.filter(({ type }) => type !== 'device'),
    isClearForbidden: await ports.isClearForbidden(),
  });
}

/** `export-forbidden`, `account-unknown` for one that is not there any more, or as {@link prove}. */
export async function takeOut(
  ports: TakeOutPorts,
  accountIds: readonly string[],
  { proof, isClosed }: { readonly proof: Proof; readonly isClosed: boolean },
): Promise<Result<readonly ExportedAccount[]>> {
  if (!isClosed && (await ports.isClearForbidden())) return fail('export-forbidden');
  const proved = await prove(ports.vault, proof);
  if (!proved.ok) return proved;
  const content = await ports.vault.content();
  if (!content.ok) return content;
  const accounts = chosen(content.value, accountIds);
  return accounts.ok ? ok(accounts.value.map(exportedOf)) : accounts;
}

/** These accounts, closed with a code made here for this once. Failures as {@link takeOut}. */
export async function sealSeries(
  ports: TakeOutPorts,
  accountIds: readonly string[],
  proof: Proof,
): Promise<Result<SealedSeries>> {
  const proved = await prove(ports.vault, proof);
  if (!proved.ok) return proved;
  const content = await ports.vault.content();
  if (!content.ok) return content;
  const accounts = chosen(content.value, accountIds);
  if (!accounts.ok) return accounts;
  const secret = ports.randomBytes(seriesCodeBytes);
  const code = seriesCodeFrom(secret);
  wipe(secret);
  const sealed = await sealForSeries({ schema: 1, accounts: accounts.value.map(withoutPast) }, code);
  return ok({ sealed: toBase64Url(sealed), code });
}

function chosen(content: VaultContent, accountIds: readonly string[]): Result<readonly Account[]> {
  const byId = new Map(content.accounts.map((account) => [account.id, account]));
  const accounts = accountIds.flatMap((id) => byId.get(id) ?? []);
  return accounts.length === accountIds.length ? ok(accounts) : fail('account-unknown');
}

/** What it was before is of this computer, and would make a long series longer. */
function withoutPast(whole: Account): Account {
  const { history: _, enrolledFrom: __, ...account } = whole;
  return account;
}

function exportedOf(account: Account): ExportedAccount {
  const { issuer, name, otp, note, tags, pinned, sites, recoveryCodes = [] } = account;
  const unused = recoveryCodes.flatMap(({ value, usedAtMs }) => (usedAtMs === null ? [value] : []));
  const hasDates = account.expiresAtMs !== undefined || account.renewalNote !== undefined;
  return {
    issuer,
    name,
    otp,
    ...(note === undefined ? {} : { note }),
    ...(tags === undefined ? {} : { tags }),
    ...(pinned ? { pinned } : {}),
    ...(sites.length > 0 ? { sites } : {}),
    ...(unused.length > 0 ? { recoveryCodes: unused } : {}),
    ...(hasDates ? { hasDates } : {}),
  };
}

/** The lengths are the true ones: a format may not take what is too long. */
function outlineOf(account: Account): AccountOutline {
  const exported = exportedOf(account);
  const { note, recoveryCodes } = exported;
  return {
    ...exported,
    id: account.id,
    otp: maskedOtp(exported.otp),
    ...(note === undefined ? {} : { note: '' }),
    ...(recoveryCodes === undefined ? {} : { recoveryCodes: [''] }),
  };
}

function maskedOtp(otp: Account['otp']): Account['otp'] {
  if (otp.kind === 'none') return otp;
  const secret = masked(otp.secret);
  if ('pin' in otp) return { ...otp, secret, pin: '0000' };
  if (otp.kind !== 'kept') return { ...otp, secret };
  const { raw, ...kept } = otp;
  return { ...kept, secret, address: masked(otp.address), ...(raw === undefined ? {} : { raw: '{}' }) };
}

function masked(text: string): string {
  return 'A'.repeat(text.length);
}
