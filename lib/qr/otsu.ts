import type { Luma } from '@/lib/qr/luminance';

/**
 * The grey level that best splits a picture in two: the greatest variance between the classes (Otsu, 1979).
 *
 * @returns 0 to 255; pixels above it are light. A picture of one grey answers that grey.
 */
export function otsuThreshold(luma: Luma): number {
  const histogram = new Uint32Array(256);
  for (const value of luma.data) histogram[value]!++;
  const total = luma.data.length;
  let sum = 0;
  for (let level = 0; level < 256; level++) sum += level * histogram[level]!;

  let below = 0;
  let sumBelow = 0;
  let best = -1;
  // Between two peaks with nothing between them every level is as good: the middle keeps clear of both.
  let first = 0;
  let last = 0;
  for (let level = 0; level < 256; level++) {
    below += histogram[level]!;
    sumBelow += level * histogram[level]!;
    const above = total - below;
    if (below === 0) continue;
    if (above === 0) break;
    const apart = sumBelow / below - (sum - sumBelow) / above;
    const variance = below * above * apart * apart;
    if (variance > best) {
      best = variance;
      first = level;
    }
    if (variance === best) last = level;
  }
  return best < 0 ? (luma.data[0] ?? 0) : (first + last) >> 1;
}

/** Only black and white, split by `otsuThreshold`. */
export function blackAndWhite(luma: Luma): Luma {
  const threshold = otsuThreshold(luma);
  return { ...luma, data: luma.data.map((value) => (value > threshold ? 255 : 0)) };
}
