/** The last half of *enrol* and *fill*: one fresh code of one account into one frame of one tab. */
import type { ClockBounds } from '@/lib/clock/offset';
import { type Failure, failure } from '@/lib/errors';
import type { FillState } from '@/lib/messages/protocol';
import { isKnownKind } from '@/lib/otp/parameters';
import { hostOf } from '@/lib/sites/origin';
import type { Account } from '@/lib/vault/account';
import { leastLifeMs, planTimedCode, takeCountedCode } from './make-code';
import type { WalkPorts } from './ports';
import { followedClock } from './site-clock';

export interface TypingTarget {
  readonly tabId: number;
  readonly frameId: number;
  /** Checked again inside the page, just before typing. */
  readonly origin: string;
  readonly focusedOnly: boolean;
  readonly candidateKey?: string | null;
  readonly insecureAllowed?: boolean;
  readonly deviceName: string | null;
  /** What is known of the site's clock; left out, the clock that is followed on this site counts. */
  readonly clock?: ClockBounds;
  /** The name under which the site may list the device at a sign-in. */
  readonly device?: string | undefined;
  /** Without a gesture: a refusal is not looked into either, since a site is asked for its time only in one. */
  readonly unattended?: true;
  /** As the survey of the page said. */
  readonly signedIn: boolean;
}

export interface Typed {
  readonly state: FillState;
  /** The code that stands in the page; `null` if none does. */
  readonly code: string | null;
  readonly deviceName: string | null;
}

/**
 * Waits for a fresh code if it must, saying so through `say`, types it, and leaves it watched. `wanted` is asked after a wait: the person may
 * have done something else meanwhile; `null` is answered when the gesture is no longer wanted.
 */
export async function typeCode(
  ports: WalkPorts,
  account: Account,
  target: TypingTarget,
  say: (state: FillState) => Promise<void>,
  wanted: () => Promise<boolean>,
): Promise<Typed | null> {
  const host = hostOf(target.origin) ?? target.origin;
  const made = await freshCode(ports, account, target, (atMs) => {
    // One that is only about to die has less than that to wait for.
    const used = atMs - ports.clock.now() > leastLifeMs;
    return say({ kind: 'waiting', host, atMs, ...(used && { used }) });
  });
  if ('failure' in made) return failed(made.failure);
  if (made.waited && !(await wanted())) return null;

  // Watched before it is typed: a page may go on by itself as soon as the code is complete, even while it is typed.
  const { watch: before } = await ports.records.get(target.tabId);
  await watchCode(ports, account, target, made.code);
  const filled = await ports.pages.fill(target.tabId, target.frameId, {
    expectedOrigin: target.origin,
    code: made.code,
    focusedOnly: target.focusedOnly,
    ...(target.candidateKey && { candidateKey: target.candidateKey }),
    ...(target.insecureAllowed && { insecureAllowed: true }),
    deviceName: target.deviceName,
    ...(target.device !== undefined && { device: target.device }),
  });
  const refusal = !filled.ok
    ? filled.failure
    : filled.value.kind === 'refused'
      ? failure(filled.value.why)
      : null;
  const report = filled.ok && filled.value.kind === 'filled' ? filled.value : null;
  if (refusal !== null && !(await wasSubmitted(ports, target.tabId, made.code))) {
    await ports.records.change(target.tabId, (record) =>
      record.watch?.code === made.code ? { ...record, watch: before } : record,
    );
    return failed(refusal);
  }
  if (made.step !== null) await ports.usedSteps.set(account.id, made.step);
  await ports.uses.note(account.id, made.expiresAtMs, ports.clock.now());
  const deviceName = report === null ? null : report.deviceName;
  return {
    state: {
      kind: 'filled',
      host,
      expiresAtMs: made.expiresAtMs,
      deviceName,
      ...(report?.deviceUnchosen && target.device !== undefined && { deviceUnchosen: target.device }),
    },
    code: made.code,
    deviceName,
  };
}

async function watchCode(
  ports: WalkPorts,
  account: Account,
  { tabId, frameId, origin, deviceName, signedIn, unattended }: TypingTarget,
  code: string,
): Promise<void> {
  await ports.records.change(tabId, (record) => ({
    ...record,
    watch: {
      accountId: account.id,
      origin,
      frameId,
      code,
      deviceName,
      submittedAtMs: null,
      ...(signedIn && { signedIn }),
      ...(unattended && { clockAsked: true }),
    },
  }));
}

/** The page took the code with it before the report of its typing could come back. */
async function wasSubmitted(ports: WalkPorts, tabId: number, code: string): Promise<boolean> {
  const { watch } = await ports.records.get(tabId);
  return watch?.code === code && watch.submittedAtMs !== null;
}

function failed(failure: Failure): Typed {
  return { state: { kind: 'failed', failure }, code: null, deviceName: null };
}

type Made =
  | {
      readonly code: string;
      readonly step: number | null;
      readonly expiresAtMs: number | null;
      readonly waited: boolean;
    }
  | { readonly failure: Failure };

async function freshCode(
  ports: WalkPorts,
  account: Account,
  target: TypingTarget,
  sayWaiting: (atMs: number) => Promise<void>,
): Promise<Made> {
  if (account.otp.kind === 'none') return { failure: failure('account-without-code') };
  if (!isKnownKind(account.otp)) return { failure: failure('kind-unknown') };
  if (account.otp.kind === 'hotp') {
    const taken = await takeCountedCode(ports.vault, account.id);
    if (!taken.ok) return { failure: taken.failure };
    if (taken.value === null) return { failure: failure('account-unknown') };
    return { code: taken.value.code, step: null, expiresAtMs: null, waited: false };
  }
  const clock = target.clock ?? (await followedClock(ports, target));
  const usedStep = await ports.usedSteps.get(account.id);
  const plan = planTimedCode(account.otp, ports.clock.now(), usedStep, clock);
  const waited = plan.fromMs > ports.clock.now();
  if (waited) {
    await sayWaiting(plan.fromMs);
    await waitUntil(ports, target.tabId, plan.fromMs);
  }
  return { ...plan, waited };
}

/** Counts down on the toolbar icon: one call a second also keeps a service worker from being stopped while it waits. */
async function waitUntil(ports: WalkPorts, tabId: number, atMs: number): Promise<void> {
  for (let leftMs = atMs - ports.clock.now(); leftMs > 0; leftMs = atMs - ports.clock.now()) {
    await ports.surfaces.countDown(tabId, Math.ceil(leftMs / 1000));
    await ports.clock.sleep(Math.min(leftMs, leftMs % 1000 || 1000));
  }
  await ports.surfaces.countDown(tabId, null);
}
