import { _BYTES, _ECC_BLOCKS, _WORDS_PER_BLOCK } from 'qr';
import type { ErrorCorrection } from 'qr';
import { describe, expect, it } from 'vitest';

import { decodeQr } from '@/lib/qr/decode';
import type { QrReader } from '@/lib/qr/code';
import type { DecodeOptions } from '@/lib/qr/decode';
import { lumaOnWhite } from '@/lib/qr/luminance';
import type { Luma } from '@/lib/qr/luminance';
import type { Pixels } from '@/lib/qr/pixels';
import { readWithJsqr } from '@/lib/qr/second-reader';
import {
  black,
  blank,
  blurred,
  draw,
  enrolmentText,
  foreshortened,
  grey,
  modulesOf,
  noise,
  pictureOf,
  seeded,
  white,
} from '@/lib/qr/testing/pictures';
import { zxingReader } from '@/lib/qr/testing/zxing';
import { textFromBytes } from '@/lib/qr/text';

const text = 'otpauth://totp/Example:alice@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example';
const now = () => performance.now();
const heavy = { zxing: zxingReader(), jsqr: readWithJsqr };
const read = (pixels: Pixels, options: Partial<DecodeOptions> = {}, onBlack: Pixels | null = null) =>
  decodeQr(pixels, { now, deadlineMs: now() + 10_000, ...options }, onBlack);
const textsOf = async (...given: Parameters<typeof read>) =>
  (await read(...given)).codes.map((code) => code.text);

/** ISO/IEC 18004 table 7, byte mode. */
function byteCapacity(version: number, ecc: ErrorCorrection): number {
  const index = version - 1;
  const correction = _WORDS_PER_BLOCK[ecc][index]! * _ECC_BLOCKS[ecc][index]!;
  return _BYTES[index]! - correction - (version < 10 ? 2 : 3);
}

describe('what the ladder reads', () => {
  it.each(['low', 'medium', 'quartile', 'high'] as const)(
    'reads every version at error correction %s, filled to capacity',
    async (ecc) => {
      const random = seeded(1);
      for (let version = 1; version <= 40; version++) {
        const length = byteCapacity(version, ecc);
        const full = Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join(
          '',
        );
        expect(await textsOf(pictureOf(modulesOf(full, { version, ecc }), { scale: 3 }))).toEqual([full]);
      }
    },
    60_000,
  );

  it.each([1, 2, 3, 5, 8, 12])('reads a clean code of %i pixels a module', async (scale) => {
    expect(await textsOf(pictureOf(modulesOf(text), { scale }))).toEqual([text]);
  });

  it('reads light modules on a dark ground', async () => {
    const picture = pictureOf(modulesOf(text), { dark: white, light: black });
    expect(await textsOf(picture)).toEqual([text]);
  });

  it('reads a code cut at its edge', async () => {
    expect(await textsOf(pictureOf(modulesOf(text), { border: 0 }))).toEqual([text]);
  });

  it.each([2, 3, 4, 6])('reads a code without a margin on a dark page, %i pixels a module', async (scale) => {
    const random = seeded(scale);
    for (let round = 0; round < 5; round++) {
      const random2 = enrolmentText(random);
      const page = blank(1280, 720, grey(18));
      draw(page, modulesOf(random2), { x: 301, y: 107, scale });
      draw(page, modulesOf('a caption').slice(0, 3), {
        x: 310,
        y: 40,
        scale: 2,
        dark: grey(18),
        light: grey(230),
      });
      expect(await textsOf(page)).toEqual([random2]);
    }
  });

  it('reads the inverse without a margin on a light page', async () => {
    const page = blank(900, 600, grey(240));
    draw(page, modulesOf(text), { x: 200, y: 100, dark: white, light: grey(20) });
    expect(await textsOf(page)).toEqual([text]);
  });

  it.each([
    [100, 120],
    [200, 220],
    [20, 45],
    [235, 255],
  ])('reads modules of grey %i on grey %i', async (dark, light) => {
    const page = blank(500, 500, grey(light));
    draw(page, modulesOf(text), { x: 90, y: 90, scale: 5, dark: grey(dark), light: grey(light) });
    expect(await textsOf(page)).toEqual([text]);
  });

  it('reads coloured modules', async () => {
    const picture = pictureOf(modulesOf(text), { dark: [20, 60, 160, 255], light: [255, 240, 200, 255] });
    expect(await textsOf(picture)).toEqual([text]);
  });

  it.each([3, 4, 5, 6, 8])('reads a code blurred by 0.6 of a module of %i pixels', async (scale) => {
    expect(await textsOf(blurred(pictureOf(modulesOf(text), { scale }), 0.6 * scale))).toEqual([text]);
  });

  it('reads light modules on a transparent ground, which white would hide', async () => {
    const picture = pictureOf(modulesOf(text), { dark: [0, 0, 0, 0], light: white });
    expect(await textsOf(picture)).toEqual([text]);
  });

  it('reads the picture on black that the caller made', async () => {
    const onBlack = pictureOf(modulesOf(text));
    expect(await textsOf(blank(onBlack.width, onBlack.height), {}, onBlack)).toEqual([text]);
  });

  it('reads every code of a page once, wherever it stands', async () => {
    const random = seeded(5);
    const page = blank(1600, 900);
    const expected = Array.from({ length: 6 }, () => enrolmentText(random));
    expected.forEach((one, i) =>
      draw(page, modulesOf(one), { x: 60 + (i % 3) * 500, y: 40 + 450 * Math.floor(i / 3), scale: 5 }),
    );
    const texts = await textsOf(page);
    expect([...texts].sort()).toEqual([...expected].sort());
  });

  it('reads both of two codes side by side in a tight picture', async () => {
    const picture = blank(460, 240);
    draw(picture, modulesOf('first'), { x: 20, y: 20, scale: 8 });
    draw(picture, modulesOf('second'), { x: 250, y: 20, scale: 8 });
    expect([...(await textsOf(picture))].sort()).toEqual(['first', 'second']);
  });

  it('says the same text once', async () => {
    const page = blank(900, 400);
    draw(page, modulesOf(text), { x: 40, y: 40 });
    draw(page, modulesOf(text), { x: 500, y: 60 });
    expect(await textsOf(page)).toEqual([text]);
  });

  it('keeps an empty code as an empty text', async () => {
    expect(await textsOf(pictureOf(modulesOf('')))).toEqual(['']);
  });
});

describe('charsets', () => {
  const label = 'otpauth://totp/Université Müller: Zoë?secret=JBSWY3DPEHPK3PXP';
  const latin1 = (value: string) => Uint8Array.from(value, (letter) => letter.charCodeAt(0));

  it('reads UTF-8, also outside the basic plane', async () => {
    const unicode = `${label}&issuer=日本語 🔑`;
    expect(await textsOf(pictureOf(modulesOf(unicode)))).toEqual([unicode]);
  });

  it('reads Latin-1 that is not UTF-8', async () => {
    expect(await textsOf(pictureOf(modulesOf(label, { textEncoder: latin1 })))).toEqual([label]);
  });

  it('reads Latin-1 with the second reader too', async () => {
    const picture = pictureOf(modulesOf(label, { textEncoder: latin1 }));
    const found = await readWithJsqr(lumaOnWhite(picture), Infinity);
    expect(found.map((code) => code.text)).toEqual([label]);
  });

  it('reads Latin-1 and UTF-8 with zxing too', async () => {
    for (const textEncoder of [latin1, (value: string) => new TextEncoder().encode(value)]) {
      const picture = pictureOf(modulesOf(label, { textEncoder }));
      const found = await heavy.zxing(lumaOnWhite(picture), Infinity);
      expect(found.map((code) => code.text)).toEqual([label]);
    }
  });
});

describe('text of bytes', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);

  it.each([
    ['UTF-8 without a designator', bytes(0xc3, 0xa9), undefined, 'é'],
    ['UTF-8 with its designator', bytes(0xc3, 0xa9), 26, 'é'],
    ['UTF-8 said to be Latin-1, as many encoders do', bytes(0xc3, 0xa9), 3, 'é'],
    ['Latin-1', bytes(0xe9), undefined, 'é'],
    ['windows-1252 beyond Latin-1', bytes(0x93, 0xe9, 0x94), undefined, '“é”'],
    ['Shift_JIS with its designator', bytes(0x93, 0xfa), 20, '日'],
    ['Cyrillic with its designator', bytes(0xc4, 0xe0), 22, 'Да'],
    ['an unknown designator', bytes(0x41), 170, 'A'],
    ['nothing', bytes(), undefined, ''],
  ])('%s', (_name, value, designator, text) => {
    expect(textFromBytes(value, designator)).toBe(text);
  });
});

describe('what it says of a picture it cannot read', () => {
  const nothing = { codes: [], more: false, sawCode: false, gaveUp: false, tooLarge: false };

  it.each([
    ['white', blank(300, 200)],
    ['black', blank(300, 200, black)],
    ['wholly transparent', blank(300, 200, [0, 0, 0, 0])],
    ['one pixel', blank(1, 1)],
    ['one row', blank(3000, 1)],
    ['twenty pixels a side', noise(20, 20, 1, seeded(1))],
    ['noise', noise(400, 300, 1, seeded(2))],
    ['coarse noise', noise(640, 480, 4, seeded(3))],
  ])('%s: nothing was there', async (_name, pixels) => {
    expect(await read(pixels, heavy)).toEqual(nothing);
  });

  it('knows a code whose data is destroyed', async () => {
    const random = seeded(9);
    const damaged = modulesOf(text).map((row, y, { length }) =>
      row.map((dark, x) => {
        const isFinder = (x < 8 && (y < 8 || y >= length - 8)) || (x >= length - 8 && y < 8);
        return isFinder ? dark : random() < 0.5;
      }),
    );
    for (const scale of [3, 4, 7]) {
      const reading = await read(pictureOf(damaged, { scale }), heavy);
      expect(reading).toEqual({ ...nothing, sawCode: true });
    }
  });

  it('gives up before the first look when the deadline has passed', async () => {
    const reading = await decodeQr(pictureOf(modulesOf(text)), { now: () => 5, deadlineMs: 5 });
    expect(reading).toEqual({ ...nothing, gaveUp: true });
  });

  it('gives up between two looks', async () => {
    let clock = 0;
    const reading = await decodeQr(noise(300, 300, 1, seeded(4)), { now: () => clock++, deadlineMs: 6 });
    expect(reading).toEqual({ ...nothing, gaveUp: true });
  });

  it('refuses more than forty megapixels without looking at them', async () => {
    const pixels = { width: 8000, height: 5001, data: new Uint8ClampedArray() };
    expect(await read(pixels)).toEqual({ ...nothing, gaveUp: true, tooLarge: true });
    expect((await read(blank(9, 9), {}, pixels)).tooLarge).toBe(true);
  });

  it('ends on hostile noise of a whole screen within three seconds', async () => {
    for (const block of [1, 4]) {
      const pixels = noise(1920, 1080, block, seeded(block));
      const started = now();
      const reading = await read(pixels, { deadlineMs: started + 3000, ...heavy });
      expect(reading.codes).toEqual([]);
      // One look may overrun; a busy machine is allowed as much again.
      expect(now() - started).toBeLessThan(6000);
    }
  });
});

describe('the readers that are asked later', () => {
  const unreadable = noise(300, 300, 5, seeded(6));
  const answering =
    (asked: Luma[], ...texts: string[]): QrReader =>
    async (luma) => {
      asked.push(luma);
      return texts.map((one) => ({ text: one, corners: null }));
    };

  it('are not asked when the first one reads', async () => {
    const asked: Luma[] = [];
    await read(pictureOf(modulesOf(text)), { zxing: answering(asked), jsqr: answering(asked) });
    expect(asked).toEqual([]);
  });

  it.each(['zxing', 'jsqr'] as const)('are believed when only one of them reads: %s', async (name) => {
    const reading = await read(unreadable, { [name]: answering([], 'found') });
    expect(reading).toMatchObject({
      codes: [{ text: 'found', corners: null }],
      sawCode: true,
      gaveUp: false,
    });
  });

  it('jsqr is given no picture above 700 pixels a side', async () => {
    const asked: Luma[] = [];
    const page = blank(1400, 900, black);
    draw(
      page,
      modulesOf('x').map((row) => row.map(() => false)),
      { x: 50, y: 50, scale: 20 },
    );
    await read(page, { jsqr: answering(asked) });
    expect(asked.length).toBeGreaterThan(0);
    for (const { width, height } of asked) expect(Math.max(width, height)).toBeLessThanOrEqual(700);
  });

  it('zxing reads what the first reader does not', async () => {
    const modules = modulesOf(text, { version: 16 });
    const turned = foreshortened(pictureOf(modules, { scale: 6, border: 8 }), 0.4);
    expect(await textsOf(turned, { jsqr: heavy.jsqr })).toEqual([]);
    expect(await textsOf(turned, heavy)).toEqual([text]);
  });

  it('the quick rungs and the rest are the whole ladder', async () => {
    const asked: Luma[] = [];
    const zxing = answering(asked, 'late');
    expect(await textsOf(unreadable, { zxing, rungs: 'quick' })).toEqual([]);
    expect(asked).toEqual([]);
    expect(await textsOf(pictureOf(modulesOf(text)), { zxing, rungs: 'rest' })).toEqual(['late']);
  });

  it('every code: zxing adds what the first reader missed, and nothing twice', async () => {
    const picture = pictureOf(modulesOf(text), { border: 20 });
    const missed = { text: 'missed', corners: null };
    const { codes } = await read(picture, {
      everyCode: true,
      zxing: async (...given) => [...(await heavy.zxing(...given)), missed],
    });
    expect(codes.map((code) => code.text)).toEqual([text, 'missed']);
  });
});

describe('where the codes are', () => {
  const corner = (x: number, y: number) => ({ x: expect.closeTo(x, -1), y: expect.closeTo(y, -1) });
  const square = (x: number, y: number, side: number) => [
    corner(x, y),
    corner(x + side, y),
    corner(x + side, y + side),
    corner(x, y + side),
  ];
  const modules = modulesOf(text);
  const side = modules.length * 5;

  it('tells the corners in pixels of the picture, also of a cut-out', async () => {
    const page = blank(1280, 720, grey(18));
    draw(page, modules, { x: 700, y: 300, scale: 5 });
    const [code] = (await read(page)).codes;
    expect(code?.corners).toEqual(square(700, 300, side));
  });

  it.each(['zxing', 'jsqr'] as const)('%s tells the same ones', async (name) => {
    const page = blank(500, 500);
    draw(page, modules, { x: 120, y: 90, scale: 5 });
    const [code] = await heavy[name](lumaOnWhite(page), Infinity);
    expect(code?.corners).toEqual(square(120, 90, side));
  });
});

describe('many codes', () => {
  function pageOf(count: number): Pixels {
    const page = blank(1600, 1600);
    for (let i = 0; i < count; i++)
      draw(page, modulesOf(`code ${i}`), {
        x: 30 + 170 * (i % 9),
        y: 30 + 170 * Math.floor(i / 9),
        scale: 4,
      });
    return page;
  }

  it('reads fifty in one picture', async () => {
    const texts = await textsOf(pageOf(50), { ...heavy, deadlineMs: Infinity });
    expect([...texts].sort()).toEqual(Array.from({ length: 50 }, (_, i) => `code ${i}`).sort());
  });

  it('lists sixty-four of more, and says that there are more', async () => {
    for (const everyCode of [false, true]) {
      const { codes, more } = await read(pageOf(70), { ...heavy, everyCode, deadlineMs: Infinity });
      expect(codes.length).toBe(64);
      expect(more).toBe(true);
    }
  });
});
