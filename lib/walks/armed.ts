/**
 * The enrolling gesture, armed for one fill: where the page asks for the code at a later step, its QR code gone. The one
 * exception to *a code only after a gesture*, so it is narrow: this tab, the origin that gave the secret, this account,
 * ten minutes; shown in the card, and over as soon as the card says anything else.
 */
import type { Card } from '@/lib/messages/protocol';
import { hostOf, siteOrigin } from '@/lib/sites/origin';
import type { Account } from '@/lib/vault/account';
import { digitsOf, typeConfirmation } from './confirm-in-page';
import { findField } from './frames';
import type { WalkPorts } from './ports';
import { type TabRecord, gestureLifeMs } from './tab-record';

type ArmedCard = Extract<Card, { kind: 'enrolled' }> & {
  readonly fill: { readonly kind: 'armed'; readonly host: string; readonly untilMs: number };
};

interface Armed {
  readonly card: ArmedCard;
  readonly origin: string;
}

/** What is armed is in the card, nowhere else: whatever takes the card's place disarms. */
function armedOf({ card, secretFrom }: TabRecord): Armed | null {
  return card?.kind === 'enrolled' && card.fill.kind === 'armed' && secretFrom
    ? { card: card as ArmedCard, origin: secretFrom }
    : null;
}

export const isArmed = (record: TabRecord): boolean => armedOf(record) !== null;

/** After an enrolment whose page asks for no code yet. A page that cannot be watched leaves the card as it is. */
export async function arm(ports: WalkPorts, tabId: number, account: Account, origin: string): Promise<void> {
  if (!(await watch(ports, tabId, account, origin, gestureLifeMs))) return;
  const host = hostOf(origin) ?? origin;
  const untilMs = ports.clock.now() + gestureLifeMs;
  await ports.records.change(tabId, (record) =>
    record.card?.kind === 'enrolled' &&
    record.card.accountId === account.id &&
    record.card.fill.kind === 'nothing' &&
    record.secretFrom === origin
      ? { ...record, card: { ...record.card, fill: { kind: 'armed', host, untilMs } } }
      : record,
  );
}

/** The page says that it may be ready: a hint, from `origin` as the browser tells it. */
export async function fillArmed(ports: WalkPorts, tabId: number, origin: string): Promise<void> {
  const armed = armedOf(await ports.records.get(tabId));
  if (armed === null || origin !== armed.origin) return;
  const account = await stillWanted(ports, tabId, armed);
  if (account === null) return disarm(ports, tabId);

  const found = await findField(ports, tabId, {
    frameId: null,
    focusedOnly: false,
    digits: digitsOf(account),
  });
  if (!found.ok || found.value.origin !== armed.origin) return;
  const { field, survey } = found.value;
  const { host } = armed.card.fill;
  // As on the page of the QR code itself: the person may have a device name to give first.
  const waits = field.shape === 'boxes' ? 'boxes' : field.submitsByItself ? 'submits-by-itself' : null;
  const taken = await take(ports, tabId, armed, (card) => ({
    ...card,
    button: survey.button,
    fill: waits === null ? { kind: 'nothing' } : { kind: 'ready', host, why: waits },
  }));
  if (!taken) return;
  await ports.pages.arm(tabId, null);
  if (waits === null) await typeConfirmation(ports, tabId, account, found.value);
  await ports.surfaces.show(tabId);
}

/** The tab has gone on to another document; the one that watched is gone. */
export async function followArmed(ports: WalkPorts, tabId: number): Promise<void> {
  const armed = armedOf(await ports.records.get(tabId));
  if (armed === null) return;
  const account = await stillWanted(ports, tabId, armed);
  const leftMs = armed.card.fill.untilMs - ports.clock.now();
  // Where the browser no longer lets us in, nobody could tell which page this is.
  if (account === null || !(await watch(ports, tabId, account, armed.origin, leftMs)))
    await disarm(ports, tabId);
}

/** *Stop*, or the end of it. */
export async function disarm(ports: WalkPorts, tabId: number): Promise<void> {
  const armed = armedOf(await ports.records.get(tabId));
  if (armed === null) return;
  await take(ports, tabId, armed, (card) => ({ ...card, fill: { kind: 'nothing' } }));
  await ports.pages.arm(tabId, null);
}

/** The account, while the time lasts and the tab itself is where the secret came from. */
async function stillWanted(
  ports: WalkPorts,
  tabId: number,
  { card, origin }: Armed,
): Promise<Account | null> {
  if (ports.clock.now() >= card.fill.untilMs) return null;
  const tab = await ports.pages.tab(tabId);
  if (siteOrigin(tab?.url ?? null) !== origin) return null;
  const content = await ports.vault.content();
  return (content.ok && content.value.accounts.find(({ id }) => id === card.accountId)) || null;
}

/** Ends the arming, once: of two hints at the same moment only one is answered `true`. */
async function take(
  ports: WalkPorts,
  tabId: number,
  { card }: Armed,
  change: (card: ArmedCard) => Extract<Card, { kind: 'enrolled' }>,
): Promise<boolean> {
  let taken = false;
  await ports.records.change(tabId, (record) => {
    const now = armedOf(record);
    if (now?.card.accountId !== card.accountId || now.card.fill.untilMs !== card.fill.untilMs) return record;
    taken = true;
    return { ...record, card: change(now.card) };
  });
  return taken;
}

async function watch(
  ports: WalkPorts,
  tabId: number,
  account: Account,
  origin: string,
  forMs: number,
): Promise<boolean> {
  const watching = await ports.pages.arm(tabId, { expectedOrigin: origin, digits: digitsOf(account), forMs });
  return watching.ok && watching.value;
}
