/**
 * Shows what no script may read the pixels of, for as long as a picture of the tab takes: scrolls to it, then puts every scroll
 * position back. Nothing else of the page changes, no focus either.
 */
import type { Shown } from '@/lib/fields/page-contract';
import { parentOf } from '@/lib/fields/walk';

type View = Window & typeof globalThis;

interface Position {
  readonly element: Element;
  readonly left: number;
  readonly top: number;
}

/** Smaller than this on the screen, no code can be read. */
const leastSide = 40;
/** A tab in the background draws no frames, and a picture may never come. */
const frameMs = 200;
const loadMs = 800;
/** Whoever asked may be gone by then. */
const longestMs = 2500;

/** `asQr`: not pointed at, so that it must look like a code from outside. */
export function isWorthShowing(element: Element, asQr: boolean): boolean {
  const { width, height } = element.getBoundingClientRect();
  const [least, most] = width < height ? [width, height] : [height, width];
  if (least < leastSide || (asQr && least / most < 0.75)) return false;
  return element.checkVisibility({ visibilityProperty: true });
}

export interface Stage {
  /** Instantly; what is in full view already stays where it is. */
  show(element: Element): Promise<Shown>;
  /** Resolves when the page is drawn as it was. */
  putBack(): Promise<void>;
}

/** `slots`: those of closed roots too, so that what scrolls around them is found. */
export function createStage(slots: readonly HTMLSlotElement[]): Stage {
  let positions: Position[] = [];
  let timer = 0;

  function restore(view: View): void {
    view.clearTimeout(timer);
    for (const { element, left, top } of positions)
      if (element.scrollLeft !== left || element.scrollTop !== top)
        element.scrollTo({ left, top, behavior: 'instant' });
    positions = [];
  }

  return {
    async show(element) {
      const view = viewOf(element);
      restore(view);
      const moved = !(await inFullView(element, view));
      if (moved) {
        positions = [...containersOf(element, slots)].map((each) => ({
          element: each,
          left: each.scrollLeft,
          top: each.scrollTop,
        }));
        timer = view.setTimeout(restore, longestMs, view);
        for (const { element: container } of positions) centre(element, container);
        await loaded(element, view);
        await drawn(view);
      }
      return { moved, place: placeOf(element) };
    },
    async putBack() {
      const [nearest] = positions;
      if (!nearest) return;
      const view = viewOf(nearest.element);
      restore(view);
      await drawn(view);
    },
  };
}

const viewOf = (element: Element): View => element.ownerDocument.defaultView as View;

/** Everything around an element that may scroll, out of shadow roots and frames of the same origin. */
function* containersOf(element: Element, slots: readonly HTMLSlotElement[]): Generator<Element> {
  for (let at: Element | null = element; at; at = around(at, slots)) yield at;
}

function around(element: Element, slots: readonly HTMLSlotElement[]): Element | null {
  const slot = slots.find((each) => each.assignedElements().includes(element));
  return slot ?? parentOf(element) ?? frameOf(element);
}

/**
 * Scrolls one box so that the element stands in its middle. Not `scrollIntoView`: Gecko does that once more some moments
 * later, when the page has long been put back.
 */
function centre(element: Element, container: Element): void {
  if (element === container) return;
  const box = boxIn(container.ownerDocument, element);
  const view = viewOf(container);
  const isView = container === container.ownerDocument.scrollingElement;
  const around = isView
    ? { x: 0, y: 0, width: view.innerWidth, height: view.innerHeight }
    : container.getBoundingClientRect();
  container.scrollBy({
    left: box.x + box.width / 2 - (around.x + around.width / 2),
    top: box.y + box.height / 2 - (around.y + around.height / 2),
    behavior: 'instant',
  });
}

/** Where an element is in the view of a document that holds it, or the frames it is in. */
function boxIn(doc: Document, element: Element) {
  const { width, height, ...corner } = element.getBoundingClientRect().toJSON() as DOMRect;
  let { x, y } = corner;
  let at = element.ownerDocument;
  for (let frame = frameOf(element); frame && at !== doc; frame = frameOf(frame)) {
    const box = frame.getBoundingClientRect();
    x += box.x + frame.clientLeft;
    y += box.y + frame.clientTop;
    at = frame.ownerDocument;
  }
  return { x, y, width, height };
}

function frameOf(element: Element): Element | null {
  try {
    return viewOf(element).frameElement;
  } catch {
    return null;
  }
}

/** No part of it is outside the tab or clipped by a box that scrolls. */
async function inFullView(element: Element, view: View): Promise<boolean> {
  return new Promise((resolve) => {
    const observer = new view.IntersectionObserver((entries) => {
      observer.disconnect();
      resolve((entries.at(-1)?.intersectionRatio ?? 0) > 0.99);
    });
    observer.observe(element);
    view.setTimeout(() => {
      observer.disconnect();
      resolve(false);
    }, frameMs);
  });
}

/** Pictures that load late begin to when they come near. */
async function loaded(element: Element, view: View): Promise<void> {
  if (element.localName !== 'img' || (element as HTMLImageElement).complete) return;
  const tooLate = new Promise<void>((resolve) => void view.setTimeout(resolve, loadMs));
  await Promise.race([(element as HTMLImageElement).decode().catch(() => undefined), tooLate]);
}

/** Two frames: the first is on its way to the screen when the second begins. */
async function drawn(view: View): Promise<void> {
  for (let frame = 0; frame < 2; frame++)
    await new Promise<void>((resolve) => {
      view.requestAnimationFrame(() => resolve());
      view.setTimeout(resolve, frameMs);
    });
}

/** `null`: larger than the view, so that all of the view is the place. */
function placeOf(element: Element): Shown['place'] {
  let top = element;
  for (let frame = frameOf(top); frame; frame = frameOf(frame)) top = frame;
  const view = viewOf(top);
  const { x, y, width, height } = boxIn(top.ownerDocument, element);
  // Pinched, the picture of the tab shows a part of the page only.
  const { scale = 1, offsetLeft = 0, offsetTop = 0 } = view.visualViewport ?? {};
  const viewWidth = view.innerWidth / scale;
  if (width > viewWidth || height > view.innerHeight / scale) return null;
  return { x: x - offsetLeft, y: y - offsetTop, width, height, viewWidth };
}
