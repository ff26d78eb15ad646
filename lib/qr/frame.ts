import type { Luma } from '@/lib/qr/luminance';
import { otsuThreshold } from '@/lib/qr/otsu';

/**
 * Cuts out what may be a code without a quiet zone: a light, squarish island on a dark ground. Finder patterns are
 * dark at the edge, so on a dark page they run into the ground; a white border gives them back.
 */

const smallestSide = 21;
const mostFrames = 4;
/** Of the longer side, white on each side of the cut-out. */
const padding = 0.15;
/** Cells along the longer side of the picture: islands are looked for in a small picture. */
const cellsAcross = 480;

interface Box {
  readonly left: number;
  readonly top: number;
  /** Exclusive. */
  readonly right: number;
  readonly bottom: number;
}

interface Cells {
  readonly width: number;
  readonly height: number;
  /** Pixels a side. */
  readonly side: number;
  /** 1: holds a light pixel. */
  readonly light: Uint8Array;
}

function lightCells(luma: Luma, threshold: number): Cells {
  const side = Math.max(1, Math.ceil(Math.max(luma.width, luma.height) / cellsAcross));
  const width = Math.ceil(luma.width / side);
  const height = Math.ceil(luma.height / side);
  const light = new Uint8Array(width * height);
  for (let y = 0; y < luma.height; y++) {
    const row = y * luma.width;
    const cellRow = Math.floor(y / side) * width;
    for (let cell = 0, x = 0; cell < width; cell++) {
      for (const end = Math.min(x + side, luma.width); x < end; x++) {
        if (luma.data[row + x]! > threshold) light[cellRow + cell] = 1;
      }
    }
  }
  return { width, height, side, light };
}

/** Boxes, in cells, of the islands of light cells that touch by a side or a corner. Takes the cells apart. */
function islands({ width, height, light }: Cells): Box[] {
  const boxes: Box[] = [];
  const pending: number[] = [];
  for (let seed = 0; seed < light.length; seed++) {
    if (!light[seed]) continue;
    light[seed] = 0;
    pending.push(seed);
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (let cell = pending.pop(); cell !== undefined; cell = pending.pop()) {
      const x = cell % width;
      const y = (cell - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const near = ny * width + nx;
          if (!light[near]) continue;
          light[near] = 0;
          pending.push(near);
        }
      }
    }
    boxes.push({ left, top, right, bottom });
  }
  return boxes;
}

/** From cells to the exact light box in pixels, with the share of light pixels in it. */
function exactBox(luma: Luma, threshold: number, cells: Box, side: number): { box: Box; filled: number } {
  let [left, top, right, bottom, count] = [luma.width, luma.height, 0, 0, 0];
  const xEnd = Math.min(cells.right * side, luma.width);
  const yEnd = Math.min(cells.bottom * side, luma.height);
  for (let y = cells.top * side; y < yEnd; y++) {
    for (let x = cells.left * side; x < xEnd; x++) {
      if (luma.data[y * luma.width + x]! <= threshold) continue;
      count++;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  return { box: { left, top, right, bottom }, filled: count / ((right - left) * (bottom - top)) };
}

function isSquarish({ left, top, right, bottom }: Box): boolean {
  const ratio = (right - left) / (bottom - top);
  return ratio >= 0.8 && ratio <= 1.25;
}

function paddedCut(luma: Luma, { left, top, right, bottom }: Box): Frame {
  const border = Math.ceil(padding * Math.max(right - left, bottom - top));
  const width = right - left + 2 * border;
  const height = bottom - top + 2 * border;
  const data = new Uint8Array(width * height).fill(255);
  for (let y = top; y < bottom; y++) {
    const row = luma.data.subarray(y * luma.width + left, y * luma.width + right);
    data.set(row, (y - top + border) * width + border);
  }
  return { luma: { width, height, data }, x: left - border, y: top - border };
}

/** A cut-out, and where its top left corner lies in the picture: outside of it where the border reaches over the edge. */
export interface Frame {
  readonly luma: Luma;
  readonly x: number;
  readonly y: number;
}

/** The squarish light islands of a picture, largest first, at most four, each with a white border. */
export function cutFrames(luma: Luma): Frame[] {
  const threshold = otsuThreshold(luma);
  const cells = lightCells(luma, threshold);
  const area = (box: Box) => (box.right - box.left) * (box.bottom - box.top);
  return islands(cells)
    .filter((box) => (box.right - box.left) * cells.side >= smallestSide && isSquarish(box))
    .sort((a, b) => area(b) - area(a))
    .slice(0, 4 * mostFrames)
    .map((box) => exactBox(luma, threshold, box, cells.side))
    .filter(({ box, filled }) => filled >= 0.35 && box.right - box.left >= smallestSide && isSquarish(box))
    .slice(0, mostFrames)
    .map(({ box }) => paddedCut(luma, box));
}
