import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellArrivals } from '@/lib/fields/arrivals';

/** What is used of `chrome`, which Gecko has too. No polyfill: it would weigh more than the script. */
interface Chrome {
  readonly runtime?: { sendMessage?(message: unknown): Promise<unknown> | undefined };
}

/** Registered for single sites that the person allowed; only says that the page is there. */
export default defineUnlistedScript(() => {
  const { chrome } = globalThis as { chrome?: Chrome };
  tellArrivals(document, window, (hint) => {
    chrome?.runtime?.sendMessage?.(hint)?.catch(() => undefined);
  });
});
