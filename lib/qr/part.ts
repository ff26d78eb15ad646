/** A part of a picture, drawn or moved by a person. All members are fractions of the picture's sides, from 0 to 1. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Smaller is a click. */
const leastSide = 0.02;

/** In the middle, where most codes are. */
export const middlePart: Part = { x: 0.3, y: 0.3, width: 0.4, height: 0.4 };

/** The part between two points, kept in the picture; null for what is no more than a click. */
export function partBetween(from: Point, to: Point): Part | null {
  const [left, right] = ordered(from.x, to.x);
  const [top, bottom] = ordered(from.y, to.y);
  const part = { x: left, y: top, width: right - left, height: bottom - top };
  return part.width < leastSide || part.height < leastSide ? null : part;
}

/** Moved by fractions of the picture, as far as its edges. */
export function movedPart(part: Part, by: Point): Part {
  return {
    ...part,
    x: between(part.x + by.x, 0, 1 - part.width),
    y: between(part.y + by.y, 0, 1 - part.height),
  };
}

/** Grown to the right and downwards; never past the edges, never to nothing. */
export function resizedPart(part: Part, by: Point): Part {
  return {
    ...part,
    width: between(part.width + by.x, leastSide, 1 - part.x),
    height: between(part.height + by.y, leastSide, 1 - part.y),
  };
}

/** The pixels of a part, at least one each way. */
export function pixelsOfPart(part: Part, size: { readonly width: number; readonly height: number }): Part {
  const x = Math.floor(part.x * size.width);
  const y = Math.floor(part.y * size.height);
  return {
    x,
    y,
    width: Math.max(1, Math.min(size.width - x, Math.ceil(part.width * size.width))),
    height: Math.max(1, Math.min(size.height - y, Math.ceil(part.height * size.height))),
  };
}

function ordered(one: number, other: number): [number, number] {
  const [a, b] = [between(one, 0, 1), between(other, 0, 1)];
  return a < b ? [a, b] : [b, a];
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
