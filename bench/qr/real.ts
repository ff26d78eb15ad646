import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';

import { blank, draw, enrolmentText, grey, modulesOf, noise, seeded } from '@/lib/qr/testing/pictures';

import { pixelsOfFile } from './shots.ts';
import type { QrSample } from '@/lib/qr/testing/set';

/** Test pictures of zxing-cpp (Apache-2.0), read in place. */
const folder = join(import.meta.dirname, '../../../shared/samples/qr/zxing-cpp');
export const hasRealPictures = existsSync(folder);

function picturesIn(group: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => group.test(name))
    .flatMap((name) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)))
    .filter((path) => /\.(png|jpe?g|webp)$/.test(path));
}

/** Photographs and odd codes; without its text where it has none, or one of bytes. */
export async function* realSet(page: Page): AsyncGenerator<QrSample> {
  for (const path of picturesIn(/^qrcode-/)) {
    const truth = path.replace(/\.\w+$/, '.txt');
    const texts = existsSync(truth) ? [readFileSync(truth, 'utf8')] : [];
    yield { group: path.slice(folder.length + 1), pixels: await pixelsOfFile(page, path), texts };
  }
}

/** Real pictures without a QR code. */
export async function* falseSet(page: Page): AsyncGenerator<QrSample> {
  for (const path of picturesIn(/^falsepositives/))
    yield { group: 'real, without a code', pixels: await pixelsOfFile(page, path), texts: [] };
}

/** Noise, and codes without a part of theirs: nothing is to be read. */
export function* emptySet(seed: number): Generator<QrSample> {
  const random = seeded(seed);
  for (const block of [1, 2, 3, 4, 6, 9])
    yield { group: 'noise', pixels: noise(600, 450, block, random), texts: [] };
  for (let i = 0; i < 12; i++) {
    const modules = modulesOf(enrolmentText(random));
    const pixels = blank(500, 500, grey(250));
    const scrambled = modules.map((row, y) =>
      row.map((dark, x) => {
        const isFinder = (x < 8 && (y < 8 || y >= row.length - 8)) || (x >= row.length - 8 && y < 8);
        return isFinder ? dark : random() < 0.5;
      }),
    );
    draw(pixels, scrambled, { x: 60, y: 60, scale: 5 });
    yield { group: 'code of noise', pixels, texts: [] };
  }
}
