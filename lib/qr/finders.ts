import type { FinderPoints, Point } from 'qr/decode.js';

import type { Luma } from '@/lib/qr/luminance';

/** Of 7 × 7 modules; the rest may be noise, a rounded corner or a logo. */
const enoughModules = 41;
/** Grey levels between the dark and the light modules. */
const leastContrast = 20;

/** ISO/IEC 18004 §5.3.3.1: a dark ring, a light ring, a dark square of 3 × 3. */
function isDarkModule(column: number, row: number): boolean {
  return Math.max(Math.abs(column), Math.abs(row)) !== 2;
}

function showsFinder(luma: Luma, centre: Point, across: Point, down: Point): boolean {
  const samples: { value: number; dark: boolean }[] = [];
  for (let row = -3; row <= 3; row++) {
    for (let column = -3; column <= 3; column++) {
      const x = Math.floor(centre.x + column * across.x + row * down.x);
      const y = Math.floor(centre.y + column * across.y + row * down.y);
      if (x < 0 || y < 0 || x >= luma.width || y >= luma.height) return false;
      samples.push({ value: luma.data[y * luma.width + x]!, dark: isDarkModule(column, row) });
    }
  }
  const mean = (dark: boolean) => {
    const some = samples.filter((sample) => sample.dark === dark);
    return some.reduce((sum, sample) => sum + sample.value, 0) / some.length;
  };
  const [dark, light] = [mean(true), mean(false)];
  if (Math.abs(light - dark) < leastContrast) return false;
  const middle = (light + dark) / 2;
  // Light on dark is as good.
  const right = samples.filter(({ value, dark: isDark }) => value < middle === (isDark === dark < light));
  return right.length >= enoughModules;
}

/**
 * Whether three finder patterns really stand where a reader that failed last supposed them. Readers suppose them in
 * noise too; that 3 × 49 modules agree by chance is out of the question.
 */
export function showsThreeFinders(luma: Luma, { tl, tr, bl }: FinderPoints): boolean {
  const unit = (from: Point, to: Point): Point => {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  };
  const [across, down] = [unit(tl, tr), unit(tl, bl)];
  return [tl, tr, bl].every((finder) => {
    const scaled = (axis: Point): Point => ({ x: axis.x * finder.moduleSize, y: axis.y * finder.moduleSize });
    return showsFinder(luma, finder, scaled(across), scaled(down));
  });
}
