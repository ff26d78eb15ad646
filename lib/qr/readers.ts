import { decodeQR, decodeQRBatch } from 'qr/decode.js';
import type { DecodeOpts, FinderPoints } from 'qr/decode.js';

import { mostCodes, placed } from '@/lib/qr/code';
import type { QrCode, QrReader } from '@/lib/qr/code';
import { halved } from '@/lib/qr/enlarge';
import { showsThreeFinders } from '@/lib/qr/finders';
import type { Luma } from '@/lib/qr/luminance';
import { textFromBytes } from '@/lib/qr/text';

/** Retries of the reader end here; its first attempt is never cut short. */
const longestMs = 250;

function optionsFor(remainingMs: number): DecodeOpts {
  return {
    // Luminance first; the planes that would follow are not read.
    format: 'I420',
    effort: Infinity,
    timeLimit: Math.max(0, Math.min(longestMs, remainingMs)),
    textDecoder: textFromBytes,
  };
}

function isTooLong({ width, height }: Luma): boolean {
  return Math.max(width, height) > longestSide;
}

/** The reader throws for every miss, and for a picture too small to hold a code. */
function attempt(luma: Luma, options: DecodeOpts): string | null {
  try {
    return decodeQR(luma, options);
  } catch {
    return null;
  }
}

/** A code with its quiet zone fills more than half of its own picture: below that there is room for another. */
function hasRoomForAnother(luma: Luma, found: FinderPoints | undefined): boolean {
  if (!found) return true;
  const { width, height } = found.boundingBox;
  return 2 * width * height < luma.width * luma.height;
}

/** As many pixels as a window has, not an element: several codes are likely enough to look for all at once. */
const windowPixels = 500_000;

/** So many codes are no chance: the picture is a sheet of them. */
const sheetCodes = 3;

/** The limit is for all codes together: a sheet of them gets all the time there is, which noise does not. */
async function readAll(luma: Luma, options: DecodeOpts, remainingMs: number): Promise<readonly QrCode[]> {
  const codes = await readWithin(luma, options);
  if (codes.length < sheetCodes) return codes;
  return readWithin(luma, { ...options, timeLimit: Math.max(0, remainingMs) });
}

async function readWithin(luma: Luma, options: DecodeOpts): Promise<readonly QrCode[]> {
  const { width, height } = luma;
  const codes: QrCode[] = [];
  const pointsOnDetect = ({ bounds }: FinderPoints, text: string | Error): void => {
    if (typeof text === 'string') codes.push({ text, corners: bounds });
    // The one way to stop it: one more than are wanted tells that there are more.
    if (codes.length > mostCodes) throw new RangeError('more codes than wanted');
  };
  await decodeQRBatch([luma], { ...options, maxSize: { width, height }, pointsOnDetect });
  return codes;
}

/** Of a side; the reader refuses more. */
const longestSide = 4096;

/**
 * Reads the codes of one picture with the `qr` package, first found first. Looking for all of them takes twice as
 * long as for one, so a small picture gets that only when the code found leaves room for others.
 * Of a picture with a side above 4096 pixels it reads half the size, which is more than enough.
 */
export const readWithQr: QrReader = async (luma, remainingMs) => {
  if (isTooLong(luma)) {
    const found = await readWithQr(halved(luma), remainingMs);
    return found.map((code) => placed(code, { x: 0, y: 0, scale: 0.5 }));
  }
  const options = optionsFor(remainingMs);
  if (luma.width * luma.height >= windowPixels) return readAll(luma, options, remainingMs);
  let points: FinderPoints | undefined;
  const text = attempt(luma, { ...options, pointsOnDetect: (found) => void (points = found) });
  if (text === null) return [];
  const code = { text, corners: points?.bounds ?? null };
  return hasRoomForAnother(luma, points) ? [code, ...(await readAll(luma, options, remainingMs))] : [code];
};

/**
 * Whether three finder patterns stand in a picture that could not be read. One attempt without retries, as only the
 * last attempt's points are told, and retries end with the least likely ones.
 */
export function seesFinders(luma: Luma): boolean {
  if (isTooLong(luma)) return seesFinders(halved(luma));
  let points: FinderPoints | undefined;
  attempt(luma, { ...optionsFor(0), pointsOnDetect: (found) => void (points = found) });
  return points !== undefined && showsThreeFinders(luma, points);
}
