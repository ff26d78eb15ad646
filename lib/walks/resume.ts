/** The walk *unlock*, its second half: the gesture that met a locked vault goes on by itself. */
import { failure } from '@/lib/errors';
import { continueEnrol } from './enrol';
import { fill } from './fill';
import type { WalkPorts } from './ports';
import { type PendingGesture, isAlive } from './tab-record';

/** Called after every unlock with the tabs that have a record. */
export async function resumeAll(ports: WalkPorts, tabIds: readonly number[]): Promise<void> {
  for (const tabId of tabIds) {
    const { card, pending } = await ports.records.get(tabId);
    if (card?.kind === 'locked' && pending !== null) await resume(ports, tabId, pending);
  }
}

async function resume(ports: WalkPorts, tabId: number, gesture: PendingGesture): Promise<void> {
  if (!isAlive(gesture, ports.clock.now())) return expire(ports, tabId);
  if (gesture.kind === 'enrol') return continueEnrol(ports, tabId, gesture);
  if (gesture.kind === 'frame') return;
  const tab = await ports.pages.tab(tabId);
  const origin = tab?.url ? new URL(tab.url).origin : null;
  if (gesture.origin === null || origin !== gesture.origin) {
    await ports.records.change(tabId, (record) => ({
      ...record,
      card: { kind: 'failed', failure: failure('page-changed') },
      pending: null,
    }));
    return ports.surfaces.show(tabId);
  }
  const { frameId, focusedOnly, accountId } = gesture;
  await ports.records.change(tabId, (record) => ({ ...record, card: null, pending: null }));
  await fill(ports, tabId, { frameId, focusedOnly, accountId, confirmedHost: null });
}

/** The person chose one of several codes, or agreed to save from a private window. */
export async function goOn(
  ports: WalkPorts,
  tabId: number,
  change: (
    gesture: Extract<PendingGesture, { kind: 'enrol' }>,
  ) => Extract<PendingGesture, { kind: 'enrol' }> | null,
): Promise<void> {
  const { pending } = await ports.records.get(tabId);
  if (pending?.kind !== 'enrol' || !isAlive(pending, ports.clock.now())) return expire(ports, tabId);
  const changed = change(pending);
  if (changed === null) return expire(ports, tabId);
  await continueEnrol(ports, tabId, changed);
}

async function expire(ports: WalkPorts, tabId: number): Promise<void> {
  await ports.records.change(tabId, () => ({
    card: { kind: 'failed', failure: failure('gesture-expired') },
    pending: null,
    watch: null,
  }));
}
