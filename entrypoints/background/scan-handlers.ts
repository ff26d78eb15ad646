/** Handlers of lib/messages/scan-protocol.ts, and the gestures of the context menu that bring a text. */
import { openScanPage, pictureTaken, takeStart } from '@/lib/browser/scan-page';
import { type Result, ok } from '@/lib/errors';
import type { ScanProtocol } from '@/lib/messages/scan-protocol';
import { siteOrigin } from '@/lib/sites/origin';
import {
  enrolByHand,
  enrolSelection,
  enrolText,
  lookAtTexts,
  originOfPicture,
  previewCode,
} from '@/lib/walks/enrol-texts';
import { ports, vault } from './household';

type ScanHandlers = {
  readonly [N in keyof ScanProtocol]: (
    request: ScanProtocol[N]['request'],
  ) => Promise<Result<ScanProtocol[N]['response']>>;
};

export const scanHandlers: ScanHandlers = {
  'scan.open': async ({ tabId, byHand }) => {
    await openScanPage({ tabId, byHand, key: null });
    return ok(null);
  },
  'scan.start': async ({ tabId }) => ok(takeStart(tabId)),
  'texts.look': async ({ texts }) => ok(lookAtTexts(texts)),
  'enrol.texts': async ({ tabId, text, fromPicture }) => {
    vault.touch();
    const origin = fromPicture ? await originOfPicture(ports, tabId, await pictureTaken(tabId)) : null;
    await enrolText(ports, tabId, text, origin);
    return ok(null);
  },
  'enrol.by-hand': ({ tabId, fields }) => {
    vault.touch();
    return enrolByHand(ports, tabId, fields);
  },
  'code.preview': async ({ fields }) => previewCode(fields, Date.now()),
};

/** What a click in the context menu says of the place it was made on. */
export interface MenuPlace {
  readonly tabId: number;
  /** Of the frame; null for the page itself. */
  readonly frameUrl: string | null;
  readonly pageUrl: string | null;
}

/** A link that holds an account: no picture is looked for. */
export async function enrolLink(place: MenuPlace, address: string): Promise<void> {
  await enrolText(ports, place.tabId, address, originOfPlace(place));
}

export async function enrolSelected(place: MenuPlace, text: string): Promise<void> {
  const found = await enrolSelection(ports, place.tabId, text, originOfPlace(place));
  if (found) await openScanPage({ tabId: place.tabId, byHand: true, key: found.key });
}

/** A frame of another origin gave it itself: the page around it is not filled. */
function originOfPlace({ frameUrl, pageUrl }: MenuPlace): string | null {
  const page = siteOrigin(pageUrl);
  return frameUrl === null || siteOrigin(frameUrl) === page ? page : null;
}
