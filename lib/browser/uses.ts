/**
 * What was used lately. The order of use is in `storage.local`, as ids without moments: they mean nothing without the open
 * vault, and say of an account only that another was used before it. What is spent lives in memory with the browser.
 */
import { browser } from 'wxt/browser';
import type { Uses } from '@/lib/walks/ports';

const recentKey = 'recent';
const spentKey = 'spent';
const mostRecent = 200;

/** Notes wait for each other. */
let last: Promise<unknown> = Promise.resolve();

export const uses: Uses = {
  async recent() {
    const stored: unknown = (await browser.storage.local.get(recentKey))[recentKey];
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  },
  async spent() {
    const stored: unknown = (await browser.storage.session.get(spentKey))[spentKey];
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, number>) : {};
  },
  note(accountId, untilMs, nowMs) {
    const noted = last.then(() => note(accountId, untilMs, nowMs));
    last = noted.catch(() => undefined);
    return noted;
  },
};

async function note(accountId: string, untilMs: number | null, nowMs: number): Promise<void> {
  const before = await uses.recent();
  if (before[0] !== accountId) {
    const recent = [accountId, ...before.filter((id) => id !== accountId)].slice(0, mostRecent);
    await browser.storage.local.set({ [recentKey]: recent });
  }
  if (untilMs === null) return;
  const spent = Object.entries(await uses.spent()).filter(([, endsMs]) => endsMs > nowMs);
  await browser.storage.session.set({ [spentKey]: { ...Object.fromEntries(spent), [accountId]: untilMs } });
}
