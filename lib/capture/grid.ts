/**
 * QR codes that a page builds of cells, each a colour: a table, or rows of boxes. Their own colours are read, so that they need
 * not be in view. Reads only.
 */

/** Modules a side of the smallest and the largest code (version 1 and 40), with a quiet zone of four on each side. */
const leastSide = 21;
const mostSide = 177 + 8;
const scale = 4;

/** The cells, row by row, of something that may be a code; `null`: it is something else. */
export function cellsOf(element: Element): Element[][] | null {
  const rows =
    element.localName === 'table'
      ? [...(element as HTMLTableElement).rows]
      : element.childElementCount >= leastSide && element.childElementCount <= mostSide
        ? [...element.children]
        : [];
  const full = rows.filter(({ childElementCount }) => childElementCount > 0);
  const side = full.length;
  if (side < leastSide || side > mostSide) return null;
  // Quiet zones may be drawn on two sides only.
  const width = full[0]?.childElementCount ?? 0;
  if (Math.abs(width - side) > 8 || full.some(({ childElementCount }) => childElementCount !== width))
    return null;
  return full.map((row) => [...row.children]);
}

/** Luminance of a CSS colour as browsers compute it; `null`: it lets the ground through. */
export function lumaOf(colour: string): number | null {
  const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null;
  return (77 * red + 150 * green + 29 * blue) / 256;
}

/** Draws the cells, a few pixels each, on a canvas that is in no document. */
export function drawCells(cells: readonly (readonly Element[])[], view: Window): OffscreenCanvas {
  const width = (cells[0]?.length ?? 0) * scale;
  const canvas = new OffscreenCanvas(width, cells.length * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new TypeError('cells: no canvas to draw them on');
  const colourOf = (cell: Element): string => view.getComputedStyle(cell).backgroundColor;
  cells.forEach((row, y) =>
    row.forEach((cell, x) => {
      // The colour may be on the cell, or on the one thing in it; what has none is the ground.
      const luma =
        lumaOf(colourOf(cell)) ??
        (cell.firstElementChild ? lumaOf(colourOf(cell.firstElementChild)) : null) ??
        255;
      pen.fillStyle = `rgb(${luma},${luma},${luma})`;
      pen.fillRect(x * scale, y * scale, scale, scale);
    }),
  );
  return canvas;
}
