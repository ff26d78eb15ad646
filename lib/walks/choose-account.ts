/** Which account a code is asked of, on this site: the one that fits, the one the page names, else the person's choice. */
import { belongsTo, hostOf, isSuggested } from '@/lib/sites/origin';
import { areKin } from '@/lib/sites/kin';
import { memoryOf } from '@/lib/sites/memory';
import type { Account, VaultContent } from '@/lib/vault/account';
import type { FoundField } from './frames';
import type { WalkPorts } from './ports';

/** More than this many accounts are looked for in the popup's list instead. */
const mostOptions = 50;

export type ChosenAccount =
  | { readonly kind: 'one'; readonly account: Account }
  | { readonly kind: 'ask'; readonly options: readonly Account[] }
  | { readonly kind: 'none' };

/**
 * Several that belong here: the one chosen for this site before, the only one whose name the page shows, else asked. None:
 * those that came with a file which names this site, else those of the same owner's other sites first; none of them is typed
 * without a clear question.
 */
export async function chooseAccount(
  ports: WalkPorts,
  tabId: number,
  content: VaultContent,
  found: FoundField,
): Promise<ChosenAccount> {
  const accounts = content.accounts.filter(({ otp }) => otp.kind !== 'none');
  const here = accounts.filter((account) => belongsTo(account, found.origin));
  const remembered = here.find(({ id }) => id === memoryOf(content, found.origin).accountId);
  if (remembered) return { kind: 'one', account: remembered };
  if (here.length > 1) {
    const named = await namedByPage(ports, tabId, found, here);
    return named ? { kind: 'one', account: named } : asked(here);
  }
  if (here.length > 0) return asked(here);
  const suggested = accounts.filter((account) => isSuggested(account, found.origin));
  return asked(suggested.length > 0 ? suggested : kinFirst(accounts, found.origin));
}

function asked(options: readonly Account[]): ChosenAccount {
  const [only, ...others] = options;
  if (only === undefined || options.length > mostOptions) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', account: only } : { kind: 'ask', options };
}

/** The page is asked in its isolated world: it cannot see which names. */
async function namedByPage(
  ports: WalkPorts,
  tabId: number,
  { frameId }: FoundField,
  accounts: readonly Account[],
): Promise<Account | null> {
  const names = accounts.map(({ name }) => name);
  const surveys = await ports.pages.survey(tabId, frameId, { digits: null, focusedOnly: false, names });
  const shows = surveys.ok ? (surveys.value[0]?.survey.shows ?? []) : [];
  const named = accounts.filter((_, index) => shows[index] === true);
  return named.length === 1 ? (named[0] ?? null) : null;
}

function kinFirst(accounts: readonly Account[], origin: string): readonly Account[] {
  const kin = accounts.filter((account) => kinOf(account, origin) !== null);
  return kin.length === 0 ? accounts : [...kin, ...accounts.filter((account) => !kin.includes(account))];
}

/** Host of a site of this account that has the same owner as `origin`, and takes the same accounts. */
export function kinOf(account: Account, origin: string): string | null {
  const host = new URL(origin).hostname;
  const kin = account.sites.find((site) => areKin(new URL(site).hostname, host));
  return kin === undefined ? null : hostOf(kin);
}
