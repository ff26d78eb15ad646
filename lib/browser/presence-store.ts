/** That the person said again who they are: in memory of this browser session, closed to content scripts. */
import { browser } from 'wxt/browser';
import type { Presence, PresencePorts } from '@/lib/walks/presence';

const key = 'presence';

export const presenceStore: PresencePorts['presence'] = {
  async read() {
    return parse((await browser.storage.session.get(key))[key]);
  },
  async write(presence) {
    await (presence === null
      ? browser.storage.session.remove(key)
      : browser.storage.session.set({ [key]: presence }));
  },
};

/** What is not understood is nobody's word. */
function parse(value: unknown): Presence | null {
  if (typeof value !== 'object' || value === null) return null;
  const { atMs, ways } = value as Record<string, unknown>;
  const isRead =
    typeof atMs === 'number' && Array.isArray(ways) && ways.every((id) => typeof id === 'string');
  return isRead ? { atMs, ways: ways as string[] } : null;
}
