/** The walk of the injected capture script: find what may hold a code, put the aimed thing first, draw within a budget. */
import type { CaptureRequest, CaptureScript, CapturedPicture, WrittenKey } from '@/lib/fields/page-contract';
import { isTokenText } from '@/lib/providers/token-page';
import type { OpenRoot } from '@/lib/fields/walk';
import { aimedAt } from './aim';
import { documentsUnder, findCandidates, type Candidate } from './candidates';
import { drawnFrom } from './drawable';
import { pictureOf } from './picture';
import { findRecoveryCodes } from './recovery-codes';
import { createStage, isWorthShowing, type Stage } from './show';
import { findWrittenKeys } from './written-keys';

export interface CaptureWorld {
  readonly doc: Document;
  readonly openRoot: OpenRoot;
  targetElement(id: number): Element | null;
  origin(): string;
}

const mostPictures = 40;
/** All pictures of a page together; what is left out can still be on the screenshot. */
const mostPixels = 8_000_000;
/** The same when the aimed thing was drawn: it is most likely the one, and the person is waiting. */
const mostPixelsBesideAim = 2_000_000;
/** Of pictures that no script may read: each takes a picture of the tab. */
const mostShown = 3;
/** The side of the smallest code, one pixel a module. */
const leastSide = 21;

/** The call that `entrypoints/capture.ts` puts on the global of the isolated world. */
export function createCaptureScript({ doc, openRoot, targetElement, origin }: CaptureWorld): CaptureScript {
  let unread: Element[] = [];
  let stage: Stage = createStage([]);
  return {
    async collect(request) {
      const pictures: CapturedPicture[] = [];
      const refused: Candidate[] = [];
      let aimed: Candidate[] = [];
      let written: WrittenKey[] = [];
      try {
        const documents = documentsUnder(doc, openRoot);
        const candidates = documents.flatMap((each) => findCandidates(each.doc, each.elements));
        written = documents.flatMap((each) => findWrittenKeys(each.doc, each.elements));
        aimed = aimedAt(candidates, { ...request, targetElement });
        const rest = candidates
          .filter((candidate) => !aimed.includes(candidate))
          .sort((a, b) => b.plausibility - a.plausibility);
        let pixels = 0;
        for (const candidate of [...aimed, ...rest]) {
          if (
            pictures.length >= mostPictures ||
            pixels > (pictures[0]?.aimed ? mostPixelsBesideAim : mostPixels)
          )
            break;
          try {
            const { source, width, height } = await drawnFrom(candidate);
            if ((candidate.element as Partial<HTMLImageElement>).complete === false) refused.push(candidate);
            if (!(Math.min(width, height) >= leastSide)) continue;
            const picture = pictureOf(source, width, height, aimed.includes(candidate));
            pixels += picture.width * picture.height;
            pictures.push(picture);
          } catch {
            // Of another origin, broken, or forbidden by the page: the background takes a picture of the tab instead.
            refused.push(candidate);
          }
        }
        stage = createStage(documents.flatMap(({ elements }) => elements.filter(isSlot)));
      } catch {
        // A page that cannot be walked has no pictures; the screenshot is still there.
      }
      const toShow = worthShowing(refused, aimed, request);
      unread = toShow.map(({ element }) => element);
      return {
        origin: origin(),
        pictures,
        aimed: aimed.length > 0,
        ...(toShow[0] && { unread: { count: toShow.length, aimed: aimed.includes(toShow[0]) } }),
        ...(written.length > 0 && { written }),
        ...(isTokenText(doc.body?.textContent ?? '') && { tokenPage: true as const }),
      };
    },
    async show({ index }) {
      const element = unread[index];
      return element?.isConnected ? stage.show(element) : null;
    },
    async putBack() {
      await stage.putBack();
      return true;
    },
    recoveryCodes() {
      const found = documentsUnder(doc, openRoot).map((each) => findRecoveryCodes(each.doc, each.elements));
      return found.toSorted((one, other) => other.length - one.length)[0] ?? [];
    },
  };
}

const isSlot = (element: Element): element is HTMLSlotElement => element.localName === 'slot';

/** What was pointed at, else what may be a code; who pointed at something else wants to see nothing of the others. */
function worthShowing(
  refused: readonly Candidate[],
  aimed: readonly Candidate[],
  { srcUrl, targetElementId }: CaptureRequest,
): Candidate[] {
  const pointedAt = refused.filter(
    (candidate) => aimed.includes(candidate) && isWorthShowing(candidate.element, false),
  );
  const isScan = aimed.length === 0 || (srcUrl === null && targetElementId === null);
  const others = isScan ? refused.filter(({ element }) => isWorthShowing(element, true)) : [];
  return (pointedAt.length > 0 ? pointedAt : others).slice(0, mostShown);
}
