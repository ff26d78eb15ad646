/** Facts about the browser we run in, and what is asked of it once at each start. */
import { browser } from 'wxt/browser';

export function browserLanguages(): readonly string[] {
  return [browser.i18n.getUILanguage(), ...navigator.languages];
}

/**
 * Closes `storage.local` to content scripts, a compromised page's included. Chromium only; Firefox has no such switch, and
 * there nothing in it opens a vault with a password.
 */
export async function restrictStorage(): Promise<void> {
  const area = browser.storage.local as {
    setAccessLevel?: (access: { accessLevel: string }) => Promise<void>;
  };
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
}
