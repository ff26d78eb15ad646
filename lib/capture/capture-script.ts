/** The walk of the injected capture script: find what may hold a code, put the aimed thing first, draw within a budget. */
import type { CaptureScript, CapturedPicture, WrittenKey } from '@/lib/fields/page-contract';
import { isTokenText } from '@/lib/providers/token-page';
import type { OpenRoot } from '@/lib/fields/walk';
import { aimedAt } from './aim';
import { documentsUnder, findCandidates, type Candidate } from './candidates';
import { drawnFrom } from './drawable';
import { pictureOf } from './picture';
import { findRecoveryCodes } from './recovery-codes';
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
/** The side of the smallest code, one pixel a module. */
const leastSide = 21;

/** The call that `entrypoints/capture.ts` puts on the global of the isolated world. */
export function createCaptureScript({ doc, openRoot, targetElement, origin }: CaptureWorld): CaptureScript {
  return {
    async collect(request) {
      const pictures: CapturedPicture[] = [];
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
            if (!(Math.min(width, height) >= leastSide)) continue;
            const picture = pictureOf(source, width, height, aimed.includes(candidate));
            pixels += picture.width * picture.height;
            pictures.push(picture);
          } catch {
            // Of another origin, broken, or forbidden by the page: the background takes a screenshot instead.
          }
        }
      } catch {
        // A page that cannot be walked has no pictures; the screenshot is still there.
      }
      return {
        origin: origin(),
        pictures,
        aimed: aimed.length > 0,
        ...(written.length > 0 && { written }),
        ...(isTokenText(doc.body?.textContent ?? '') && { tokenPage: true as const }),
      };
    },
    recoveryCodes() {
      const found = documentsUnder(doc, openRoot).map((each) => findRecoveryCodes(each.doc, each.elements));
      return found.toSorted((one, other) => other.length - one.length)[0] ?? [];
    },
  };
}
