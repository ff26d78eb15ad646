/** From a picture, as a file or as pixels, to its QR codes: never on the thread of whoever asks for longer than a moment. */
import { type Result, fail, ok } from '@/lib/errors';
import type { QrCode } from '@/lib/qr/code';
import { decodePlanes, tooLargeReading } from '@/lib/qr/decode';
import type { QrReading } from '@/lib/qr/decode';
import type { Pixels } from '@/lib/qr/pixels';
import { planesOf } from '@/lib/qr/views';
import type { WalkPorts } from '@/lib/walks/ports';
import { pixelsOfBlob } from './picture';
import { readOffThread } from './qr-worker';

export interface PictureReading {
  readonly texts: readonly string[];
  /** One a text, in the same order; corners in pixels of the picture, `null` where the reader does not tell. */
  readonly codes: readonly QrCode[];
  /** There were more than the 64 listed. */
  readonly more: boolean;
  /** Three finder patterns were seen; without codes, a code that cannot be read. */
  readonly sawCode: boolean;
}

/**
 * Every code of a picture, for a page of ours (the scan page). Pixels are not changed and stay the caller's.
 *
 * @param deadlineMs Unix time in ms; what is known by then is answered
 * @returns `picture-too-large`, `picture-unreadable` when there is no picture to read; a picture without codes is a success
 */
export async function readPicture(
  source: Blob | Pixels,
  deadlineMs: number,
): Promise<Result<PictureReading>> {
  const pixels = source instanceof Blob ? await pixelsOfBlob(source) : ok(source);
  if (!pixels.ok) return pixels;
  const planes = planesOf(pixels.value, null);
  if (planes === null) return fail('picture-too-large');
  const { codes, more, sawCode } = await readOffThread({ planes, deadlineMs, everyCode: true });
  return ok({ texts: codes.map(({ text }) => text), codes, more, sawCode });
}

/**
 * The port of the walks, for the background: what nearly every page shows is read here at once, what is hard in a worker.
 */
export const readQr: WalkPorts['readQr'] = async (pixels, onBlack, deadlineMs, effort = 'whole') => {
  const { codes, sawCode } = await readInTwoSteps(pixels, onBlack, deadlineMs, effort);
  return { texts: codes.map(({ text }) => text), sawCode };
};

async function readInTwoSteps(
  pixels: Pixels,
  onBlack: Pixels | null,
  deadlineMs: number,
  effort: 'quick' | 'whole',
): Promise<QrReading> {
  const planes = planesOf(pixels, onBlack);
  if (planes === null) return tooLargeReading;
  const quick = await decodePlanes(planes, { deadlineMs, now: () => Date.now(), rungs: 'quick' });
  if (quick.codes.length > 0 || quick.gaveUp || effort === 'quick') return quick;
  const rest = await readOffThread({ planes, deadlineMs, rungs: 'rest' });
  return { ...rest, sawCode: rest.sawCode || quick.sawCode };
}
