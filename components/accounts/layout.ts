/** Where rows are in the list, so that only those seen are drawn. All lengths in CSS px. */
export interface ListLayout {
  readonly total: number;
  /** Accounts of the tab's site, first in order; they and the others get a heading each when there are any. */
  readonly here: number;
  readonly row: number;
  /** Height of a row of the tab's site. */
  readonly hereRow: number;
  readonly heading: number;
}

export function rowTop(layout: ListLayout, index: number): number {
  const { here, row, hereRow, heading } = layout;
  if (here === 0) return index * row;
  if (index < here) return heading + index * hereRow;
  return 2 * heading + here * hereRow + (index - here) * row;
}

export function listHeight(layout: ListLayout): number {
  const { total, here, heading, hereRow } = layout;
  return total > here ? rowTop(layout, total) : heading + here * hereRow;
}

/** First row seen and the one after the last, with `spare` more on both sides. */
export function seenRows(
  layout: ListLayout,
  scrollTop: number,
  height: number,
  spare: number,
): { readonly first: number; readonly end: number } {
  const first = Math.min(Math.max(0, rowAt(layout, scrollTop) - spare), layout.total);
  const end = Math.min(layout.total, Math.max(0, rowAt(layout, scrollTop + height) + 1 + spare));
  return { first, end: Math.max(first, end) };
}

/** The row at height `y`; a heading counts with the row before it. May be outside the list. */
function rowAt({ here, row, hereRow, heading }: ListLayout, y: number): number {
  if (here === 0) return Math.floor(y / row);
  const others = 2 * heading + here * hereRow;
  if (y >= others) return here + Math.floor((y - others) / row);
  return Math.min(here - 1, Math.floor((y - heading) / hereRow));
}
