import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellAccountClicks } from '@/lib/fields/account-clicks';

/** What is used of `chrome`, which Gecko has too. No polyfill: it would weigh more than the script. */
interface Chrome {
  readonly runtime?: { readonly id?: string; sendMessage?(message: unknown): Promise<unknown> | undefined };
}

/** Registered for single sites where the person chose that clicks on account links open in Seconde. */
export default defineUnlistedScript(() => {
  const { chrome } = globalThis as { chrome?: Chrome };
  tellAccountClicks(document, (hint) => {
    // Without an id the extension is gone, or was updated since: nobody would hear.
    if (!chrome?.runtime?.id) return false;
    chrome.runtime.sendMessage?.(hint)?.catch(() => undefined);
    return true;
  });
});
