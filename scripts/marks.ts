/**
 * The pictures of lib/marks, written into the package when it is built: the glyph of a service in white or black, whichever
 * stands out, on a tile of the service's colour. A tile carries its own contrast, so it is as legible in the dark and in
 * forced colours as anywhere; and it is a file of ours, read when a row shows it and never asked of a server.
 * Glyphs: simple-icons (CC0-1.0); where the owner of a name had it taken out there, bootstrap-icons (MIT).
 */
import { readFileSync } from 'node:fs';
import svgpath from 'svgpath';
import { allMarks } from '../lib/marks/marks';

export interface MarkFile {
  readonly relativeDest: string;
  readonly contents: string;
}

/** Side of a tile, in units of its drawing; glyphs are drawn in whole units, half as large and in the middle. */
const tile = 720;
const glyph = 400;

/** Of bootstrap-icons, by title: the file, and the colour the service uses. */
const others: Readonly<Record<string, readonly [file: string, colour: string]>> = {
  Amazon: ['amazon', '232F3E'],
  LinkedIn: ['linkedin', '0A66C2'],
  Microsoft: ['microsoft', '0067B8'],
  Nintendo: ['nintendo-switch', 'E60012'],
  OpenAI: ['openai', '101010'],
  Slack: ['slack', '4A154B'],
  Xbox: ['xbox', '107C10'],
};

interface SimpleIcon {
  readonly title: string;
  readonly slug?: string;
  readonly hex: string;
}

/** One file for each mark of the table, and what their makers ask to be said; a title that neither set has ends the build. */
export function markFiles(): MarkFile[] {
  return [...pictures(), { relativeDest: 'marks/LICENCES.txt', contents: licences() }];
}

function licences(): string {
  const taken = Object.keys(others).join(', ');
  return `The pictures of this folder are drawn from simple-icons (CC0 1.0 Universal), but for ${taken}, which are drawn from bootstrap-icons:

${read('bootstrap-icons/LICENSE')}
The names and marks belong to their owners. They stand here for the accounts of the person who uses them, and for nothing else.
`;
}

function pictures(): MarkFile[] {
  const simple = new Map(
    (JSON.parse(read('simple-icons/data/simple-icons.json')) as SimpleIcon[]).map((icon) => [
      icon.title,
      icon,
    ]),
  );
  return allMarks().map(({ key, title }) => {
    const icon = simple.get(title);
    const other = others[title];
    if (other) return file(key, other[1], read(`bootstrap-icons/icons/${other[0]}.svg`), 16);
    if (icon === undefined) throw new RangeError(`"title" expected of simple-icons, got ${title}`);
    return file(key, icon.hex, read(`simple-icons/icons/${icon.slug ?? slugOf(title)}.svg`), 24);
  });
}

function file(key: string, colour: string, svg: string, grid: number): MarkFile {
  const paths = [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path = '']) => path);
  const edge = (tile - glyph) / 2;
  const drawn = svgpath(paths.join(' '))
    .scale(glyph / grid)
    .translate(edge, edge)
    .rel()
    .round(0);
  const ink = contrastWithWhite(colour) >= 3 ? '#fff' : '#000';
  return {
    relativeDest: `marks/${key}.svg`,
    contents: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${tile} ${tile}"><path fill="#${colour}" d="M0 0h${tile}v${tile}H0z"/><path fill="${ink}" d="${drawn}"/></svg>`,
  };
}

/** As WCAG 2.2 defines it. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** How simple-icons names its files. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replaceAll('.', 'dot')
    .replaceAll('&', 'and')
    .normalize('NFD')
    .replaceAll(/[^a-z\d]/g, '');
}

function read(path: string): string {
  return readFileSync(new URL(`../node_modules/${path}`, import.meta.url), 'utf8');
}
