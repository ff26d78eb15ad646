/**
 * The walk *enrol*: gesture → texts → account saved → its code in the page that gave the secret → card. The account is
 * saved before anything else happens: an enrolment page times out, and a secret lost after it was confirmed locks a
 * person out.
 */
import { type Failure, failure } from '@/lib/errors';
import type { CaptureRequest } from '@/lib/fields/page-contract';
import type { Card, EnrolWarning } from '@/lib/messages/protocol';
import { isRehearsalSecret } from '@/lib/otp/rehearsal';
import { siteOrigin } from '@/lib/sites/origin';
import type { ReadAccounts } from '@/lib/transfer/format';
import { namesIn, readAccounts } from '@/lib/transfer/registry';
import { arm } from './armed';
import { areOneExport, collectParts, partOf } from './collect-parts';
import { fillAtEnrolment } from './confirm-in-page';
import { otherAppCard, pageCard } from './point';
import type { WalkPorts } from './ports';
import { type EnrolGesture, readGesture } from './read-gesture';
import { readPage } from './read-page';
import { saveAccounts } from './save-accounts';
import { lasting } from './tab-record';

export type EnrolledCard = Extract<Card, { kind: 'enrolled' }>;

export async function enrol(ports: WalkPorts, tabId: number, request: CaptureRequest): Promise<void> {
  await ports.records.change(tabId, (record) => ({
    ...lasting(record),
    card: { kind: 'working', gesture: 'enrol' },
    pending: null,
    watch: null,
  }));
  const reading = await readPage(ports, tabId, request);
  if (!reading.ok) {
    const card = await pageCard(ports, tabId, reading.failure);
    return card === null ? refuse(ports, tabId, reading.failure) : conclude(ports, tabId, card);
  }
  const { origin, texts, guessed } = reading.value;
  const gesture: EnrolGesture = {
    kind: 'enrol',
    origin,
    texts,
    privateWindowAllowed: false,
    madeAtMs: ports.clock.now(),
  };
  if (guessed) await wait(ports, tabId, gesture, { ...chooseCard(gesture), written: true });
  else await continueEnrol(ports, tabId, gesture);
}

/** Goes on with a gesture from where it stood: after the choice, the yes, or the unlock it waited for. */
export async function continueEnrol(ports: WalkPorts, tabId: number, gesture: EnrolGesture): Promise<void> {
  const [text, ...others] = gesture.texts;
  if (text === undefined) return refuse(ports, tabId, failure('qr-none'));
  if (others.length > 0 && !areOneExport(gesture.texts))
    return wait(ports, tabId, gesture, chooseCard(gesture));

  const reading = await readGesture(ports, tabId, gesture, text);
  if (!reading.ok) return explain(ports, tabId, gesture, reading.failure);
  const { read, clientPart } = reading.value;
  const tab = await ports.pages.tab(tabId);
  if (tab?.privateWindow && !gesture.privateWindowAllowed)
    return wait(ports, tabId, gesture, { kind: 'private-window' });

  const vault = await ports.vault.state();
  if (vault.kind === 'locked') return wait(ports, tabId, gesture, { kind: 'locked', gesture: 'enrol' });
  if (vault.kind === 'unusable') return refuse(ports, tabId, vault.failure);

  if (partOf(read) !== null) return collect(ports, tabId, gesture);

  // An export of several accounts confirms nothing on this page, and is no attempt at one enrolment.
  const page = read.entries.length === 1 ? siteOrigin(gesture.origin) : null;
  const saved = await saveAccounts(ports, read, page, gesture.pin);
  if (!saved.ok) return refuse(ports, tabId, saved.failure);
  const settings = await ports.settings.read();
  const { account, known, others: alsoSaved, first, replaced } = saved.value;
  const card: EnrolledCard = {
    kind: 'enrolled',
    accountId: account.id,
    issuer: account.issuer,
    name: account.name,
    known,
    others: alsoSaved,
    fill: { kind: 'nothing' },
    outcome: account.confirmed ? 'accepted' : 'waiting',
    button: null,
    warnings: warningsOf(read),
    askComputer: first && settings.computer === null && !isRehearsalSecret(account.otp.secret),
    computer: settings.computer,
    ...(clientPart === undefined ? {} : { clientPart }),
    ...(replaced.length === 0 ? {} : { replaced }),
  };
  // A gesture that waited must find its page again.
  await ports.records.change(tabId, (record) => ({
    ...lasting(record),
    card,
    pending: null,
    watch: null,
    secretFrom: page,
  }));
  // A site that waits for a half of the key takes no code yet, and its field is not one for codes.
  if (settings.fillAtEnrolment && page !== null && clientPart === undefined) {
    const isAsked = await fillAtEnrolment(ports, tabId, account, page);
    if (!isAsked && !account.confirmed) await arm(ports, tabId, account, page);
  }
  await ports.surfaces.show(tabId);
}

/** Nothing is enrolled, but the person may be able to go on. */
async function explain(
  ports: WalkPorts,
  tabId: number,
  gesture: EnrolGesture,
  failure: Failure,
): Promise<void> {
  if (failure.code === 'pin-needed') {
    const { issuer = '', name = '' } = failure.details ?? {};
    return wait(ports, tabId, gesture, { kind: 'pin', issuer, name });
  }
  // A key alone is no account yet: its form finds the text here.
  if (failure.code === 'qr-bare-key') return wait(ports, tabId, gesture, { kind: 'failed', failure });
  const card = await otherAppCard(ports, tabId, failure, gesture.origin !== null);
  return card === null ? refuse(ports, tabId, failure) : conclude(ports, tabId, card);
}

async function collect(ports: WalkPorts, tabId: number, gesture: EnrolGesture): Promise<void> {
  const parts = gesture.texts.flatMap((text) => {
    const read = readAccounts(text);
    return (read.ok && partOf(read.value)) || [];
  });
  const collected = await collectParts(ports, tabId, parts);
  if (!collected.ok) return refuse(ports, tabId, collected.failure);
  // A part of another export waits for the person's word.
  if (collected.value.other) return wait(ports, tabId, gesture, collected.value);
  return conclude(ports, tabId, collected.value);
}

/** Those of the account itself; of an export also what it did not bring, so that none is lost in silence. */
function warningsOf({ entries, problems }: ReadAccounts): EnrolWarning[] {
  const warnings = [...(entries.length === 1 ? (entries[0]?.warnings ?? []) : [])];
  if (problems.length > 0) warnings.push('entries-unread');
  return warnings;
}

function chooseCard(gesture: EnrolGesture): Extract<Card, { kind: 'choose' }> {
  return {
    kind: 'choose',
    options: gesture.texts.map(namesIn),
  };
}

async function wait(ports: WalkPorts, tabId: number, gesture: EnrolGesture, card: Card): Promise<void> {
  await ports.records.change(tabId, (record) => ({
    ...lasting(record),
    card,
    pending: gesture,
    watch: null,
  }));
  await ports.surfaces.show(tabId);
}

async function refuse(ports: WalkPorts, tabId: number, failure: Failure): Promise<void> {
  await conclude(ports, tabId, { kind: 'failed', failure });
}

async function conclude(ports: WalkPorts, tabId: number, card: Card): Promise<void> {
  await ports.records.change(tabId, (record) => ({ ...lasting(record), card, pending: null, watch: null }));
  await ports.surfaces.show(tabId);
}
