/**
 * lib/capture: what on a page may hold a QR code: a document in, pictures out. Adds nothing to the page, asks no browser
 * API, never throws.
 */
import { elementsUnder, type OpenRoot } from '@/lib/fields/walk';
import { wordsOfName } from '@/lib/fields/text';
import { cellsOf } from './grid';

/** Something a picture can be made from. `address`: the picture of a CSS background. */
export interface Candidate {
  readonly element: Element;
  readonly address: string | null;
  readonly plausibility: number;
}

const leastSide = 40;
const kinds = /^(img|canvas|svg|input)$/;

/** Every document that can be read from this one: itself and frames of the same origin. */
export function documentsUnder(doc: Document, openRoot: OpenRoot): { doc: Document; elements: Element[] }[] {
  const elements = elementsUnder(doc, openRoot);
  const found = [{ doc, elements }];
  for (const element of elements) {
    if (!/^i?frame$/.test(element.localName)) continue;
    try {
      const inner = (element as HTMLIFrameElement).contentDocument;
      if (inner) found.push(...documentsUnder(inner, openRoot));
    } catch {
      // Of another origin: the screenshot will have to do.
    }
  }
  return found;
}

/** A background that can be drawn without asking another site for it. */
function backgroundOf(element: Element, view: Window): string | null {
  const [, address] = /url\("(.+?)"\)/s.exec(view.getComputedStyle(element).backgroundImage) ?? [];
  if (!address) return null;
  return /^(data:image|blob:)/.test(address) || address.startsWith(`${view.location.origin}/`)
    ? address
    : null;
}

/** How much a picture looks like a QR code from outside: square, seen, big enough, named so. */
function plausibilityOf(element: Element, { width, height }: DOMRect): number {
  const ratio = Math.min(width, height) / Math.max(width, height, 1);
  const named = / (?:qr|qrcode|qr code|barcode|totp|otp|2fa|mfa) /.test(
    wordsOfName(
      `${element.id} ${element.getAttribute('alt') ?? ''} ${element.getAttribute('class') ?? ''}`.slice(
        0,
        300,
      ),
    ),
  );
  const seen = width > 0 && element.checkVisibility({ visibilityProperty: true });
  return (
    (ratio > 0.9 ? 2 : ratio > 0.75 ? 1 : 0) +
    (seen ? 2 : 0) +
    (Math.min(width, height) >= leastSide ? 2 : 0) +
    (named ? 4 : 0)
  );
}

/** The pictures of a document, best first. */
export function findCandidates(doc: Document, elements: readonly Element[]): Candidate[] {
  const view = doc.defaultView;
  if (!view) return [];
  const found: Candidate[] = [];
  for (const element of elements) {
    const rect = element.getBoundingClientRect();
    const isPicture =
      kinds.test(element.localName) &&
      (element.localName !== 'input' || (element as HTMLInputElement).type === 'image');
    if (isPicture && element.parentElement?.closest('svg')) continue;
    const isGrid =
      /^(table|div|section)$/.test(element.localName) && rect.width >= leastSide && cellsOf(element) !== null;
    const small = Math.min(rect.width, rect.height) < leastSide;
    const address = isPicture || small ? null : backgroundOf(element, view);
    if (isPicture || isGrid || address)
      found.push({ element, address, plausibility: plausibilityOf(element, rect) });
  }
  return found;
}
