/**
 * Enrolment's confirmation: the first code goes into the page that gave the secret (it learns nothing from it), and what
 * the site made of it is read while the page can be seen.
 */
import { type ErrorCode, failure } from '@/lib/errors';
import type { FillState } from '@/lib/messages/protocol';
import { codeLength } from '@/lib/otp/code';
import { belongsTo, hostOf, siteOrigin, tied } from '@/lib/sites/origin';
import type { Account } from '@/lib/vault/account';
import type { EnrolledCard } from './enrol';
import { type FoundField, findField } from './frames';
import type { WalkPorts } from './ports';
import { enrolmentClock, isTimed } from './site-clock';
import { typeCode } from './type-code';

/**
 * Fills the single confirmation field of the page that gave the secret. A page without a sure field (a webmail, a PDF)
 * is left alone and is not tied to the account; boxes and pages that submit by themselves wait for the person, who has
 * a device name to give first. Answers `false` where the page asks for no code yet.
 */
export async function fillAtEnrolment(
  ports: WalkPorts,
  tabId: number,
  account: Account,
  origin: string,
): Promise<boolean> {
  const found = await findField(ports, tabId, {
    frameId: null,
    focusedOnly: false,
    digits: digitsOf(account),
  });
  if (!found.ok) return !notYet.has(found.failure.code);
  if (found.value.origin !== origin) return true;
  const { field, survey } = found.value;
  const host = hostOf(origin) ?? origin;
  await changeEnrolled(ports, tabId, account.id, (card) => ({ ...card, button: survey.button }));
  if (field.shape === 'boxes' || field.submitsByItself) {
    const why = field.shape === 'boxes' ? 'boxes' : 'submits-by-itself';
    await setFill(ports, tabId, account.id, { kind: 'ready', host, why });
    return true;
  }
  await typeConfirmation(ports, tabId, account, found.value);
  return true;
}

/** What is found where the field of the code is to come at a later step. */
const notYet: ReadonlySet<ErrorCode> = new Set(['field-none', 'field-unsure', 'field-hidden']);

/**
 * The card's own button: the code goes in now, whatever the shape of the field; also a fresh one for an expired one, or
 * the first one on the page that comes after the QR code. On any other origin `elsewhere` takes over: there it is asked
 * first.
 */
export async function fillFromCard(
  ports: WalkPorts,
  tabId: number,
  elsewhere: (accountId: string) => Promise<void>,
): Promise<void> {
  const { card, secretFrom } = await ports.records.get(tabId);
  if (card?.kind !== 'enrolled') return;
  await ports.surfaces.popupGone();
  const content = await ports.vault.content();
  const account = content.ok ? content.value.accounts.find(({ id }) => id === card.accountId) : undefined;
  if (account === undefined) {
    const failure = content.ok ? { code: 'account-unknown' as const } : content.failure;
    return setFill(ports, tabId, card.accountId, { kind: 'failed', failure });
  }
  const found = await findField(ports, tabId, {
    frameId: null,
    focusedOnly: false,
    digits: digitsOf(account),
  });
  if (!found.ok) {
    // The page let us in when the card was made: what has ended since is the grant.
    const lost = found.failure.code === 'page-protected';
    await setFill(ports, tabId, account.id, {
      kind: 'failed',
      failure: lost ? failure('page-grant-lost') : found.failure,
    });
  } else if (
    (found.value.origin !== secretFrom && !belongsTo(account, found.value.origin)) ||
    (await isFramedElsewhere(ports, tabId, found.value))
  )
    return elsewhere(account.id);
  else await typeConfirmation(ports, tabId, account, found.value);
  await ports.surfaces.show(tabId);
}

/** The field is in a frame of a page of another site. */
async function isFramedElsewhere(
  ports: WalkPorts,
  tabId: number,
  { frameId, origin }: FoundField,
): Promise<boolean> {
  return frameId !== 0 && siteOrigin((await ports.pages.tab(tabId))?.url ?? null) !== origin;
}

/** The account that was just enrolled from this origin in this tab and has not been typed there yet. */
export async function enrollingHere(
  ports: WalkPorts,
  tabId: number,
  accounts: readonly Account[],
  origin: string,
): Promise<Account | null> {
  const { card, secretFrom } = await ports.records.get(tabId);
  if (card?.kind !== 'enrolled' || secretFrom !== origin) return null;
  const account = accounts.find(({ id }) => id === card.accountId);
  return account === undefined || belongsTo(account, origin) ? null : account;
}

export async function typeConfirmation(
  ports: WalkPorts,
  tabId: number,
  account: Account,
  found: FoundField,
  focusedOnly = false,
): Promise<void> {
  const place = { tabId, frameId: found.frameId, origin: found.origin };
  const clock = isTimed(account.otp.kind) ? await enrolmentClock(ports, place) : null;
  if (clock !== null && 'question' in clock) {
    const host = hostOf(found.origin) ?? found.origin;
    return setFill(ports, tabId, account.id, { kind: 'clock', host, clock: clock.question });
  }
  const typed = await typeCode(
    ports,
    account,
    {
      ...place,
      ...(clock === null ? {} : { clock: clock.bounds }),
      focusedOnly,
      deviceName: found.survey.deviceNameField ? await ports.deviceName() : null,
      signedIn: found.survey.signedIn === true,
    },
    (state) => setFill(ports, tabId, account.id, state),
    async () => {
      const { card } = await ports.records.get(tabId);
      return card?.kind === 'enrolled' && card.accountId === account.id && card.fill.kind === 'waiting';
    },
  );
  if (typed === null) return;
  await ports.records.change(tabId, (record) => ({
    ...record,
    card: isEnrolled(record.card, account.id)
      ? {
          ...record.card,
          fill: typed.state,
          outcome: record.card.outcome === 'accepted' ? 'accepted' : 'waiting',
        }
      : record.card,
  }));
  // Only an origin that takes the confirmation code is tied: it is where the codes of this account are asked for.
  if (typed.code !== null) await tieSite(ports, account.id, found.origin, typed.deviceName);
}

async function tieSite(
  ports: WalkPorts,
  accountId: string,
  origin: string,
  deviceName: string | null,
): Promise<void> {
  const site = siteOrigin(origin);
  if (site === null) return;
  await ports.vault.update((content) => ({
    ...content,
    accounts: content.accounts.map((account) =>
      account.id === accountId
        ? { ...tied(account, site), ...(deviceName === null ? {} : { deviceName }) }
        : account,
    ),
  }));
}

export function digitsOf({ otp }: Account): number | null {
  return otp.kind === 'none' || otp.kind === 'kept' ? null : codeLength(otp);
}

function isEnrolled(card: unknown, accountId: string): card is EnrolledCard {
  const enrolled = card as EnrolledCard | null;
  return enrolled?.kind === 'enrolled' && enrolled.accountId === accountId;
}

async function changeEnrolled(
  ports: WalkPorts,
  tabId: number,
  accountId: string,
  change: (card: EnrolledCard) => EnrolledCard,
): Promise<void> {
  await ports.records.change(tabId, (record) =>
    isEnrolled(record.card, accountId) ? { ...record, card: change(record.card) } : record,
  );
}

async function setFill(ports: WalkPorts, tabId: number, accountId: string, fill: FillState): Promise<void> {
  await changeEnrolled(ports, tabId, accountId, (card) => ({ ...card, fill }));
}
