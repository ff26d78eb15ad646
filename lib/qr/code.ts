/** What a reader of QR codes answers, and how answers of several readers become one list. */
import type { Luma } from '@/lib/qr/luminance';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Of the code itself, without its quiet zone: top left as the code is meant to be held, then clockwise. In pixels of the picture. */
export type Corners = readonly [Point, Point, Point, Point];

export interface QrCode {
  /** Empty for an empty code. */
  readonly text: string;
  readonly corners: Corners | null;
}

/** Reads what it can in `remainingMs`; no code is an empty list. Corners are in pixels of what it was given. */
export type QrReader = (luma: Luma, remainingMs: number) => Promise<readonly QrCode[]>;

/** More codes than these in one picture are not listed: nobody could choose among them. */
export const mostCodes = 64;

export interface CodeList {
  readonly codes: readonly QrCode[];
  /** More than `mostCodes` were there. */
  readonly more: boolean;
  add(found: readonly QrCode[]): void;
}

/** Each text once and each place once, in the order found: the first reader of a code decides how it reads. */
export function createCodeList(): CodeList {
  const codes: QrCode[] = [];
  let more = false;
  return {
    codes,
    get more() {
      return more;
    },
    add(found) {
      for (const code of found) {
        if (codes.some((known) => known.text === code.text || isSamePlace(known, code))) continue;
        if (codes.length === mostCodes) more = true;
        else codes.push(code);
      }
    },
  };
}

/** From a part of a picture at (x, y), `scale` times as large, to the picture. */
export function placed(
  { text, corners }: QrCode,
  { x, y, scale = 1 }: { readonly x: number; readonly y: number; readonly scale?: number },
): QrCode {
  if (corners === null) return { text, corners };
  const moved = (point: Point): Point => ({ x: point.x / scale + x, y: point.y / scale + y });
  const [a, b, c, d] = corners;
  return { text, corners: [moved(a), moved(b), moved(c), moved(d)] };
}

function isSamePlace({ corners: one }: QrCode, { corners: other }: QrCode): boolean {
  if (one === null || other === null) return false;
  const [a, b] = [centreOf(one), centreOf(other)];
  const side = Math.hypot(one[1].x - one[0].x, one[1].y - one[0].y);
  return Math.hypot(a.x - b.x, a.y - b.y) < side / 4;
}

function centreOf(corners: Corners): Point {
  const mean = (axis: 'x' | 'y') => corners.reduce((sum, corner) => sum + corner[axis], 0) / 4;
  return { x: mean('x'), y: mean('y') };
}
