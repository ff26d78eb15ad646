/** Enrolment pages made up from a seed, as a browser is to draw them: deliveries, themes, zooms and pixel ratios. */
import type { Modules, Random } from '@/lib/qr/testing/pictures';
import { paintedAlone } from '@/lib/qr/testing/paint';
import { among, between, enrolmentText, modulesOf } from '@/lib/qr/testing/pictures';

import { pngAddress } from './png.ts';

export interface MadePage {
  readonly kind: Kind;
  readonly html: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Zoom of the browser times the screen's pixel ratio. */
  readonly pixelRatio: number;
  readonly text: string;
  /** CSS pixels around the code that a selection takes along. */
  readonly selectionMargin: number;
}

export const kinds = [
  'img, scaled',
  'img, natural size',
  'svg',
  'svg, crisp edges',
  'svg, dots',
  'canvas',
  'canvas, device pixels',
  'div grid',
  'table',
  'dark page, no margin',
  'inverted',
  'inverted by a filter',
  'logo',
  'faded',
  'rounded corners',
  'modal',
] as const;
export type Kind = (typeof kinds)[number];

const screens = [
  [1366, 768],
  [1440, 900],
  [1920, 1080],
  [2560, 1440],
] as const;
/** As many pixels as a screen of 3840 × 2160. */
const mostPixels = 3840 * 2160;

interface Colours {
  readonly dark: string;
  readonly light: string;
}

function svgOf(
  modules: Modules,
  margin: number,
  side: number,
  { dark, light }: Colours,
  style: 'plain' | 'crisp' | 'dots',
): string {
  const reach = modules.length + 2 * margin;
  const shapes = modules.flatMap((row, y) =>
    row.map((isDark, x) => {
      if (!isDark) return '';
      const isFinder = (x < 7 && (y < 7 || y >= row.length - 7)) || (x >= row.length - 7 && y < 7);
      return style === 'dots' && !isFinder
        ? `M${x + margin + 0.05} ${y + margin + 0.5}a.45 .45 0 1 0 .9 0a.45 .45 0 1 0 -.9 0`
        : `M${x + margin} ${y + margin}h1v1h-1z`;
    }),
  );
  const crisp = style === 'crisp' ? 'shape-rendering="crispEdges"' : '';
  return `<svg class="qr" width="${side}" height="${side}" viewBox="0 0 ${reach} ${reach}" ${crisp}><rect width="100%" height="100%" fill="${light}"/><path d="${shapes.join('')}" fill="${dark}"/></svg>`;
}

function canvasOf(
  modules: Modules,
  margin: number,
  side: number,
  { dark, light }: Colours,
  ratio: string,
): string {
  const rows = JSON.stringify(modules.map((row) => row.map(Number)));
  return `<canvas class="qr" style="width:${side}px;height:${side}px"></canvas><script>{
    const canvas = document.querySelector('canvas'), rows = ${rows}, margin = ${margin};
    canvas.width = canvas.height = Math.round(${side} * ${ratio});
    const context = canvas.getContext('2d'), size = canvas.width / (rows.length + 2 * margin);
    context.fillStyle = '${light}'; context.fillRect(0, 0, canvas.width, canvas.height); context.fillStyle = '${dark}';
    rows.forEach((row, y) => row.forEach((isDark, x) => {
      if (isDark) context.fillRect(Math.round((x + margin) * size), Math.round((y + margin) * size), Math.ceil(size), Math.ceil(size));
    }));
  }</script>`;
}

function gridOf(modules: Modules, margin: number, size: number, { dark, light }: Colours): string {
  const cells = modules.flatMap((row) =>
    row.map((isDark) => `<i style="background:${isDark ? dark : light}"></i>`),
  );
  const columns = `repeat(${modules.length}, ${size}px)`;
  return `<div class="qr" style="display:inline-grid;grid-template-columns:${columns};grid-auto-rows:${size}px;padding:${margin * size}px;background:${light}">${cells.join('')}</div>`;
}

function tableOf(modules: Modules, margin: number, size: number, { dark, light }: Colours): string {
  const rows = modules.map(
    (row) =>
      `<tr>${row.map((isDark) => `<td style="background:${isDark ? dark : light}"></td>`).join('')}</tr>`,
  );
  const cell = `<style>td{width:${size}px;height:${size}px;padding:0}</style>`;
  return `${cell}<table class="qr" style="border-collapse:collapse;border:${margin * size}px solid ${light}">${rows.join('')}</table>`;
}

function imgOf(modules: Modules, quiet: number, modulePixels: number, css: number | null): string {
  const address = pngAddress(paintedAlone({ modules, quiet }, modulePixels, 1));
  const size = css === null ? '' : `width="${css}" height="${css}"`;
  return `<img class="qr" ${size} src="${address}">`;
}

/** @returns the page of this kind that the numbers make */
export function makePage(random: Random, kind: Kind): MadePage {
  const text = enrolmentText(random);
  const modules = modulesOf(text, { ecc: kind === 'logo' ? 'high' : among(random, ['low', 'medium']) });
  const margin = kind === 'dark page, no margin' ? 0 : between(random, 2, 4);
  const isDark = kind === 'dark page, no margin' || kind.startsWith('inverted') || random() < 0.25;
  const [page, ink] = isDark ? ['#1b1d22', '#d8dade'] : ['#fbfbfd', '#24262b'];
  const colours: Colours =
    kind === 'inverted' ? { dark: '#f4f4f4', light: page } : { dark: '#000', light: '#fff' };

  const zoom = among(random, [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]);
  const screen = among(random, screens);
  const ratio = among(random, [1, 1, 1.25, 1.5, 2, 3]);
  const most = Math.sqrt(mostPixels / (screen[0] * screen[1]));
  const deviceRatio = Math.min(ratio, most);
  const pixelRatio = zoom * deviceRatio;
  const reach = modules.length + 2 * margin;
  // A site is laid out for 100 %; below about two device pixels a module no phone reads it either.
  const modulePixels = Math.max(between(random, 3, 7), Math.ceil(2 / pixelRatio));
  const side = Math.max(between(random, 150, 300), Math.ceil((2 * reach) / pixelRatio));

  const drawn: Record<Kind, () => string> = {
    'img, scaled': () => imgOf(modules, margin, modulePixels, side),
    'img, natural size': () => imgOf(modules, margin, modulePixels, null),
    svg: () => svgOf(modules, margin, side, colours, 'plain'),
    'svg, crisp edges': () => svgOf(modules, margin, side, colours, 'crisp'),
    'svg, dots': () => svgOf(modules, margin, side, colours, 'dots'),
    canvas: () => canvasOf(modules, margin, side, colours, '1'),
    'canvas, device pixels': () => canvasOf(modules, margin, side, colours, 'devicePixelRatio'),
    'div grid': () => gridOf(modules, margin, modulePixels, colours),
    table: () => tableOf(modules, margin, modulePixels, colours),
    'dark page, no margin': () => svgOf(modules, 0, side, colours, among(random, ['plain', 'crisp'])),
    inverted: () => svgOf(modules, margin, side, colours, 'plain'),
    'inverted by a filter': () =>
      `<div style="filter:invert(1)">${imgOf(modules, margin, modulePixels, side)}</div>`,
    logo: () =>
      `<div style="position:relative;width:${side}px">${svgOf(modules, margin, side, colours, 'plain')}<b style="position:absolute;left:39%;top:39%;width:22%;height:22%;background:#c2283c;border:${Math.round(side / 60)}px solid #fff;box-sizing:border-box;border-radius:20%"></b></div>`,
    faded: () =>
      `<div style="opacity:${0.35 + random() * 0.5}">${svgOf(modules, margin, side, colours, 'plain')}</div>`,
    'rounded corners': () =>
      `<div style="border-radius:${margin * 4}px;overflow:hidden;width:${side}px">${imgOf(modules, margin, modulePixels, side)}</div>`,
    modal: () => svgOf(modules, margin, side, colours, 'plain'),
  };
  const code = drawn[kind]();
  const inModal = kind === 'modal';
  const card = `<main><h1>Configurer l’application</h1><p>Numérisez ce code avec votre application, puis entrez le code à six chiffres.</p>${inModal ? '' : code}<p><input placeholder="000 000"> <button>Continuer</button></p></main>`;
  const modal = inModal
    ? `<div style="position:fixed;inset:0;background:#0008"></div><dialog open style="top:${between(random, 20, 120)}px;border:0;padding:24px;border-radius:12px;background:#fff"><p>Votre code</p>${code}</dialog>`
    : '';
  const columns = '<nav>'.concat('<a>Mon profil</a><br>'.repeat(between(random, 4, 14)), '</nav>');
  return {
    kind,
    html: `<!doctype html><meta charset="utf-8"><style>*{font-family:sans-serif}body{margin:0;display:flex;gap:40px;background:${page};color:${ink}}nav{padding:20px;line-height:2}main{padding:20px;max-width:700px}svg,img,canvas{display:block}</style>${columns}${card}${modal}`,
    width: Math.round(screen[0] / zoom),
    height: Math.round(screen[1] / zoom),
    pixelRatio,
    text,
    selectionMargin: between(random, 4, 60) / pixelRatio,
  };
}
