/** Every tag once, in the order met, with an id for formats that name groups by one. */
export function groupsOf(tags: Iterable<string>, newId: () => string): ReadonlyMap<string, string> {
  return new Map(Array.from(new Set(tags), (name) => [name, newId()]));
}
