/** That the person said again who they are: in memory of this browser session, closed to content scripts. */
import { browser } from 'wxt/browser';
import type { Grant, KeyPorts } from '@/lib/walks/account-key';

const key = 'grant';

export const grantStore: KeyPorts['grant'] = {
  async read() {
    return ((await browser.storage.session.get(key))[key] as Grant | undefined) ?? null;
  },
  write: (grant) => browser.storage.session.set({ [key]: grant }),
};

/** The vault locks. */
export async function forgetGrant(): Promise<void> {
  await browser.storage.session.remove(key);
}
