/** Handlers of lib/messages/token-protocol.ts, a line or two each. */
import { announceChange, tabRecords } from '@/lib/browser/session-records';
import { safekeepingRecord } from '@/lib/browser/safekeeping-record';
import { type Result, ok } from '@/lib/errors';
import type { Glance } from '@/lib/messages/protocol';
import type { TokenProtocol } from '@/lib/messages/token-protocol';
import type { Handlers } from '@/lib/messages/serve';
import * as details from '@/lib/walks/account-details';
import { fillFromCard } from '@/lib/walks/confirm-in-page';
import { fill } from '@/lib/walks/fill';
import { adjustClock, checkClock, forgetClock } from '@/lib/walks/site-clock';
import { ports, vault } from './household';

const done: Result<null> = ok(null);
const dayMs = 86_400_000;

export const tokenHandlers: Pick<Handlers, keyof TokenProtocol> = {
  'clock.check': ({ tabId }) => checkClock(ports, tabId),
  'clock.adjust': async ({ tabId, on }) => {
    const adjusted = await adjustClock(ports, tabId, on);
    if (adjusted.ok) void typeAgain(tabId).catch(() => undefined);
    return announced(adjusted);
  },
  'clock.anyway': async ({ tabId }) => {
    await tabRecords.change(tabId, (record) => ({ ...record, ownClock: true }));
    void typeAgain(tabId).catch(() => undefined);
    return done;
  },
  'clock.forget': async ({ host }) => announced(await forgetClock(ports, host)),

  'accounts.dates': async ({ accountId, ...dates }) => {
    const edited = await details.setDates(ports, accountId, dates);
    if (edited.ok) await announceChange();
    return edited;
  },
  'accounts.remind': async (reminder) => {
    const added = await details.addReminder(ports, reminder);
    if (added.ok) await announceChange();
    return added;
  },
  'expiry.not-now': async () => {
    await safekeepingRecord.change({ expiryQuietUntilMs: Date.now() + dayMs });
    await announceChange();
    return done;
  },

  'counter.find': ({ accountId, codes }) => details.findCounter(ports, accountId, codes),
  'counter.set': async ({ accountId, counter, back }) =>
    announced(await details.setCounter(ports, accountId, counter, back)),
};

/** The code of the card of this tab, by the clock that counts now. A tab without such a card has nothing to type. */
async function typeAgain(tabId: number): Promise<void> {
  vault.touch();
  const { card } = await tabRecords.get(tabId);
  const byFill = (accountId: string) =>
    fill(ports, tabId, { frameId: null, focusedOnly: false, accountId, confirmedHost: null });
  if (card?.kind === 'signing-in') return byFill(card.accountId);
  if (card?.kind !== 'enrolled') return;
  await tabRecords.change(tabId, (record) => {
    if (record.card?.kind !== 'enrolled') return record;
    const { clock: _, ...rest } = record.card;
    return { ...record, card: { ...rest, outcome: 'waiting', fill: { kind: 'nothing' } } };
  });
  await fillFromCard(ports, tabId, byFill);
}

/** What ends soon goes with the first look, except on a day on which the person put it off. */
export async function withExpiring(glance: Promise<Glance>): Promise<Glance> {
  const [seen, { expiryQuietUntilMs }] = await Promise.all([glance, safekeepingRecord.read()]);
  if (seen.vault.kind !== 'open') return seen;
  const content = await ports.vault.content();
  const nowMs = Date.now();
  if (!content.ok || nowMs < expiryQuietUntilMs) return seen;
  const expiring = details.expiring(content.value, nowMs);
  return expiring.length === 0 ? seen : { ...seen, expiring };
}

async function announced(result: Result<void>): Promise<Result<null>> {
  if (!result.ok) return result;
  await announceChange();
  return done;
}
