import type { Pixels } from '@/lib/qr/pixels';
import type { Colour, Random } from '@/lib/qr/testing/pictures';
import {
  black,
  blank,
  blurred,
  draw,
  enrolmentText,
  grey,
  modulesOf,
  pictureOf,
  seeded,
  white,
} from '@/lib/qr/testing/pictures';

export interface QrSample {
  readonly group: string;
  readonly pixels: Pixels;
  /** Everything that stands in the picture. */
  readonly texts: readonly string[];
}

type Made = Omit<QrSample, 'group'>;

const between = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1));

/** A page with bars where text would be, and codes where no bar is. */
function page(
  random: Random,
  { width, height, codes }: { width: number; height: number; codes: number },
): Made {
  const pixels = blank(width, height, grey(between(random, 235, 255)));
  const ink = grey(between(random, 20, 90));
  for (let line = 0; line < Math.floor(height / 40); line++) {
    const end = between(random, width / 8, width / 4);
    for (let y = line * 40 + 8; y < line * 40 + 20; y++) {
      for (let x = 20; x < end; x++)
        if ((x >> 2) % between(random, 2, 5)) pixels.data.set(ink, (y * width + x) * 4);
    }
  }
  const texts = Array.from({ length: codes }, () => enrolmentText(random));
  const room = (width * 0.7) / codes;
  texts.forEach((text, index) => {
    const modules = modulesOf(text);
    const scale = Math.min(between(random, 2, 7), Math.floor((room - 40) / modules.length));
    const x = Math.floor(width * 0.28 + index * room);
    draw(pixels, modules, { x, y: between(random, 40, height - modules.length * scale - 40), scale });
  });
  return { pixels, texts };
}

function coloured(random: Random): { dark: Colour; light: Colour } {
  const dark: Colour = [between(random, 0, 90), between(random, 0, 90), between(random, 0, 130), 255];
  return {
    dark,
    light: [between(random, 215, 255), between(random, 215, 255), between(random, 190, 255), 255],
  };
}

function lowContrast(random: Random, text: string): Pixels {
  const dark = between(random, 20, 200);
  const light = grey(dark + between(random, 20, 50));
  const modules = modulesOf(text);
  const scale = between(random, 3, 6);
  const pixels = blank(modules.length * scale + 120, modules.length * scale + 160, light);
  draw(pixels, modules, { x: 50, y: 70, scale, dark: grey(dark), light });
  return pixels;
}

function borderless(random: Random, text: string): Pixels {
  const pixels = blank(1024, 640, grey(between(random, 8, 40)));
  draw(pixels, modulesOf(text), {
    x: between(random, 20, 400),
    y: between(random, 10, 120),
    scale: between(random, 3, 6),
  });
  return pixels;
}

const one =
  (make: (random: Random, text: string) => Pixels) =>
  (random: Random): Made => {
    const text = enrolmentText(random);
    return { pixels: make(random, text), texts: [text] };
  };

const groups: Readonly<Record<string, (random: Random) => Made>> = {
  clean: one((random, text) => pictureOf(modulesOf(text), { scale: between(random, 1, 10) })),
  'fractional zoom': one((random, text) => pictureOf(modulesOf(text), { scale: 2 + 3 * random() })),
  'no margin': one((random, text) => pictureOf(modulesOf(text), { scale: between(random, 2, 6), border: 0 })),
  'no margin on a dark page': one(borderless),
  inverted: one((random, text) =>
    pictureOf(modulesOf(text), { scale: between(random, 2, 6), dark: white, light: black }),
  ),
  coloured: one((random, text) =>
    pictureOf(modulesOf(text), { scale: between(random, 2, 6), ...coloured(random) }),
  ),
  'low contrast': one(lowContrast),
  blurred: one((random, text) => {
    const scale = between(random, 3, 6);
    return blurred(pictureOf(modulesOf(text), { scale }), scale * (0.3 + 0.3 * random()));
  }),
  'light on transparent': one((random, text) =>
    pictureOf(modulesOf(text), { scale: between(random, 2, 6), dark: [0, 0, 0, 0], light: white }),
  ),
  'dense, as an export of many accounts': (random) => {
    const text = Array.from({ length: between(random, 4, 9) }, () => enrolmentText(random)).join('\n');
    return {
      pixels: pictureOf(modulesOf(text, { ecc: 'low' }), { scale: between(random, 2, 4) }),
      texts: [text],
    };
  },
  'page, 1366 × 768': (random) => page(random, { width: 1366, height: 768, codes: 1 }),
  'page, 1920 × 1080': (random) => page(random, { width: 1920, height: 1080, codes: 1 }),
  'page, three codes': (random) => page(random, { width: 1920, height: 1080, codes: 3 }),
};

/** The same pictures for the same seed, `perGroup` of each group. */
export function qrSet(seed: number, perGroup: number): QrSample[] {
  return Object.entries(groups).flatMap(([group, make], index) => {
    const random = seeded(seed + index);
    return Array.from({ length: perGroup }, () => ({ group, ...make(random) }));
  });
}
