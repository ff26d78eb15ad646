/**
 * Recovery codes of a site, kept with the account: read from the page in a gesture, checked by the person, shown again only on
 * demand and, in a protected vault, only to who says the password again. They are never typed in a page.
 */
import { type Result, fail, ok } from '@/lib/errors';
import type { ShownCodes } from '@/lib/messages/codes-protocol';
import type { Account } from '@/lib/vault/account';
import type { Way } from '@/lib/vault/ways';
import type { WalkPorts } from './ports';

export interface CodesPorts extends Pick<WalkPorts, 'pages' | 'clock'> {
  readonly vault: WalkPorts['vault'] & {
    ways(): Promise<Result<readonly Way[]>>;
    unlock(password: string): Promise<Result<void>>;
    unlockWithRecoveryCode(code: string): Promise<Result<void>>;
  };
}

export async function readCodes(
  ports: CodesPorts,
  tabId: number,
): Promise<Result<{ readonly codes: readonly string[] }>> {
  const read = await ports.pages.recoveryCodes(tabId);
  if (!read.ok) return read;
  return read.value.length === 0 ? fail('codes-none') : ok({ codes: read.value });
}

export function keepCodes(
  ports: CodesPorts,
  accountId: string,
  codes: readonly string[],
): Promise<Result<void>> {
  const recoveryCodes = codes.map((value) => ({ value, usedAtMs: null }));
  return change(ports, accountId, (account) => ({ ...account, recoveryCodes }));
}

export async function showCodes(
  ports: CodesPorts,
  accountId: string,
  typed: string | null,
): Promise<Result<ShownCodes>> {
  const [state, content, ways] = await Promise.all([
    ports.vault.state(),
    ports.vault.content(),
    ports.vault.ways(),
  ]);
  if (!content.ok) return content;
  if (!ways.ok) return ways;
  const account = content.value.accounts.find(({ id }) => id === accountId);
  if (account === undefined) return fail('account-unknown');
  // Without a password there is nobody to ask: whoever opens this browser has the codes of the accounts too.
  if (state.kind === 'open' && state.protected) {
    const by = ways.value.some(({ type }) => type === 'password') ? 'password' : 'recovery';
    if (typed === null) return ok({ kind: 'asks', by });
    const { vault } = ports;
    const said = await (by === 'password' ? vault.unlock(typed) : vault.unlockWithRecoveryCode(typed));
    if (!said.ok) return said;
  }
  return ok({ kind: 'shown', codes: account.recoveryCodes ?? [] });
}

export function tickCode(
  ports: CodesPorts,
  accountId: string,
  index: number,
  used: boolean,
): Promise<Result<void>> {
  const usedAtMs = used ? ports.clock.now() : null;
  return change(ports, accountId, (account) => ({
    ...account,
    recoveryCodes: (account.recoveryCodes ?? []).map((code, at) =>
      at === index ? { ...code, usedAtMs } : code,
    ),
  }));
}

export async function askedCode(
  ports: CodesPorts,
  tabId: number,
): Promise<Result<{ readonly number: number | null }>> {
  const asked = await ports.pages.askedRecovery(tabId);
  return asked.ok ? ok({ number: asked.value }) : asked;
}

async function change(
  ports: CodesPorts,
  accountId: string,
  how: (account: Account) => Account,
): Promise<Result<void>> {
  let isThere = false;
  const written = await ports.vault.update((content) => {
    isThere = content.accounts.some(({ id }) => id === accountId);
    return isThere
      ? { ...content, accounts: content.accounts.map((one) => (one.id === accountId ? how(one) : one)) }
      : content;
  });
  if (!written.ok) return written;
  return isThere ? ok() : fail('account-unknown');
}
