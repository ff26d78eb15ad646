/** The ways in which the ladder shows a picture to a reader. */
import { enlarged } from '@/lib/qr/enlarge';
import { cutFrames } from '@/lib/qr/frame';
import { inverted, isPictureTooLarge, lumaOnBlack, lumaOnWhite } from '@/lib/qr/luminance';
import type { Luma } from '@/lib/qr/luminance';
import { blackAndWhite } from '@/lib/qr/otsu';
import type { Pixels } from '@/lib/qr/pixels';
import { restored, restoringBank, sharpened, unsharpBank } from '@/lib/qr/sharpen';

/** A picture in grey, as it goes to the worker: a quarter of its pixels. */
export interface Planes {
  readonly onWhite: Luma;
  /** `null` when no pixel is transparent. */
  readonly onBlack: Luma | null;
}

/** A part of a picture, or the whole at (0, 0). */
export interface View {
  readonly luma: Luma;
  readonly x: number;
  readonly y: number;
  /** Pixels of the view for one of the picture; 1, if not given. */
  readonly scale?: number;
}

export interface Picture extends Planes {
  /** Cut once, when first asked for. */
  readonly frames: () => readonly View[];
}

/** Of the longer side of a cut-out for a reader that is slow on large pictures. */
const smallSide = 700;
/** A screen of 1920 × 1080. */
const sharpenPixels = 1920 * 1080;
/** An element, not a window. */
const elementPixels = 400_000;

const whole = (luma: Luma): View => ({ luma, x: 0, y: 0 });

/**
 * `null`: too large to be read; nothing was allocated.
 *
 * @throws RangeError when the size and the bytes of a picture disagree
 */
export function planesOf(pixels: Pixels, onBlack: Pixels | null): Planes | null {
  if (isPictureTooLarge(pixels) || (onBlack && isPictureTooLarge(onBlack))) return null;
  return { onWhite: lumaOnWhite(pixels), onBlack: onBlack ? lumaOnWhite(onBlack) : lumaOnBlack(pixels) };
}

export function pictureOf(planes: Planes): Picture {
  let frames: readonly View[] | undefined;
  return { ...planes, frames: () => (frames ??= framesOf(planes)) };
}

function framesOf({ onWhite, onBlack }: Planes): readonly View[] {
  return [onWhite, onBlack]
    .filter((luma) => luma !== null)
    .flatMap((luma) => [...cutFrames(luma), ...cutFrames(inverted(luma))]);
}

export function* onWhiteView({ onWhite }: Picture): Generator<View> {
  yield whole(onWhite);
}

export function* onBlackView({ onBlack }: Picture): Generator<View> {
  if (onBlack) yield whole(onBlack);
}

export function* nativeViews(picture: Picture): Generator<View> {
  yield* onWhiteView(picture);
  yield* onBlackView(picture);
}

export function frameViews(picture: Picture): readonly View[] {
  return picture.frames();
}

export function* blackAndWhiteViews(picture: Picture): Generator<View> {
  for (const { luma } of nativeViews(picture)) yield whole(blackAndWhite(luma));
}

export function smallViews(picture: Picture): readonly View[] {
  return [...nativeViews(picture), ...picture.frames()].filter(
    ({ luma: { width, height } }) => Math.max(width, height) <= smallSide,
  );
}

export function* sharpenedViews({ onWhite }: Picture): Generator<View> {
  if (onWhite.width * onWhite.height > sharpenPixels) return;
  for (const step of unsharpBank) yield whole(sharpened(onWhite, step));
}

const isElement = ({ width, height }: Luma): boolean => width * height <= elementPixels;

export function* enlargedViews({ onWhite }: Picture): Generator<View> {
  const scale = 2;
  if (isElement(onWhite)) yield { ...whole(enlarged(onWhite, scale)), scale };
}

/** What hangs in folds is read between its pixels, where it is read at all. */
export function* enlargedFrameViews(picture: Picture): Generator<View> {
  const scale = 3;
  for (const { luma, x, y } of picture.frames())
    if (isElement(luma)) yield { luma: blackAndWhite(enlarged(luma, scale)), x, y, scale };
}

export function* restoredViews({ onWhite }: Picture): Generator<View> {
  if (!isElement(onWhite)) return;
  for (const step of restoringBank) yield whole(restored(onWhite, step));
}
