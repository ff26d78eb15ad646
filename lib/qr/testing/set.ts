import type { Pixels } from '@/lib/qr/pixels';
import type { Colour, Random } from '@/lib/qr/testing/pictures';
import {
  among,
  between,
  black,
  blank,
  blurred,
  enrolmentText,
  foreshortened,
  grey,
  modulesOf,
  seeded,
  white,
} from '@/lib/qr/testing/pictures';

import { compressed, photographed, resized } from '@/lib/qr/testing/effects';
import { paint, paintedAlone, scaledBy, turnedBy } from '@/lib/qr/testing/paint';
import type { Look } from '@/lib/qr/testing/paint';

export interface QrSample {
  readonly group: string;
  readonly pixels: Pixels;
  /** Everything that stands in the picture. */
  readonly texts: readonly string[];
}

type Made = Omit<QrSample, 'group'>;

const one =
  (make: (random: Random, look: Look) => Pixels) =>
  (random: Random): Made => {
    const text = enrolmentText(random);
    const ecc = among(random, ['low', 'low', 'medium', 'medium', 'quartile'] as const);
    return { pixels: make(random, { modules: modulesOf(text, { ecc }), quiet: 4 }), texts: [text] };
  };

const zooms = [0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5];
const zoomed = (random: Random) => among(random, zooms) * among(random, [1, 1, 1.25, 1.5, 2, 3]);
const scale = (random: Random) => between(random, 3, 6);

function coloured(random: Random): { dark: Colour; light: Colour } {
  const dark: Colour = [between(random, 0, 90), between(random, 0, 90), between(random, 0, 130), 255];
  const light: Colour = [
    between(random, 215, 255),
    between(random, 215, 255),
    between(random, 190, 255),
    255,
  ];
  return { dark, light };
}

function lowContrast(random: Random): { dark: Colour; light: Colour } {
  const dark = between(random, 20, 160);
  const light = Math.min(255, dark + between(random, 20, 90));
  return random() < 0.3 ? { dark: grey(light), light: grey(dark) } : { dark: grey(dark), light: grey(light) };
}

function onGround(random: Random, look: Look, ground: Colour): Pixels {
  const pixels = blank(between(random, 700, 1100), between(random, 500, 720), ground);
  const size = Math.min(scale(random), 460 / look.modules.length);
  const [x, y] = [between(random, 10, 200), between(random, 10, 40)];
  paint(pixels, look, scaledBy(size, x, y), 2);
  return pixels;
}

function withLogo(random: Random, least: number, most: number): Made {
  const text = enrolmentText(random);
  const modules = modulesOf(text, { ecc: 'high' });
  const logo = least + (most - least) * random();
  return { pixels: paintedAlone({ modules, logo, quiet: 4 }, scale(random), 3), texts: [text] };
}

/** A page with bars where text would be, and codes where no bar is. */
function page(
  random: Random,
  width: number,
  height: number,
  codes: number,
  scales: readonly [number, number],
): Made {
  const isDark = random() < 0.3;
  const ground = isDark ? grey(between(random, 15, 45)) : grey(between(random, 235, 255));
  const ink = isDark ? grey(between(random, 160, 230)) : grey(between(random, 20, 90));
  const pixels = blank(width, height, ground);
  for (let line = 0; line < Math.floor(height / 40); line++) {
    const end = between(random, width / 8, width / 4);
    const stripes = between(random, 2, 5);
    for (let y = line * 40 + 8; y < line * 40 + 20; y++) {
      for (let x = 20; x < end; x++) if ((x >> 2) % stripes) pixels.data.set(ink, (y * width + x) * 4);
    }
  }
  const texts = Array.from({ length: codes }, () => enrolmentText(random));
  const columns = Math.min(3, codes);
  const [roomX, roomY] = [(width * 0.7) / columns, height / Math.ceil(codes / columns)];
  texts.forEach((text, index) => {
    const modules = modulesOf(text);
    const quiet = between(random, 2, 4);
    const most = (Math.min(roomX, roomY) - 40) / (modules.length + 2 * quiet);
    const size = Math.min(scales[0] + random() * (scales[1] - scales[0]), most);
    const x = width * 0.28 + (index % columns) * roomX + quiet * size + 5;
    const spare = roomY - (modules.length + 2 * quiet) * size - 20;
    const y = Math.floor(index / columns) * roomY + 10 + quiet * size + random() * Math.max(0, spare);
    paint(pixels, { modules, quiet }, scaledBy(size, Math.round(x), Math.round(y)), 3);
  });
  return { pixels, texts };
}

function turned(random: Random, { modules }: Look): Pixels {
  const size = scale(random);
  const side = Math.ceil((modules.length + 8) * size * 1.45);
  const pixels = blank(side, side);
  paint(
    pixels,
    { modules, quiet: 4 },
    turnedBy(random() * 2 * Math.PI, size, modules.length, side / 2, side / 2),
    3,
  );
  return pixels;
}

/** As an export of many accounts: versions 8 to 33. */
function migration(random: Random): Made {
  const length = between(random, 160, 1500);
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%';
  const data = Array.from({ length }, () => among(random, [...letters])).join('');
  const text = `otpauth-migration://offline?data=${data}`;
  const modules = modulesOf(text, { ecc: 'low' });
  const size = among(random, [1, 2, 2, 3, 3, 4, 5, 6]);
  return { pixels: paintedAlone({ modules, quiet: 4 }, size, 1), texts: [text] };
}

const shaped = (shape: NonNullable<Look['shape']>) =>
  one((random, look) => paintedAlone({ ...look, shape, roundFinders: random() < 0.5 }, 1 + scale(random), 4));

interface Group {
  readonly count: number;
  readonly make: (random: Random) => Made;
  /** Every picture of it is to be read. */
  readonly whole?: true;
}

/** The kinds and counts of the reference, in the same proportions. */
const groups: Readonly<Record<string, Group>> = {
  clean: {
    count: 36,
    whole: true,
    make: one((random, look) => paintedAlone(look, between(random, 1, 12), 1)),
  },
  'zoomed, a scaled picture': {
    count: 30,
    whole: true,
    make: one((random, look) => resized(paintedAlone(look, scale(random), 1), zoomed(random))),
  },
  'zoomed, vector edges': {
    count: 30,
    whole: true,
    make: one((random, look) => paintedAlone(look, scale(random) * zoomed(random), 4)),
  },
  'zoomed, nearest neighbour': {
    count: 12,
    whole: true,
    make: one((random, look) => paintedAlone(look, scale(random) * zoomed(random), 1)),
  },
  tiny: { count: 24, make: one((random, look) => paintedAlone(look, 1.2 + 1.2 * random(), 4)) },
  inverted: {
    count: 12,
    whole: true,
    make: one((random, look) => paintedAlone({ ...look, dark: white, light: black }, scale(random), 2)),
  },
  'inverted, without a margin on a light page': {
    count: 12,
    whole: true,
    make: one((random, look) =>
      onGround(
        random,
        { ...look, quiet: 0, dark: white, light: grey(between(random, 10, 40)) },
        grey(between(random, 225, 255)),
      ),
    ),
  },
  'without a margin, cut tight': {
    count: 12,
    whole: true,
    make: one((random, look) => paintedAlone({ ...look, quiet: 0 }, scale(random), 2)),
  },
  'without a margin on a dark page': {
    count: 24,
    whole: true,
    make: one((random, look) => onGround(random, { ...look, quiet: 0 }, grey(between(random, 8, 45)))),
  },
  coloured: {
    count: 18,
    whole: true,
    make: one((random, look) => paintedAlone({ ...look, ...coloured(random) }, scale(random), 2)),
  },
  'low contrast': {
    count: 18,
    whole: true,
    make: one((random, look) => {
      const colours = lowContrast(random);
      return paintedAlone({ ...look, ...colours }, scale(random), 2, colours.light);
    }),
  },
  gradient: {
    count: 18,
    whole: true,
    make: one((random, look) =>
      paintedAlone({ ...look, ...coloured(random), darkEnd: coloured(random).dark }, scale(random), 2),
    ),
  },
  dots: { count: 12, whole: true, make: shaped('dots') },
  rounded: { count: 12, whole: true, make: shaped('rounded') },
  gapped: { count: 12, whole: true, make: shaped('gapped') },
  'logo of 20–25 %': { count: 20, whole: true, make: (random) => withLogo(random, 0.2, 0.25) },
  'logo of 30–35 %': { count: 10, whole: true, make: (random) => withLogo(random, 0.3, 0.35) },
  'JPEG of quality 8–75': {
    count: 24,
    make: one((random, look) => compressed(paintedAlone(look, scale(random), 2), between(random, 8, 75))),
  },
  'blurred by 0.3–1.1 modules': {
    count: 24,
    make: one((random, look) => {
      const size = scale(random);
      return blurred(paintedAlone(look, size, 2), size * (0.3 + 0.8 * random()));
    }),
  },
  turned: { count: 24, whole: true, make: one(turned) },
  'photographed from the side': {
    count: 16,
    make: one((random, look) => {
      const seen = foreshortened(
        paintedAlone({ ...look, quiet: 8 }, 2 + scale(random), 2),
        0.6 + 0.3 * random(),
      );
      return photographed(blurred(seen, 0.8), random, 8);
    }),
  },
  'transparent, dark modules': {
    count: 8,
    whole: true,
    make: one((random, look) =>
      paintedAlone({ ...look, light: [0, 0, 0, 0] }, scale(random), 1, [0, 0, 0, 0]),
    ),
  },
  'transparent, light modules': {
    count: 8,
    whole: true,
    make: one((random, look) =>
      paintedAlone({ ...look, dark: white, light: [0, 0, 0, 0] }, scale(random), 1, [0, 0, 0, 0]),
    ),
  },
  'page, 1920 × 1080': { count: 24, make: (random) => page(random, 1920, 1080, 1, [2, 7]) },
  'page, 3840 × 2160': { count: 24, whole: true, make: (random) => page(random, 3840, 2160, 1, [4, 12]) },
  'page with several codes': {
    count: 20,
    make: (random) => page(random, 1920, 1080, between(random, 2, 6), [3, 6]),
  },
  'export of many accounts': { count: 40, whole: true, make: migration },
};

export const wholeGroups: readonly string[] = Object.entries(groups)
  .filter(([, { whole }]) => whole)
  .map(([name]) => name);

/** The same pictures for the same seed. One by one: together they would not fit in memory. */
export function* qrSet(seed: number): Generator<QrSample> {
  for (const [index, [group, { count, make }]] of Object.entries(groups).entries()) {
    const random = seeded(seed + 1000 * index);
    for (let i = 0; i < count; i++) yield { group, ...make(random) };
  }
}
