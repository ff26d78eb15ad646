import type { MoveTo } from '@/lib/messages/list-protocol';
import type { AccountRow } from '@/lib/messages/protocol';
import { type ListLayout, rowTop } from './layout';
import type { RowSource } from './row-source';
import './drag.css';

/** A press that moves less than this is a click. */
const clickPx = 6;
/** Near an end of the list it scrolls, by so much a frame. */
const edgePx = 28;
const scrollPx = 7;

export interface DragOptions {
  readonly press: PointerEvent;
  readonly list: HTMLElement;
  readonly layout: ListLayout;
  readonly source: RowSource;
  readonly onDrop: (row: AccountRow, to: MoveTo) => void;
}

/** Follows a press on a row: once it moves, a line says where the row would go, and letting go puts it there. */
export function follow({ press, list, layout, source, onDrop }: DragOptions): void {
  const item = (press.target as Element | null)?.closest<HTMLElement>('.row');
  const id = item?.querySelector<HTMLElement>('[data-row]')?.dataset.row;
  const from = id === undefined ? -1 : source.placeOf(id);
  const row = source.row(from);
  if (!item || !row || !(press.target as Element).closest('.row-main')) return;
  let line: HTMLElement | null = null;
  let y = press.clientY;
  let to: MoveTo | null = null;
  let frame = 0;

  const place = (): void => {
    frame = 0;
    const { top, bottom } = list.getBoundingClientRect();
    if (line && y < top + edgePx) list.scrollTop -= scrollPx;
    else if (line && y > bottom - edgePx) list.scrollTop += scrollPx;
    const inList = Math.min(Math.max(y, top), bottom) - top + list.scrollTop;
    const part = partOf(source, layout, source.placeOf(row.id));
    let index = part.first;
    while (index < part.end && rowTop(layout, index) + rowHeight(layout, index) / 2 < inList) index += 1;
    const before = source.row(index);
    const after = source.row(index - 1);
    if (index < part.end && before) to = { side: 'before', accountId: before.id };
    else to = after ? { side: 'after', accountId: after.id } : null;
    if (!line) return;
    const edge =
      index < part.end ? rowTop(layout, index) : rowTop(layout, index - 1) + rowHeight(layout, index - 1);
    line.style.top = `${edge - 2}px`;
    if (y < top + edgePx || y > bottom - edgePx) again();
  };
  const again = (): void => {
    frame ||= requestAnimationFrame(place);
  };
  const moved = (event: PointerEvent): void => {
    // The button may have been let go while this was being read.
    if ((event.buttons & 1) === 0) return end();
    y = event.clientY;
    if (!line && Math.abs(y - press.clientY) < clickPx) return;
    if (!line) {
      line = document.createElement('div');
      line.className = 'drop-line';
      list.append(line);
      list.classList.add('dragged');
      item.classList.add('lifted');
    }
    again();
  };
  const end = (): void => {
    cancelAnimationFrame(frame);
    line?.remove();
    list.classList.remove('dragged');
    item.classList.remove('lifted');
    for (const [name, listener] of heard) removeEventListener(name, listener, true);
  };
  const dropped = (event: Event): void => {
    if (line) {
      y = (event as PointerEvent).clientY;
      place();
      // The click that follows is no wish for a copy.
      const swallow = (click: Event): void => click.stopPropagation();
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, true), 0);
      if (to !== null && !isItself(to, row.id)) onDrop(row, to);
    }
    end();
  };
  const left = (event: Event): void => {
    if ((event as KeyboardEvent).key !== 'Escape' || !line) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  const heard: readonly (readonly [string, (event: Event) => void])[] = [
    ['pointermove', moved as (event: Event) => void],
    ['pointerup', dropped],
    ['pointercancel', end],
    ['keydown', left],
  ];
  for (const [name, listener] of heard) addEventListener(name, listener, true);
}

function isItself(to: MoveTo, id: string): boolean {
  return typeof to === 'object' && to.accountId === id;
}

/** The rows among which this one may be put: its site's, those pinned, or the others, as far as they have been seen. */
function partOf(source: RowSource, layout: ListLayout, from: number): { first: number; end: number } {
  const kind = (index: number): string | null => {
    const row = source.row(index);
    return row ? `${row.here} ${!row.here && Boolean(row.extra?.pinned)}` : null;
  };
  let first = from;
  while (first > 0 && kind(first - 1) === kind(from)) first -= 1;
  let end = from + 1;
  while (end < layout.total && kind(end) === kind(from)) end += 1;
  return { first, end };
}

function rowHeight(layout: ListLayout, index: number): number {
  return index < layout.here ? layout.hereRow : layout.row;
}
