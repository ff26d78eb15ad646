/**
 * lib/qr/decode: the ladder that reads QR codes from a picture. Each rung shows the reader the picture in another
 * way; the first rung that reads something ends it. Pure: the clock, the deadline and the second reader are
 * arguments. Its rates and times are figures of `bench/`.
 */
import { cutFrames } from '@/lib/qr/frame';
import { inverted, isPictureTooLarge, lumaOnBlack, lumaOnWhite, pixelsOf } from '@/lib/qr/luminance';
import type { Luma } from '@/lib/qr/luminance';
import { blackAndWhite } from '@/lib/qr/otsu';
import type { Pixels } from '@/lib/qr/pixels';
import { readView, seesFinders } from '@/lib/qr/readers';
import { sharpened, unsharpBank } from '@/lib/qr/sharpen';

/** Reads what it can before `deadlineMs`; no code is an empty list. */
export type QrReader = (pixels: Pixels, deadlineMs: number) => Promise<readonly string[]>;

export interface DecodeOptions {
  /** Compared with `now()`. Looked at between two looks at the picture, so it can be overrun by one of them. */
  readonly deadlineMs: number;
  readonly now: () => number;
  /** The same picture composited on black, when its pixels are already flattened on white. */
  readonly onBlack?: Pixels | null;
  /** Asked about small pictures and cut-outs only, when the first reader read nothing. */
  readonly secondReader?: QrReader;
}

export interface QrReading {
  /** Distinct, in the order found. An empty code is an empty text. */
  readonly texts: readonly string[];
  /** Three finder patterns were seen; without texts, a code that cannot be read. */
  readonly sawCode: boolean;
  /** The deadline came before the last rung, or the picture is too large. */
  readonly gaveUp: boolean;
  /** Above 40 megapixels: nothing was allocated nor read. The caller's `picture-too-large`. */
  readonly tooLarge: boolean;
}

interface Picture {
  readonly onWhite: Luma;
  readonly onBlack: Luma | null;
  readonly frames: () => readonly Luma[];
}

interface Rung {
  /** Made one by one, as each costs a pass over the picture. */
  readonly views: (picture: Picture) => Iterable<Luma>;
  readonly reader: 'first' | 'second';
  /** Each view shows another part of the picture: a text in one does not end the rung. */
  readonly partial?: true;
  /** Nothing read: look once more, for finder patterns only. */
  readonly seeksFinders?: true;
}

const secondReaderSide = 700;
/** A screen of 1920 × 1080. */
const sharpenPixels = 1920 * 1080;

const ladder: readonly Rung[] = [
  { reader: 'first', views: ({ onWhite }) => [onWhite], seeksFinders: true },
  { reader: 'first', views: ({ onBlack }) => (onBlack ? [onBlack] : []), seeksFinders: true },
  { reader: 'first', views: ({ frames }) => frames(), partial: true },
  { reader: 'first', views: blackAndWhiteViews },
  { reader: 'second', views: smallViews, partial: true },
  { reader: 'first', views: sharpenedViews },
];

function* backgrounds({ onWhite, onBlack }: Picture): Generator<Luma> {
  yield onWhite;
  if (onBlack) yield onBlack;
}

function framesOf(picture: Pick<Picture, 'onWhite' | 'onBlack'>): readonly Luma[] {
  return [picture.onWhite, picture.onBlack]
    .filter((luma) => luma !== null)
    .flatMap((luma) => [...cutFrames(luma), ...cutFrames(inverted(luma))]);
}

function* blackAndWhiteViews(picture: Picture): Generator<Luma> {
  for (const luma of backgrounds(picture)) yield blackAndWhite(luma);
}

function smallViews(picture: Picture): readonly Luma[] {
  return [...backgrounds(picture), ...picture.frames()].filter(
    ({ width, height }) => Math.max(width, height) <= secondReaderSide,
  );
}

function* sharpenedViews({ onWhite }: Picture): Generator<Luma> {
  if (onWhite.width * onWhite.height > sharpenPixels) return;
  for (const step of unsharpBank) yield sharpened(onWhite, step);
}

function pictureFrom(pixels: Pixels, onBlackPixels: Pixels | null): Picture {
  const onWhite = lumaOnWhite(pixels);
  const onBlack = onBlackPixels ? lumaOnWhite(onBlackPixels) : lumaOnBlack(pixels);
  let frames: readonly Luma[] | undefined;
  return { onWhite, onBlack, frames: () => (frames ??= framesOf({ onWhite, onBlack })) };
}

/**
 * Reads every QR code of a picture, `pixels` as they come from a canvas (transparent pixels are tried on white, then
 * on black).
 *
 * @throws RangeError when the size and the bytes of a picture disagree
 */
export async function decodeQr(pixels: Pixels, options: DecodeOptions): Promise<QrReading> {
  const onBlack = options.onBlack ?? null;
  if (isPictureTooLarge(pixels) || (onBlack && isPictureTooLarge(onBlack))) {
    return { texts: [], sawCode: false, gaveUp: true, tooLarge: true };
  }
  const texts = new Set<string>();
  let sawCode = false;
  const reading = (gaveUp: boolean): QrReading => ({
    texts: [...texts],
    sawCode: sawCode || texts.size > 0,
    gaveUp,
    tooLarge: false,
  });
  const remainingMs = () => options.deadlineMs - options.now();

  const picture = pictureFrom(pixels, onBlack);
  for (const rung of ladder) {
    if (rung.reader === 'second' && !options.secondReader) continue;
    if (remainingMs() <= 0) return reading(true);
    for (const view of rung.views(picture)) {
      if (remainingMs() <= 0) return reading(texts.size === 0 || rung.partial === true);
      const found =
        rung.reader === 'first'
          ? await readView(view, remainingMs())
          : await options.secondReader?.(pixelsOf(view), options.deadlineMs);
      for (const text of found ?? []) texts.add(text);
      if (texts.size > 0 && !rung.partial) break;
      if (rung.seeksFinders && !sawCode) sawCode = seesFinders(view);
    }
    if (texts.size > 0) return reading(false);
  }
  return reading(false);
}
