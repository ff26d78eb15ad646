/** Pictures of any format the browser reads, to pixels. */
import { type Result, fail, ok } from '@/lib/errors';
import type { Pixels } from '@/lib/qr/pixels';

/** Larger pictures are refused before they are unpacked: 40 million pixels are 160 MB. */
const mostPixels = 40_000_000;

/** `address`: a `data:` URL, as the browser gives the picture of a tab. */
export async function pixelsOfPicture(address: string): Promise<Result<Pixels>> {
  const blob = await (await fetch(address)).blob();
  const bitmap = await createImageBitmap(blob);
  try {
    const { width, height } = bitmap;
    if (width * height > mostPixels) return fail('picture-too-large');
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (context === null) return fail('internal');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return ok({ width, height, data });
  } finally {
    bitmap.close();
  }
}
