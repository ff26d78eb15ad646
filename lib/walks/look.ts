/**
 * What became of a code that was typed: read from the page while the grant of the gesture lasts, asked of the person
 * where it is gone, never taken from silence.
 */
import type { Outcome } from '@/lib/messages/protocol';
import { siteOrigin } from '@/lib/sites/origin';
import type { VaultContent } from '@/lib/vault/account';
import { olderTwins } from '@/lib/vault/twins';
import type { WalkPorts } from './ports';
import { clockAfterRefusal } from './site-clock';
import type { TabRecord, Watch } from './tab-record';

/** How long a submitted page may say nothing before the person is asked. */
const patienceMs = 3000;

/**
 * An injected script saw the page being submitted with the code in it, or being left by its cancel button: a hint, tied to
 * what we typed there ourselves. Answers whether there is something to look at now.
 */
export async function noteSubmitted(
  ports: WalkPorts,
  tabId: number,
  hint: { readonly origin: string; readonly cancelled: boolean },
): Promise<boolean> {
  let noted = false;
  await ports.records.change(tabId, (before) => {
    if (before.watch === null || before.watch.origin !== hint.origin) return before;
    noted = true;
    const { cancelled } = hint;
    const submittedAtMs = cancelled ? null : ports.clock.now();
    return { ...before, watch: { ...before.watch, submittedAtMs, cancelled } };
  });
  return noted;
}

export async function look(ports: WalkPorts, tabId: number): Promise<void> {
  const { watch } = await ports.records.get(tabId);
  if (watch === null) return;
  const seen = await ports.pages.outcome(tabId, watch.frameId, {
    expectedOrigin: watch.origin,
    code: watch.code,
    deviceName: watch.deviceName,
    submitted: watch.submittedAtMs !== null,
    ...(watch.signedIn && { signedIn: watch.signedIn }),
  });
  const outcome = seen.ok
    ? seen.value
    : (await isStillThere(ports, tabId, watch))
      ? 'silent'
      : 'page-changed';
  if (outcome === 'unchanged') return noteGone(ports, tabId, null);
  if (outcome === 'accepted') return conclude(ports, tabId, watch, true);
  const left = watch.cancelled === true && watch.submittedAtMs === null;
  const settled: Outcome = outcome === 'refused' ? 'refused' : left ? 'left' : 'unknown';
  if (outcome === 'silent' && !silentForLong(watch, ports.clock.now()))
    return noteGone(ports, tabId, watch.goneSinceMs ?? ports.clock.now());
  await ports.records.change(tabId, (record) => ({
    ...withOutcome(record, watch, settled),
    watch: outcome === 'page-changed' ? null : record.watch,
  }));
  if (outcome === 'refused') await explainRefusal(ports, tabId, watch);
}

/**
 * The grant ends at a navigation to another origin (in Firefox at any), and the address of the tab with it: nothing more
 * can be seen from here. While the address can be read, a page that did not answer is only between two documents.
 */
async function isStillThere(ports: WalkPorts, tabId: number, { origin }: Watch): Promise<boolean> {
  const tab = await ports.pages.tab(tabId);
  return siteOrigin(tab?.url ?? null) === origin;
}

/**
 * A page on its way to the next document says nothing yet; it is looked at again while somebody watches. Without a
 * submission that was seen, the code has gone by a way we do not know: back, a link, a button that is none.
 */
function silentForLong({ submittedAtMs, cancelled, goneSinceMs }: Watch, nowMs: number): boolean {
  if (cancelled === true && submittedAtMs === null) return true;
  const sinceMs = submittedAtMs ?? goneSinceMs;
  return sinceMs !== undefined && nowMs - sinceMs > patienceMs;
}

/** Of a page without the code: since when. `null`: the code is there. */
async function noteGone(ports: WalkPorts, tabId: number, sinceMs: number | null): Promise<void> {
  await ports.records.change(tabId, (record) => {
    if (record.watch === null || (record.watch.goneSinceMs ?? null) === sinceMs) return record;
    const { goneSinceMs: _, ...watch } = record.watch;
    return { ...record, watch: sinceMs === null ? watch : { ...watch, goneSinceMs: sinceMs } };
  });
}

/** Seen by us, or said by the person: the site took the code, or did not. */
export async function conclude(
  ports: WalkPorts,
  tabId: number,
  watch: Pick<Watch, 'accountId'>,
  accepted: boolean,
): Promise<void> {
  const older = accepted ? await confirm(ports, watch.accountId) : [];
  await ports.records.change(tabId, (record) => ({
    ...withOutcome(record, watch, accepted ? 'accepted' : 'refused', older),
    watch: accepted ? null : record.watch,
  }));
  if (!accepted) await explainRefusal(ports, tabId, watch);
}

/** The clock is the usual reason. In a sign-in, where no card is open, it is worth one only when it is the reason. */
async function explainRefusal(
  ports: WalkPorts,
  tabId: number,
  { accountId }: Pick<Watch, 'accountId'>,
): Promise<void> {
  const clock = await clockAfterRefusal(ports, tabId, accountId);
  if (clock === null) return;
  const content = await ports.vault.content();
  const account = content.ok ? content.value.accounts.find(({ id }) => id === accountId) : undefined;
  if (account === undefined) return;
  let isNew = false;
  await ports.records.change(tabId, (record) => {
    const { card } = record;
    if (card?.kind === 'enrolled')
      return card.accountId === accountId ? { ...record, card: { ...card, clock } } : record;
    if (card !== null || clock.kind !== 'known' || !clock.notable) return record;
    isNew = true;
    const { issuer, name } = account;
    const fill = { kind: 'clock' as const, host: clock.host, clock };
    return { ...record, card: { kind: 'signing-in', accountId, issuer, name, fill } };
  });
  if (isNew) await ports.surfaces.show(tabId);
}

/** Answers the older accounts that this one, verified only now, may have taken the place of at its site. */
async function confirm(ports: WalkPorts, accountId: string): Promise<readonly string[]> {
  const isNew = ({ id, confirmed }: VaultContent['accounts'][number]): boolean =>
    id === accountId && !confirmed;
  const content = await ports.vault.content();
  if (!content.ok || !content.value.accounts.some(isNew)) return [];
  const written = await ports.vault.update((before) => ({
    ...before,
    accounts: before.accounts.map((one) => (isNew(one) ? { ...one, confirmed: true } : one)),
  }));
  const account = written.ok ? written.value.accounts.find(({ id }) => id === accountId) : undefined;
  return written.ok && account !== undefined
    ? olderTwins(written.value.accounts, account).map(({ id }) => id)
    : [];
}

function withOutcome(
  record: TabRecord,
  watch: Pick<Watch, 'accountId'>,
  outcome: Outcome,
  older: readonly string[] = [],
): TabRecord {
  return record.card?.kind === 'enrolled' && record.card.accountId === watch.accountId
    ? { ...record, card: { ...record.card, outcome, ...(older.length === 0 ? {} : { older }) } }
    : record;
}
