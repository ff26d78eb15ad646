/** What the person answers to a question about a site: this field, this frame, this account, never here. */
import { failure } from '@/lib/errors';
import type { Card } from '@/lib/messages/protocol';
import { belongsTo, hostOf } from '@/lib/sites/origin';
import { memoryOf, withMemory } from '@/lib/sites/memory';
import { fill } from './fill';
import { lookForField } from './frames';
import type { WalkPorts } from './ports';
import { fieldsOf, neverHereCard, optionOf } from './site-cards';
import { lookOnSite } from './site-field';
import { isAlive } from './tab-record';

const anyField = { frameId: null, focusedOnly: false, confirmedHost: null } as const;
const mostAccounts = 50;

/** The field chosen in the card's list: pointed out, remembered for the site, filled. */
export async function fillChosenField(ports: WalkPorts, tabId: number, index: number): Promise<void> {
  await ports.surfaces.popupGone();
  const { card, choices } = await ports.records.get(tabId);
  const choice = choices?.[index];
  if (choice === undefined || (card?.kind !== 'pick-field' && card?.kind !== 'correct'))
    return showCard(ports, tabId, { kind: 'failed', failure: failure('gesture-expired') });
  const pointed = await ports.pages.point(tabId, choice.frameId, choice.key);
  if (!pointed.ok || !pointed.value)
    return showCard(ports, tabId, { kind: 'failed', failure: failure('page-changed') });
  const top = await topOrigin(ports, tabId);
  if (top !== null)
    await ports.vault.update((content) => withMemory(content, top, { field: choice.key, never: undefined }));
  await fill(ports, tabId, { ...anyField, accountId: card.accountId });
}

/** Kept before the browser is asked: its question may close the popup that asked. */
export async function askedForFrame(ports: WalkPorts, tabId: number, origin: string): Promise<void> {
  await ports.records.change(tabId, (record) => {
    const { card } = record;
    if (card?.kind !== 'ask-frame' || !card.frames.some((frame) => frame.origin === origin)) return record;
    const { topHost, accountId } = card;
    return {
      ...record,
      pending: { kind: 'frame', origin, topHost, accountId, madeAtMs: ports.clock.now() },
    };
  });
}

/** The browser lets us into the frame now: the gesture goes on, once. */
export async function fillFrame(ports: WalkPorts, tabId: number, origin: string): Promise<void> {
  const { pending } = await ports.records.get(tabId);
  if (pending?.kind !== 'frame' || pending.origin !== origin) return;
  let mine = false;
  await ports.records.change(tabId, (record) => {
    mine = record.pending === pending || record.pending?.madeAtMs === pending.madeAtMs;
    return mine
      ? { ...record, card: null, pending: null, frame: { origin, topHost: pending.topHost } }
      : record;
  });
  if (!mine) return;
  if (!isAlive(pending, ports.clock.now()) || !(await ports.access.allowed(origin)))
    return showCard(ports, tabId, { kind: 'failed', failure: failure('frame-foreign') });
  await fill(ports, tabId, { ...anyField, accountId: pending.accountId, confirmedTop: pending.topHost });
}

/** What went in last, where and why, with what it could have been instead. */
export async function showCorrection(ports: WalkPorts, tabId: number): Promise<void> {
  const [{ last }, content] = await Promise.all([ports.records.get(tabId), ports.vault.content()]);
  if (!last || !content.ok) return;
  const { accounts } = content.value;
  const wrong = accounts.find(({ id }) => id === last.accountId);
  const others = accounts.filter(({ id }) => id !== last.accountId);
  const here = others.filter((account) => belongsTo(account, last.origin));
  const offered = [...here, ...others.filter((account) => !here.includes(account))].slice(0, mostAccounts);
  const looked = await lookForField(ports, tabId, { frameId: null, focusedOnly: false, digits: null });
  const { choices } = looked.ok ? fieldsOf(looked.value.frames, content.value) : { choices: [] };
  const isWrong = ({ key, frameId }: { key: string; frameId: number }) =>
    key === last.key && frameId === last.frameId;
  const fields = looked.ok ? fieldsOf(looked.value.frames, content.value).options : [];
  const card: Card = {
    kind: 'correct',
    accountId: last.accountId,
    issuer: wrong?.issuer ?? '',
    name: wrong?.name ?? '',
    host: hostOf(last.origin) ?? '',
    field: last.label || last.place ? { label: last.label, place: last.place } : null,
    reasons: last.reasons,
    unattended: last.unattended,
    accounts: offered.map(optionOf),
    fields: fields
      .filter((_, at) => !isWrong(choices[at] as never))
      .map(({ label, place }) => ({ label, place })),
  };
  await ports.records.change(tabId, (record) => ({
    ...record,
    card,
    choices: choices.filter((choice) => !isWrong(choice)),
    pending: null,
  }));
}

/** Another account for this site: remembered, and its code goes in. The card named the host, so the click says yes to it. */
export async function fillOtherAccount(ports: WalkPorts, tabId: number, accountId: string): Promise<void> {
  const { card, last } = await ports.records.get(tabId);
  if (card?.kind !== 'correct' || !last) return;
  await ports.vault.update((content) => withMemory(content, last.origin, { accountId }));
  await fill(ports, tabId, { ...anyField, accountId, confirmedHost: hostOf(last.origin) });
}

export async function neverFillHere(ports: WalkPorts, tabId: number): Promise<void> {
  const { last } = await ports.records.get(tabId);
  if (!last) return;
  await ports.vault.update((content) =>
    withMemory(content, last.origin, { never: true, unattended: undefined }),
  );
  await ports.records.change(tabId, (record) => ({
    ...record,
    card: { ...neverHereCard(last.origin, null), accountId: last.accountId } as Card,
    last: null,
  }));
}

/** For the first look of a popup: *Enter* enters the code only where nothing has to be asked. */
export async function isFillReady(ports: WalkPorts, tabId: number): Promise<boolean> {
  const content = await ports.vault.content();
  if (!content.ok) return false;
  const question = { frameId: null, focusedOnly: false, digits: null };
  const looked = await lookOnSite(ports, tabId, content.value, question);
  if (!looked.ok || !looked.value.found.ok) return false;
  const { origin, frameId } = looked.value.found.value;
  const isOwn = frameId === 0 || origin === looked.value.topOrigin;
  return (
    isOwn &&
    !memoryOf(content.value, origin).never &&
    content.value.accounts.some((account) => belongsTo(account, origin))
  );
}

async function topOrigin(ports: WalkPorts, tabId: number): Promise<string | null> {
  const tab = await ports.pages.tab(tabId);
  return tab?.url && URL.canParse(tab.url) ? new URL(tab.url).origin : null;
}

async function showCard(ports: WalkPorts, tabId: number, card: Card): Promise<void> {
  await ports.records.change(tabId, (record) => ({ ...record, card, pending: null }));
  await ports.surfaces.show(tabId);
}
