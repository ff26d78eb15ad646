/**
 * An export that takes several QR codes: its parts come one by one, in any order, and each is saved at once, so that
 * nothing is lost when the person stops. What is here is counted by tab, while the browser runs.
 */
import { type Result, ok } from '@/lib/errors';
import type { Card } from '@/lib/messages/protocol';
import type { MigrationBatch } from '@/lib/otp/google-migration';
import type { ReadAccounts } from '@/lib/transfer/format';
import { readAccounts } from '@/lib/transfer/registry';
import type { WalkPorts } from './ports';
import { saveAccounts } from './save-accounts';
import type { ExportSoFar, TabRecord } from './tab-record';

type CollectedCard = Extract<Card, { kind: 'collected' }>;

interface Part extends ReadAccounts {
  readonly batch: MigrationBatch;
}

/** The text as one of several parts; `null` for anything else, also a whole export in one QR code. */
export function partOf(read: ReadAccounts): Part | null {
  const { batch } = read;
  return batch !== undefined && batch.size > 1 && batch.index < batch.size ? { ...read, batch } : null;
}

/** Whether all texts are parts of one and the same export: then there is nothing to choose between. */
export function areOneExport(texts: readonly string[]): boolean {
  const parts = texts.map((text) => {
    const read = readAccounts(text);
    return read.ok ? partOf(read.value) : null;
  });
  const [first] = parts;
  return first != null && parts.every((part) => part !== null && sameExport(part.batch, first.batch));
}

/**
 * Saves the parts and answers the card that says which are missing. A part of another export than the one begun is not
 * saved: the card says so, and the person decides.
 */
export async function collectParts(
  ports: WalkPorts,
  tabId: number,
  parts: readonly Part[],
): Promise<Result<CollectedCard>> {
  for (const part of parts) {
    const { exportSoFar: before } = await ports.records.get(tabId);
    if (before !== undefined && !sameExport(before, part.batch))
      return ok({ ...cardOf(before), other: true });
    const saved = await saveAccounts(ports, part, null);
    if (!saved.ok) return saved;
    const { added } = saved.value;
    await ports.records.change(tabId, (record) => ({
      ...record,
      exportSoFar: withPart(record.exportSoFar, part, added),
    }));
  }
  const { exportSoFar } = await ports.records.get(tabId);
  if (exportSoFar === undefined) throw new RangeError('"parts" expected at least one');
  const card = cardOf(exportSoFar);
  // Once it is whole, the next one begins anew.
  if (card.have.length === card.size) await ports.records.change(tabId, withoutExport);
  return ok(card);
}

export function withoutExport(record: TabRecord): TabRecord {
  const { exportSoFar: _, ...rest } = record;
  return rest;
}

function withPart(before: ExportSoFar | undefined, part: Part, added: number): ExportSoFar {
  const { id, size, index } = part.batch;
  const begun = before ?? { id, size, have: [], added: 0, known: 0, unread: 0 };
  const number = index + 1;
  // Scanned a second time: everything of it is counted already.
  if (begun.have.includes(number)) return begun;
  return {
    ...begun,
    have: [...begun.have, number].sort((one, other) => one - other),
    added: begun.added + added,
    known: begun.known + part.entries.length - added,
    unread: begun.unread + part.problems.length,
  };
}

function cardOf({ size, have, added, known, unread }: ExportSoFar): CollectedCard {
  return { kind: 'collected', size, have, added, known, unread, other: false };
}

function sameExport(
  one: Pick<MigrationBatch, 'id' | 'size'>,
  other: Pick<MigrationBatch, 'id' | 'size'>,
): boolean {
  return one.id === other.id && one.size === other.size;
}
