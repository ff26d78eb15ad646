/**
 * Filling without a gesture, where the person turned it on for that one site. The page's word that it was loaded is a
 * hint; everything is looked at here. Nothing is asked and nothing is said: where anything is unclear, nothing happens.
 */
import { boundsOf, isFresh, ownClock } from '@/lib/clock/offset';
import { isKnownKind } from '@/lib/otp/parameters';
import { siteOrigin } from '@/lib/sites/origin';
import { memoryOf } from '@/lib/sites/memory';
import type { Account, VaultContent } from '@/lib/vault/account';
import { digitsOf } from './confirm-in-page';
import { entryOf } from './fill';
import { planTimedCode } from './make-code';
import type { WalkPorts } from './ports';
import { keptOffset } from './site-clock';
import { lookOnSite } from './site-field';
import { typeCode } from './type-code';

export interface Arrival {
  /** Of the document that says so, by the browser. */
  readonly origin: string;
  /** One load of one page, by its script. */
  readonly load: string;
}

/** A page that does not take the code must not be given one after the other. */
const leastPauseMs = 2 * 60_000;
const loadsKept = 20;
const longestWaitMs = 5000;

export async function fillUnattended(ports: WalkPorts, tabId: number, arrival: Arrival): Promise<void> {
  const { origin, load } = arrival;
  if ((await ports.policy.read()).forbidUnattendedFill) return;
  const vault = await ports.vault.state();
  if (vault.kind !== 'open' || !vault.protected) return;
  const content = await ports.vault.content();
  if (!content.ok) return;
  const account = accountOf(content.value, origin);
  if (account === null || account.otp.kind === 'none' || account.otp.kind === 'hotp') return;
  if (!isKnownKind(account.otp)) return;
  // A site is asked for its time only in a gesture.
  const followed = keptOffset(content.value, origin);
  if (followed !== null && !isFresh(followed, ports.clock.now())) return;
  const before = await ports.records.get(tabId);
  if (before.unattendedLoads?.includes(load) || before.card !== null) return;
  if (before.last?.origin === origin && ports.clock.now() - before.last.atMs < leastPauseMs) return;
  if (!(await ports.access.kept(origin)) || !(await isInFront(ports, tabId, origin))) return;

  const looked = await lookOnSite(ports, tabId, content.value, {
    frameId: 0,
    focusedOnly: false,
    digits: digitsOf(account),
  });
  if (!looked.ok) return;
  const { found } = looked.value;
  if (!found.ok || found.value.origin !== origin || found.value.field.class !== 'authenticator') return;
  if (found.value.field.certainty !== 'sure') return;
  // One code a time step. A code about to die is waited out, silently and not for long; then all is looked at again.
  const used = await ports.usedSteps.get(account.id);
  const nowMs = ports.clock.now();
  const clock = followed === null ? ownClock : boundsOf(followed, nowMs);
  const waitMs = planTimedCode(account.otp, nowMs, used, clock).fromMs - nowMs;
  if (waitMs > longestWaitMs) return;
  if (waitMs > 0) {
    await ports.clock.sleep(waitMs);
    return fillUnattended(ports, tabId, arrival);
  }

  let first = false;
  await ports.records.change(tabId, (record) => {
    const loads = record.unattendedLoads ?? [];
    first = !loads.includes(load);
    return first ? { ...record, unattendedLoads: [...loads, load].slice(-loadsKept) } : record;
  });
  if (!first) return;
  const typed = await typeCode(
    ports,
    account,
    {
      tabId,
      frameId: 0,
      origin,
      focusedOnly: false,
      candidateKey: found.value.chosenKey,
      clock,
      unattended: true,
      deviceName: null,
      signedIn: false,
    },
    async () => undefined,
    async () => false,
  );
  if (typed === null || typed.code === null) return;
  await ports.records.change(tabId, (record) => ({
    ...record,
    last: entryOf(account, found.value, ports.clock.now(), true),
  }));
}

/** The only account tied to this very host, where the person turned it on. A wider domain is not enough. */
function accountOf(content: VaultContent, origin: string): Account | null {
  const { unattended, never } = memoryOf(content, origin);
  if (!unattended || never || siteOrigin(origin) !== origin) return null;
  const here = content.accounts.filter(({ sites }) => sites.includes(origin));
  return here.length === 1 ? (here[0] ?? null) : null;
}

async function isInFront(ports: WalkPorts, tabId: number, origin: string): Promise<boolean> {
  const tab = await ports.pages.tab(tabId);
  return tab !== null && tab.active && siteOrigin(tab.url) === origin;
}
