/**
 * What can be measured of a page that is open, as a person would see it. Every function runs in the page: self-contained,
 * its arguments and its answer are JSON. An answer lists what is wrong, in words; empty is well.
 */

/** Text that is cut, lies over other text, or sticks out of the window; and what scrolls sideways. */
export function badlyLaidOut(): string[] {
  const wrong: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) wrong.push(`the page is ${root.scrollWidth - innerWidth} px too wide`);
  for (const box of document.querySelectorAll<HTMLElement>('body *')) {
    const { overflowX } = getComputedStyle(box);
    if ((overflowX === 'auto' || overflowX === 'scroll') && box.scrollWidth > box.clientWidth + 1)
      wrong.push(`${nameOf(box)} scrolls sideways`);
  }

  const lines: { text: string; box: DOMRect; layer: Element | null; parent: Element }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!parent || text === '' || !isSeen(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const whole of range.getClientRects()) {
      if (whole.width < 1 || whole.height < 1) continue;
      const { box, cut } = shownOf(parent, whole, text);
      if (cut !== null) wrong.push(`“${text}” ${cut}`);
      if (box.width > 1 && box.height > 1) lines.push({ text, box, layer: layerOf(parent), parent });
    }
  }
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1))
      if (one.layer === other.layer && one.parent !== other.parent && isOver(one.box, other.box))
        wrong.push(`“${one.text}” lies over “${other.text}”`);
  return [...new Set(wrong)];

  function nameOf(element: Element): string {
    return `${element.localName}.${element.getAttribute('class') ?? ''}`;
  }
  function isSeen(element: Element): boolean {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    // Read aloud, not shown.
    return element.closest('.said, option, script, style') === null;
  }
  /** What is left of a line of text inside the boxes that hide or scroll what is over their edge. */
  function shownOf(from: Element, line: DOMRect, text: string): { box: DOMRect; cut: string | null } {
    // The name of an account may be any length: it is whole in its title, and on the page of the account.
    const isWholeElsewhere = from.closest('[title]')?.getAttribute('title')?.includes(text) === true;
    let { left, right, top, bottom } = line;
    let cut: string | null = null;
    let isHere = true;
    for (let one = from; one !== root; one = one.parentElement ?? root) {
      const { overflowX, overflowY, position } = getComputedStyle(one);
      const edge = one.getBoundingClientRect();
      const scrolls = /auto|scroll/.test(overflowY);
      if (scrolls && (bottom <= edge.top + 1 || top >= edge.bottom - 1)) isHere = false;
      const wide = Math.max(edge.left - left, right - edge.right);
      const high = Math.max(edge.top - top, bottom - edge.bottom);
      if (isHere && !isWholeElsewhere) {
        if (/hidden|clip/.test(overflowX) && wide > 1.5)
          cut ??= `is cut by ${nameOf(one)}, ${Math.round(wide)} px`;
        if (/hidden|clip/.test(overflowY) && high > 4)
          cut ??= `is cut by ${nameOf(one)}, ${Math.round(high)} px`;
      }
      if (overflowX !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (overflowY !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      if (position === 'fixed') break;
    }
    const box = new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    if (isHere && box.width > 0 && (left < -1 || right > innerWidth + 1)) cut ??= 'sticks out of the window';
    return { box, cut };
  }
  /** What lies over others on purpose: a menu, a bar that stays, a dialog. */
  function layerOf(from: Element): Element | null {
    for (let element: Element | null = from; element; element = element.parentElement) {
      const { position, zIndex } = getComputedStyle(element);
      if (position === 'fixed' || position === 'sticky' || (position !== 'static' && zIndex !== 'auto'))
        return element;
      if (element.matches('dialog[open], :popover-open')) return element;
    }
    return null;
  }
  function isOver(one: DOMRect, other: DOMRect): boolean {
    const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    // The boxes of two lines touch where no letter is.
    return wide > 2 && high > Math.min(one.height, other.height) * 0.35;
  }
}

/** Things to press that are smaller than 24 × 24 CSS px: without the exceptions of WCAG 2.5.8, but for links in a sentence. */
export function smallTargets(): string[] {
  const wrong: string[] = [];
  for (const element of document.querySelectorAll(
    'button, a[href], input, select, textarea, summary, [role=button], [tabindex="0"]',
  )) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.said')) continue;
    // A label that holds a box is pressed for it.
    const pressed = element.matches('input') ? (element.closest('label') ?? element) : element;
    const { width, height } = pressed.getBoundingClientRect();
    const inSentence = element.matches('a') && getComputedStyle(element).display === 'inline';
    if (width > 1 && !inSentence && (width < 23.9 || height < 23.9))
      wrong.push(
        `${element.localName} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim()}” is ${Math.round(width)} × ${Math.round(height)} px`,
      );
  }
  return wrong;
}

/** One stop of the Tab key. */
export interface Stop {
  readonly path: string;
  readonly label: string;
  /** Nothing of it is in view, or something lies over it. */
  readonly hidden: boolean;
  /** Of the stop before, now that it is left: it looks as it did with the focus. */
  readonly beforeUnseen: boolean;
}

/** The element with the focus; null on the page itself. */
export function stopHere(): Stop | null {
  const drawn = (element: Element): string => {
    const seen: string[] = [];
    for (let one: Element | null = element; one && one !== document.body; one = one.parentElement) {
      const { outline, outlineStyle, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
      seen.push(`${outlineStyle === 'none' ? '' : outline} ${boxShadow} ${borderColor} ${backgroundColor}`);
    }
    return seen.join('|');
  };
  const kept = globalThis as { secondeStop?: { element: Element; look: string } | undefined };
  const before = kept.secondeStop;
  const element = document.activeElement;
  const beforeUnseen =
    before !== undefined && before.element !== element && drawn(before.element) === before.look;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  // A part of a date is lit inside its field, which then looks as without the focus.
  if (before?.element !== element) kept.secondeStop = { element, look: drawn(element) };
  const named = element as HTMLInputElement;
  const label = element.closest('label') ?? named.labels?.[0];
  // A file's field is seen and pressed by its label.
  const box = (element.offsetWidth > 1 ? element : (label ?? element)).getBoundingClientRect();
  const inView = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  const at = (start: number, end: number, edge: number): number =>
    Math.min(Math.max((Math.max(start, 0) + Math.min(end, edge)) / 2, 1), edge - 2);
  const top = document.elementFromPoint(
    at(box.left, box.right, innerWidth),
    at(box.top, box.bottom, innerHeight),
  );
  const related =
    top !== null && (element.contains(top) || top.contains(element) || label?.contains(top) === true);
  const path: string[] = [];
  for (let one: Element | null = element; one && one !== document.body; one = one.parentElement)
    path.unshift(`${one.localName}:${[...(one.parentElement?.children ?? [])].indexOf(one)}`);
  const name =
    element.getAttribute('aria-label') ?? named.labels?.[0]?.textContent ?? element.textContent ?? '';
  return {
    path: path.join('>'),
    label: `${element.localName} “${name.trim().slice(0, 60)}”`,
    hidden: !inView || !related,
    beforeUnseen,
  };
}

/** Everything that the Tab key must reach, in the order of the document; of a modal dialog, what is in it. */
export function reachable(): string[] {
  const found: string[] = [];
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document;
  for (const element of modal.querySelectorAll<HTMLElement>(
    'button, a[href], input, select, textarea, summary, [tabindex]',
  )) {
    if (
      element.tabIndex < 0 ||
      element.matches(':disabled') ||
      !element.checkVisibility({ visibilityProperty: true })
    )
      continue;
    if (element.closest('[inert]')) continue;
    // Of the buttons of one choice, Tab reaches the chosen one, or the first of none; arrows do the rest.
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      const group = [...document.getElementsByName(element.name)] as HTMLInputElement[];
      if (element !== (group.find(({ checked }) => checked) ?? group[0])) continue;
    }
    const named = element as HTMLInputElement;
    const name =
      element.getAttribute('aria-label') ?? named.labels?.[0]?.textContent ?? element.textContent ?? '';
    found.push(`${element.localName} “${name.trim().slice(0, 60)}”`);
  }
  return found;
}

/** Resolves when the page has stood still for a while: no change of its elements, nothing moving, fonts there. */
export async function stillness(): Promise<void> {
  await document.fonts.ready;
  let changes = 0;
  const observer = new MutationObserver(() => (changes += 1));
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  const until = performance.now() + 3000;
  for (let quiet = 0; quiet < 3 && performance.now() < until;) {
    const before = changes;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const moves = document
      .getAnimations()
      .some((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity);
    quiet = changes === before && !moves ? quiet + 1 : 0;
  }
  observer.disconnect();
}
