/** Pictures from a person (files, the clipboard, a camera, a screen, a part of one) to the codes in them, for pages of ours. */
import { type Result, ok } from '@/lib/errors';
import { type Part, pixelsOfPart } from '@/lib/qr/part';
import type { Pixels } from '@/lib/qr/pixels';
import { pixelsOfBlob } from './picture';
import { readPicture } from './read-picture';

export interface CodesOfPicture {
  readonly width: number;
  readonly height: number;
  readonly codes: readonly { readonly text: string; readonly box: Part | null }[];
  readonly sawCode: boolean;
}

const readingMs = 4000;
/** Longer than a worker takes to start: one that is stopped before its first look would never look. */
const liveMs = 600;
/** Of a camera's frame: a code that fills a third of it has several pixels a module. */
const liveSide = 1024;

/** `part`: only that is looked at, and boxes are counted in it. */
export async function readPictureFile(picture: Blob, part?: Part): Promise<Result<CodesOfPicture>> {
  const whole = await pixelsOfBlob(picture);
  if (!whole.ok) return whole;
  return codesOf(part ? cut(whole.value, pixelsOfPart(part, whole.value)) : whole.value, readingMs);
}

/** What a playing video shows now; nothing before its first frame. */
export async function readVideoFrame(video: HTMLVideoElement): Promise<CodesOfPicture> {
  const nothing = { width: 0, height: 0, codes: [], sawCode: false };
  const pixels = pixelsOfVideo(video);
  const reading = pixels && (await codesOf(pixels, liveMs));
  return reading?.ok ? reading.value : nothing;
}

async function codesOf(pixels: Pixels, patienceMs: number): Promise<Result<CodesOfPicture>> {
  const { width, height } = pixels;
  const reading = await readPicture(pixels, Date.now() + patienceMs);
  if (!reading.ok) return reading;
  const { codes, sawCode } = reading.value;
  return ok({
    width,
    height,
    codes: codes.map(({ text, corners }) => ({ text, box: corners && around(corners, pixels) })),
    sawCode,
  });
}

/** The upright rectangle around the corners of a code, inside the picture. */
function around(
  corners: readonly { readonly x: number; readonly y: number }[],
  { width, height }: Pixels,
): Part {
  const xs = corners.map(({ x }) => Math.min(Math.max(x, 0), width));
  const ys = corners.map(({ y }) => Math.min(Math.max(y, 0), height));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function cut({ width, data }: Pixels, part: Part): Pixels {
  const cutData = new Uint8ClampedArray(part.width * part.height * 4);
  for (let row = 0; row < part.height; row++) {
    const from = ((part.y + row) * width + part.x) * 4;
    cutData.set(data.subarray(from, from + part.width * 4), row * part.width * 4);
  }
  return { width: part.width, height: part.height, data: cutData };
}

function pixelsOfVideo(video: HTMLVideoElement): Pixels | null {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return null;
  const ratio = Math.min(1, liveSide / Math.max(videoWidth, videoHeight));
  const [width, height] = [Math.round(videoWidth * ratio), Math.round(videoHeight * ratio)];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(video, 0, 0, width, height);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}
