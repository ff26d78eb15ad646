import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followAppearance } from '@/lib/browser/appearance';

type Api = typeof import('wxt/browser').browser;

/** The first script of every page that opens in a tab; popup and panel have it in theirs (entrypoints/ask). */
export default defineUnlistedScript(() => {
  const global = globalThis as { readonly browser?: Api; readonly chrome?: Api };
  const api = global.browser ?? global.chrome;
  if (api) followAppearance(api.storage.local);
});
