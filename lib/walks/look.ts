/**
 * What became of a code that was typed: read from the page while the grant of the gesture lasts, asked of the person
 * where it is gone, never taken from silence.
 */
import type { Outcome } from '@/lib/messages/protocol';
import { siteOrigin } from '@/lib/sites/origin';
import type { WalkPorts } from './ports';
import type { TabRecord, Watch } from './tab-record';

/** How long a submitted page may say nothing before the person is asked. */
const patienceMs = 3000;

/** An injected script saw the page being submitted with the code in it: a hint, tied to what we typed there ourselves. */
export async function noteSubmitted(
  ports: WalkPorts,
  tabId: number,
  hint: { readonly origin: string; readonly cancelled: boolean },
): Promise<boolean> {
  const record = await ports.records.change(tabId, (before) =>
    before.watch === null || before.watch.origin !== hint.origin
      ? before
      : { ...before, watch: { ...before.watch, submittedAtMs: hint.cancelled ? null : ports.clock.now() } },
  );
  return record.watch?.submittedAtMs != null;
}

export async function look(ports: WalkPorts, tabId: number): Promise<void> {
  const { watch } = await ports.records.get(tabId);
  if (watch === null) return;
  const seen = await ports.pages.outcome(tabId, watch.frameId, {
    expectedOrigin: watch.origin,
    code: watch.code,
    deviceName: watch.deviceName,
    submitted: watch.submittedAtMs !== null,
  });
  const outcome = seen.ok
    ? seen.value
    : (await isStillThere(ports, tabId, watch))
      ? 'silent'
      : 'page-changed';
  if (outcome === 'unchanged') return;
  if (outcome === 'accepted') return conclude(ports, tabId, watch, true);
  const settled: Outcome = outcome === 'refused' ? 'refused' : 'unknown';
  if (outcome === 'silent' && !silentForLong(watch, ports.clock.now())) return;
  await ports.records.change(tabId, (record) => ({
    ...withOutcome(record, watch, settled),
    watch: outcome === 'page-changed' ? null : record.watch,
  }));
}

/**
 * The grant ends at a navigation to another origin (in Firefox at any), and the address of the tab with it: nothing more
 * can be seen from here. While the address can be read, a page that did not answer is only between two documents.
 */
async function isStillThere(ports: WalkPorts, tabId: number, { origin }: Watch): Promise<boolean> {
  const tab = await ports.pages.tab(tabId);
  return siteOrigin(tab?.url ?? null) === origin;
}

/** A page on its way to the next document says nothing yet; it is looked at again while somebody watches. */
function silentForLong(watch: Watch, nowMs: number): boolean {
  return watch.submittedAtMs !== null && nowMs - watch.submittedAtMs > patienceMs;
}

/** Seen by us, or said by the person: the site took the code, or did not. */
export async function conclude(
  ports: WalkPorts,
  tabId: number,
  watch: Pick<Watch, 'accountId'>,
  accepted: boolean,
): Promise<void> {
  if (accepted) {
    const content = await ports.vault.content();
    const account = content.ok ? content.value.accounts.find(({ id }) => id === watch.accountId) : undefined;
    if (account !== undefined && !account.confirmed)
      await ports.vault.update((before) => ({
        ...before,
        accounts: before.accounts.map((one) =>
          one.id === watch.accountId ? { ...one, confirmed: true } : one,
        ),
      }));
  }
  await ports.records.change(tabId, (record) => ({
    ...withOutcome(record, watch, accepted ? 'accepted' : 'refused'),
    watch: accepted ? null : record.watch,
  }));
}

function withOutcome(record: TabRecord, watch: Pick<Watch, 'accountId'>, outcome: Outcome): TabRecord {
  return record.card?.kind === 'enrolled' && record.card.accountId === watch.accountId
    ? { ...record, card: { ...record.card, outcome } }
    : record;
}
