import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { FirstQuestion } from '@/lib/messages/first-question';
import { askFirst } from '@/lib/messages/first-question';
import { followAppearance } from '@/lib/browser/appearance';

type Api = typeof import('wxt/browser').browser;

interface Reply {
  readonly value?: { readonly settings?: unknown };
}

function settingsIn(reply: unknown): unknown {
  return (reply as Reply | null | undefined)?.value?.settings;
}

/**
 * The first script of the popup and the panel: the question is on its way, and a stopped background starting, before
 * anything that draws is even read. No polyfill, which would be waited for: both browsers answer with promises here.
 */
export default defineUnlistedScript(() => {
  const global = globalThis as {
    readonly browser?: Api;
    readonly chrome?: Api;
    secondeFirst?: Promise<FirstQuestion>;
  };
  const api = global.browser ?? global.chrome;
  if (api === undefined) return;
  global.secondeFirst = askFirst({
    activeTabId: async () => (await api.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? null,
    send: (message) => api.runtime.sendMessage(message),
  });
  followAppearance(
    api.storage.local,
    global.secondeFirst.then(({ reply }) => settingsIn(reply)),
  );
});
