/** What the page of one account shows: everything but its secret. */
import { type Result, fail, ok } from '@/lib/errors';
import type {
  AccountDetails,
  AccountTwin,
  HistoryChange,
  HistoryRow,
  OtpLook,
} from '@/lib/messages/account-protocol';
import { emptyHand } from '@/lib/otp/by-hand';
import { lacksOnlyPin } from '@/lib/otp/missing-pin';
import { isKnownKind } from '@/lib/otp/parameters';
import { isRehearsalSecret } from '@/lib/otp/rehearsal';
import { belongsTo, hostOf, siteOrigin } from '@/lib/sites/origin';
import type { Account, EditableFields, VaultContent } from '@/lib/vault/account';
import { editableOf } from '@/lib/vault/history';
import type { WalkPorts } from './ports';
import { optionOf } from './site-cards';
import { keptOffset } from './site-clock';

/** More than these are said by their number elsewhere. */
const mostTwins = 5;
const mostTags = 200;

export async function accountDetails(
  ports: WalkPorts,
  accountId: string,
  tabId: number | null,
): Promise<Result<AccountDetails>> {
  const [content, state, policy] = await Promise.all([
    ports.vault.content(),
    ports.vault.state(),
    ports.policy.read(),
  ]);
  if (!content.ok) return content;
  const account = content.value.accounts.find(({ id }) => id === accountId);
  if (account === undefined) return fail('account-unknown');
  const tab = tabId === null ? null : await ports.pages.tab(tabId);
  const origin = siteOrigin(tab?.url ?? null, content.value.httpHosts);
  const isHere = origin !== null && belongsTo(account, origin) && account.otp.kind !== 'hotp';
  const codes = account.recoveryCodes ?? [];
  const { id, issuer, name, confirmed, createdAtMs, otp, sites } = account;
  return ok({
    id,
    issuer,
    name,
    confirmed,
    createdAtMs,
    sites,
    deviceName: account.deviceName ?? '',
    note: account.note ?? '',
    tags: account.tags ?? [],
    knownTags: tagsOf(content.value),
    pinned: account.pinned ?? false,
    mark: account.mark ?? null,
    otp: lookOf(otp),
    counter: otp.kind === 'hotp' ? otp.counter : null,
    expiresAtMs: account.expiresAtMs ?? null,
    renewalNote: account.renewalNote ?? '',
    token: account.token ?? {},
    domains: account.domains ?? [],
    suggestedSites: account.suggestedSites ?? [],
    site: isHere
      ? {
          host: hostOf(origin) ?? origin,
          adjustedMs: keptOffset(content.value, origin)?.offsetMs ?? null,
        }
      : null,
    recoveryCodes: {
      total: codes.length,
      left: codes.filter(({ usedAtMs }) => usedAtMs === null).length,
    },
    history: historyOf(account),
    twins: twinsOf(content.value.accounts, account),
    isProtected: state.kind === 'open' && state.protected,
    ...(policy.forbidClearExport ? { isKeyForbidden: true as const } : {}),
    rehearsal: isRehearsalSecret(otp.secret),
  });
}

export function lookOf(otp: Account['otp']): OtpLook {
  if (otp.kind === 'none') return { kind: 'none' };
  if (otp.kind === 'kept') return { kind: 'kept', what: otp.what, lacksPin: lacksOnlyPin(otp) };
  if (!isKnownKind(otp)) return { kind: 'unknown' };
  const { algorithm, digits, periodSeconds, counter } = { ...emptyHand, ...otp };
  return { kind: otp.kind, algorithm, digits, periodSeconds, counter };
}

function tagsOf({ accounts }: VaultContent): readonly string[] {
  const tags = new Set<string>();
  for (const account of accounts) for (const tag of account.tags ?? []) tags.add(tag);
  return [...tags].sort().slice(0, mostTags);
}

/** What each edit made of what was there: the next edit of the same field, or today, tells what it became. */
function historyOf(account: Account): readonly HistoryRow[] {
  const later: EditableFields = editableOf(account);
  const rows: HistoryRow[] = [];
  for (const { changedAtMs, before, by = null } of (account.history ?? []).toReversed()) {
    const changes = (Object.keys(before) as (keyof EditableFields)[]).flatMap((field) =>
      changeOf(field, before, later),
    );
    Object.assign(later, before);
    if (changes.length > 0) rows.push({ changedAtMs, changes, by });
  }
  return rows;
}

function changeOf(
  field: keyof EditableFields,
  before: Partial<EditableFields>,
  after: EditableFields,
): readonly HistoryChange[] {
  switch (field) {
    case 'issuer':
    case 'name':
    case 'deviceName':
    case 'note':
    case 'renewalNote':
    case 'mark':
      return [{ field, before: before[field] ?? '', after: after[field] ?? '' }];
    case 'tags':
    case 'sites':
    case 'domains':
      return [{ field, before: before[field] ?? [], after: after[field] ?? [] }];
    case 'expiresAtMs':
      return [{ field, before: before[field] ?? null, after: after[field] ?? null }];
    case 'otp': {
      const { otp } = before;
      if (otp === undefined) return [];
      const otherKey = otp.secret !== after.otp.secret;
      return [{ field, before: lookOf(otp), after: lookOf(after.otp), otherKey }];
    }
    // It goes with the key: the site has not accepted a code of the new one.
    case 'confirmed':
      return [];
  }
}

function twinsOf(accounts: readonly Account[], account: Account): readonly AccountTwin[] {
  const twins: AccountTwin[] = [];
  for (const other of accounts) {
    if (other === account) continue;
    if (other.otp.secret && other.otp.secret === account.otp.secret)
      twins.unshift({ ...optionOf(other), why: 'same-key' });
    else if (account.issuer !== '' && other.issuer === account.issuer && other.name === account.name)
      twins.push({ ...optionOf(other), why: 'same-name' });
  }
  return twins.slice(0, mostTwins);
}
