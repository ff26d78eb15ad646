/** The middle of *enrol*: what was read becomes accounts, none twice, none in the place of one that works. */
import { type Result, ok } from '@/lib/errors';
import type { ParsedAccount } from '@/lib/otp/otpauth-uri';
import type { ReadAccounts } from '@/lib/transfer/format';
import type { Account, VaultContent } from '@/lib/vault/account';
import { restoreFromTrash } from '@/lib/vault/trash';
import { twinsOf, withAttempt } from '@/lib/vault/twins';
import type { WalkPorts } from './ports';

export interface Saved {
  /** The first of what was read. */
  readonly account: Account;
  /** The same secret was here already. */
  readonly known: boolean;
  readonly others: number;
  /** Accounts that were not here before. */
  readonly added: number;
  /** It is the first account of this vault. */
  readonly first: boolean;
  /** Ids of earlier attempts, never confirmed, that are in the trash now. */
  readonly replaced: readonly string[];
}

/**
 * `site`: the origin of the page that gave one account; `null` where there is none, or several accounts. `pin`: what the
 * person typed just now, which takes the place of an earlier one; a page's own never does.
 */
export async function saveAccounts(
  ports: WalkPorts,
  read: ReadAccounts,
  site: string | null,
  pin: string | null = null,
): Promise<Result<Saved>> {
  let saved: Saved | null = null;
  const before = await ports.vault.content();
  const [entry] = read.entries;
  const attempt = entry !== undefined && site !== null ? { ...entry, site } : null;
  const earlier = before.ok && attempt !== null ? twinsOf(before.value.accounts, attempt, '') : [];
  // More than one account gone is refused by the vault unless it is told why.
  const options = earlier.length > 1 ? { reason: 'delete' as const } : {};
  const written = await ports.vault.update((content) => {
    const result = contentWith(ports, content, read.entries, { site, pin });
    saved = {
      ...result.saved,
      others: Math.max(0, read.entries.length - 1),
      first: content.accounts.length === 0,
    };
    return result.content;
  }, options);
  if (!written.ok) return written;
  return ok(saved as unknown as Saved);
}

function contentWith(
  ports: WalkPorts,
  before: VaultContent,
  entries: readonly ParsedAccount[],
  { site, pin }: { readonly site: string | null; readonly pin: string | null },
) {
  let content = before;
  let account: Account | null = null;
  let known = false;
  let added = 0;
  const replaced: string[] = [];
  for (const entry of entries) {
    const here = content.accounts.find((one) => sameSecret(one, entry));
    const one = here ?? fromTrash(content, entry) ?? newAccount(ports, entry, site);
    if (here === undefined) {
      added += 1;
      const { accounts } = content;
      const without = { ...restoreFromTrash(content, one.id), accounts };
      const attempted = withAttempt(without, one, ports.clock.now());
      content = attempted.content;
      replaced.push(...attempted.replaced);
    } else content = withPin(content, here, pin);
    if (account === null) {
      account = one;
      known = here !== undefined;
    }
  }
  if (account === null) throw new RangeError('"entries" expected at least one account');
  return { content, saved: { account, known, added, replaced } };
}

function withPin(content: VaultContent, { id, otp }: Account, pin: string | null): VaultContent {
  if (pin === null || !('pin' in otp) || otp.pin === pin) return content;
  const accounts = content.accounts.map((one) => (one.id === id ? { ...one, otp: { ...otp, pin } } : one));
  return { ...content, accounts };
}

function newAccount(ports: WalkPorts, entry: ParsedAccount, site: string | null): Account {
  return {
    id: ports.newId(),
    issuer: entry.issuer,
    name: entry.name,
    otp: entry.otp,
    sites: [],
    confirmed: false,
    createdAtMs: ports.clock.now(),
    ...(site === null ? {} : { enrolledFrom: site }),
  };
}

/** A page that was gone back to shows the secret of the attempt before: that account comes back as it was. */
function fromTrash(content: VaultContent, entry: ParsedAccount): Account | undefined {
  return content.trash?.find(({ account }) => sameSecret(account, entry))?.account;
}

/** The same key for the same kind of code; a site that shows its QR code twice must not make two accounts. */
function sameSecret(account: Account, entry: ParsedAccount): boolean {
  const { otp } = account;
  return otp.kind !== 'none' && otp.kind === entry.otp.kind && otp.secret === entry.otp.secret;
}
