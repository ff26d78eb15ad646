/** What is remembered about backups, in `storage.local` beside the vault: file names and moments, nothing secret. */
import { browser } from 'wxt/browser';
import { emptySafekeeping, type SafekeepingRecord } from '@/lib/walks/safekeeping';

const key = 'safekeeping';

export const safekeepingRecord = {
  async read(): Promise<SafekeepingRecord> {
    try {
      const stored = (await browser.storage.local.get(key))[key];
      return { ...emptySafekeeping, ...(stored as Partial<SafekeepingRecord> | undefined) };
    } catch {
      // Storage fails: the vault says so, and this is no reason to say nothing at all.
      return emptySafekeeping;
    }
  },
  async change(change: Partial<SafekeepingRecord>): Promise<void> {
    await browser.storage.local.set({ [key]: { ...(await safekeepingRecord.read()), ...change } });
  },
};
