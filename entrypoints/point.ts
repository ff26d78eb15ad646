import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPointScript } from '@/lib/capture/point-script';
import { isDrawn } from '@/lib/fields/visibility';
import { createOpenRoot, type ExtensionDom } from '@/lib/fields/walk';

/** Injected by a gesture; does nothing until it is called. */
export default defineUnlistedScript(() => {
  const { chrome } = globalThis as { chrome?: { readonly dom?: ExtensionDom } };
  globalThis.secondePoint = createPointScript({
    doc: document,
    openRoot: createOpenRoot(chrome?.dom),
    visible: isDrawn,
  });
});
