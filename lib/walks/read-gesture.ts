/** What an enrolling gesture brought, whole: with the PIN of the person, with the half of a key that is made here. */
import { type Result, ok } from '@/lib/errors';
import { decodeBase32, encodeBase32 } from '@/lib/otp/base32';
import { completeTwoStep, parseTwoStep, writtenPart } from '@/lib/otp/two-step';
import type { ReadAccounts } from '@/lib/transfer/format';
import { readAccounts } from '@/lib/transfer/registry';
import type { WalkPorts } from './ports';
import { type PendingGesture, lasting } from './tab-record';

export type EnrolGesture = Extract<PendingGesture, { kind: 'enrol' }>;

export interface GestureReading {
  readonly read: ReadAccounts;
  /** What the person has to type in the page before it takes any code. */
  readonly clientPart?: string;
}

/** Fails as `readAccounts` does. */
export async function readGesture(
  ports: WalkPorts,
  tabId: number,
  gesture: EnrolGesture,
  text: string,
): Promise<Result<GestureReading>> {
  const read = readAccounts(text, gesture.pin ?? null);
  if (read.ok) return ok({ read: read.value });
  return read.failure.code === 'uri-two-step' ? readTwoStep(ports, tabId, text) : read;
}

/** privacyIDEA: half of the key is made here. The same QR code scanned again in this tab has the same half. */
async function readTwoStep(ports: WalkPorts, tabId: number, text: string): Promise<Result<GestureReading>> {
  const enrolment = parseTwoStep(text);
  if (!enrolment.ok) return enrolment;
  const { madePart } = await ports.records.get(tabId);
  const part =
    madePart?.text === text ? decodeBase32(madePart.part) : ports.randomBytes(enrolment.value.partBytes);
  const account = await completeTwoStep(enrolment.value, part);
  await ports.records.change(tabId, (record) => ({
    ...record,
    ...lasting(record),
    madePart: { text, part: encodeBase32(part) },
  }));
  return ok({ read: { entries: [account], problems: [] }, clientPart: writtenPart(part) });
}
