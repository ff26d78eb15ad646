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

const opacityOf = (element: Element, view: Window): number => {
  const style = view.getComputedStyle(element);
  return Number(style.opacity) * filterOpacity(style.filter);
};

/** How opaque an element is in the page, all that holds it included. */
function opacityInPage(element: Element, view: Window): number {
  let opacity = 1;
  for (let at: Element | null = element; at; at = drawnIn(at)) opacity *= opacityOf(at, view);
  return opacity;
}

/** Kept from people who cannot see it, or from the keyboard: not meant for anybody. */
function isWithheld(element: Element): boolean {
  for (let at: Element | null = element; at; at = drawnIn(at))
    if (at.ariaHidden === 'true' || (at as HTMLElement).inert) return true;
  return false;
}

/** Laid out, not made invisible, at least 10 px each way, on the canvas of the document; `opaque`: and not wholly transparent. */
function isLaidOut(element: Element, view: Window, opaque: boolean): boolean {
  const look = { visibilityProperty: true, contentVisibilityAuto: false, opacityProperty: opaque };
  if (!element.checkVisibility(look)) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width < leastSide || height < leastSide) return false;
  return left + width + view.scrollX > 0 && top + height + view.scrollY > 0;
}

/** Cheap, for counting: laid out and not wholly transparent. What is covered or faded still counts. */
export function isDrawn(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  return view !== null && isLaidOut(element, view, true);
}

/** Whether nothing but these elements (and labels of the field) is on top of `target` at a share of its width and height. */
function isOnTop(
  target: Element,
  [across, down]: readonly [number, number],
  mine: readonly Element[],
): boolean {
  const view = target.ownerDocument.defaultView as Window;
  const { left, top, width, height } = target.getBoundingClientRect();
  const [x, y] = [left + width * across, top + height * down];
  if (x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return true;
  const hit = (target.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
  if (hit === null) return false;
  return (
    mine.some((each) => each.contains(hit)) || mine.includes(hit.closest('label')?.control as HTMLElement)
  );
}

/** Elements alone that are as high and as wide as each other, in one row. */
function areBoxes(elements: readonly Element[], view: Window): boolean {
  if (elements.length < 4 || elements.length > 8) return false;
  const rects = elements.map((element) => element.getBoundingClientRect());
  const [first] = rects;
  const alike = rects.every(
    (rect, at) =>
      rect.width >= leastSide &&
      rect.height >= leastSide &&
      Math.abs(rect.width - (first?.width ?? 0)) <= 2 &&
      Math.abs(rect.top - (first?.top ?? 0)) <= 2 &&
      (at === 0 || rect.left >= (rects[at - 1]?.right ?? 0) - 4),
  );
  return (
    alike &&
    elements.every((element) => opacityInPage(element, view) >= leastOpacity) &&
    elements.every((element) => hasEdge(element, view)) &&
    elements.every((element) => (element.textContent ?? '').trim().length <= 1)
  );
}

/** Something of it is drawn: a border, an outline, a shadow, a ground of its own. */
function hasEdge(element: Element, view: Window): boolean {
  const style = view.getComputedStyle(element);
  const drawn = (width: string, line: string): boolean => Number.parseFloat(width) > 0 && line !== 'none';
  return (
    drawn(style.borderBottomWidth, style.borderBottomStyle) ||
    drawn(style.outlineWidth, style.outlineStyle) ||
    style.boxShadow !== 'none' ||
    !/rgba\(0, 0, 0, 0\)|transparent/.test(style.backgroundColor)
  );
}

/** The input lies over the row, or beside its boxes as one of them. */
function belongsToRow(field: Element, boxes: readonly Element[]): boolean {
  const at = field.getBoundingClientRect();
  const [first, last] = [boxes[0], boxes.at(-1)].map((box) => box?.getBoundingClientRect());
  if (!first || !last) return false;
  const reach = 1.5 * first.width;
  if (at.left < first.left - reach || at.right > last.right + reach) return false;
  const isLevel = at.top < first.bottom && at.bottom > first.top && at.height <= 3 * first.height;
  const isOver = at.right > first.left && at.left < last.right;
  const isOneOfThem =
    field.parentElement === boxes[0]?.parentElement && Math.abs(at.width - first.width) <= 2;
  return isLevel && (isOver || isOneOfThem);
}

/**
 * The boxes that show what a transparent input takes: some widgets draw the boxes of a code and lay one invisible input over
 * them. It is believed where a person sees a row of 4 to 8 equal boxes, each with an edge and at most one character in it, in the
 * same container, and the input is no larger than that row; a transparent input over anything else is a trap.
 */
function drawnBoxes(field: Element, view: Window): Element[] | null {
  let container = drawnIn(field);
  for (let up = 0; container && up < 3; up++, container = drawnIn(container)) {
    const all = [...container.querySelectorAll('*')].filter((element) => !element.contains(field));
    if (all.length > 60) return null;
    for (const row of new Set(all.map((element) => element.parentElement))) {
      const boxes = all.filter((element) => element.parentElement === row);
      if (areBoxes(boxes, view) && belongsToRow(field, boxes)) return boxes;
    }
  }
  return null;
}

/**
 * Sees a field as a person would: drawn, at least 10 px each way, on the canvas of the document, opacity of it and all that
 * holds it at least 0.7, and on top at its centre and at three of four points inside it (an icon may cover one).
 * Points outside the window are taken on trust: bring the field into the window before relying on the answer.
 */
export function isVisible(field: Element): boolean {
  const view = field.ownerDocument.defaultView;
  if (!view || !isLaidOut(field, view, false) || isWithheld(field)) return false;
  const drawn = opacityInPage(field, view) < leastOpacity ? drawnBoxes(field, view) : [];
  if (!drawn) return false;
  if (drawn.length > 0) {
    if (!drawn.every((box) => isOnTop(box, [0.5, 0.5], [field, ...drawn]))) return false;
  } else {
    const inner = (
      [
        [0.2, 0.3],
        [0.8, 0.3],
        [0.2, 0.7],
        [0.8, 0.7],
      ] as const
    ).filter((at) => isOnTop(field, at, [field]));
    if (inner.length < 3 || !isOnTop(field, [0.5, 0.5], [field])) return false;
  }
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
