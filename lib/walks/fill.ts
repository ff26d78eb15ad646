/**
 * The walk *fill*: gesture → the one field → the account of this site → one fresh code typed. An account that is not tied
 * to the host is typed only after a clear question; nothing is submitted, ever.
 */
import { type Failure, failure } from '@/lib/errors';
import type { Card } from '@/lib/messages/protocol';
import { isKnownKind } from '@/lib/otp/parameters';
import { belongsTo, canWiden, hostOf, tied, widened } from '@/lib/sites/origin';
import { memoryOf } from '@/lib/sites/memory';
import type { Account, VaultContent } from '@/lib/vault/account';
import { chooseAccount } from './choose-account';
import { digitsOf, enrollingHere, typeConfirmation } from './confirm-in-page';
import { type FoundField, isAllowedInsecure } from './frames';
import type { WalkPorts } from './ports';
import { askSite, neverHereCard, pickAccountCard, unfilledCard } from './site-cards';
import { lookOnSite } from './site-field';
import type { LastEntry, PendingGesture } from './tab-record';
import { typeCode } from './type-code';

type FillGesture = Extract<PendingGesture, { kind: 'fill' }>;

export interface FillRequestOfPerson {
  readonly frameId: number | null;
  /** The person right-clicked the field. */
  readonly focusedOnly: boolean;
  readonly accountId: string | null;
  /** The host that the person, asked, agreed to for this account. */
  readonly confirmedHost: string | null;
  /** The host of the page around the frame, likewise. */
  readonly confirmedTop?: string | null;
  /** The yes was for every host under this domain. */
  readonly widenTo?: string | null;
}

export async function fill(ports: WalkPorts, tabId: number, request: FillRequestOfPerson): Promise<void> {
  try {
    await fillOnce(ports, tabId, request);
  } finally {
    await leaveFrame(ports, tabId);
  }
}

/** What the browser allowed for one gesture ends with it; while something is still asked of the person, it goes on. */
export async function leaveFrame(ports: WalkPorts, tabId: number): Promise<void> {
  const { card } = await ports.records.get(tabId);
  if (!card || !/^(ask-site|pick|locked)/.test(card.kind)) await giveBackFrame(ports, tabId);
}

/** The tab is gone, or the vault locks: whatever was still asked of the person is over too. */
export async function giveBackFrame(ports: WalkPorts, tabId: number): Promise<void> {
  const { frame } = await ports.records.get(tabId);
  if (!frame) return;
  await ports.records.change(tabId, (record) => ({ ...record, frame: null }));
  if (!(await ports.access.kept(frame.origin))) await ports.access.drop(frame.origin);
}

async function fillOnce(ports: WalkPorts, tabId: number, request: FillRequestOfPerson): Promise<void> {
  await ports.surfaces.popupGone();
  const vault = await ports.vault.state();
  if (vault.kind === 'locked') return waitForUnlock(ports, tabId, request);
  if (vault.kind === 'unusable') return refuse(ports, tabId, vault.failure);
  const content = await ports.vault.content();
  if (!content.ok) return refuse(ports, tabId, content.failure);
  const { accounts } = content.value;
  if (vault.kind === 'open' && vault.mustProtect && accounts.length === 0)
    return refuse(ports, tabId, failure('organisation-password'));

  const asked = accounts.find(({ id }) => id === request.accountId) ?? null;
  if (request.accountId !== null && asked === null) return refuse(ports, tabId, failure('account-unknown'));
  if (asked?.otp.kind === 'none') return refuse(ports, tabId, failure('account-without-code'));
  if (asked !== null && !isKnownKind(asked.otp)) return refuse(ports, tabId, failure('kind-unknown'));
  const looked = await lookOnSite(ports, tabId, content.value, {
    frameId: request.frameId,
    focusedOnly: request.focusedOnly,
    digits: asked === null ? null : digitsOf(asked),
  });
  if (!looked.ok) return refuse(ports, tabId, looked.failure, asked);
  const { found, topOrigin } = looked.value;
  const never = [topOrigin, found.ok ? found.value.origin : null].find(
    (origin) => origin !== null && memoryOf(content.value, origin).never,
  );
  if (never) return showCard(ports, tabId, neverHereCard(never, asked));
  if (!found.ok) {
    const { card, choices } = unfilledCard(looked.value, found.failure, content.value, asked);
    await ports.records.change(tabId, (record) => ({ ...record, card, choices, pending: null }));
    return ports.surfaces.show(tabId);
  }

  const field = found.value;
  const framedBy = outerHost(field, topOrigin);
  const enrolling = await enrollingHere(ports, tabId, accounts, field.origin);
  // In a frame of another site's page it is asked as any other.
  if (enrolling !== null && framedBy === null && (asked === null || asked.id === enrolling.id)) {
    await typeConfirmation(ports, tabId, enrolling, field, request.focusedOnly);
    return ports.surfaces.show(tabId);
  }
  const account = asked ?? (await accountFor(ports, tabId, content.value, field));
  if (account === null) return;
  const { frame } = await ports.records.get(tabId);
  const confirmedTop = request.confirmedTop ?? (frame?.origin === field.origin ? frame.topHost : null);
  const isKnown = belongsTo(account, field.origin) || request.confirmedHost === hostOf(field.origin);
  if (!isKnown || (framedBy !== null && confirmedTop !== framedBy))
    return showCard(ports, tabId, askSite(account, field.origin, framedBy));
  await typeForSignIn(ports, tabId, account, content.value, field, request);
}

/** The host around a frame of another site; `null` for the page itself and its own frames. */
function outerHost(field: FoundField, topOrigin: string | null): string | null {
  if (field.frameId === 0 || field.origin === topOrigin) return null;
  return hostOf(topOrigin) ?? '';
}

async function waitForUnlock(ports: WalkPorts, tabId: number, request: FillRequestOfPerson): Promise<void> {
  const tab = await ports.pages.tab(tabId);
  const gesture: FillGesture = {
    kind: 'fill',
    origin: tab?.url ? new URL(tab.url).origin : null,
    frameId: request.frameId,
    focusedOnly: request.focusedOnly,
    accountId: request.accountId,
    madeAtMs: ports.clock.now(),
  };
  await ports.records.change(tabId, (record) => ({
    ...record,
    card: { kind: 'locked', gesture: 'fill' },
    pending: gesture,
  }));
  return ports.surfaces.show(tabId);
}

/** `null`: the person is asked, or there is none to ask of. */
async function accountFor(
  ports: WalkPorts,
  tabId: number,
  content: VaultContent,
  field: FoundField,
): Promise<Account | null> {
  const chosen = await chooseAccount(ports, tabId, content, field);
  if (chosen.kind === 'one') return chosen.account;
  if (chosen.kind === 'ask') await showCard(ports, tabId, pickAccountCard(field.origin, chosen.options));
  else await refuse(ports, tabId, failure('account-none-here', { host: hostOf(field.origin) ?? '' }));
  return null;
}

async function typeForSignIn(
  ports: WalkPorts,
  tabId: number,
  account: Account,
  content: VaultContent,
  found: FoundField,
  request: FillRequestOfPerson,
): Promise<void> {
  const { focusedOnly } = request;
  const card = (fillState: Extract<Card, { kind: 'signing-in' }>['fill']): Card =>
    signingIn(account, fillState);
  const typed = await typeCode(
    ports,
    account,
    {
      tabId,
      frameId: found.frameId,
      origin: found.origin,
      focusedOnly,
      candidateKey: focusedOnly ? null : found.chosenKey,
      insecureAllowed: isAllowedInsecure(found.origin, content.httpHosts ?? []),
      deviceName: null,
      device: account.deviceName,
      signedIn: found.survey.signedIn === true,
    },
    async (state) => {
      await ports.records.change(tabId, (record) => ({ ...record, card: card(state) }));
      // The code that was used to enrol is not offered again for this sign-in, and that is said.
      if (state.kind === 'waiting' && state.used) await ports.surfaces.show(tabId);
    },
    async () => {
      const record = await ports.records.get(tabId);
      return record.card?.kind === 'signing-in' && record.card.accountId === account.id;
    },
  );
  if (typed === null) return;
  const unchosen = typed.state.kind === 'filled' && typed.state.deviceUnchosen !== undefined;
  if (typed.code === null) return showCard(ports, tabId, card(typed.state));
  // A code that went in needs no words: the field shows it, and the next opening of the popup shows the list.
  await ports.records.change(tabId, (record) => ({
    ...record,
    card: unchosen ? card(typed.state) : null,
    pending: null,
    last: entryOf(account, found, ports.clock.now(), false),
  }));
  if (unchosen) await ports.surfaces.show(tabId);
  await tie(ports, account, found.origin, request);
}

/** What the person agreed to: this host, or every host under the domain. */
async function tie(
  ports: WalkPorts,
  account: Account,
  origin: string,
  { widenTo, confirmedHost }: FillRequestOfPerson,
): Promise<void> {
  const host = new URL(origin).hostname;
  const domain = widenTo && confirmedHost === hostOf(origin) && canWiden(host, widenTo) ? widenTo : null;
  if (belongsTo(account, origin) && domain === null) return;
  await ports.vault.update((content) => ({
    ...content,
    accounts: content.accounts.map((one) =>
      one.id !== account.id ? one : domain === null ? tied(one, origin) : widened(tied(one, origin), domain),
    ),
  }));
}

/** What is remembered of a code that went in: where, and why there. */
export function entryOf(
  account: Account,
  { origin, frameId, field, survey, chosenKey }: FoundField,
  atMs: number,
  unattended: boolean,
): LastEntry {
  const candidate = survey.candidates.find(({ key }) => key === field.key);
  return {
    accountId: account.id,
    origin,
    frameId,
    key: field.key,
    label: candidate?.label ?? '',
    place: candidate?.place ?? '',
    reasons: chosenKey === null ? field.reasons : ['chosen', ...field.reasons],
    unattended,
    atMs,
  };
}

function signingIn(account: Account, fillState: Extract<Card, { kind: 'signing-in' }>['fill']): Card {
  return {
    kind: 'signing-in',
    accountId: account.id,
    issuer: account.issuer,
    name: account.name,
    fill: fillState,
  };
}

async function showCard(ports: WalkPorts, tabId: number, card: Card): Promise<void> {
  await ports.records.change(tabId, (record) => ({ ...record, card, pending: null }));
  await ports.surfaces.show(tabId);
}

/** With the code to copy, where it is known whose. */
async function refuse(
  ports: WalkPorts,
  tabId: number,
  failure: Failure,
  account: Account | null = null,
): Promise<void> {
  await showCard(
    ports,
    tabId,
    account === null ? { kind: 'failed', failure } : signingIn(account, { kind: 'failed', failure }),
  );
}
