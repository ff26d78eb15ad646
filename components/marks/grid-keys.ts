/**
 * Where an arrow key, Home or End leads in a grid of which only the tops of its cells are known, in their order; `null`: the
 * key means nothing here. Never outside the grid.
 */
export function nextPlace(key: string, place: number, tops: readonly number[]): number | null {
  const columns = tops.findLastIndex((top) => top === tops[0]) + 1;
  const places: Readonly<Record<string, number>> = {
    ArrowRight: place + 1,
    ArrowLeft: place - 1,
    ArrowDown: place + columns,
    ArrowUp: place - columns,
    Home: 0,
    End: tops.length - 1,
  };
  const to = places[key];
  if (to === undefined) return null;
  return to >= 0 && to < tops.length ? to : place;
}
