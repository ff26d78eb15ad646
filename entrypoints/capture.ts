import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCaptureScript } from '@/lib/capture/capture-script';
import { createOpenRoot, type ExtensionDom } from '@/lib/fields/walk';

/** What is used of `chrome`, which Gecko has too. No polyfill: it would weigh more than the script. */
interface Chrome {
  readonly dom?: ExtensionDom;
  readonly menus?: { getTargetElement?(id: number): Element | null };
}

/** Injected by a gesture; does nothing until it is called. */
export default defineUnlistedScript(() => {
  const { chrome } = globalThis as { chrome?: Chrome };
  globalThis.secondeCapture = createCaptureScript({
    doc: document,
    openRoot: createOpenRoot(chrome?.dom),
    targetElement: (id) => chrome?.menus?.getTargetElement?.(id) ?? null,
    origin: () => self.origin,
  });
});
