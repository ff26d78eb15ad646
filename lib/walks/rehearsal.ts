/** The rehearsal of the welcome page: an account that nobody needs, and that goes without a trace. */
import { type Result, ok } from '@/lib/errors';
import { isRehearsalSecret } from '@/lib/otp/rehearsal';
import type { Account, VaultContent } from '@/lib/vault/account';
import { conclude } from './look';
import type { WalkPorts } from './ports';

/** `secret`: the key of a rehearsal; of no other account is anything said. */
export async function findRehearsal(
  { vault }: Pick<WalkPorts, 'vault'>,
  secret: string,
): Promise<Result<{ readonly accountId: string | null }>> {
  const content = await vault.content();
  if (!content.ok) return content;
  const account = content.value.accounts.find(({ otp }) => isRehearsal(otp) && otp.secret === secret);
  return ok({ accountId: account?.id ?? null });
}

export async function endRehearsal(ports: WalkPorts, tabId: number, secret: string): Promise<void> {
  const [{ card }, found] = await Promise.all([ports.records.get(tabId), findRehearsal(ports, secret)]);
  const isIts = found.ok && card?.kind === 'enrolled' && card.accountId === found.value.accountId;
  if (isIts) return conclude(ports, tabId, card, true);
  await ports.vault.update((content) => ({
    ...content,
    accounts: content.accounts.map((one) =>
      isRehearsal(one.otp) && one.otp.secret === secret ? { ...one, confirmed: true } : one,
    ),
  }));
}

/** From the accounts and from the trash: there is nothing in it to get back. */
export async function clearRehearsals({
  vault,
}: Pick<WalkPorts, 'vault'>): Promise<Result<{ readonly removed: number }>> {
  let removed = 0;
  const written = await vault.update(
    (content) => {
      const left = withoutRehearsals(content);
      removed = content.accounts.length - left.accounts.length;
      return left;
    },
    { reason: 'delete' },
  );
  return written.ok ? ok({ removed }) : written;
}

function withoutRehearsals(content: VaultContent): VaultContent {
  const { accounts, trash = [] } = content;
  const kept = accounts.filter(({ otp }) => !isRehearsal(otp));
  const keptTrash = trash.filter(({ account }) => !isRehearsal(account.otp));
  if (kept.length === accounts.length && keptTrash.length === trash.length) return content;
  return { ...content, accounts: kept, ...(content.trash && { trash: keptTrash }) };
}

function isRehearsal({ secret }: Account['otp']): boolean {
  return isRehearsalSecret(secret);
}
