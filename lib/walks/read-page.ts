/** The first half of *enrol*: from a gesture on a page to the texts of its QR codes. */
import { type Result, fail, ok } from '@/lib/errors';
import type { Capture, CaptureRequest, CapturedPicture } from '@/lib/fields/page-contract';
import { isTokenAddress, tokenApp } from '@/lib/providers/token-page';
import { writtenAddress } from '@/lib/providers/written-key';
import type { Pixels } from '@/lib/qr/pixels';
import { pixelsFromLuma } from '@/lib/qr/luminance';
import { hostOf } from '@/lib/sites/origin';
import { holdsAccounts } from '@/lib/transfer/registry';
import type { WalkPorts } from './ports';
import { once, shownPictures } from './shown-pictures';

/** A page that shows no QR code is given up after this long; the reference gives up a whole 4K page in about a second. */
const readingMs = 3000;
/** For what the person pointed at, so that the picture of the tab gets its turn: it may show the same better. */
const aimedMs = 2000;

export interface PageReading {
  readonly origin: string | null;
  /** Distinct; those of accounts only, unless none is one. */
  readonly texts: readonly string[];
  /** Not QR codes but keys shown as text, of which the page says too little to be sure: the person is asked. */
  readonly guessed?: true;
}

/**
 * Elements' own pixels first (exact, also out of view), pictures of the tab second (whatever the page draws, a tainted canvas
 * or another origin's image too, which is scrolled to for a moment). What the person pointed at decides alone when it can be
 * read.
 */
export async function readPage(
  ports: WalkPorts,
  tabId: number,
  request: CaptureRequest,
): Promise<Result<PageReading>> {
  const deadlineMs = ports.clock.now() + readingMs;
  const capture = await ports.pages.capture(tabId, request);
  const reader = createReader(ports, deadlineMs);
  const still = once(() => ports.pages.screenshot(tabId));
  const aimedUntilMs = deadlineMs - readingMs + aimedMs;
  const unread = (capture.ok && capture.value.unread) || { count: 0, aimed: false };
  const shown = () => shownPictures(ports, tabId, { count: unread.count, untilMs: aimedUntilMs }, still);
  const cuts: Pixels[] = [];
  const others = capture.ok ? capture.value.pictures.filter((one) => !one.aimed) : [];
  if (capture.ok) {
    const { pictures, origin } = capture.value;
    const aimed = pictures.filter((one) => one.aimed);
    for (const picture of aimed) await reader.readPicture(picture, 'whole', aimedUntilMs);
    if (unread.aimed && reader.texts.size === 0)
      for await (const cut of shown()) await reader.readPixels(cut, null, 'whole', aimedUntilMs);
    if (reader.texts.size > 0) return ok({ origin, texts: [...reader.texts] });
    for (const picture of others) await reader.readPicture(picture, 'quick');
    if (reader.accountTexts().length > 0) return ok({ origin, texts: reader.accountTexts() });
    const texts = writtenTexts(capture.value, 'complete');
    if (texts.length > 0) return ok({ origin, texts });
  }
  const screenshot = await still();
  if (capture.ok && screenshot.ok && unread.count > 0 && !unread.aimed) {
    // Nothing is scrolled for what is in view.
    await reader.readPixels(screenshot.value, null, 'quick');
    if (reader.accountTexts().length === 0)
      for await (const cut of shown()) {
        await reader.readPixels(cut, null, 'quick');
        cuts.push(cut);
        if (reader.accountTexts().length > 0) break;
      }
    const texts = reader.accountTexts();
    if (cuts.length > 0 && texts.length > 0) return ok({ origin: capture.value.origin, texts });
  }
  if (screenshot.ok) await reader.readPixels(screenshot.value);
  else if (!capture.ok) return capture;
  // What is out of view, and hard to read: with the time that is left.
  for (const picture of others) if (reader.texts.size === 0) await reader.readPicture(picture, 'whole');
  for (const cut of cuts) if (reader.texts.size === 0) await reader.readPixels(cut);

  const accounts = reader.accountTexts();
  const texts = accounts.length > 0 ? accounts : [...reader.texts];
  if (texts.length > 0) return ok({ origin: capture.ok ? capture.value.origin : null, texts });
  const guesses = capture.ok ? writtenTexts(capture.value, 'guessed') : [];
  if (capture.ok && guesses.length > 0)
    return ok({ origin: capture.value.origin, texts: guesses, guessed: true });
  const isTokenPage =
    (capture.ok && capture.value.tokenPage) || isTokenAddress(await addressOf(ports, tabId));
  if (isTokenPage) return fail('qr-other-app', { app: tokenApp });
  return fail(reader.sawCode() ? 'qr-unreadable' : 'qr-none');
}

async function addressOf(ports: WalkPorts, tabId: number): Promise<string | null> {
  return (await ports.pages.tab(tabId))?.url ?? null;
}

/** The addresses of keys shown as text: those the page tells everything about, or the others. */
function writtenTexts({ written = [], origin }: Capture, which: 'complete' | 'guessed'): string[] {
  const host = hostOf(origin) ?? '';
  const addresses = written.map((key) => writtenAddress(key, host));
  return [
    ...new Set(
      addresses.filter(({ complete }) => complete === (which === 'complete')).map(({ text }) => text),
    ),
  ];
}

function createReader(ports: WalkPorts, deadlineMs: number) {
  const texts = new Set<string>();
  let sawCode = false;

  async function readPixels(
    pixels: Pixels,
    onBlack: Pixels | null = null,
    effort: 'quick' | 'whole' = 'whole',
    untilMs = deadlineMs,
  ): Promise<void> {
    const reading = await ports.readQr(pixels, onBlack, untilMs, effort);
    sawCode ||= reading.sawCode;
    for (const text of reading.texts) texts.add(text);
  }

  async function readPicture(
    picture: CapturedPicture,
    effort: 'quick' | 'whole',
    untilMs = deadlineMs,
  ): Promise<void> {
    if (ports.clock.now() > deadlineMs) return;
    const { width, height, luma, lumaOnBlack } = picture;
    const onBlack = lumaOnBlack === null ? null : pixelsFromLuma(width, height, lumaOnBlack);
    await readPixels(pixelsFromLuma(width, height, luma), onBlack, effort, untilMs);
  }

  return {
    texts,
    readPixels,
    readPicture,
    sawCode: () => sawCode,
    accountTexts: () => [...texts].filter(holdsAccounts),
  };
}
