/**
 * Whether a person sees a field, so that nothing is typed where nobody looks (a field faded, shrunk, clipped, moved away or
 * covered by a page that wants a code without its owner noticing). Reads layout only.
 */

const leastOpacity = 0.7;
const leastSide = 10;

/** The element that holds this one as drawn: slots first, then parents, then shadow hosts. */
const drawnIn = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  (element.parentNode as Partial<ShadowRoot> | null)?.host ??
  null;

function filterOpacity(filter: string): number {
  const [, value, unit] = /opacity\(([\d.]+)(%?)\)/.exec(filter) ?? [];
  return value === undefined ? 1 : Number(value) / (unit ? 100 : 1);
}

function isDrawn(element: Element, view: Window): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false;
  let opacity = 1;
  for (let at: Element | null = element; at; at = drawnIn(at)) {
    const style = view.getComputedStyle(at);
    opacity *= Number(style.opacity) * filterOpacity(style.filter);
    if (at.ariaHidden === 'true' || (at as HTMLElement).inert) return false;
  }
  return opacity >= leastOpacity;
}

const isLabelOf = (hit: Element, field: Element): boolean =>
  [...((field as HTMLInputElement).labels ?? [])].some((label) => label.contains(hit));

/** What is on top at a point: the field, its label, or something else. */
function isOnTop(field: Element, x: number, y: number): boolean {
  const hit = (field.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
  return hit !== null && (hit === field || field.contains(hit) || isLabelOf(hit, field));
}

/**
 * Sees a field as a person would: drawn, at least 10 px each way, on the canvas of the document, opacity of it and all that
 * holds it at least 0.7, and on top at its centre and at three of four points inside it (an icon may cover one).
 * Points outside the window are taken on trust: bring the field into the window before relying on the answer.
 */
export function isVisible(field: Element): boolean {
  const view = field.ownerDocument.defaultView;
  if (!view || !isDrawn(field, view)) return false;
  const { left, top, width, height } = field.getBoundingClientRect();
  if (width < leastSide || height < leastSide) return false;
  if (left + width + view.scrollX <= 0 || top + height + view.scrollY <= 0) return false;

  const onTop = (across: number, down: number): boolean => {
    const x = left + width * across;
    const y = top + height * down;
    const inWindow = x >= 0 && y >= 0 && x < view.innerWidth && y < view.innerHeight;
    return !inWindow || isOnTop(field, x, y);
  };
  const inner = [onTop(0.2, 0.3), onTop(0.8, 0.3), onTop(0.2, 0.7), onTop(0.8, 0.7)];
  if (!onTop(0.5, 0.5) || inner.filter(Boolean).length < 3) return false;
  return frameIsVisible(view);
}

/** A frame must be seen in the page around it; a page of another origin does not let us look, and is not believed to be worse. */
function frameIsVisible(view: Window): boolean {
  let frame: Element | null = null;
  try {
    frame = view.frameElement;
  } catch {
    return view.innerWidth >= leastSide && view.innerHeight >= leastSide;
  }
  return !frame || isVisible(frame);
}
