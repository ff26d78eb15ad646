/** Walking a page: through open and closed shadow roots, downwards and upwards. Reads only. */

/** Opens the shadow root of an element, closed ones too where the browser lets extensions do so. */
export type OpenRoot = (element: Element) => ShadowRoot | null;

/** The one call used of `chrome.dom`. */
export interface ExtensionDom {
  openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null;
}

/** Chromium gives extensions `chrome.dom`; Gecko gives them a property of the element. */
export function createOpenRoot(dom: ExtensionDom | undefined): OpenRoot {
  return (element) => {
    if (element.shadowRoot) return element.shadowRoot;
    // Only these may have a root (DOM, "valid shadow host name"); asking about every element costs.
    if (
      !/-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/.test(
        element.localName,
      )
    )
      return null;
    try {
      return (
        (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ??
        dom?.openOrClosedShadowRoot(element as HTMLElement) ??
        null
      );
    } catch {
      return null;
    }
  };
}

/** Every element under `root` in document order, those of a shadow root before the children of its host. */
export function elementsUnder(root: Document | ShadowRoot, openRoot: OpenRoot): Element[] {
  const all: Element[] = [];
  for (const element of root.querySelectorAll('*')) {
    all.push(element);
    const shadow = openRoot(element);
    if (shadow) for (const inner of elementsUnder(shadow, openRoot)) all.push(inner);
  }
  return all;
}

/** The element above, out of a shadow root too. */
export const parentOf = (element: Element): Element | null =>
  element.parentElement ?? (element.parentNode as Partial<ShadowRoot> | null)?.host ?? null;

/** The element itself and those above it, nearest first. */
export function* ancestors(element: Element, most = 100): Generator<Element> {
  for (let at: Element | null = element; at && most-- > 0; at = parentOf(at)) yield at;
}

/** The focused element, inside shadow roots too. */
export function focusedElement(doc: Document, openRoot: OpenRoot): Element | null {
  let element = doc.activeElement;
  for (let root; element && (root = openRoot(element))?.activeElement;) element = root.activeElement;
  return element;
}

/** Text a person can see, where the browser can tell. */
export const textOf = (element: Element): string =>
  (element as HTMLElement).innerText ?? element.textContent ?? '';
