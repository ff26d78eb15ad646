/**
 * The walk *fill*: gesture → the one field → the account of this site → one fresh code typed. An account that is not tied
 * to the host is typed only after a clear question; nothing is submitted, ever.
 */
import { type Failure, failure } from '@/lib/errors';
import type { Card } from '@/lib/messages/protocol';
import { isKnownKind } from '@/lib/otp/parameters';
import { belongsTo, hostOf, tied } from '@/lib/sites/origin';
import type { Account } from '@/lib/vault/account';
import { digitsOf, enrollingHere, typeConfirmation } from './confirm-in-page';
import { type FoundField, findField } from './frames';
import type { WalkPorts } from './ports';
import type { PendingGesture } from './tab-record';
import { typeCode } from './type-code';

type FillGesture = Extract<PendingGesture, { kind: 'fill' }>;

/** More than this many accounts are looked for in the popup's list instead. */
const mostOptions = 50;

export interface FillRequestOfPerson {
  readonly frameId: number | null;
  /** The person right-clicked the field. */
  readonly focusedOnly: boolean;
  readonly accountId: string | null;
  /** The host that the person, asked, agreed to for this account. */
  readonly confirmedHost: string | null;
}

export async function fill(ports: WalkPorts, tabId: number, request: FillRequestOfPerson): Promise<void> {
  await ports.surfaces.popupGone();
  const vault = await ports.vault.state();
  if (vault.kind === 'locked') {
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
  if (vault.kind === 'unusable') return refuse(ports, tabId, vault.failure);
  const content = await ports.vault.content();
  if (!content.ok) return refuse(ports, tabId, content.failure);
  const { accounts } = content.value;

  const asked = accounts.find(({ id }) => id === request.accountId) ?? null;
  if (request.accountId !== null && asked === null) return refuse(ports, tabId, failure('account-unknown'));
  if (asked?.otp.kind === 'none') return refuse(ports, tabId, failure('account-without-code'));
  if (asked !== null && !isKnownKind(asked.otp)) return refuse(ports, tabId, failure('kind-unknown'));
  const found = await findField(ports, tabId, {
    frameId: request.frameId,
    focusedOnly: request.focusedOnly,
    digits: asked === null ? null : digitsOf(asked),
  });
  if (!found.ok) return refuse(ports, tabId, found.failure);

  const enrolling = await enrollingHere(ports, tabId, accounts, found.value.origin);
  if (enrolling !== null && (asked === null || asked.id === enrolling.id)) {
    await typeConfirmation(ports, tabId, enrolling, found.value, request.focusedOnly);
    return ports.surfaces.show(tabId);
  }
  const account = asked ?? (await chooseAccount(ports, tabId, accounts, found.value.origin));
  if (account === null) return;
  const host = hostOf(found.value.origin);
  if (!belongsTo(account, found.value.origin) && (host === null || request.confirmedHost !== host))
    return askSite(ports, tabId, account, found.value.origin);
  await typeForSignIn(ports, tabId, account, found.value, request.focusedOnly);
}

/** The one account of this site; with several, or none, the person is asked and `null` is answered. */
async function chooseAccount(
  ports: WalkPorts,
  tabId: number,
  accounts: readonly Account[],
  origin: string,
): Promise<Account | null> {
  const coded = accounts.filter(({ otp }) => otp.kind !== 'none');
  const here = coded.filter((account) => belongsTo(account, origin));
  const options = here.length > 0 ? here : coded;
  const only = options.length === 1 ? options[0] : undefined;
  if (only !== undefined) return only;
  if (options.length === 0 || options.length > mostOptions) {
    await refuse(ports, tabId, failure('account-none-here', { host: hostOf(origin) ?? '' }));
    return null;
  }
  await showCard(ports, tabId, {
    kind: 'pick-account',
    host: hostOf(origin) ?? '',
    options: options.map(({ id, issuer, name }) => ({ id, issuer, name })),
  });
  return null;
}

async function askSite(ports: WalkPorts, tabId: number, account: Account, origin: string): Promise<void> {
  await showCard(ports, tabId, {
    kind: 'ask-site',
    accountId: account.id,
    issuer: account.issuer,
    name: account.name,
    host: hostOf(origin) ?? '',
    knownHosts: account.sites.map((site) => hostOf(site) ?? site),
  });
}

async function typeForSignIn(
  ports: WalkPorts,
  tabId: number,
  account: Account,
  found: FoundField,
  focusedOnly: boolean,
): Promise<void> {
  const card = (fillState: Extract<Card, { kind: 'signing-in' }>['fill']): Card => ({
    kind: 'signing-in',
    accountId: account.id,
    issuer: account.issuer,
    name: account.name,
    fill: fillState,
  });
  const typed = await typeCode(
    ports,
    account,
    {
      tabId,
      frameId: found.frameId,
      origin: found.origin,
      focusedOnly,
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
  if (unchosen) await showCard(ports, tabId, card(typed.state));
  else await ports.records.change(tabId, (record) => ({ ...record, card: null, pending: null }));
  if (!belongsTo(account, found.origin)) {
    await ports.vault.update((content) => ({
      ...content,
      accounts: content.accounts.map((one) => (one.id === account.id ? tied(one, found.origin) : one)),
    }));
  }
}

async function showCard(ports: WalkPorts, tabId: number, card: Card): Promise<void> {
  await ports.records.change(tabId, (record) => ({ ...record, card, pending: null }));
  await ports.surfaces.show(tabId);
}

async function refuse(ports: WalkPorts, tabId: number, failure: Failure): Promise<void> {
  await showCard(ports, tabId, { kind: 'failed', failure });
}
