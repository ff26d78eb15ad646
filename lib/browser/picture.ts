/** Pictures of any format the browser reads, to pixels. */
import { type Result, fail, ok } from '@/lib/errors';
import { isPictureTooLarge } from '@/lib/qr/luminance';
import { headBytes, pictureSize } from '@/lib/qr/picture-size';
import type { Pixels } from '@/lib/qr/pixels';

/** No picture that may be unpacked weighs as much. */
const mostBytes = 200_000_000;

/** `address`: a `data:` URL, as the browser gives the picture of a tab. */
export async function pixelsOfPicture(address: string): Promise<Result<Pixels>> {
  return pixelsOfBlob(await (await fetch(address)).blob());
}

/** Refuses by the size its file tells, before anything is unpacked: `picture-too-large`, `picture-unreadable`. */
export async function pixelsOfBlob(blob: Blob): Promise<Result<Pixels>> {
  if (blob.size > mostBytes) return fail('picture-too-large');
  const size = await headOf(blob);
  if (size === null) return fail('picture-unreadable');
  if (isPictureTooLarge(size)) return fail('picture-too-large');
  const bitmap = await createImageBitmap(blob).catch(() => null);
  if (bitmap === null) return fail('picture-unreadable');
  try {
    const { width, height } = bitmap;
    // What its file told may have been a lie.
    if (isPictureTooLarge(bitmap)) return fail('picture-too-large');
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (context === null) return fail('internal');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return ok({ width, height, data });
  } finally {
    bitmap.close();
  }
}

/** A file that is gone by now cannot be read at all. */
async function headOf(blob: Blob) {
  try {
    return pictureSize(new Uint8Array(await blob.slice(0, headBytes).arrayBuffer()));
  } catch {
    return null;
  }
}
