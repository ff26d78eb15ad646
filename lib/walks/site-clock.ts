/**
 * The clock of the site that checks the code: read in the page, within a gesture, when a code is typed to enrol, after one was
 * refused, or because the person asks; followed only where the person said so.
 */
import {
  type ClockBounds,
  type ClockOffset,
  boundsOf,
  isFresh,
  isNotable,
  isSameClock,
  mostAdjustedMs,
  offsetFrom,
  ownClock,
  withOwnClock,
} from '@/lib/clock/offset';
import { type Result, fail, ok } from '@/lib/errors';
import type { ClockNote } from '@/lib/messages/token-protocol';
import { hostOf, siteOrigin } from '@/lib/sites/origin';
import type { VaultContent } from '@/lib/vault/account';
import type { WalkPorts } from './ports';

/** Where a clock is read: a frame that a gesture reached. */
export interface ClockPlace {
  readonly tabId: number;
  readonly frameId: number;
  readonly origin: string;
}

export async function readClock(ports: WalkPorts, place: ClockPlace): Promise<ClockOffset | null> {
  const { tabId, frameId, origin } = place;
  const read = await ports.pages.clock(tabId, frameId, { expectedOrigin: origin });
  const offset = read.ok && read.value !== null ? offsetFrom(read.value) : null;
  if (offset !== null)
    await ports.records.change(tabId, (record) => ({ ...record, clock: { origin, offset } }));
  return offset;
}

export function clockNote(origin: string, offset: ClockOffset | null, kept: ClockOffset | null): ClockNote {
  const host = hostOf(origin) ?? origin;
  if (offset === null) return { kind: 'unknown', host };
  const { offsetMs } = offset;
  return {
    kind: 'known',
    host,
    offsetMs,
    adjustedMs: kept?.offsetMs ?? null,
    notable: isNotable(offset, kept?.offsetMs),
    tooFar: Math.abs(offsetMs) > mostAdjustedMs,
  };
}

export function keptOffset(content: Pick<VaultContent, 'clockOffsets'>, origin: string): ClockOffset | null {
  const offsets = content.clockOffsets;
  return offsets !== undefined && Object.hasOwn(offsets, origin) ? (offsets[origin] ?? null) : null;
}

/**
 * Before a code is typed on a site whose clock is followed: the bounds of what was measured, measured again when that was
 * long ago. A computer that has been set right since is not led astray by what it was.
 */
export async function followedClock(ports: WalkPorts, place: ClockPlace): Promise<ClockBounds> {
  const content = await ports.vault.content();
  const kept = content.ok ? keptOffset(content.value, place.origin) : null;
  if (kept === null) return ownClock;
  const nowMs = ports.clock.now();
  if (isFresh(kept, nowMs)) return boundsOf(kept, nowMs);
  const read = await readClock(ports, place);
  if (read === null) return boundsOf(kept, nowMs);
  // A clock that has leapt (ours was set, or a page answers for its server) is followed again only with a new yes.
  if (isNotable(read) && !isSameClock(read, kept)) {
    await keepOffset(ports, place.origin, null);
    return ownClock;
  }
  const follow = isNotable(read);
  await keepOffset(ports, place.origin, follow ? read : null);
  const bounds = boundsOf(read, ports.clock.now());
  return follow ? bounds : withOwnClock(bounds);
}

/** `question`: the person is asked before a code is typed that the site would refuse. */
export type EnrolmentClock = { readonly bounds: ClockBounds } | { readonly question: ClockNote };

/** The clock for the code that confirms an enrolment: read once, and asked about when it differs by much. */
export async function enrolmentClock(ports: WalkPorts, place: ClockPlace): Promise<EnrolmentClock> {
  const [content, record] = await Promise.all([ports.vault.content(), ports.records.get(place.tabId)]);
  if (record.ownClock) return { bounds: ownClock };
  if (content.ok && keptOffset(content.value, place.origin) !== null)
    return { bounds: await followedClock(ports, place) };
  const read = await readClock(ports, place);
  if (read === null) return { bounds: ownClock };
  if (isNotable(read)) return { question: clockNote(place.origin, read, null) };
  return { bounds: withOwnClock(boundsOf(read, ports.clock.now())) };
}

/** After a refused code, once for each code: what the clock has to do with it. `null`: asked already, or counted codes. */
export async function clockAfterRefusal(
  ports: WalkPorts,
  tabId: number,
  accountId: string,
): Promise<ClockNote | null> {
  const before = await ports.records.get(tabId);
  // Where the page is gone, as after the person's own word, the code was typed where the secret came from.
  const origin = before.watch?.origin ?? before.clock?.origin ?? before.secretFrom;
  const content = await ports.vault.content();
  const account = content.ok ? content.value.accounts.find(({ id }) => id === accountId) : undefined;
  if (before.watch?.clockAsked || origin == null || !content.ok) return null;
  if (account === undefined || !isTimed(account.otp.kind)) return null;
  await ports.records.change(tabId, (record) =>
    record.watch === null ? record : { ...record, watch: { ...record.watch, clockAsked: true } },
  );
  // In Firefox the grant ends with the page that was sent: then what was read there a moment ago counts.
  const { clock } = before;
  const lately = clock?.origin === origin && isFresh(clock.offset, ports.clock.now()) ? clock.offset : null;
  const read = await readClock(ports, { tabId, frameId: before.watch?.frameId ?? 0, origin });
  return clockNote(origin, read ?? lately, keptOffset(content.value, origin));
}

export function isTimed(kind: string): boolean {
  return kind !== 'hotp' && kind !== 'none';
}

/** The person asks: the page in front is asked, and nobody else. */
export async function checkClock(ports: WalkPorts, tabId: number): Promise<Result<ClockNote>> {
  const [tab, content] = await Promise.all([ports.pages.tab(tabId), ports.vault.content()]);
  if (!content.ok) return content;
  const origin = siteOrigin(tab?.url ?? null);
  if (origin === null) return fail('page-protected');
  const read = await readClock(ports, { tabId, frameId: 0, origin });
  return ok(clockNote(origin, read, keptOffset(content.value, origin)));
}

/** With the person's yes: codes for the site last read in this tab follow its clock; `on` false: no longer. */
export async function adjustClock(ports: WalkPorts, tabId: number, on: boolean): Promise<Result<void>> {
  const { clock } = await ports.records.get(tabId);
  if (clock === undefined) return fail('gesture-expired');
  if (on && Math.abs(clock.offset.offsetMs) > mostAdjustedMs) return fail('clock-too-far');
  const kept = await keepOffset(ports, clock.origin, on ? clock.offset : null);
  if (!kept.ok) return kept;
  // Steps are counted by another clock now. What was typed by the old one was refused, or is long over.
  const { card } = await ports.records.change(tabId, (record) => {
    const { ownClock: _, ...rest } = record;
    return rest;
  });
  if (card !== null && 'accountId' in card && card.accountId !== null)
    await ports.usedSteps.set(card.accountId, -1);
  return ok();
}

export async function forgetClock(ports: WalkPorts, host: string): Promise<Result<void>> {
  const content = await ports.vault.content();
  if (!content.ok) return content;
  const origins = Object.keys(content.value.clockOffsets ?? {}).filter((origin) => hostOf(origin) === host);
  for (const origin of origins) {
    const kept = await keepOffset(ports, origin, null);
    if (!kept.ok) return kept;
  }
  return ok();
}

async function keepOffset(
  ports: WalkPorts,
  origin: string,
  offset: ClockOffset | null,
): Promise<Result<void>> {
  const written = await ports.vault.update((content) => {
    const { [origin]: _, ...others } = content.clockOffsets ?? {};
    return { ...content, clockOffsets: offset === null ? others : { ...others, [origin]: offset } };
  });
  return written.ok ? ok() : written;
}
