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
    try {
      // Throws for an element that is not HTML.
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

export type Root = Document | ShadowRoot;

/** Of the names without a hyphen, only these may have a root (DOM, "valid shadow host name"). */
const plainHosts =
  'article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span';
const mayBeHost = new RegExp(`-|^(?:${plainHosts.replaceAll(',', '|')})$`);
const noHosts =
  'a,b,br,button,circle,em,form,g,head,html,i,iframe,img,input,label,li,link,meta,ol,option,path,rect,script,select,strong,style,svg,table,tbody,td,th,tr,ul,use';
/** Asking an element for its root costs 2 µs, so that on a larger page the plain ones are asked only when they look like a host. */
const manyElements = 5000;

/** A document and every shadow root in it, and the names of its custom elements. */
export function surveyRoots(doc: Document, openRoot: OpenRoot): { roots: Root[]; tags: Set<string> } {
  const roots: Root[] = [doc];
  const tags = new Set<string>();
  // The list grows while it is walked.
  for (const root of roots) {
    const few = root.querySelectorAll('*').length < manyElements;
    const hosts = few
      ? `:not(${noHosts})`
      : `:not(${noHosts},${plainHosts}),:is(${plainHosts}):is(:empty,:has(>[slot]))`;
    for (const element of root.querySelectorAll(hosts)) {
      if (element.localName.includes('-')) tags.add(element.localName);
      const shadow = openRoot(element);
      if (shadow) roots.push(shadow);
    }
  }
  return { roots, tags };
}

/** What a selector finds in each of these roots. */
export function queryAll<E extends Element = HTMLElement>(roots: readonly Root[], selector: string): E[] {
  const found: E[] = [];
  for (const root of roots) for (const element of root.querySelectorAll<E>(selector)) found.push(element);
  return found;
}

/** Every element under `root` in document order, those of a shadow root before the children of its host. */
export function elementsUnder(root: Root, openRoot: OpenRoot): Element[] {
  const all: Element[] = [];
  for (const element of root.querySelectorAll('*')) {
    all.push(element);
    const shadow = mayBeHost.test(element.localName) ? openRoot(element) : null;
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

/** The values of these attributes, names separated by spaces. */
export const attributes = (element: Element, names: string): string =>
  names
    .split(' ')
    .map((name) => element.getAttribute(name) ?? '')
    .join(' ');
