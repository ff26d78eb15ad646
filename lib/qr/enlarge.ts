import type { Luma } from '@/lib/qr/luminance';

/** Keys' cubic kernel, a = -0.75, for four samples at -1, 0, 1, 2. */
function weightsAt(offset: number): readonly [number, number, number, number] {
  const a = -0.75;
  const near = (t: number) => (a + 2) * t ** 3 - (a + 3) * t * t + 1;
  const far = (t: number) => a * t ** 3 - 5 * a * t * t + 8 * a * t - 4 * a;
  return [far(1 + offset), near(offset), near(1 - offset), far(2 - offset)];
}

/** Larger by cubic interpolation: readers find little in a code of one and a half pixels a module. */
export function enlarged(luma: Luma, factor: number): Luma {
  const across = stretchedRows(luma, factor);
  return transposed(stretchedRows(transposed(across), factor));
}

function stretchedRows({ width, height, data }: Luma, factor: number): Luma {
  const wide = Math.round(width * factor);
  const out = new Uint8ClampedArray(wide * height);
  for (let x = 0; x < wide; x++) {
    const from = (x + 0.5) / factor - 0.5;
    const left = Math.floor(from);
    const [a, b, c, d] = weightsAt(from - left);
    const inside = (column: number) => Math.min(width - 1, Math.max(0, column));
    const [ax, bx, cx, dx] = [inside(left - 1), inside(left), inside(left + 1), inside(left + 2)];
    for (let y = 0, row = 0; y < height; y++, row += width)
      out[y * wide + x] =
        a * data[row + ax]! + b * data[row + bx]! + c * data[row + cx]! + d * data[row + dx]!;
  }
  return { width: wide, height, data: new Uint8Array(out.buffer) };
}

function transposed({ width, height, data }: Luma): Luma {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x]!;
  return { width: height, height: width, data: out };
}

/** Half as large: the mean of each two by two pixels; an odd last row or column is left out. */
export function halved({ width, height, data }: Luma): Luma {
  const [narrow, low] = [width >> 1, height >> 1];
  const out = new Uint8Array(narrow * low);
  for (let y = 0, o = 0; y < low; y++) {
    let upper = 2 * y * width;
    for (let x = 0; x < narrow; x++, o++, upper += 2) {
      const lower = upper + width;
      out[o] = (data[upper]! + data[upper + 1]! + data[lower]! + data[lower + 1]! + 2) >> 2;
    }
  }
  return { width: narrow, height: low, data: out };
}
