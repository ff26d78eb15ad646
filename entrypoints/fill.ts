import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createFillScript } from '@/lib/fields/fill-script';
import { isDrawn, isVisible } from '@/lib/fields/visibility';
import { createOpenRoot, type ExtensionDom } from '@/lib/fields/walk';

/** What is used of `chrome`, which Gecko has too. No polyfill: it would weigh more than the script. */
interface Chrome {
  readonly dom?: ExtensionDom;
  readonly runtime?: { sendMessage?(message: unknown): Promise<unknown> | undefined };
}

/** Longer than this and the person waits for a clock instead of a code. */
const clockPatienceMs = 1500;

/** Injected by a gesture; does nothing until it is called. */
export default defineUnlistedScript(() => {
  const { chrome } = globalThis as { chrome?: Chrome };
  globalThis.secondeFill = createFillScript({
    doc: document,
    view: window,
    openRoot: createOpenRoot(chrome?.dom),
    drawn: isDrawn,
    visible: isVisible,
    origin: () => self.origin,
    isSecure: () => self.isSecureContext,
    armed: {
      get current() {
        return globalThis.secondeArmed;
      },
      set current(armed) {
        globalThis.secondeArmed = armed;
      },
    },
    tell(hint) {
      // A context orphaned by an update of the extension has nobody to tell: `runtime` is gone.
      chrome?.runtime?.sendMessage?.(hint)?.catch(() => undefined);
    },
    now: () => Date.now(),
    async head(path) {
      // `same-origin`: a redirect to any other site fails before that site hears of it.
      const { headers } = await fetch(location.origin + path, {
        method: 'HEAD',
        mode: 'same-origin',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(clockPatienceMs),
      });
      return { date: headers.get('date'), aged: headers.has('age') };
    },
  });
});
