/** Settings in `storage.local`: one object, read leniently, written whole. */
import { browser } from 'wxt/browser';
import { parseSettings } from '@/lib/messages/parse';
import type { Settings } from '@/lib/settings/settings';

const key = 'settings';

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(key);
  return parseSettings(stored[key]);
}

export async function changeSettings(change: Partial<Omit<Settings, 'schema'>>): Promise<Settings> {
  const settings: Settings = { ...(await readSettings()), ...change, schema: 1 };
  await browser.storage.local.set({ [key]: settings });
  return settings;
}
