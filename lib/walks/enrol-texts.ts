/**
 * The ways into *enrol* that bring a text themselves: a link, a selection, a picture from anywhere, a key typed by hand.
 * Only a text that the page of the tab gave goes on to fill that page.
 */
import { type Failure, type Result, ok } from '@/lib/errors';
import type { CodePreview, TextLook } from '@/lib/messages/scan-protocol';
import { accountByHand, type HandFields } from '@/lib/otp/by-hand';
import type { ParsedAccount } from '@/lib/otp/otpauth-uri';
import { codeAtStep, countedCode, stepAt } from '@/lib/otp/code';
import { readKeyText } from '@/lib/providers/key-text';
import { formatOtpauthUri } from '@/lib/otp/otpauth-format';
import { siteOrigin } from '@/lib/sites/origin';
import { holdsAccounts, namesIn, readAccounts } from '@/lib/transfer/registry';
import { continueEnrol } from './enrol';
import type { WalkPorts } from './ports';
import { gestureLifeMs, lasting } from './tab-record';

/** When and of which page a picture was taken. */
export interface PictureTaken {
  readonly origin: string | null;
  readonly atMs: number;
}

/** Adds what `text` holds. `origin`: of the page that gave it; null when no page is known to have. */
export async function enrolText(
  ports: WalkPorts,
  tabId: number,
  text: string,
  origin: string | null,
): Promise<void> {
  await ports.records.change(tabId, (record) => ({
    ...lasting(record),
    card: { kind: 'working', gesture: 'enrol' },
    pending: null,
    watch: null,
  }));
  await continueEnrol(ports, tabId, {
    kind: 'enrol',
    origin,
    texts: [text],
    privateWindowAllowed: false,
    madeAtMs: ports.clock.now(),
  });
}

/** The origin of the picture, where the tab is still on it: the page may have changed while the person was choosing. */
export async function originOfPicture(
  ports: WalkPorts,
  tabId: number,
  taken: PictureTaken | null,
): Promise<string | null> {
  if (taken?.origin == null || ports.clock.now() - taken.atMs > gestureLifeMs) return null;
  const tab = await ports.pages.tab(tabId);
  return siteOrigin(tab?.url ?? null) === taken.origin ? taken.origin : null;
}

/** Goes on as an address, which can wait for an unlock as any other text. */
export async function enrolByHand(
  ports: WalkPorts,
  tabId: number,
  fields: HandFields,
): Promise<Result<null>> {
  const account = accountByHand(fields);
  if (!account.ok) return account;
  await enrolText(ports, tabId, formatOtpauthUri(account.value), null);
  return ok(null);
}

/**
 * A selected text: an address is added at once, a key is answered for the form that asks for the rest. `origin` as in
 * `enrolText`.
 */
export async function enrolSelection(
  ports: WalkPorts,
  tabId: number,
  text: string,
  origin: string | null,
): Promise<{ readonly key: string } | null> {
  const read = readKeyText(text);
  if (read.kind === 'key') return { key: read.key };
  if (read.kind === 'address') await enrolText(ports, tabId, read.text, origin);
  else await refuseText(ports, tabId, read.failure);
  return null;
}

export function lookAtTexts(texts: readonly string[]): TextLook[] {
  return texts.map((text) => {
    const read = readAccounts(text);
    if (!read.ok && !holdsAccounts(text)) return { kind: 'failure', failure: read.failure };
    return { kind: 'account', ...namesIn(text), others: read.ok ? read.value.entries.length - 1 : 0 };
  });
}

/** The code of an account that is not kept, at `nowMs` (Unix ms): a counter is shown, never moved. */
export function previewCode(fields: HandFields, nowMs: number): Result<CodePreview> {
  const account = accountByHand(fields);
  return account.ok ? ok(previewOf(account.value, nowMs)) : account;
}

export function previewOf({ otp, warnings }: ParsedAccount, nowMs: number): CodePreview {
  const common = { keyLength: otp.secret.length, short: warnings.includes('secret-short') };
  if (otp.kind === 'hotp')
    return { ...common, code: countedCode(otp), expiresAtMs: null, periodSeconds: null };
  const { step, expiresAtMs, periodSeconds } = stepAt(otp, nowMs);
  return { ...common, code: codeAtStep(otp, step), expiresAtMs, periodSeconds };
}

async function refuseText(ports: WalkPorts, tabId: number, problem: Failure): Promise<void> {
  await ports.records.change(tabId, (record) => ({
    ...lasting(record),
    card: { kind: 'failed', failure: problem },
    pending: null,
    watch: null,
  }));
  await ports.surfaces.show(tabId);
}
