import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

import { decodeQr } from '@/lib/qr/decode';
import { lumaOnWhite } from '@/lib/qr/luminance';
import type { Pixels } from '@/lib/qr/pixels';
import { readWithQr } from '@/lib/qr/readers';
import { readWithJsqr } from '@/lib/qr/second-reader';
import { pictureOf } from '@/lib/qr/testing/pictures';
import { zxingReader } from '@/lib/qr/testing/zxing';

const readers = { qr: readWithQr, zxing: zxingReader(), jsqr: readWithJsqr };

/** By an encoder that changes the mode wherever that saves a bit: digits, capitals, bytes, Kanji. */
async function encoded(text: string): Promise<Pixels> {
  const { symbol } = await writeBarcode(text, { format: 'QRCode', ecLevel: 'L' });
  const { width, height, data } = symbol;
  const modules = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => data[y * width + x] === 0),
  );
  return pictureOf(modules);
}

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
  const wasmBinary = new Uint8Array(await readFile(file)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

describe('codes of several segments', () => {
  const texts = [
    'OTPAUTH://TOTP/ABC12345678901234567890?secret=jbswy3dpehpk3pxp',
    '1234567890123ABCDEFGHIJKLabcdefghijkl0987654321098',
    'otpauth://totp/Université de Montréal:12345678901234?secret=JBSWY3DPEHPK3PXP',
  ];

  it.each(Object.entries(readers).flatMap(([name, read]) => texts.map((text) => ({ name, read, text }))))(
    '$name reads $text',
    async ({ read, text }) => {
      const [code] = await read(lumaOnWhite(await encoded(text)), 5000);
      expect(code?.text).toBe(text);
    },
  );

  it('Kanji, which the first reader cannot read, is read by the ladder', async () => {
    const text = 'http://exemple.test/日本語点茗';
    const picture = await encoded(text);
    expect(await readWithQr(lumaOnWhite(picture), 5000)).toEqual([]);
    const { codes } = await decodeQr(picture, { ...readers, now: () => 0, deadlineMs: 5000 });
    expect(codes.map((code) => code.text)).toEqual([text]);
  });
});
