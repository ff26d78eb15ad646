/** Text to the pictures sites show: modules, PNG, SVG. */

import pngjs from 'pngjs';
import encodeQR from 'qr';

/** Rows of modules, `true` is dark, with a margin of four light ones. */
export function qrModules(text: string): boolean[][] {
  return encodeQR(text, 'raw', { ecc: 'low', border: 4 });
}

export interface PngOptions {
  /** Pixels a side; the modules are scaled to it exactly as Keycloak's writer does: whole pixels, the rest is margin. */
  readonly size?: number;
  /** Light modules are transparent instead of white. */
  readonly transparent?: boolean;
  /** A centred blot, as a share of the side, that no error correction survives. */
  readonly blot?: number;
}

/** A PNG of the code. */
export function qrPng(text: string, { size = 246, transparent = false, blot = 0 }: PngOptions = {}): Buffer {
  const modules = qrModules(text);
  const scale = Math.max(1, Math.floor(size / modules.length));
  const margin = Math.max(0, Math.floor((size - scale * modules.length) / 2));
  const png = new pngjs.PNG({ width: size, height: size });
  const blotted = (at: number): boolean => Math.abs(at - size / 2) < (size * blot) / 2;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const dark = modules[Math.floor((y - margin) / scale)]?.[Math.floor((x - margin) / scale)] === true;
      const shown = blotted(x) && blotted(y) ? (x ^ y) % 7 < 3 : dark;
      const shade = shown ? 0 : 255;
      png.data.set([shade, shade, shade, transparent && !shown ? 0 : 255], (y * size + x) * 4);
    }
  }
  return pngjs.PNG.sync.write(png);
}

/** The code as an SVG element, 246 pixels a side, without any script or style. */
export function qrSvg(text: string): string {
  const modules = qrModules(text);
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter((part) => part !== '')
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="246" height="246" viewBox="0 0 ${modules.length} ${modules.length}"` +
    ` shape-rendering="crispEdges" role="img" aria-label="QR"><rect width="100%" height="100%" fill="#fff"/>` +
    `<path d="${path}" fill="#000"/></svg>`
  );
}
