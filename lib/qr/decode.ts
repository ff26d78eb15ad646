/**
 * lib/qr/decode: the ladder that reads QR codes from a picture. Each rung shows a reader the picture in another way;
 * the first rung that reads something ends it. Pure: the clock, the deadline and the heavy readers are arguments. Its
 * rates and times are figures of `bench/`.
 */
import { createCodeList, placed } from '@/lib/qr/code';
import type { QrCode, QrReader } from '@/lib/qr/code';
import type { Pixels } from '@/lib/qr/pixels';
import { readWithQr, seesFinders } from '@/lib/qr/readers';
import {
  blackAndWhiteViews,
  enlargedFrameViews,
  enlargedViews,
  frameViews,
  nativeViews,
  onBlackView,
  onWhiteView,
  pictureOf,
  planesOf,
  restoredViews,
  sharpenedViews,
  smallViews,
} from '@/lib/qr/views';
import type { Picture, Planes, View } from '@/lib/qr/views';

export interface DecodeOptions {
  /** Compared with `now()`. Looked at between two looks at the picture, so it can be overrun by one of them. */
  readonly deadlineMs: number;
  readonly now: () => number;
  /**
   * `quick`: the rungs that are over at once, without a heavy reader. `rest`: those that follow when they read nothing.
   * `all`, if not given.
   */
  readonly rungs?: 'quick' | 'rest' | 'all';
  /** Asked when the first reader, `qr`, read nothing. A rung without its reader is left out. */
  readonly zxing?: QrReader;
  /** Asked about small pictures and cut-outs only. */
  readonly jsqr?: QrReader;
  /** Goes on after the first reading, until a second reader has looked for codes that the first one missed. */
  readonly everyCode?: boolean;
}

export interface QrReading {
  /** Each text and each place once, in the order found, at most `mostCodes`. */
  readonly codes: readonly QrCode[];
  /** There were more codes than are listed. */
  readonly more: boolean;
  /** Three finder patterns were seen; without codes, a code that cannot be read. */
  readonly sawCode: boolean;
  /** The deadline came before the last rung, or the picture is too large. */
  readonly gaveUp: boolean;
  /** Above 40 megapixels: nothing was allocated nor read. The caller's `picture-too-large`. */
  readonly tooLarge: boolean;
}

interface Rung {
  /** Made one by one, as each costs a pass over the picture. */
  readonly views: (picture: Picture) => Iterable<View>;
  readonly reader: 'qr' | 'zxing' | 'jsqr';
  readonly quick?: true;
  /** Each view shows another part of the picture: a text in one does not end the rung. */
  readonly partial?: true;
  /** Nothing read: look once more, for finder patterns only. */
  readonly seeksFinders?: true;
}

const ladder: readonly Rung[] = [
  { reader: 'qr', views: onWhiteView, quick: true, seeksFinders: true },
  { reader: 'qr', views: onBlackView, quick: true, seeksFinders: true },
  { reader: 'qr', views: frameViews, quick: true, partial: true },
  { reader: 'zxing', views: nativeViews },
  { reader: 'zxing', views: frameViews, partial: true },
  { reader: 'qr', views: blackAndWhiteViews },
  { reader: 'zxing', views: blackAndWhiteViews },
  { reader: 'jsqr', views: smallViews, partial: true },
  { reader: 'zxing', views: enlargedViews },
  { reader: 'qr', views: enlargedFrameViews, partial: true },
  { reader: 'qr', views: sharpenedViews },
  { reader: 'zxing', views: sharpenedViews },
  { reader: 'qr', views: restoredViews },
];

export const tooLargeReading: QrReading = {
  codes: [],
  more: false,
  sawCode: false,
  gaveUp: true,
  tooLarge: true,
};

/**
 * Reads every QR code of a picture, `pixels` as they come from a canvas (transparent pixels are tried on white, then
 * on black).
 *
 * @param onBlack the same picture composited on black, when `pixels` are already flattened on white
 * @throws RangeError when the size and the bytes of a picture disagree
 */
export async function decodeQr(
  pixels: Pixels,
  options: DecodeOptions,
  onBlack: Pixels | null = null,
): Promise<QrReading> {
  const planes = planesOf(pixels, onBlack);
  return planes === null ? tooLargeReading : decodePlanes(planes, options);
}

/** The same, of a picture that is grey already. @param progress told what is known after each rung but the last */
export async function decodePlanes(
  planes: Planes,
  options: DecodeOptions,
  progress?: (reading: QrReading) => void,
): Promise<QrReading> {
  const readers = { qr: readWithQr, zxing: options.zxing, jsqr: options.jsqr };
  const { rungs = 'all', everyCode = false } = options;
  const list = createCodeList();
  let sawCode = false;
  const reading = (gaveUp: boolean): QrReading => ({
    codes: list.codes,
    more: list.more,
    sawCode: sawCode || list.codes.length > 0,
    gaveUp,
    tooLarge: false,
  });
  const remainingMs = () => options.deadlineMs - options.now();

  const picture = pictureOf(planes);
  for (const rung of ladder) {
    const read = readers[rung.reader];
    if (!read || (rungs === 'quick' && !rung.quick) || (rungs === 'rest' && rung.quick)) continue;
    const before = list.codes.length;
    const completes = everyCode && before > 0;
    if (completes && rung.reader === 'qr') continue;
    if (remainingMs() <= 0) return reading(before === 0 || completes);
    for (const view of rung.views(picture)) {
      if (remainingMs() <= 0) return reading(list.codes.length === 0 || rung.partial === true);
      const found = await read(view.luma, remainingMs());
      list.add(found.map((code) => placed(code, view)));
      if (list.codes.length > before && !rung.partial) break;
      if (rung.seeksFinders && !sawCode && list.codes.length === 0) sawCode = seesFinders(view.luma);
    }
    if (list.codes.length > 0 && (!everyCode || rung.reader === 'zxing')) return reading(false);
    progress?.(reading(true));
  }
  return reading(false);
}
