import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';

import { decodeQr } from '@/lib/qr/decode';
import { readWithJsqr } from '@/lib/qr/second-reader';
import { zxingReader } from '@/lib/qr/testing/zxing';

/** Test pictures of zxing-cpp (Apache-2.0), read in place. PNG only; the others are in formats Node does not read. */
const folder = join(import.meta.dirname, '../../../shared/samples/qr/zxing-cpp');
/** Shift_JIS that does not say so: read, with other letters. */
const otherCharset = ['qrcode-2/10.png'];
const isThere = existsSync(folder);
const say = (line: string) => process.stdout.write(`${line}\n`);
if (!isThere) say('skipped: real pictures of QR codes, as ../shared/samples/qr is absent');

function pngs(group: RegExp): string[] {
  if (!isThere) return [];
  return readdirSync(folder)
    .filter((name) => group.test(name))
    .flatMap((name) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)))
    .filter((path) => path.endsWith('.png'));
}

async function textsIn(path: string): Promise<readonly string[]> {
  const { width, height, data } = PNG.sync.read(readFileSync(path));
  const pixels = { width, height, data: new Uint8ClampedArray(data) };
  const now = () => performance.now();
  const options = { now, deadlineMs: now() + 10_000, zxing: zxingReader(), jsqr: readWithJsqr };
  return (await decodeQr(pixels, options)).codes.map(({ text }) => text);
}

describe.skipIf(!isThere)('real pictures', () => {
  it('reads most of them, and never another text than theirs', async () => {
    let read = 0;
    const wrong: string[] = [];
    const paths = pngs(/^qrcode-/);
    for (const path of paths) {
      const texts = await textsIn(path);
      if (texts.length > 0) read++;
      const truth = path.replace(/\.png$/, '.txt');
      if (!existsSync(truth) || texts.length === 0) continue;
      if (otherCharset.some((known) => path.endsWith(known))) continue;
      const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();
      if (!texts.map(plain).includes(plain(readFileSync(truth, 'utf8'))))
        wrong.push(`${path}: ${texts.join(' | ')}`);
    }
    say(`real pictures: ${read} of ${paths.length} PNG read`);
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThanOrEqual(Math.floor(0.9 * paths.length));
  }, 120_000);

  it('reads nothing where there is nothing', async () => {
    for (const path of pngs(/^falsepositives/)) expect(await textsIn(path)).toEqual([]);
  }, 60_000);
});
