import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeQr } from '@/lib/qr/decode';
import { lumaOnWhite } from '@/lib/qr/luminance';
import { encodeQrPath } from '@/lib/qr/encode';
import type { QrDrawing } from '@/lib/qr/encode';
import type { Pixels } from '@/lib/qr/pixels';
import { readWithJsqr } from '@/lib/qr/second-reader';
import { black, blank } from '@/lib/qr/testing/pictures';

/** What a browser would draw, four pixels a unit. */
function rasterised({ size, path }: QrDrawing): Pixels {
  const scale = 4;
  const picture = blank(size * scale, size * scale);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let py = Number(y) * scale; py < (Number(y) + 1) * scale; py++) {
      for (let px = Number(x) * scale; px < (Number(x) + Number(width)) * scale; px++)
        picture.data.set(black, (py * picture.width + px) * 4);
    }
  }
  return picture;
}

function drawingOf(text: string): QrDrawing {
  const drawing = encodeQrPath(text);
  if (!drawing.ok) throw new Error(drawing.failure.code);
  return drawing.value;
}

describe('encodeQrPath', () => {
  it('draws what an independent reader reads', async () => {
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const picture = rasterised(drawingOf(text));
        const bySecond = await readWithJsqr(lumaOnWhite(picture), Infinity);
        expect(bySecond.map((code) => code.text)).toEqual([text]);
        const { codes } = await decodeQr(picture, { now: () => 0, deadlineMs: 5000 });
        expect(codes.map((code) => code.text)).toEqual([text]);
      }),
      { numRuns: 30 },
    );
  });

  it('is made of rectangles only, and keeps a quiet zone of four modules', () => {
    const { size, path } = drawingOf('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP');
    expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(4);
      expect(Number(y)).toBeGreaterThanOrEqual(4);
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(size - 4);
    }
  });

  it('holds 2,331 bytes and refuses one more', () => {
    expect(drawingOf('é'.repeat(1165)).size).toBe(177 + 8);
    expect(encodeQrPath(`${'é'.repeat(1165)}ab`)).toEqual({ ok: false, failure: { code: 'uri-too-long' } });
  });
});
